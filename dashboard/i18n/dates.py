"""Days and months in a language, by patterns that nobody can read as another day."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from dashboard.i18n.numbers import babel_locale

DAY = {
    "ko": "y. M. d.", "en": "d MMM y", "ja": "y年M月d日", "zh_Hans": "y年M月d日", "fr": "d MMM y",
}
DAY_OF_YEAR = {
    "ko": "M. d.", "en": "d MMM", "ja": "M月d日", "zh_Hans": "M月d日", "fr": "d MMM",
}
MONTH = {
    "ko": "y년 M월", "en": "MMM y", "ja": "y年M月", "zh_Hans": "y年M月", "fr": "MMM y",
}
MONTH_OF_YEAR = {"ko": "M월", "en": "MMM", "ja": "M月", "zh_Hans": "M月", "fr": "MMM"}
# Between the first and the last month of a span within a year, and over years.
SPAN = {
    "ko": ("{first}~{last}", "{first}~{last}"), "en": ("{first}–{last}", "{first} – {last}"),
    "ja": ("{first}～{last}", "{first}～{last}"), "zh_Hans": ("{first}至{last}", "{first}至{last}"),
    "fr": ("{first}–{last}", "{first} – {last}"),
}
# The month that opens a span within a year: the year stands once, where the language puts it.
OPENING = {"ko": MONTH, "en": MONTH_OF_YEAR, "ja": MONTH, "zh_Hans": MONTH, "fr": MONTH_OF_YEAR}
CLOSING = {
    "ko": MONTH_OF_YEAR, "en": MONTH, "ja": MONTH_OF_YEAR, "zh_Hans": MONTH_OF_YEAR, "fr": MONTH,
}


def day_text(day: date, patterns: dict[str, str], language: str, locale: str) -> str:
    """Return a day by the pattern of its language; French writes the first as 1er."""
    text = format_date(day, patterns[language], locale=babel_locale(locale))
    if language == "fr" and day.day == 1 and patterns[language].startswith("d "):
        return "1er" + text[1:]
    return text


def months_text(first: date, last: date, language: str, locale: str) -> str:
    """Return the months from first to last, or the one month that both are."""
    within, over = SPAN[language]
    if (first.year, first.month) == (last.year, last.month):
        return day_text(first, MONTH, language, locale)
    if first.year == last.year:
        return within.format(
            first=day_text(first, OPENING[language], language, locale),
            last=day_text(last, CLOSING[language], language, locale),
        )
    return over.format(
        first=day_text(first, MONTH, language, locale),
        last=day_text(last, MONTH, language, locale),
    )
