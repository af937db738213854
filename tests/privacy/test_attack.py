"""Somebody who reckons with all that a protected reader is shown finds no small cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.synthetic import write
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.privacy.desk import Desk
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.published import HIDDEN
from dashboard.snapshot import take

# An attacker's own knowledge: what adds up, whatever the dashboard thinks of it.
SPLITS = (
    "status",
    "stage",
    "level",
    "entry",
    "reason",
    "source",
    "category",
    "days",
    "milestone",
    "age",
    "decision",
)
# Unit, period, split, code, and which number of the cell.
Number = tuple[str, Period, str | None, str | None, str]
NUMBERS = ("numerator", "denominator")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    path: Path = tmp_path_factory.mktemp("attack") / "synthetic.duckdb"
    write(path, 500, 11)
    return Figures(take(open_engine(parse(str(path)))))


def cells_of(desk: Desk, indicator_id: str) -> Iterator:
    """Yield every cell of a quarter, its months and its half that the reader may ask for."""
    first = desk.periods("quarter")[0]
    periods = [
        period
        for kind in desk.kinds
        for period in desk.periods(kind)
        if first.first <= period.first and period.last <= first.last
    ]
    for split in (None, *INDICATORS[indicator_id].splits):
        if split != "area":
            yield from (
                (split, cell) for cell in desk.publish(indicator_id, desk.units, periods, split).cells
            )


def true_sums(truth: dict[Number, float], desk: Desk, indicator_id: str) -> Iterator[dict[Number, int]]:
    """Yield the sums over codes, units and months that hold in truth."""
    groups: dict[Number, dict[str, list[Number]]] = {}
    months = {key[1] for key in truth if key[1].kind == "month"}
    for unit, period, split, code, name in truth:
        key = (unit, period, split, code, name)
        if split in SPLITS and indicator_id != "V1":
            groups.setdefault((unit, period, None, None, name), {}).setdefault(split, []).append(key)
        parent = (desk.tree.parent(unit), period, split, code, name)
        groups.setdefault(parent, {}).setdefault("units", []).append(key)
        if period in months and INDICATORS[indicator_id].nature != "stock":
            quarter = (unit, Period.containing(period.first, "quarter"), split, code, name)
            groups.setdefault(quarter, {}).setdefault("months", []).append(key)
    for total, kinds in groups.items():
        for parts in kinds.values():
            if total in truth and abs(sum(truth[part] for part in parts) - truth[total]) < 1e-6:
                yield {total: -1, **dict.fromkeys(parts, 1)}
    if indicator_id == "V1":
        yield from sums_of_planned_visits(truth, desk)


def sums_of_planned_visits(truth: dict[Number, float], desk: Desk) -> Iterator[dict[Number, int]]:
    for unit, period in product(desk.units, {key[1] for key in truth}):
        made, planned = ((unit, period, None, None, name) for name in NUMBERS)
        on_time, late, missed, overdue = (
            (unit, period, "status", code, "numerator")
            for code in ("done_on_time", "done_late", "missed", "overdue")
        )
        yield {made: -1, on_time: 1, late: 1}
        yield {planned: -1, made: 1, missed: 1, overdue: 1}
        yield {(unit, period, "timing", "on_time", "numerator"): -1, on_time: 1}


def found_out(desk: Desk, figures: Figures, indicator_id: str) -> set[Number]:
    """Return the hidden numbers of few families that one who solves all sums knows."""
    truth: dict[Number, float] = {}
    shown: set[Number] = set()
    small: set[Number] = set()
    for split, cell in cells_of(desk, indicator_id):
        result = figures.result(indicator_id, cell.unit, cell.period, split, cell.code)
        few = any(0 < number < desk.reader.profile.small_cell for number in result.families)
        for name in NUMBERS:
            if getattr(result, name) is not None:
                key = (cell.unit, cell.period, split, cell.code, name)
                truth[key] = getattr(result, name)
                shown |= {key} if getattr(cell, name) is not None else set()
                small |= {key} if few and cell.state == HIDDEN and truth[key] else set()
    unknown = sorted(truth.keys() - shown, key=str)
    columns = {key: n for n, key in enumerate(unknown)}
    sums = [each for each in true_sums(truth, desk, indicator_id) if each.keys() & columns.keys()]
    rows = np.zeros((len(sums), len(unknown)))
    for row, each in zip(rows, sums, strict=True):
        for key, factor in each.items():
            if key in columns:
                row[columns[key]] = factor
    # What the sums leave no freedom: projected away from everything they can tell.
    _, weights, directions = np.linalg.svd(rows)
    free = directions[int((weights > 1e-9).sum()) :]
    known = np.abs(free).max(axis=0, initial=0) < 1e-7
    return {key for key, n in columns.items() if known[n] and key in small}


ATTACKED = [
    "C1",
    "C1n",
    "C1x",
    "R1",
    "R5",
    "V1",
    "V2",
    "V3",
    "V4",
    "V5",
    "V6",
    "V7",
    "V8",
    "V9",
    "G1",
    "G2",
    "G4",
    "G5",
    "G6",
    "G7",
    "Q2",
    "Q3",
]


@pytest.mark.parametrize("profile", ["regional", "presenting", "headquarters"])
@pytest.mark.parametrize("indicator_id", ATTACKED)
def test_no_small_cell_is_found_out(indicator_id: str, profile: str, figures: Figures) -> None:
    seen = Desk(figures, Reader(PROFILES[profile]))
    assert not found_out(seen, figures, indicator_id)
