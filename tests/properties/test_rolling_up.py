"""Figures add up over units and months, and a share is of a whole, whatever the programme."""

from __future__ import annotations

from hypothesis import given
from properties import drawing
from properties.asking import Part, amounts, ask, parts, period, result

from dashboard.indicators.registry import INDICATORS

REGIONS = {"P": ("R", "S"), "R": ("A", "B"), "S": ("C",)}
PERIODS = ("2026-05", "2026-06", "2026-Q1", "2026-Q2", "2026-H1", "2026", "2025")
TILINGS = {
    "2026-Q1": ("2026-01", "2026-02", "2026-03"),
    "2026-Q2": ("2026-04", "2026-05", "2026-06"),
    "2026-H1": ("2026-Q1", "2026-Q2"),
    "2025": ("2025-H1", "2025-H2"),
}
# Not the sum of the units beneath: the contract counts them of each unit itself.
OF_EACH_UNIT = {
    ("R6", None): "a district counts in each unit that it belongs to",
    ("Q1", None): "one figure for the whole database",
    ("R5", "waited=longest"): "a longest wait",
    ("V4", "late=longest"): "a longest delay",
    ("S1", "measure=per_supervisor"): "distinct supervisors",
    ("G3", "forecast=median"): "a median",
    ("G3", "forecast=low"): "a minimum",
    ("G3", "forecast=high"): "a maximum",
}
# Flows of a quarter that are not those of its months: distinct, or of a longer window.
NOT_OVER_MONTHS = {
    "C1s": "distinct families", "G7": "distinct families", "R6": "twelve months", "V9": "six months",
}
WINDOWED = {("G1", "families=12m"): "twelve months"}
# Shares whose numerator is no part of the denominator.
MAY_EXCEED = {
    "C2": "more families than places", "G2": "more paid than budgeted",
    "Q3": "more visits planned than required",
}


def name(part: Part) -> tuple[str, str | None]:
    id_, split, code = part
    return id_, None if split is None else f"{split}={code}"


@given(drawing.programmes())
def test_a_unit_is_the_sum_of_the_units_beneath_it(rows):
    figures = ask(rows)
    for part in parts(figures):
        if name(part) in OF_EACH_UNIT:
            continue
        for code in PERIODS:
            for unit, beneath in REGIONS.items():
                whole = amounts(result(figures, part, unit, period(code)))
                each = [amounts(result(figures, part, child, period(code))) for child in beneath]
                assert whole == tuple(round(sum(column), 6) for column in zip(*each)), (part, unit, code)


@given(drawing.programmes())
def test_a_period_is_the_sum_of_its_months(rows):
    figures = ask(rows)
    for part in parts(figures):
        indicator = INDICATORS[part[0]]
        if indicator.nature == "stock" or part[0] in NOT_OVER_MONTHS or name(part) in WINDOWED:
            continue
        for code, tiles in TILINGS.items():
            for unit in ("P", "A", "C"):
                whole = amounts(result(figures, part, unit, period(code)))
                each = [amounts(result(figures, part, unit, period(tile))) for tile in tiles]
                assert whole == tuple(round(sum(column), 6) for column in zip(*each)), (part, unit, code)


@given(drawing.programmes())
def test_what_is_counted_is_part_of_what_it_is_out_of(rows):
    figures = ask(rows)
    for part in parts(figures):
        id_, split, code = part
        if INDICATORS[id_].measure_of(split, code) != "share" or id_ in MAY_EXCEED:
            continue
        for each in PERIODS:
            for unit in ("P", "R", "A", "B", "C"):
                found = result(figures, part, unit, period(each))
                if found.numerator is not None:
                    assert 0 <= found.numerator <= found.denominator + 1e-9, (part, unit, each)


@given(drawing.programmes())
def test_a_year_counts_nobody_less_than_its_months(rows):
    figures = ask(rows)
    for id_ in ("C1s", "G7"):
        months = [f"2026-{month:02d}" for month in range(1, 7)]
        for unit in ("P", "A"):
            numbers = [result(figures, (id_, None, None), unit, period(code)).numerator for code in months]
            whole = result(figures, (id_, None, None), unit, period("2026-H1")).numerator
            assert max(numbers) <= whole <= sum(numbers)
