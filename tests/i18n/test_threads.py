"""Readers of several languages at once: nobody sees another's months or numbers."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from babel.dates import format_date

from dashboard.i18n.numbers import babel_locale
from dashboard.i18n.words import words
from dashboard.indicators.periods import Period

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")
# November and the fourth quarter are where Babel 2.18 mixes languages up.
SAID = {
    "ko": ("11월", "2026년 4분기", "3가구", "12,345", "a, b 및 c"),
    "en": ("Nov", "Q4 2026", "3 families", "12,345", "a, b and c"),
    "ja": ("11月", "2026年第4四半期", "3世帯", "12,345", "a、b、c"),
    "zh_Hans": ("11月", "2026年第4季度", "3户", "12,345", "a、b和c"),
    "fr": ("nov.", "T4 2026", "3\u00a0familles", "12\u202f345", "a, b et c"),
}


def said(language: str) -> tuple[str, ...]:
    fmt = words(language).fmt
    november = date(2026, 11, 3)
    return (
        fmt.month_short(november),
        fmt.period(Period.containing(november, "quarter")),
        fmt.counted(3, "families"),
        fmt.number(12345),
        fmt.list(["a", "b", "c"]),
    )


def wrong(seed: int) -> int:
    """Return how many of 500 answers in random languages are not as expected."""
    chosen = random.Random(seed).choices(LANGUAGES, k=500)
    return sum(said(language) != SAID[language] for language in chosen)


def test_eight_threads_in_random_languages_never_mix():
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(wrong, range(8))) == 0


def test_babel_itself_keeps_its_locales_apart_once_they_are_isolated():
    names = ("ja_JP", "ko_KR", "zh_Hans_CN", "en_GB", "fr_FR")
    november, months = date(2026, 11, 3), {}
    for name in names * 2:
        months[name] = format_date(november, "LLLL", locale=babel_locale(name))
    assert months == {
        "ja_JP": "11月", "ko_KR": "11월", "zh_Hans_CN": "十一月", "en_GB": "November", "fr_FR": "novembre",
    }
