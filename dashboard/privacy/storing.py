"""Releases on disk: one Parquet file beside the snapshot, a row a cell."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from dashboard.privacy.profiles import Profile
from dashboard.privacy.published import Numbers
from dashboard.privacy.release import Release
from dashboard.privacy.sheet import Figure
from dashboard.privacy.times import Span
from dashboard.workroom import workroom

LOG = logging.getLogger(__name__)

# Changes whenever releases are decided or stored otherwise, so that older files are made anew.
FORMAT = 5
ABOUT = b"release"
SAVING = "saving"


def save(release: Release, path: Path) -> None:
    """Write a release to a file that appears whole or not at all; where it cannot be, it is only logged."""
    columns = {"state": release.states, **dict(zip(Numbers._fields, release.numbers, strict=True))}
    table = pa.table(columns).replace_schema_metadata({ABOUT: json.dumps(_about(release)).encode()})
    try:
        with workroom(SAVING, path.parent) as room:
            parquet.write_table(table, room / path.name, compression="zstd")
            (room / path.name).replace(path)
    except OSError as error:
        LOG.warning("The release is kept in memory only (%s), not in %s.", error.strerror, path)


def read(path: Path, profile: Profile) -> Release | None:
    """Return the release in a file, or None where there is no whole one of this profile."""
    try:
        table = parquet.read_table(path)
        about = json.loads(table.schema.metadata[ABOUT])
        if (about["format"], about["profile"]) != (FORMAT, _of_profile(profile)):
            return None
        return _release(table, about, profile)
    except Exception:  # noqa: BLE001 whatever a damaged file holds, it is no release
        return None


def before(path: Path, profile: Profile) -> Release | None:
    """Return the newest release of the loads before, which lie in folders beside this one's."""
    others = (each for each in path.parent.parent.glob(f"*/{path.name}") if each != path)
    found = (read(each, profile) for each in sorted(others, key=_changed, reverse=True))
    return next((each for each in found if each is not None), None)


def _changed(path: Path) -> float:
    """Return when a file was written; one that has just been removed is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def _about(release: Release) -> dict[str, object]:
    return {
        "format": FORMAT,
        "profile": _of_profile(release.profile),
        "units": [*release.units],
        "figures": [*release.places],
        "width": release.width,
        "times": [[str(stock), *map(str, span)] for stock in release.times for span in release.times[stock]],
    }


def _of_profile(profile: Profile) -> dict[str, object]:
    return json.loads(json.dumps(asdict(profile)))


def _release(table: pa.Table, about: dict, profile: Profile) -> Release:
    times: dict[bool, dict[Span, int]] = {True: {}, False: {}}
    for stock, first, last in about["times"]:
        of = times[stock == "True"]
        of[date.fromisoformat(first), date.fromisoformat(last)] = len(of)
    rows = len(about["units"]) * about["width"]
    return Release(
        profile=profile,
        units={unit: n for n, unit in enumerate(about["units"])},
        places={Figure(*figure): n * rows for n, figure in enumerate(about["figures"])},
        times=times,
        width=about["width"],
        states=table["state"].to_numpy(),
        numbers=np.stack([table[name].to_numpy() for name in Numbers._fields]),
    )
