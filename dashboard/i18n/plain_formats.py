"""Formats that take no message: numbers, shares, money, days and months, ranges and lists.

A value that is not there reads "–", never 0 and never NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeGuard

from babel.lists import format_list

from dashboard.i18n import dates
from dashboard.i18n.conventions import conventions
from dashboard.i18n.languages import PSEUDO
from dashboard.i18n.languages import language as language_of
from dashboard.i18n.money import money_parts
from dashboard.i18n.numbers import (
    MISSING,
    babel_locale,
    exact,
    number_text,
    percent_sign,
    present,
    signed_text,
)
from dashboard.i18n.pseudo import made


class PlainFmt:
    """Formats of one language. `missing` is what stands for a value that is not there."""

    __slots__ = ("_language", "_locale", "_shown")

    missing = MISSING

    def __init__(self, language: str) -> None:
        self._shown = language
        self._language = "en" if language == PSEUDO.code else language
        self._locale = language_of(language).locale

    def number(self, value: float | None, digits: int = 0) -> str:
        """Return a number with its groups: 1,234 or 1 234."""
        return number_text(value, digits, self._locale) if present(value) else MISSING

    def signed(self, value: float | None, digits: int = 0) -> str:
        """Return a change of a count: +18, −3, ±0."""
        return signed_text(value, digits, self._locale) if present(value) else MISSING

    def percent(self, share: float | None, digits: int = 0) -> str:
        """Return a share of 0 to 1 as a percentage."""
        if not present(share):
            return MISSING
        return number_text(exact(share) * 100, digits, self._locale) + self._percent_sign

    @property
    def _percent_sign(self) -> str:
        return conventions(self._language).percent_sign or percent_sign(self._locale)

    def money(self, amount: float | None, currency: str = "KRW") -> str:
        """Return money for reading: 1,235만 원, ₩12.3M, US$1.2bn."""
        if not present(amount):
            return MISSING
        return "".join(money_parts(amount, currency, self._language, self._locale))

    def date(self, day: date | None) -> str:
        """Return a day with its year: 2026. 7. 5. or 5 Jul 2026."""
        return self._day(day, dates.date_text)

    def month(self, month: date | None) -> str:
        """Return a month with its year: 2026년 7월, Jul 2026."""
        return self._day(month, dates.month_text)

    def month_short(self, month: date | None) -> str:
        """Return a month without its year, for an axis: 7월, Jul."""
        return self._day(month, dates.month_of_year_text)

    def month_named(self, month: date | None) -> str:
        """Return a month without its year, within a sentence: 7월, July."""
        return self._day(month, dates.month_in_text)

    def _day(self, day: date | None, write: Callable[[date, str, str], str]) -> str:
        if not is_day(day):
            return MISSING
        return made(write(day, self._language, self._locale), self._shown)

    def months(self, first: date, last: date) -> str:
        """Return a range of months: 2026년 1월~6월, Jan – Jun 2026."""
        return made(dates.months_text(first, last, self._language, self._locale), self._shown)

    def span(self, low: str, high: str) -> str:
        """Return a range of two figures that are written already: 50~59, 38%–56%."""
        return f"{low}{conventions(self._language).between}{high}"

    def list(self, items: Sequence[str]) -> str:
        """Join names with the commas and the "and" of the language."""
        return format_list(list(items), locale=babel_locale(self._locale)) if items else ""


def is_day(day: date | None) -> TypeGuard[date]:
    """Whether there is a day; pandas' NaT is a date that equals nothing, not even itself."""
    return day is not None and day == day  # noqa: PLR0124 - NaT, as above
