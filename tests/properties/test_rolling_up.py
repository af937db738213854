"""Figures add up over units, months and codes, and a share is of a whole, whatever the programme."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from properties.asking import UNITS, Part, added, alike, ask, numbers, parts, result
from properties.drawing import LATEST, Programme, programmes

AS_OF = st.sampled_from([LATEST, date(2026, 6, 29), date(2026, 6, 10), date(2026, 5, 31)])
PERIODS = ("2026-05", "2026-Q2", "2026", "2025")
BENEATH = {"P": ("R", "S"), "S": ("C",)}
TILES = {
    "2026-Q1": ("2026-01", "2026-02", "2026-03"),
    "2026-Q2": ("2026-04", "2026-05", "2026-06"),
    "2026-H1": ("2026-Q1", "2026-Q2"),
    "2025": ("2025-H1", "2025-H2"),
}
# Of each list below: an indicator, one of its splits or one code, and why the property is not its own.
OF_EACH_UNIT = {
    "R6": "a district counts in each unit to which it belongs",
    "Q1": "one figure of the whole database",
    "R5 waited=longest": "a longest wait",
    "V4 late=longest": "a longest delay",
    "S1 measure=per_supervisor": "distinct supervisors",
    "G3 forecast": "a median, a minimum and a maximum of the unit's months",
}
OF_LONGER_THAN_THE_PERIOD = {
    "C1s": "distinct families",
    "G7": "distinct families",
    "R6": "twelve months",
    "V9": "six months",
    "G1 families": "twelve months",
}
MAY_EXCEED = {
    "C2": "more families than places",
    "G2": "more paid than budgeted",
    "Q3": "more visits planned than required",
}
NO_PARTS_OF_A_WHOLE = {
    "R1 area": "some have no district",
    "R1 funnel": "one step after the other",
    "R1 open": "one step after the other",
    "R4 decision": "pending is in no share",
    "R2 days": "beside the figure",
    "R5 waited": "above a limit",
    "C3 families": "beside the figure",
    "C3 savers": "beside the figure",
    "C6 part": "some are taken away",
    "V1": "beside the figure",
    "V4 late": "families, and days",
    "V5 seen": "some of those unseen",
    "V8": "no total",
    "S1 measure": "beside the figure",
    "S2 cert": "beside the figure",
    "S2 valid": "counts",
    "S3 session": "counts",
    "S4 observed": "counts",
    "G1 families": "beside the figure",
    "G3": "shares and money",
    "G5 reason": "some have none",
    "G7 mirror": "beside the figure",
}


@given(programmes(), AS_OF)
def test_figures_add_up_over_units_months_and_codes(programme: Programme, as_of: date) -> None:
    figures = ask(programme, as_of)
    assert not_the_sum_of_their_units(figures) == []
    assert not_the_sum_of_their_months(figures) == []
    assert not_the_sum_of_their_codes(figures) == []
    assert more_than_the_whole(figures) == []


def not_the_sum_of_their_units(figures: Figures) -> list[tuple[Part, str, str]]:
    found = []
    for part in parts(figures):
        if not part.is_in(OF_EACH_UNIT):
            for unit, beneath in BENEATH.items():
                for code in PERIODS:
                    each = [result(figures, part, child, code) for child in beneath]
                    if not alike(numbers(result(figures, part, unit, code)), added(each)):
                        found.append((part, unit, code))
    return found


def not_the_sum_of_their_months(figures: Figures) -> list[tuple[Part, str, str]]:
    found = []
    for part in parts(figures):
        flows = INDICATORS[part.id].nature != "stock"
        if flows and not part.is_in(OF_LONGER_THAN_THE_PERIOD):
            for code, tiles in TILES.items():
                for unit in ("P", "R", "C"):
                    each = [result(figures, part, unit, tile) for tile in tiles]
                    if not alike(numbers(result(figures, part, unit, code)), added(each)):
                        found.append((part, unit, code))
    return found


def not_the_sum_of_their_codes(figures: Figures) -> list[tuple[str, str, str]]:
    splits: dict[tuple[str, str], list[Part]] = {}
    for part in parts(figures):
        if part.split and not part.is_in(NO_PARTS_OF_A_WHOLE):
            splits.setdefault((part.id, part.split), []).append(part)
    found = []
    for (id_, split), codes in splits.items():
        for unit in ("P", "R", "C"):
            for code in PERIODS:
                each = [result(figures, part, unit, code) for part in codes]
                if not alike(numbers(result(figures, Part(id_), unit, code)), added(each)):
                    found.append((f"{id_} {split}", unit, code))
    return found


def more_than_the_whole(figures: Figures) -> list[tuple[Part, str, str]]:
    found = []
    for part in parts(figures):
        share = INDICATORS[part.id].measure_of(part.split, part.code) == "share"
        if share and not part.is_in(MAY_EXCEED):
            for unit in UNITS:
                for code in PERIODS:
                    counted, whole, missing = numbers(result(figures, part, unit, code))
                    if not (0 <= counted <= whole + 1e-9 and missing >= 0):
                        found.append((part, unit, code))
    return found


@given(programmes())
def test_a_family_counts_once_in_a_half_year_as_in_each_of_its_months(programme: Programme) -> None:
    figures = ask(programme)
    months = [f"2026-{month:02d}" for month in range(1, 7)]
    for part in (Part("C1s"), Part("G7")):
        for unit in UNITS:
            monthly = [numbers(result(figures, part, unit, month))[0] for month in months]
            whole = numbers(result(figures, part, unit, "2026-H1"))[0]
            there = families_of(programme, figures, unit)
            assert max(monthly) <= whole <= min(sum(monthly), there), (part, unit)


def families_of(programme: Programme, figures: Figures, unit: str) -> int:
    held = {unit, *figures.snapshot.units.descendants(unit)}
    return sum(row["org_id"] in held for row in programme.rows.get("case_file", []))
