"""What the comparison with ICU asks: rows of our own text, and what Chromium's `Intl` is asked for the same.

Quarters are not among them: `Intl` writes none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from dashboard.i18n.exchange import currency_name
from dashboard.i18n.formats import Fmt
from dashboard.i18n.words import words

LOCALES = {"ko": "ko-KR", "en": "en-GB", "ja": "ja-JP", "zh_Hans": "zh-CN", "fr": "fr-FR"}
CURRENCIES = ("KRW", "USD", "EUR", "GBP", "JPY", "CNY")
WHOLE = ("KRW", "JPY")  # of which nothing is smaller

# As text: `Intl` reads it to the last digit, as we read a number's decimals.
SIZES = (
    "0",
    "0.04",
    "0.05",
    "0.145",
    "0.285",
    "0.4",
    "0.5",
    "0.95",
    "1",
    "1.005",
    "1.5",
    "2.5",
    "2.675",
    "8.95",
    "9",
    "9.95",
    "12.5",
    "99",
    "99.5",
    "99.94",
    "99.95",
    "100.5",
    "999",
    "999.4",
    "999.5",
    "999.95",
    "1000",
    "1234.5",
    "1250",
    "9949",
    "9950",
    "9999",
    "9999.4",
    "9999.5",
    "10000",
    "12345",
    "12350",
    "99499",
    "99500",
    "99949",
    "99950",
    "99999",
    "100000",
    "999499",
    "999500",
    "999949",
    "999950",
    "999999",
    "1000000",
    "1234567",
    "9949999",
    "9950000",
    "9999499",
    "9999999",
    "12345678",
    "12350000",
    "99499999",
    "99500000",
    "99949999",
    "99950000",
    "99994999",
    "99995000",
    "99999999",
    "100000000",
    "123456789",
    "999499999",
    "999500000",
    "999999999",
    "1000000000",
    "1234567890",
    "9949999999",
    "9950000000",
    "99999999999",
    "999499999999",
    "999500000000",
    "999949999999",
    "999950000000",
    "1000000000000",
    "1234567890123",
)
NUMBERS = (*SIZES, *(f"-{size}" for size in SIZES[1:]))
SHARES = (
    "0",
    "0.0004",
    "0.0005",
    "0.005",
    "0.125",
    "0.1255",
    "0.145",
    "0.285",
    "0.876",
    "0.9994",
    "0.9995",
    "1",
    "1.005",
    "12.345",
    "-0.004",
    "-0.0004",
    "-0.285",
)
YEARS = tuple(date(2026, month, 1) for month in range(1, 13))
DAYS = (
    *YEARS,
    *(first - timedelta(1) for first in YEARS),
    *(first.replace(day=11) for first in YEARS),
    date(2024, 2, 29),
    date(1999, 12, 31),
    date(2026, 7, 5),
    date(2026, 7, 21),
    date(2026, 7, 31),
)
FROM = (date(2026, 1, 1), date(2026, 4, 11), date(2026, 6, 29), date(2026, 7, 5), date(2026, 12, 21))
RANGES = tuple(
    (first, first + timedelta(length))
    for first, length in product(FROM, (0, 1, 2, 3, 9, 30, 31, 92, 364, 365, 400))
)
AWAY = (
    -1234,
    -1000,
    -999,
    -366,
    -31,
    -21,
    -10,
    -7,
    -4,
    -3,
    -2,
    -1,
    0,
    1,
    2,
    3,
    4,
    7,
    10,
    21,
    31,
    999,
    1000,
    1234,
)
TODAY = date(2026, 7, 1)
LISTS = (["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"])

Ask = dict[str, object]


@dataclass(frozen=True)
class Row:
    """One comparison: our text, what `Intl` is asked, and which of its answers holds."""

    kind: str
    language: str
    value: object
    ours: str
    asks: tuple[Ask, ...]

    def theirs(self, answers: list[str]) -> str:
        """Return the first answer with a figure below a hundred, else the last one."""
        return next((answer for answer in answers if figure(answer) < 100), answers[-1])


def figure(text: str) -> float:
    """Return the number in a text, whose point is a comma where there is no point."""
    digits = re.search(r"\d[\d.,\u202f]*", text)
    plain = digits.group().replace("\u202f", "") if digits else "0"
    return float(plain.replace(",", ".") if re.fullmatch(r"\d+,\d", plain) else plain.replace(",", ""))


def rows() -> list[Row]:
    """Return every comparison of every language."""
    return [row for language in LOCALES for write in KINDS for row in write(words(language).fmt, language)]


def numbers(fmt: Fmt, language: str) -> Iterator[Row]:
    for value, digits in product(NUMBERS, (0, 1, 2)):
        yield Row(
            "number", language, value, fmt.number(float(value), digits), (plain(language, value, digits),)
        )
    for value, digits in product(NUMBERS, (0, 1)):
        ask = plain(language, value, digits, signDisplay="always")
        yield Row("signed", language, value, fmt.signed(float(value), digits), (ask,))
    for low, high in product(SIZES[:16], (50, 1234)):
        ask = {**plain(language, low, 0), "method": "formatRange", "values": [float(low), high]}
        yield Row(
            "numbers", language, (low, high), fmt.span(fmt.number(float(low)), fmt.number(high)), (ask,)
        )
    for value, digits in product(SHARES, (0, 1)):
        ask = plain(language, value, digits, style="percent")
        yield Row("percent", language, value, fmt.percent(float(value), digits), (ask,))


def large(fmt: Fmt, language: str) -> Iterator[Row]:
    for value, currency in product(NUMBERS, CURRENCIES):
        asks = scaled(language, value, style="currency", currency=currency)
        if currency in WHOLE and abs(float(value)) < 1000:
            asks = asks[1:]
        yield Row(f"money {currency}", language, value, fmt.money(float(value), currency), asks)


def days(fmt: Fmt, language: str) -> Iterator[Row]:
    month = {"year": "numeric", "month": "short"}
    for day in DAYS:
        yield Row("date", language, day, fmt.date(day), (dated(language, day, **DATE[language]),))
        yield Row("month", language, day, fmt.month(day), (dated(language, day, **month),))
        yield Row(
            "month of year", language, day, fmt.month_short(day), (dated(language, day, month="short"),)
        )
    for first, last in RANGES:
        yield Row(
            "months",
            language,
            (first, last),
            fmt.months(first, last),
            (dated(language, first, last, **month),),
        )
    for away in AWAY:
        ask = asked("RelativeTimeFormat", language, away, "day", numeric="auto")
        yield Row("relative day", language, away, fmt.relative_day(TODAY + timedelta(away), TODAY), (ask,))


def names(fmt: Fmt, language: str) -> Iterator[Row]:
    for items in LISTS:
        yield Row("list", language, len(items), fmt.list(items), (asked("ListFormat", language, items),))
    for currency in CURRENCIES:
        ask = asked("DisplayNames", language, currency, type="currency")
        yield Row("currency", language, currency, currency_name(currency, words(language)), (ask,))


KINDS: tuple[Callable[[Fmt, str], Iterator[Row]], ...] = (numbers, large, days, names)

# The word list decides the order of a date (2026. 7. 5., 2026年7月5日), which ICU has under these names.
DATE = {language: {"dateStyle": "long" if language == "ja" else "medium"} for language in LOCALES}


def plain(language: str, value: str, digits: int, **options: object) -> Ask:
    """Ask for a number of so many digits, without a sign where nothing is left of it."""
    return asked(
        "NumberFormat",
        language,
        value,
        **{
            "minimumFractionDigits": digits,
            "maximumFractionDigits": digits,
            "signDisplay": "negative",
            **options,
        },
    )


def scaled(language: str, value: str, **options: object) -> tuple[Ask, Ask]:
    """Ask for a large number with one digit and with none: the word list has three figures, grouped.

    It scales Korean by 만 and 억, so what ICU would scale by 천 is asked for unscaled.
    """
    thousands = language == "ko" and abs(float(value)) < 9999.5
    notation = "standard" if thousands else "compact"
    one, none = (
        asked(
            "NumberFormat",
            language,
            value,
            **{
                "notation": notation,
                "useGrouping": "always",
                "signDisplay": "negative",
                "minimumFractionDigits": 0,
                "maximumFractionDigits": digits,
                **options,
            },
        )
        for digits in (1, 0)
    )
    return one, none


def dated(language: str, *days: date, **options: object) -> Ask:
    """Ask for a day, or for the range of two."""
    ask = asked("DateTimeFormat", language, *(day.isoformat() for day in days), timeZone="UTC", **options)
    return {**ask, "days": True, "method": "format" if len(days) == 1 else "formatRange"}


def asked(maker: str, language: str, *values: object, **options: object) -> Ask:
    """Ask one of `Intl`'s makers for a text of some values."""
    method = "of" if maker == "DisplayNames" else "format"
    return {
        "maker": maker,
        "locale": LOCALES[language],
        "options": options,
        "method": method,
        "values": list(values),
        "days": False,
    }
