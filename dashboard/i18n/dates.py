"""Days, months and their ranges in a language, by patterns that nobody can read as another day."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from dashboard.i18n.conventions import conventions
from dashboard.i18n.numbers import babel_locale


def date_text(day: date, language: str, locale: str) -> str:
    """Return a day with its year."""
    pattern = conventions(language).date or babel_locale(locale).date_formats["medium"].pattern
    return _written(day, pattern, language, locale)


def day_text(day: date, language: str, locale: str) -> str:
    """Return a day without its year."""
    return _written(day, conventions(language).day or _named("MMMd", locale), language, locale)


def month_text(month: date, language: str, locale: str) -> str:
    """Return a month with its year."""
    return _written(month, _named("yMMM", locale), language, locale)


def month_of_year_text(month: date, language: str, locale: str) -> str:
    """Return a month as it stands alone."""
    return _written(month, "LLL", language, locale)


def month_in_text(month: date, language: str, locale: str) -> str:
    """Return a month as a sentence names it: novembre, not nov."""
    return _written(month, conventions(language).month or "LLL", language, locale)


def months_text(first: date, last: date, language: str, locale: str) -> str:
    """Return the months from first to last, or the one month that both are."""
    if (first.year, first.month) == (last.year, last.month):
        return month_text(first, language, locale)
    return _range(first, last, "yMMM", language, locale)


def days_text(first: date, last: date, language: str, locale: str) -> str:
    """Return the days from first to last, or the one day that both are."""
    if first == last:
        return date_text(first, language, locale)
    return _range(first, last, conventions(language).days, language, locale)


def _range(first: date, last: date, name: str, language: str, locale: str) -> str:
    """Return a range whose ends differ in a year, in a month or in nothing but the day."""
    largest = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    own = conventions(language).ranges.get((name, largest))
    opening, closing = own or babel_locale(locale).interval_formats[name][largest]
    return _written(first, opening, language, locale) + _written(last, closing, language, locale)


def _named(name: str, locale: str) -> str:
    """Return the pattern that CLDR knows by the parts it has."""
    return babel_locale(locale).datetime_skeletons[name].pattern


def _written(day: date, pattern: str, language: str, locale: str) -> str:
    """Return a day by a pattern; French writes the first of a month as 1er."""
    text = format_date(day, pattern, locale=babel_locale(locale))
    first = conventions(language).first
    if first and day.day == 1 and pattern.startswith("d") and not pattern.startswith("dd"):
        return first + text[1:]
    return text
