"""What adds up to what: figures of one indicator over codes, units and periods.

Whoever sees all but one of the figures of a sum knows the last one too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.case_database.contract import codes
from dashboard.indicators.definitions import Indicator
from dashboard.periods import Period, add_months
from dashboard.privacy.hiding import Sum
from dashboard.snapshot import Units

# A figure of an indicator: split and code, both None for the total.
Part = tuple[str | None, str | None]
TOTAL: Part = (None, None)

# Splits whose codes add up to the total.
BY_CODES = {
    "C1": ("status", "stage", "level", "entry"),
    "C1x": ("reason",),
    "G1": ("category",),
    "G2": ("category",),
    "G4": ("age",),
    "G5": ("decision",),
    "R1": ("source", "stage"),
    "R2": ("days",),
    "R5": ("days",),
    "V2": ("stage",),
    "V4": ("days",),
    "V7": ("milestone",),
}
REASONS: tuple[Part, ...] = tuple(("reason", code) for code in codes("grant_decision", "reason"))
# What else adds up within an indicator: a figure and its parts. The total of V1
# tells visits made and visits not made, so it is a sum twice.
ALSO: dict[str, tuple[tuple[Part, tuple[Part, ...]], ...]] = {
    "V1": (
        (TOTAL, (("status", "done_on_time"), ("status", "done_late"))),
        (TOTAL, (("status", "missed"), ("status", "overdue"))),
        (("timing", "on_time"), (("status", "done_on_time"),)),
    ),
    # A reason is given where a grant is declined or approved in part, and
    # sometimes where a request is withdrawn.
    "G5": (
        (TOTAL, (*REASONS, ("decision", "approved"), ("decision", "undecided"))),
        (
            TOTAL,
            (
                *REASONS,
                ("decision", "approved"),
                ("decision", "undecided"),
                ("decision", "withdrawn"),
            ),
        ),
    ),
    # Births are added and leaving is taken off: known all but one, known that one.
    "C6": ((TOTAL, tuple(("part", code) for code in ("now", "waiting", "births", "leaving"))),),
    "R5": ((("waited", "over_14"), (("days", "d15_30"), ("days", "d31"))),),
}
# Figures of which the sum of parts is not that of the whole.
NEVER_ADDED = {
    ("R5", "waited", "longest"),
    ("V4", "late", "longest"),
    *(("G3", "forecast", code) for code in ("median", "low", "high")),
}
# Figures that look back beyond their period, or count whoever was there once in
# any period: those of months are no parts of that of the quarter.
NOT_OVER_TIME = {"C1s", "G7", "R6", "V9"}
# Numbers of the second are also those of the first.
SAME_NUMBERS = {"C2": "C1", "G3": "G2", "Q3": "V2"}


@dataclass(frozen=True)
class Place:
    """A cell in the table that is protected as one."""

    unit: str
    period: Period
    split: str | None
    code: str | None


def splits_with(indicator: Indicator, split: str | None) -> tuple[str | None, ...]:
    """Return the splits that are protected together with one, the total among them where it is one."""
    joined = (None, *BY_CODES.get(indicator.id, ()))
    for whole, parts in ALSO.get(indicator.id, ()):
        joined += tuple(each for each, _ in (whole, *parts) if each not in joined)
    if split in joined:
        return tuple(dict.fromkeys(joined))
    # Codes that the database decides are too many to weigh down every total.
    return (None, split) if not indicator.splits[split] else (split,)


def sums_of(
    indicator: Indicator,
    parts: Iterable[Part],
    units: tuple[str, ...],
    tree: Units,
    periods: tuple[Period, ...],
    first_month: date,
) -> Iterator[Sum]:
    """Yield what adds up in a table of figures of these parts, units and periods."""
    parts = tuple(parts)
    tilings = [(period, tiles(period, periods, first_month)) for period in periods]
    for unit in units:
        for period in periods:
            for whole, pieces in _within(indicator, parts):
                yield Sum(Place(unit, period, *whole), tuple(Place(unit, period, *piece) for piece in pieces))
    for part in parts:
        if (indicator.id, *part) in NEVER_ADDED:
            continue
        yield from _over_units(part, units, tree, periods)
        if indicator.nature != "stock" and indicator.id not in NOT_OVER_TIME:
            yield from _over_time(part, units, tilings)


def _within(indicator: Indicator, parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    by_codes = BY_CODES.get(indicator.id, ())
    for split in dict.fromkeys(split for split, _ in parts if split is not None):
        if split in by_codes or not indicator.splits[split]:
            yield TOTAL, tuple(part for part in parts if part[0] == split)
    if TOTAL in parts:
        yield from ALSO.get(indicator.id, ())


def _over_units(
    part: Part, units: tuple[str, ...], tree: Units, periods: tuple[Period, ...]
) -> Iterator[Sum]:
    for unit in units:
        children = [child for child in tree.children(unit) if child in units]
        if children:
            for period in periods:
                yield Sum(
                    Place(unit, period, *part), tuple(Place(child, period, *part) for child in children)
                )


def _over_time(
    part: Part, units: tuple[str, ...], tilings: list[tuple[Period, tuple[Period, ...]]]
) -> Iterator[Sum]:
    for unit in units:
        for period, parts in tilings:
            if parts:
                yield Sum(Place(unit, period, *part), tuple(Place(unit, each, *part) for each in parts))


def by_period(sums: Iterable[Sum]) -> list[list[Sum]]:
    """Return the sums within each period; those over time are in none."""
    found: dict[Period, list[Sum]] = {}
    for each in sums:
        periods = {place.period for place in (each.total, *each.parts)}
        if len(periods) == 1:
            found.setdefault(*periods, []).append(each)
    return list(found.values())


def tiles(period: Period, periods: tuple[Period, ...], first_month: date) -> tuple[Period, ...]:
    """Return the fewest of the periods that make up one, or none where they leave a gap.

    Months before the first one that is counted are not there, so they leave no
    gap. A year to date may be the same as one other period.
    """
    found: list[Period] = []
    month = max(period.first, first_month)
    while month <= period.last:
        fitting = [
            each
            for each in periods
            if each.kind not in ("ytd", period.kind)
            and max(each.first, first_month) == month
            and each.last <= period.last
            and (period.kind == "ytd" or (each.first, each.last) != (period.first, period.last))
        ]
        if not fitting:
            return ()
        found.append(max(fitting, key=lambda each: each.last))
        month = add_months(found[-1].last, 1)
    return tuple(found)
