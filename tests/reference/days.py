"""Days, months and percentiles, as the contract's conventions word them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction


def add_months(day: date, months: int) -> date:
    """Keep the day of the month, or take the last day where there is none.

    After the year 9999 there is nothing but the last day of all.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def completed_months(birth: date, day: date) -> int:
    """Return the largest n with birth + n months on or before the day."""
    months = 0
    while add_months(birth, months + 1) <= day:
        months += 1
    return months


def month_end(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def days_of_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def days_of_year(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def each_day(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def each_month(first: date, last: date) -> Iterator[date]:
    """The first day of every month that `first` to `last` touches."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = add_months(month, 1)


def percentile(values: Sequence, share: Fraction) -> Fraction | None:
    """Interpolate at position (count - 1) * share; None of no values."""
    if not values:
        return None
    ordered = sorted(Fraction(value) for value in values)
    position = (len(ordered) - 1) * share
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def median(values: Sequence) -> Fraction | None:
    return percentile(values, Fraction(1, 2))


def p90(values: Sequence) -> Fraction | None:
    return percentile(values, Fraction(9, 10))
