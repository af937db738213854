"""Formats in which words stand beside a number: points, periods, days away, counts with their units.

One `Fmt` for each language, never changed and shared by all threads.
"""

from __future__ import annotations

from datetime import date

from dashboard.i18n import counts, period_names
from dashboard.i18n.money import money_parts
from dashboard.i18n.numbers import MISSING, exact, half_up, number_text, present, signed_text
from dashboard.i18n.plain_formats import PlainFmt, is_day
from dashboard.i18n.translator import Translator
from dashboard.measures import GAP, MEASURES, MONEY, SHARE
from dashboard.periods import Period


class Fmt(PlainFmt):
    """Formats of one language, with its words."""

    __slots__ = ("_words",)

    def __init__(self, words: Translator) -> None:
        super().__init__(words.language)
        self._words = words

    def points(self, difference: float | None, digits: int = 0, signed: bool = True) -> str:
        """Return the difference of two shares of 0 to 1, in percentage points."""
        if not present(difference):
            return MISSING
        write = signed_text if signed else number_text
        return period_names.points_text(self._words, write(exact(difference) * 100, digits, self._locale))

    def beside(self, unused_amount: float | None, unused_currency: str = "KRW") -> str:
        """Return money in the reader's currency: empty, since none is chosen here."""
        return ""

    def relative_day(self, day: date | None, today: date) -> str:
        """Return how far a day is from today, without a capital: yesterday, 3 days ago, in 2 days."""
        if not is_day(day):
            return MISSING
        return period_names.days_away(self._words, (day - today).days, self.number)

    def period(self, period: Period) -> str:
        """Return a period: 2026년 2분기, H1 2026, 2026년 누계(6월까지)."""
        return period_names.period_text(self._words, self, period)

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
        if not present(value):
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
        unit = counts.unit(self._words, float(rounded), found)
        return number_text(rounded, places, self._locale), unit

    def counted(
        self, value: float | None, measure: str, currency: str = "KRW", digits: int | None = None
    ) -> str:
        """Return a value with its unit: 342가구, 342 families, 87,6 %."""
        return "".join(self.measure(value, measure, currency, digits))

    def of(self, numerator: float, denominator: float, measure: str | None) -> str:
        """Return a share of few: 7건 중 5건, 5 of 7."""
        return counts.of(self._words, self.number(numerator), self.number(denominator), measure)
