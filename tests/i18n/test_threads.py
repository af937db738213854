"""Readers of several languages at once: nobody sees another's months or numbers."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from babel.dates import format_date

from dashboard.i18n.exchange import Exchange
from dashboard.i18n.formats import Fmt
from dashboard.i18n.numbers import babel_locale
from dashboard.i18n.words import words
from dashboard.periods import Period

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")
# November and the fourth quarter are where Babel 2.18 mixes languages up.
NOVEMBER = date(2026, 11, 3)
QUARTER = Period.containing(NOVEMBER, "quarter")
EURO = Exchange("KRW", "EUR", 0.0005, NOVEMBER, "Bank")

# Every public method of Fmt, and what it says in each language of LANGUAGES.
CALLS: dict[str, tuple[Callable[[Fmt], str], tuple[str, ...]]] = {
    "number": (
        lambda fmt: fmt.number(12345.5, 1),
        ("12,345.5", "12,345.5", "12,345.5", "12,345.5", "12\u202f345,5"),
    ),
    "signed": (
        lambda fmt: fmt.signed(-1234),
        ("−1,234", "−1,234", "−1,234", "−1,234", "−1\u202f234"),
    ),
    "percent": (
        lambda fmt: fmt.percent(0.876, 1),
        ("87.6%", "87.6%", "87.6%", "87.6%", "87,6\u202f%"),
    ),
    "points": (
        lambda fmt: fmt.points(0.032, 1),
        ("+3.2%p", "+3.2 pp", "+3.2ポイント", "+3.2个百分点", "+3,2\u00a0pt"),
    ),
    "money": (
        lambda fmt: fmt.money(1_234_567_890, "CNY"),
        ("CN¥12.3억", "CN¥1.2bn", "元\u00a012.3億", "¥12.3亿", "1,2\u00a0Md\u00a0CNY"),
    ),
    "beside": (
        lambda fmt: fmt.beside(12_345_000),
        ("약 €6,173", "≈ €6.2k", "約€6,173", "约€6,173", "≈\u00a06,2\u00a0k\u00a0€"),
    ),
    "date": (
        lambda fmt: fmt.date(NOVEMBER),
        ("2026. 11. 3.", "3 Nov 2026", "2026年11月3日", "2026年11月3日", "3 nov. 2026"),
    ),
    "month": (
        lambda fmt: fmt.month(NOVEMBER),
        ("2026년 11월", "Nov 2026", "2026年11月", "2026年11月", "nov. 2026"),
    ),
    "month_short": (
        lambda fmt: fmt.month_short(NOVEMBER),
        ("11월", "Nov", "11月", "11月", "nov."),
    ),
    "month_named": (
        lambda fmt: fmt.month_named(NOVEMBER),
        ("11월", "November", "11月", "11月", "novembre"),
    ),
    "months": (
        lambda fmt: fmt.months(date(2026, 2, 1), NOVEMBER),
        (
            "2026년 2월~11월",
            "Feb\u2009–\u2009Nov 2026",
            "2026年2月～11月",
            "2026年2月至11月",
            "févr.–nov. 2026",
        ),
    ),
    "span": (lambda fmt: fmt.span("50", "59"), ("50~59", "50–59", "50～59", "50-59", "50–59")),
    "relative_day": (
        lambda fmt: fmt.relative_day(date(2026, 10, 31), NOVEMBER),
        ("3일 전", "3 days ago", "3日前", "3天前", "il y a 3 jours"),
    ),
    "period": (
        lambda fmt: fmt.period(QUARTER),
        ("2026년 4분기", "Q4 2026", "2026年第4四半期", "2026年第4季度", "T4 2026"),
    ),
    "measure": (
        lambda fmt: "|".join(fmt.measure(12_345_000, "money")),
        ("1,235만| 원", "₩12.3M|", "1,235万|ウォン", "1,235万|韩元", "12,3|\u00a0M₩"),
    ),
    "counted": (
        lambda fmt: fmt.counted(3, "families"),
        ("3가구", "3 families", "3世帯", "3户", "3\u00a0familles"),
    ),
    "of": (
        lambda fmt: fmt.of(5, 7, "families"),
        ("7가구 중 5가구", "5 of 7", "7世帯中5世帯", "7户中5户", "5 sur 7"),
    ),
    "list": (
        lambda fmt: fmt.list(["a", "b", "c"]),
        ("a, b 및 c", "a, b and c", "a、b、c", "a、b和c", "a, b et c"),
    ),
}


# What no method asks for, and Babel 2.18 mixes up by itself: a month's whole name where it stands alone.
WHOLE = {"ko_KR": "11월", "en_GB": "November", "ja_JP": "11月", "zh_Hans_CN": "十一月", "fr_FR": "novembre"}


def wrong(seed: int) -> int:
    """Return how many answers are not as expected in 500 rounds, each of all methods in a random language."""
    chosen = random.Random(seed).choices(range(len(LANGUAGES)), k=500)
    return sum(wrong_in(place) for place in chosen)


def wrong_in(place: int) -> int:
    fmt = words(LANGUAGES[place]).beside(EURO).fmt
    locale, whole = list(WHOLE.items())[place]
    told = format_date(NOVEMBER, "LLLL", locale=babel_locale(locale))
    return sum(write(fmt) != texts[place] for write, texts in CALLS.values()) + (told != whole)


def test_eight_threads_in_random_languages_never_mix():
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(wrong, range(8))) == 0


def test_every_method_is_asked():
    public = {name for name in dir(Fmt) if not name.startswith("_")}
    assert {name for name in public if callable(getattr(Fmt, name))} == set(CALLS)
