"""One column of a query as cubes: its total, and each split that it knows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.indicators.cubes import Cubes, Span, place, series
from dashboard.indicators.distribution import longest, quantile, within

Splits = Mapping[str, tuple[str, tuple[str, ...]]]


class Tally:
    """Numbers by unit and month, in total and by code.

    Args:
        splits: dimension to the column that holds it and its codes.
    """

    def __init__(self, cubes: Cubes, query: str, column: str, splits: Splits | None = None) -> None:
        self._total = cubes.rolled(query, column)
        self._by = {
            split: cubes.rolled(query, column, of, codes) for split, (of, codes) in (splits or {}).items()
        }
        self._place: dict[tuple[str, str | None], int] = {
            (split, code): n for split, (_, codes) in (splits or {}).items() for n, code in enumerate(codes)
        }

    def months(self, unit: int, split: str | None = None, code: str | None = None) -> np.ndarray:
        """Return one number a month."""
        if split is None:
            return self._total[unit]
        return self._by[split][unit, :, self._place[split, code]]

    def day(self, unit: int, span: Span, split: str | None = None, code: str | None = None) -> float:
        """Return the number on the last day of the period (a stock)."""
        return float(self.months(unit, split, code)[span.day])

    def at(self, unit: int, month: int) -> float:
        """Return the number of one place on the month axis."""
        return float(self._total[unit, month])

    def sum(self, unit: int, span: Span, split: str | None = None, code: str | None = None) -> float:
        """Return the sum over the months of the period (a flow)."""
        return float(self.months(unit, split, code)[span.flow].sum())


class Families:
    """A lower bound of the distinct families behind visits or money of a period.

    One family may stand in several months and codes, but only in one centre:
    so the largest number of each centre is taken, and these are added up.
    """

    def __init__(
        self,
        cubes: Cubes,
        query: str,
        split: str | None = None,
        codes: tuple[str, ...] = (),
        column: str = "families",
    ) -> None:
        own = cubes.own(query, column, split, codes)
        self._own = own if split is not None else own[:, :, np.newaxis]
        self._members = cubes.members
        self._place = {code: n for n, code in enumerate(codes)}

    def at_least(self, unit: int, span: Span, code: str | None = None, among: slice = slice(None)) -> float:
        """Return the bound, for one code or for those among the codes."""
        chosen = among if code is None else slice(self._place[code], self._place[code] + 1)
        found = self._own[self._members[unit], span.flow, chosen]
        return float(found.max(axis=(1, 2), initial=0).sum())


class Largest:
    """The two largest amounts that one family has of a sum of money.

    A family is at one centre: those of a region are the largest of its centres.
    Where several units have budget lines for the same family, it counts as several.

    Args:
        basis: "paid", "budget" or "unpaid", as the query tells them apart.
        codes: what the query calls the parts of the sum, ALL of them among these.
    """

    # A calendar year is the longest period.
    LONGEST = 12

    def __init__(self, cubes: Cubes, basis: str, codes: tuple[str, ...]) -> None:
        query = "largest_amounts_by_unit_and_month"
        rows = cubes.snapshot.counts[query]
        axes = [
            cubes.units_of(query),
            cubes.months_of(query),
            series(rows, "months").to_numpy(dtype=np.int64),
            # A place of -1 is left out.
            np.where(series(rows, "basis") == basis, pd.Index(codes).get_indexer(series(rows, "code")), -1),
        ]
        sizes = [*cubes.shape, self.LONGEST + 1, len(codes)]
        largest = [place(axes, sizes, series(rows, name)) for name in ("largest", "second_largest")]
        own = np.stack(largest, axis=1).astype(np.float32)
        self._of = np.stack([_two_largest(own[members]) for members in cubes.members])
        self._place = {code: n for n, code in enumerate(codes)}

    def of(self, unit: int, span: Span, code: str) -> tuple[float, float]:
        """Return both, of the months of a period."""
        return self._both(unit, span.window, len(span.period.months), code)

    def day(self, unit: int, span: Span, code: str) -> tuple[float, float]:
        """Return both, on the last day of the period."""
        return self._both(unit, span.day, 0, code)

    def _both(self, unit: int, month: int, months: int, code: str) -> tuple[float, float]:
        first, second = self._of[unit, :, month, months, self._place[code]].tolist()
        return first, second


def _two_largest(own: np.ndarray) -> np.ndarray:
    """Return the two largest (first axis) of units (first axis) that each have two (second axis)."""
    amounts = own.reshape(-1, *own.shape[2:])
    return np.sort(amounts, axis=0)[:-3:-1]


class Days:
    """Counts per whole day (waited, late, until recorded), by unit and month.

    Rows without a number of days are in no count.
    """

    def __init__(self, cubes: Cubes, query: str, days: str, column: str) -> None:
        rows = cubes.snapshot.counts[query]
        # Only days that occur: one row of ten years ago is no reason for an axis of ten years.
        self._days = np.unique(series(rows, days).dropna().to_numpy(dtype=np.int64))
        axes = [
            cubes.units_of(query),
            cubes.months_of(query),
            pd.Index(self._days).get_indexer(series(rows, days)),
        ]
        counts = place(axes, [*cubes.shape, len(self._days)], series(rows, column))
        self._counts = cubes.roll_up(counts.astype(np.int32))

    def day(self, unit: int, span: Span) -> np.ndarray:
        """Return the counts on the last day of the period, one for each number of days."""
        return self._counts[unit, span.day]

    def sum(self, unit: int, span: Span) -> np.ndarray:
        """Return the counts of the months of the period, one for each number of days."""
        return self._counts[unit, span.flow].sum(axis=0)

    def median(self, counts: np.ndarray) -> float | None:
        return quantile(self._days, counts, 0.5)

    def p90(self, counts: np.ndarray) -> float | None:
        return quantile(self._days, counts, 0.9)

    def longest(self, counts: np.ndarray) -> int | None:
        return longest(self._days, counts)

    def within(self, counts: np.ndarray, first: int, last: int | None) -> float:
        return within(self._days, counts, first, last)


class Firsts:
    """Distinct families or savers of any period: each counts in its first month there.

    The query has a row for each month of theirs with the month before it.
    """

    def __init__(self, cubes: Cubes, query: str, column: str, split: str | None = None) -> None:
        self._members = cubes.members
        rows = cubes.snapshot.counts[query]
        unit, month = cubes.units_of(query), cubes.months_of(query)
        # Month 0: none before, or one before the first month.
        before = np.maximum(cubes.months_of(query, "previous_month"), 0)
        numbers = rows[column].to_numpy(dtype=np.int64)
        order = np.argsort(unit, kind="stable")
        columns = tuple(values[order] for values in (unit, month, before, numbers))
        codes = rows[split].to_numpy()[order] if split else np.full(len(rows), None)
        self._of_code = {code: tuple(values[codes == code] for values in columns) for code in set(codes)}

    def count(self, unit: int, span: Span, code: str | None = None) -> float:
        """Return how many there are in the period, each once."""
        if code not in self._of_code:
            return 0.0
        units, months, before, numbers = self._of_code[code]
        members = self._members[unit]
        own = slice(*np.searchsorted(units, [members.start, members.stop]))
        in_period = (months[own] >= span.flow.start) & (months[own] < span.flow.stop)
        return float(numbers[own][in_period & (before[own] < span.first)].sum())


class LastVisits:
    """Distinct families or savers on the day, with a visit in the period.

    The query has a row for each day with the month of their last visit by then:
    they had one in the period where that is not before it, so each counts once.
    """

    def __init__(self, cubes: Cubes, query: str, column: str) -> None:
        self._members = cubes.members
        rows = cubes.snapshot.counts[query]
        self._units = cubes.units_of(query)
        self._months = cubes.months_of(query)
        self._visited = cubes.months_of(query, "last_visit_month")
        self._numbers = rows[column].to_numpy(dtype=np.int64)

    def count(self, unit: int, span: Span) -> float:
        """Return how many there are, each once."""
        members = self._members[unit]
        own = (self._units >= members.start) & (self._units < members.stop)
        found = own & (self._visited >= span.first) & (self._months == span.day)
        return float(self._numbers[found].sum())
