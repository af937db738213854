"""Counts of a snapshot as cubes: unit × month × code, each unit with all beneath it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import cast

import numpy as np
import pandas as pd

from dashboard.indicators.distribution import quantile
from dashboard.periods import Period
from dashboard.snapshot import Snapshot

# Days that visits took to be recorded count over this many months.
RECORDING_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A period as places on the month axis.

    `flow` are its months; `day` the month whose day is the last of the period,
    cut at the as-of day; `window` its last month itself, for what looks back
    twelve months from there; `first` the place of its first month.
    """

    flow: slice
    day: int
    window: int
    first: int
    period: Period
    last_day: date


class Cubes:
    """Makes cubes of one snapshot.

    Units stand in tree order, so that a unit and all beneath it are
    neighbours. Month 0 is empty and stands for every month before the first.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        units = snapshot.units
        self.unit_index = {id_: n for n, id_ in enumerate(units.ids)}
        self.members = [slice(n, n + 1 + len(units.descendants(id_))) for n, id_ in enumerate(units.ids)]
        self._origin = _number(snapshot.first_month) - 1
        self._last = _number(max(snapshot.last_month, snapshot.as_of)) - self._origin
        self._today = _number(snapshot.as_of) - self._origin
        self.shape = (len(units.ids), self._last + 1)
        self._spans: dict[Period, Span] = {}
        self._ids = pd.Index(units.ids)
        # Of a query and a column: a dozen figures stand on the same axes.
        self._units: dict[tuple[str, str], np.ndarray] = {}
        self._months: dict[tuple[str, str], np.ndarray] = {}

    def span(self, period: Period) -> Span:
        if period not in self._spans:
            self._spans[period] = self._span(period)
        return self._spans[period]

    def _span(self, period: Period) -> Span:
        first = _number(period.first) - self._origin
        last = _number(period.last) - self._origin
        return Span(
            flow=slice(max(first, 1), max(last + 1, 1)),
            day=min(max(last, 0), self._today),
            window=min(max(last, 0), self._last),
            first=max(first, 1),
            period=period,
            last_day=period.last_day(self.snapshot.as_of),
        )

    def own(
        self, query: str, column: str, split: str | None = None, codes: tuple[str | int, ...] = ()
    ) -> np.ndarray:
        """Return what each unit holds itself: unit × month, and × code with a split.

        Rows of a unit, month or code that is not on the axes are left out.
        """
        rows = self.snapshot.counts[query]
        sizes = [*self.shape, len(codes)] if split is not None else list(self.shape)
        if rows.empty:
            return np.zeros(sizes)
        unit = "unit_id" if "unit_id" in rows else "org_id"
        axes = [self.units_of(query, unit), self.months_of(query)]
        if split is not None:
            axes.append(pd.Index(codes).get_indexer(series(rows, split)))
        return place(axes, sizes, series(rows, column))

    def rolled(
        self, query: str, column: str, split: str | None = None, codes: tuple[str, ...] = ()
    ) -> np.ndarray:
        """Return the same, of each unit and all beneath it."""
        return self.roll_up(self.own(query, column, split, codes))

    def roll_up(self, own: np.ndarray) -> np.ndarray:
        """Add up over each unit and all beneath it (the first axis)."""
        return np.stack([own[members].sum(axis=0) for members in self.members])

    def units_of(self, query: str, column: str = "org_id") -> np.ndarray:
        """Return the places of a query's rows on the axis of units; -1 for a unit that is not there."""
        # What an indicator reads is noted, also where its axes are known.
        rows = self.snapshot.counts[query]
        if (query, column) not in self._units:
            self._units[query, column] = self._ids.get_indexer(series(rows, column))
        return self._units[query, column]

    def months_of(self, query: str, column: str = "month") -> np.ndarray:
        """Return their places on the month axis; -1 before the first month and after the last."""
        rows = self.snapshot.counts[query]
        if (query, column) not in self._months:
            self._months[query, column] = self._months_of(series(rows, column))
        return self._months[query, column]

    def _months_of(self, months: pd.Series) -> np.ndarray:
        found = pd.to_datetime(months)
        numbers = (found.dt.year * 12 + found.dt.month - 1 - self._origin).fillna(0)
        places = numbers.to_numpy(dtype=np.int64)
        return np.where((places >= 1) & (places <= self._last), places, -1)

    @cached_property
    def recorded_by(self) -> date:
        """The day up to which a month's last day must lie for its visits to be recorded."""
        query = "recorded_visits_by_centre_and_month"
        rows, months = self.snapshot.counts[query], self.months_of(query)
        recent = rows.loc[months > max(self._today - RECORDING_MONTHS, 0)]
        by_days = recent.groupby("days_to_record", as_index=False).agg({"visits": "sum"})
        numbers, visits = (series(by_days, name).to_numpy() for name in ("days_to_record", "visits"))
        days = quantile(numbers, visits, 0.9) or 0
        # Days have passed once the day after them lies before the as-of day.
        return self.snapshot.as_of - timedelta(days=int(np.floor(days)) + 1)


def series(rows: pd.DataFrame, name: str) -> pd.Series:
    """Return a column: by its types pandas leaves open whether a name gives one or several."""
    return cast("pd.Series", rows[name])


def place(axes: list[np.ndarray], sizes: list[int], numbers: pd.Series) -> np.ndarray:
    """Add numbers up at their places; a place of -1 is left out."""
    values = numbers.to_numpy(dtype=np.float64)
    known = np.logical_and.reduce([axis >= 0 for axis in axes])
    flat = np.ravel_multi_index([axis[known] for axis in axes], sizes)
    added = np.bincount(flat, values[known], minlength=int(np.prod(sizes)))
    # Of no row at all bincount makes whole numbers.
    return added.astype(np.float64, copy=False).reshape(sizes)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
