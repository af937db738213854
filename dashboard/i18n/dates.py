"""Days, months and ranges of months in a language, by patterns that nobody can read as another day."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from dashboard.i18n.conventions import conventions
from dashboard.i18n.numbers import babel_locale

# CLDR's name for the pattern of a month with its year.
MONTH = "yMMM"


def date_text(day: date, language: str, locale: str) -> str:
    """Return a day with its year."""
    pattern = conventions(language).date or babel_locale(locale).date_formats["medium"].pattern
    return _written(day, pattern, language, locale)


def month_text(month: date, language: str, locale: str) -> str:
    """Return a month with its year."""
    return _written(month, babel_locale(locale).datetime_skeletons[MONTH].pattern, language, locale)


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
    largest = "y" if first.year != last.year else "M"
    own = conventions(language).ranges.get(largest)
    opening, closing = own or babel_locale(locale).interval_formats[MONTH][largest]
    return _written(first, opening, language, locale) + _written(last, closing, language, locale)


def _written(day: date, pattern: str, language: str, locale: str) -> str:
    """Return a day by a pattern; French writes the first of a month as 1er."""
    text = format_date(day, pattern, locale=babel_locale(locale))
    first = conventions(language).first
    if first and day.day == 1 and pattern.startswith("d") and not pattern.startswith("dd"):
        return first + text[1:]
    return text
