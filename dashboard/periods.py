"""Closed periods: a month, a quarter, a half-year, a year, or the year to date."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

KINDS = ("month", "quarter", "half", "year", "ytd")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
PATTERN = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])|(ytd)))?")


def month_start(day: date) -> date:
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """Return the first day of the month `count` months after the given one."""
    years, index = divmod(month.year * 12 + month.month - 1 + count, 12)
    return date(years, index + 1, 1)


def month_end(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


@dataclass(frozen=True, order=True)
class Period:
    """Whole months from `first` to `last` (first days of months, both included).

    A year to date ends with the month of its as-of day, so its last month is
    part of what it is: `Period.year_to_date(as_of)`.
    """

    first: date
    last: date
    kind: str

    @property
    def code(self) -> str:
        """The period as it stands in a link: 2026-06, 2026-Q2, 2026-H1, 2026 or 2026-ytd."""
        year, month = self.first.year, self.first.month
        return {
            "month": f"{year}-{month:02d}",
            "quarter": f"{year}-Q{(month + 2) // 3}",
            "half": f"{year}-H{1 if month == 1 else 2}",
            "year": f"{year}",
            "ytd": f"{year}-ytd",
        }[self.kind]

    @property
    def months(self) -> tuple[date, ...]:
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return tuple(add_months(self.first, n) for n in range(count))

    def last_day(self, as_of: date) -> date:
        """Return the day of a stock: the last day, cut at the as-of day."""
        return min(month_end(self.last), as_of)

    def previous(self) -> Period:
        """Return the period of the same length before this one (a year to date: a year before)."""
        return self.earlier(12 if self.kind == "ytd" else MONTHS[self.kind])

    def year_before(self) -> Period:
        return self.earlier(12)

    def earlier(self, months: int) -> Period:
        return Period(add_months(self.first, -months), add_months(self.last, -months), self.kind)

    @staticmethod
    def month(month: date) -> Period:
        return Period(month_start(month), month_start(month), "month")

    @staticmethod
    def containing(day: date, kind: str) -> Period:
        """Return the month, quarter, half-year, year or year to date that holds a day."""
        if kind == "ytd":
            return Period(date(day.year, 1, 1), month_start(day), "ytd")
        length = MONTHS[kind]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        return Period(first, add_months(first, length - 1), kind)

    @staticmethod
    def parse(code: str, as_of: date) -> Period | None:
        """Return the period that a code names, or None where it names none.

        A year to date of an earlier year ends with the month of the as-of day.
        """
        match = PATTERN.fullmatch(code)
        if not match:
            return None
        year, month, quarter, half, ytd = match.groups()
        if int(year) < 1900 or (month and not 1 <= int(month) <= 12):
            return None
        if month:
            last, kind = int(month), "month"
        elif quarter:
            last, kind = int(quarter) * 3, "quarter"
        elif half:
            last, kind = int(half) * 6, "half"
        else:
            last, kind = (as_of.month, "ytd") if ytd else (12, "year")
        return Period.containing(date(int(year), last, 1), kind)
