"""The times of which a sheet has cells: periods that are over, and what they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from dashboard.periods import Period, add_months, month_end
from dashboard.privacy.profiles import Profile

# First and last month.
Span = tuple[date, date]


def length(span: Span, stock: bool) -> int:
    """Return how many months a time has; a day has none."""
    first, last = span
    return 0 if stock else (last.year - first.year) * 12 + last.month - first.month + 1


def periods_over(first_month: date, profile: Profile, as_of: date) -> Iterator[Period]:
    """Yield the periods of a protected profile that are over, the shortest kinds first."""
    for kind in profile.periods:
        period = Period.containing(as_of, kind)
        step = len(Period.containing(date(2000, 1, 1), kind).months) if kind != "ytd" else 12
        while period.last >= first_month:
            if month_end(period.last) <= as_of:
                yield period
            period = period.earlier(step)


def pieces(whole: Span, spans: Collection[Span]) -> list[Span]:
    """Return the fewest shorter times that make up one; the last one is what is left, if need be."""
    first, last = whole
    inside = [each for each in spans if first <= each[0] and each[1] <= last and each != whole]
    # By the month before which they end, the times that make up the beginning.
    made: dict[date, list[Span]] = {first: []}
    for month in _months(first, last):
        for each in inside:
            if each[0] == month and month in made:
                end, longer = add_months(each[1], 1), [*made[month], each]
                if end not in made or len(longer) < len(made[end]):
                    made[end] = longer
    end = add_months(last, 1)
    if end in made:
        return made[end]
    farthest = max(made)
    return [*made[farthest], (farthest, last)]


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = add_months(first, 1)


def rests(periods: Collection[Period]) -> Iterator[Period]:
    """Yield what long periods have beside shorter ones that are told: whoever reads both knows it.

    A year to date has months beside its quarters, and the quarter has others beside these.
    """
    told = {(each.first, each.last) for each in periods}
    while new := {rest for whole in told if (rest := pieces(whole, told)[-1]) not in told}:
        told |= new
        yield from (Period(first, last, "ytd") for first, last in sorted(new))


def spans_of(periods: tuple[Period, ...], stock: bool) -> list[Span]:
    """Return the times of cells in their order: of a stock the months on whose last day it is told."""
    return sorted({(each.last, each.last) if stock else (each.first, each.last) for each in periods})
