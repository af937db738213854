"""Somebody who reckons with all that a protected reader is shown finds no small cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import nan
from pathlib import Path

import numpy as np
import pytest
from privacy.known_sums import KNOWN, equations

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.synthetic import write
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.published import HIDDEN
from dashboard.snapshot import take

# Unit, period, split, code, and which number of the cell.
Number = tuple[str, Period, str | None, str | None, str]
NUMBERS = ("numerator", "denominator")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    path: Path = tmp_path_factory.mktemp("attack") / "synthetic.duckdb"
    write(path, 500, 11)
    return Figures(take(open_engine(parse(str(path)))))


@pytest.fixture(scope="module")
def desks(figures: Figures) -> Desks:
    return Desks(figures)


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
    for each in (*over_codes(truth, indicator_id), *over_units_and_months(truth, desk, indicator_id)):
        if abs(sum(sign * truth.get(number, nan) for number, sign in each.items())) < 1e-6:
            yield each


def over_codes(truth: dict[Number, float], indicator_id: str) -> Iterator[dict[Number, int]]:
    known = equations(indicator_id, list(dict.fromkeys((split, code) for _, _, split, code, _ in truth)))
    for unit, period in dict.fromkeys((unit, period) for unit, period, *_ in truth):
        for each in known:
            yield {(unit, period, *term): sign for term, sign in each.items()}


def over_units_and_months(
    truth: dict[Number, float], desk: Desk, indicator_id: str
) -> Iterator[dict[Number, int]]:
    groups: dict[tuple[Number, str], list[Number]] = {}
    own = KNOWN[indicator_id].of_each_unit
    for unit, period, *rest in truth:
        if rest[0] in own:
            continue
        parent = (desk.tree.parent(unit), period, *rest)
        groups.setdefault((parent, "units"), []).append((unit, period, *rest))
        if period.kind == "month" and INDICATORS[indicator_id].nature != "stock":
            quarter = (unit, Period.containing(period.first, "quarter"), *rest)
            groups.setdefault((quarter, "months"), []).append((unit, period, *rest))
    for (total, _), pieces in groups.items():
        yield {total: -1, **dict.fromkeys(pieces, 1)}


def found_out(desk: Desk, figures: Figures, indicator_id: str) -> set[Number]:
    """Return the hidden numbers of few families that one who solves all sums knows."""
    truth: dict[Number, float] = {}
    shown: set[Number] = set()
    small: set[Number] = set()
    of_staff = KNOWN[indicator_id].of_staff
    for split, cell in cells_of(desk, indicator_id):
        result = figures.result(indicator_id, cell.unit, cell.period, split, cell.code)
        for name in NUMBERS:
            if getattr(result, name) is not None:
                key = (cell.unit, cell.period, split, cell.code, name)
                truth[key] = getattr(result, name)
                shown |= {key} if getattr(cell.numbers, name) is not None else set()
                behind = result.families[:1] if name == "numerator" else result.families
                few = 0 < max(behind, default=0) < desk.reader.profile.small_cell
                of_few = few and cell.state == HIDDEN and truth[key] and name not in of_staff
                small |= {key} if of_few else set()
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


@pytest.mark.parametrize("profile", ["regional", "headquarters"])
@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_no_small_cell_is_found_out(indicator_id: str, profile: str, figures: Figures, desks: Desks) -> None:
    seen = desks.desk(Reader(PROFILES[profile]))
    assert not found_out(seen, figures, indicator_id)


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda each: each.id)
def test_every_split_is_known_to_add_up_or_not_to(indicator: Indicator) -> None:
    assert added(indicator) | set(KNOWN[indicator.id].apart) == set(indicator.splits)


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda each: each.id)
def test_what_a_definition_says_adds_up_is_known_outside(indicator: Indicator) -> None:
    assert set(indicator.adds_up.by_codes) <= added(indicator)


def added(indicator: Indicator) -> set[str]:
    """Return the splits that stand in the sums known outside."""
    terms = {name for text in KNOWN[indicator.id].sums for name in re.split(r" [=+] ", text)}
    return {re.split("[=:]", term)[0] for term in terms - set(NUMBERS)}
