"""The calendar: working days, holidays that move with the moon, seasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from dashboard.case_database.synthetic.columns import NEVER
from dashboard.periods import add_months, month_start

MONTHS = 30
"""How many months of history there are, the last one included."""

LUNAR_HOLIDAYS = (
    ("2024-02-09", 4),
    ("2024-09-16", 3),
    ("2025-01-27", 4),
    ("2025-10-05", 5),
    ("2026-02-16", 3),
    ("2026-09-24", 3),
)  # first day and length of Lunar New Year and Chuseok
FIXED_HOLIDAYS = ("01-01", "03-01", "05-05", "06-06", "08-15", "10-03", "10-09", "12-25")
MONTH_SEASON = (0.97, 0.97, 1.02, 1.03, 1.02, 1.01, 0.97, 0.89, 0.99, 1.02, 1.03, 0.97)


def number(day: date | str) -> int:
    """Return a day as the number of days since 1970-01-01."""
    return int(np.datetime64(day, "D").astype(np.int64))


def months_of(days: np.ndarray) -> np.ndarray:
    """Return whole months since January 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def month_days(months: np.ndarray | int) -> np.ndarray:
    """Return the first day of each month that `months_of` counts."""
    return np.asarray(months).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


@dataclass(frozen=True)
class Days:
    """All days from a year before the history, of so many months, to a year after its last day."""

    until_date: date
    months: int = MONTHS

    @cached_property
    def until(self) -> int:
        return number(self.until_date)

    @cached_property
    def start(self) -> int:
        return number(add_months(month_start(self.until_date), 1 - self.months))

    @cached_property
    def _all(self) -> np.ndarray:
        return np.arange(self.start - 400, self.until + 500)

    @cached_property
    def _off(self) -> np.ndarray:
        """Whether nobody works on that day."""
        names = self._all.astype("datetime64[D]").astype(str)
        off = np.isin([name[5:] for name in names], FIXED_HOLIDAYS)
        off |= (self._all + 3) % 7 >= 5
        for first, length in LUNAR_HOLIDAYS:
            off |= (self._all >= number(first)) & (self._all < number(first) + length)
        return off

    @cached_property
    def _next(self) -> np.ndarray:
        worked = self._all[~self._off]
        places = np.searchsorted(worked, self._all)
        return worked[np.minimum(places, worked.size - 1)]

    @cached_property
    def _seasons(self) -> np.ndarray:
        season = np.array(MONTH_SEASON)[months_of(self._all) % 12]
        for first, length in LUNAR_HOLIDAYS:
            near = (self._all >= number(first) - 4) & (self._all < number(first) + length + 4)
            season = np.where(near, 0.78, season)
        return season

    def _place(self, days: np.ndarray) -> np.ndarray:
        return np.clip(np.asarray(days) - self._all[0], 0, self._all.size - 1)

    def working(self, days: np.ndarray) -> np.ndarray:
        """Return the days themselves, or the next day on which people work."""
        days = np.asarray(days)
        inside = (days >= self._all[0]) & (days <= self._all[-1])
        return np.where(inside, self._next[self._place(days)], days)

    def works(self, days: np.ndarray) -> np.ndarray:
        return ~self._off[self._place(days)]

    def season(self, days: np.ndarray) -> np.ndarray:
        """Return how much of the usual work is done around each day, about 1."""
        return self._seasons[self._place(days)]

    def known(self, days: np.ndarray) -> np.ndarray:
        """Return the days that have come; NEVER for those after the last day."""
        return np.where(np.asarray(days) <= self.until, days, NEVER)
