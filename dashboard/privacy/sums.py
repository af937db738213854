"""What adds up to what: figures of one indicator over codes, units and periods.

What adds up over codes and over time is said in the indicator's definition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dashboard.indicators.definitions import TOTAL, Indicator, Part
from dashboard.periods import Period, add_months
from dashboard.privacy.hiding import Sum
from dashboard.snapshot import Units


class Place(NamedTuple):
    """A cell in the table that is protected as one."""

    unit: str
    period: Period
    split: str | None
    code: str | None


def splits_with(indicator: Indicator, split: str | None) -> tuple[str | None, ...]:
    """Return the splits that are protected together with one, the total among them where it is one."""
    joined = (None, *indicator.adds_up.by_codes)
    for whole, parts in indicator.adds_up.also:
        joined += tuple(each for each, _ in (whole, *parts) if each not in joined)
    if split is None or split in joined:
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
) -> Iterator[Sum[Place]]:
    """Yield what adds up in a table of figures of these parts, units and periods."""
    parts = tuple(parts)
    tilings = [(period, tiles(period, periods, first_month)) for period in periods]
    for unit in units:
        for period in periods:
            for whole, pieces in _within(indicator, parts):
                yield Sum(Place(unit, period, *whole), tuple(Place(unit, period, *piece) for piece in pieces))
    for part in parts:
        if part in indicator.adds_up.never:
            continue
        yield from _over_units(part, units, tree, periods)
        if indicator.adds_up_over_time:
            yield from _over_time(part, units, tilings)


def _within(indicator: Indicator, parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    for split in dict.fromkeys(split for split, _ in parts if split is not None):
        if split in indicator.adds_up.by_codes or not indicator.splits[split]:
            yield TOTAL, tuple(part for part in parts if part[0] == split)
    if TOTAL in parts:
        yield from indicator.adds_up.also


def _over_units(
    part: Part, units: tuple[str, ...], tree: Units, periods: tuple[Period, ...]
) -> Iterator[Sum[Place]]:
    for unit in units:
        children = [child for child in tree.children(unit) if child in units]
        if children:
            for period in periods:
                yield Sum(
                    Place(unit, period, *part), tuple(Place(child, period, *part) for child in children)
                )


def _over_time(
    part: Part, units: tuple[str, ...], tilings: list[tuple[Period, tuple[Period, ...]]]
) -> Iterator[Sum[Place]]:
    for unit in units:
        for period, parts in tilings:
            if parts:
                yield Sum(Place(unit, period, *part), tuple(Place(unit, each, *part) for each in parts))


def by_period(sums: Iterable[Sum[Place]]) -> list[list[Sum[Place]]]:
    """Return the sums within each period; those over time are in none."""
    found: dict[Period, list[Sum[Place]]] = {}
    for each in sums:
        periods = {place.period for place in (each.total, *each.parts)}
        if len(periods) == 1:
            found.setdefault(periods.pop(), []).append(each)
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
