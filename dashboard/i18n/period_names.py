"""Periods, comparisons and the distance of days in words."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.i18n.plain_formats import PlainFmt
from dashboard.i18n.translator import Translator
from dashboard.periods import Period


def period_text(words: Translator, fmt: PlainFmt, period: Period) -> str:
    """Return the name of a period, with its year."""
    year = period.first.year
    if period.kind == "month":
        return fmt.month(period.first)
    if period.kind == "quarter":
        # Translators: name of a quarter, such as Q3 2026.
        return words.gettext("Q{quarter} {year}").format(quarter=(period.first.month + 2) // 3, year=year)
    if period.kind == "half":
        return _half(words, 1 if period.first.month == 1 else 2).format(year=year)
    if period.kind == "ytd":
        month = fmt.month_short(period.last)
        # Translators: year to date; month is the last one counted, such as "2026 to Jun".
        return words.gettext("{year} to {month}").format(year=year, month=month)
    # Translators: name of a year where it stands as a period.
    return words.pgettext("period", "{year}").format(year=year)


def _half(words: Translator, half: int) -> str:
    if half == 1:
        # Translators: first half of a year.
        return words.gettext("H1 {year}")
    # Translators: second half of a year.
    return words.gettext("H2 {year}")


def kind_name(words: Translator, kind: str) -> str:
    """Return the name of a kind of period, for the bar."""
    return {
        # Translators: kind of a period.
        "month": words.pgettext("kind of period", "Month"),
        "quarter": words.pgettext("kind of period", "Quarter"),
        "half": words.pgettext("kind of period", "Half-year"),
        "year": words.pgettext("kind of period", "Year"),
        "ytd": words.pgettext("kind of period", "Year to date"),
    }[kind]


def comparison_name(words: Translator, kind: str, compare: str) -> str:
    """Return what a period is compared with, as a choice in the bar.

    Args:
        kind: of periods.KINDS.
        compare: previous, or year (the same period last year).
    """
    if compare == "year" or kind == "ytd":
        return words.gettext("Same period last year")
    return {
        "month": words.gettext("Previous month"),
        "quarter": words.gettext("Previous quarter"),
        "half": words.gettext("Previous half-year"),
        "year": words.gettext("Previous year"),
    }[kind]


def points_text(words: Translator, number: str) -> str:
    """Return percentage points: −3 pp, −3%p."""
    # Translators: percentage points, the difference of two percentages; never a bare %.
    return words.gettext("{number} pp").format(number=number)


def days_away(words: Translator, days: int, number: Callable[[int], str]) -> str:
    """Return a distance in days, the past being negative: yesterday, 3 days ago, in 2 days.

    Args:
        number: writes a number in the language.
    """
    if abs(days) <= 2:
        return _near(words)[days]
    if days < 0:
        # Translators: how long ago a day is; n is 3 or more.
        message = words.ngettext("{n} day ago", "{n} days ago", -days)
    else:
        # Translators: how soon a day is; n is 3 or more.
        message = words.ngettext("in {n} day", "in {n} days", days)
    return message.format(n=number(abs(days)))


def _near(words: Translator) -> dict[int, str]:
    """Return the days around today, which languages have a word of their own for."""
    return {
        # Translators: two days before today, in one word where there is one: 그저께, 一昨日, avant-hier.
        -2: words.pgettext("day", "2 days ago"),
        -1: words.pgettext("day", "yesterday"),
        0: words.pgettext("day", "today"),
        1: words.pgettext("day", "tomorrow"),
        # Translators: two days after today, in one word where there is one: 모레, 明後日, après-demain.
        2: words.pgettext("day", "in 2 days"),
    }
