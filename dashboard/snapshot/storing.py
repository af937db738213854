"""Snapshots on disk: a folder with one Parquet file a query and one file about them all."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.case_database.finding_counts import Completeness
from dashboard.snapshot.snapshot import FINDINGS, LEFT_OUT, Load, Rate, Snapshot, Target
from dashboard.snapshot.units import Unit, Units
from dashboard.workroom import clear, workroom

# Changes whenever the form on disk changes, so that older folders are not read.
FORMAT = 5
ABOUT = "snapshot.json"
SAVING = "saving"


def save(snapshot: Snapshot, folder: Path) -> None:
    """Write a snapshot to a folder that appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with workroom(SAVING, folder.parent) as room:
        making = room / folder.name
        making.mkdir()
        for name, rows in snapshot.counts.items():
            rows.to_parquet(making / f"{name}.parquet", index=False)
        about = json.dumps(_about(snapshot), ensure_ascii=False, default=str)
        (making / ABOUT).write_text(about, encoding="utf-8")
        _put(making, folder)


def read(folder: Path) -> Snapshot | None:
    """Return the snapshot in a folder, or None where there is no whole one."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        if about["format"] != FORMAT:
            return None
        counts = {name: pd.read_parquet(folder / f"{name}.parquet") for name in about["counts"]}
        return _snapshot(about, counts)
    except Exception:  # noqa: BLE001 whatever a damaged folder holds, it is no snapshot
        return None


def clear_left_behind(parent: Path) -> None:
    """Remove what a killed process left half saved among the snapshots of a folder."""
    clear(SAVING, parent)


def _put(making: Path, folder: Path) -> None:
    # A folder of the same key holds the same figures: a whole one stays.
    if read(folder) is not None:
        return
    with suppress(FileNotFoundError):
        folder.replace(making.with_name("damaged"))
    making.replace(folder)


def _about(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "load": asdict(snapshot.load),
        "as_of": snapshot.as_of,
        "first_month": snapshot.first_month,
        "last_month": snapshot.last_month,
        "currency": snapshot.currency,
        "units": [asdict(unit) for unit in snapshot.units],
        "targets": [asdict(target) for target in snapshot.targets],
        "rates": [asdict(rate) for rate in snapshot.rates],
        "areas": snapshot.areas,
        "counts": sorted(snapshot.counts),
        "not_recorded": sorted(snapshot.not_recorded),
        "left_out": [[*key, rows] for key, rows in snapshot.left_out.items()],
        "findings": snapshot.findings.to_numpy().tolist(),
        "left_out_rows": snapshot.left_out_rows.to_numpy().tolist(),
        "completeness": asdict(snapshot.completeness),
    }


def _snapshot(about: dict[str, Any], counts: dict[str, pd.DataFrame]) -> Snapshot:
    load = about["load"]
    return Snapshot(
        load=Load(
            load["number"],
            load["source"],
            datetime.fromisoformat(load["loaded_at"]),
            date.fromisoformat(load["as_of"]),
            load["row_count"],
        ),
        as_of=date.fromisoformat(about["as_of"]),
        first_month=date.fromisoformat(about["first_month"]),
        last_month=date.fromisoformat(about["last_month"]),
        currency=about["currency"],
        units=Units(Unit(**_dated(unit, "launched_on", "closed_on")) for unit in about["units"]),
        targets=tuple(Target(**_dated(target, "valid_from", "valid_to")) for target in about["targets"]),
        rates=tuple(Rate(**_dated(rate, "rate_on")) for rate in about["rates"]),
        areas=tuple(about["areas"]),
        counts=counts,
        not_recorded=frozenset(about["not_recorded"]),
        left_out={(rule, table): rows for rule, table, rows in about["left_out"]},
        findings=pd.DataFrame(about["findings"], columns=list(FINDINGS)),
        left_out_rows=pd.DataFrame(about["left_out_rows"], columns=list(LEFT_OUT)),
        completeness=Completeness(**about["completeness"]),
    )


def _dated(record: dict[str, Any], *names: str) -> dict[str, Any]:
    days = {name: record[name] and date.fromisoformat(record[name]) for name in names}
    return record | days
