"""Everything that is not a sentence: numbers, shares, money, days, periods and counts.

One `Fmt` for each language, never changed and shared by all threads. A value
that is not there reads "–", never 0 and never NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from babel.lists import format_list

from dashboard.i18n import counts, dates, days_away, period_names
from dashboard.i18n.conventions import conventions
from dashboard.i18n.languages import PSEUDO, language
from dashboard.i18n.money import compact_text, money_exact, money_parts
from dashboard.i18n.numbers import (
    MISSING,
    babel_locale,
    exact,
    half_up,
    missing,
    number_text,
    percent_sign,
    signed_text,
)
from dashboard.indicators.measures import GAP, MEASURES, MONEY, SHARE
from dashboard.periods import Period

if TYPE_CHECKING:
    from dashboard.i18n.words import Words


class Fmt:
    """Formats of one language. `missing` is what stands for a value that is not there."""

    __slots__ = ("_language", "_locale", "_words")

    missing = MISSING

    def __init__(self, words: Words) -> None:
        self._words = words
        self._language = "en" if words.language == PSEUDO.code else words.language
        self._locale = language(words.language).locale

    def number(self, value: float | None, digits: int = 0) -> str:
        """Return a number with its groups: 1,234 or 1 234."""
        return MISSING if missing(value) else number_text(value, digits, self._locale)

    def signed(self, value: float | None, digits: int = 0) -> str:
        """Return a change of a count: +18, −3, ±0."""
        return MISSING if missing(value) else signed_text(value, digits, self._locale)

    def percent(self, share: float | None, digits: int = 0) -> str:
        """Return a share of 0 to 1 as a percentage."""
        if missing(share):
            return MISSING
        return number_text(exact(share) * 100, digits, self._locale) + self._percent_sign

    @property
    def _percent_sign(self) -> str:
        return conventions(self._language).percent_sign or percent_sign(self._locale)

    def points(self, difference: float | None, digits: int = 0, signed: bool = True) -> str:
        """Return the difference of two shares of 0 to 1, in percentage points."""
        if missing(difference):
            return MISSING
        write = signed_text if signed else number_text
        return period_names.points_text(self._words, write(exact(difference) * 100, digits, self._locale))

    def compact(self, value: float | None) -> str:
        """Return a large number in three figures: 1.2만, 12.3k."""
        return MISSING if missing(value) else compact_text(value, self._language, self._locale)

    def money(self, amount: float | None, currency: str = "KRW") -> str:
        """Return money for reading: 1,235만 원, ₩12.3M, US$1.2bn."""
        if missing(amount):
            return MISSING
        return "".join(money_parts(amount, currency, self._language, self._locale))

    def beside(self, unused_amount: float | None, unused_currency: str = "KRW") -> str:
        """Return money in the reader's currency: empty, since none is chosen here."""
        return ""

    def money_exact(self, amount: float | None, currency: str = "KRW") -> str:
        """Return money to its last digit: 1,234,000원, US$1,234.50."""
        if missing(amount):
            return MISSING
        return money_exact(amount, currency, self._language, self._locale)

    def date(self, day: date | None) -> str:
        """Return a day with its year: 2026. 7. 5. or 5 Jul 2026."""
        return self._day(day, dates.date_text)

    def day(self, day: date | None) -> str:
        """Return a day without its year: 7. 5. or 5 Jul."""
        return self._day(day, dates.day_text)

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
        if missing_day(day):
            return MISSING
        return self._words.made(write(day, self._language, self._locale))

    def months(self, first: date, last: date) -> str:
        """Return a range of months: 2026년 1월~6월, Jan – Jun 2026."""
        return self._words.made(dates.months_text(first, last, self._language, self._locale))

    def days(self, first: date, last: date) -> str:
        """Return a range of days: 2026年7月5日～8日, 5 – 8 Jul 2026."""
        return self._words.made(dates.days_text(first, last, self._language, self._locale))

    def span(self, low: str, high: str) -> str:
        """Return a range of two figures that are written already: 50~59, 38%–56%."""
        return f"{low}{conventions(self._language).between}{high}"

    def relative_day(self, day: date | None, today: date) -> str:
        """Return how far a day is from today, without a capital: yesterday, 3 days ago, in 2 days."""
        if missing_day(day):
            return MISSING
        return days_away.text(self._words, (day - today).days, self.number)

    def period(self, period: Period) -> str:
        """Return a period: 2026년 2분기, H1 2026, 2026년 누계(6월까지)."""
        return period_names.period_text(self._words, period)

    def period_range(self, period: Period) -> str:
        """Return the months of a period, which a quarter's name leaves open."""
        return self.months(period.first, period.last)

    def measure(
        self, value: float | None, measure: str, currency: str = "KRW", digits: int | None = None
    ) -> tuple[str, str]:
        """Return a value as (figure, unit), which together are `counted`.

        The unit carries the space before it, where its language has one:
        ("342", "가구"), ("342", " families"), ("71", "\\u202f%"), ("₩1.2bn", "").

        Args:
            value: a count, a share of 0 to 1 or the gap of two, days, points, or money.
            measure: a name of MEASURES.
            currency: of money.
            digits: after the point; by default as the measure is read.

        """
        if missing(value):
            return MISSING, ""
        found = MEASURES[measure]
        if found.kind == MONEY:
            return money_parts(value, currency, self._language, self._locale)
        places = found.digits if digits is None else digits
        if found.kind == SHARE:
            return number_text(exact(value) * 100, places, self._locale), self._percent_sign
        if found.kind == GAP:
            change = signed_text(exact(value) * 100, places, self._locale)
            return change, period_names.points_text(self._words, "")
        rounded = half_up(value, places)
        return number_text(rounded, places, self._locale), counts.unit(self._words, rounded, found)

    def counted(
        self, value: float | None, measure: str, currency: str = "KRW", digits: int | None = None
    ) -> str:
        """Return a value with its unit: 342가구, 342 families, 87,6 %."""
        return "".join(self.measure(value, measure, currency, digits))

    def of(self, numerator: float, denominator: float, measure: str | None) -> str:
        """Return a share of few: 7건 중 5건, 5 of 7."""
        return counts.of(self._words, self.number(numerator), self.number(denominator), measure)

    def list(self, items: Sequence[str]) -> str:
        """Join names with the commas and the "and" of the language."""
        return format_list(list(items), locale=babel_locale(self._locale)) if items else ""


def missing_day(day: date | None) -> bool:
    """Whether there is no day: None, or pandas' NaT, which is a date that equals nothing."""
    return day is None or day != day  # noqa: PLR0124 - that is how NaT is known
