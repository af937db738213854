"""Numbers in a language, rounded half up so that tile, chart, table and file agree.

Babel hands out dictionaries that all locales share and writes into them
(python-babel issue 1234), so readers of two languages would mix. Each locale
that is used gets a deep copy of its data before anything is formatted.
"""

from __future__ import annotations

import copy
import math
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import Any, TypeGuard

from babel import Locale, localedata
from babel.numbers import format_decimal

from dashboard.i18n.languages import LANGUAGES

MISSING = "–"
MINUS = "−"
# Digits that a division of floats can be trusted for: 0.285 may arrive as 0.28499999999999998.
TRUSTED = Decimal("1e-12")


def _isolate() -> None:
    """Give each locale, and those it inherits from, data of its own."""
    names = dict.fromkeys(
        "_".join(parts[:count])
        for parts in (language.locale.split("_") for language in LANGUAGES.values())
        for count in range(1, len(parts) + 1)
    )
    present = [name for name in (*names, "root", "en_001") if localedata.exists(name)]
    for name in present:
        localedata.load(name)
    kept = localedata._cache  # noqa: SLF001 - Babel has no other door to what its locales share
    for name in present:
        kept[name] = copy.deepcopy(kept[name])


_isolate()


@cache
def babel_locale(name: str) -> Locale:
    """Return Babel's locale, the only way to one."""
    return Locale.parse(name)


def present(value: Any) -> TypeGuard[float]:
    """Whether there is a number, which None, NaN, pandas' NA and NaT are not."""
    if value is None:
        return False
    try:
        return not math.isnan(value)
    except TypeError:
        return False


def exact(value: float) -> Decimal:
    """Return a number as it reads in decimals, without the dust of binary fractions."""
    number = Decimal(str(value))
    if number == number.to_integral_value():
        return number
    return number.quantize(TRUSTED, ROUND_HALF_UP)


def half_up(value: float | Decimal, digits: int = 0) -> Decimal:
    """Round half away from zero, as people, spreadsheets and charts do."""
    number = value if isinstance(value, Decimal) else exact(value)
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@lru_cache(maxsize=50_000)
def grouped(value: Decimal, digits: int, locale: str) -> str:
    """Return a number of no sign with exactly so many digits after the point."""
    own = babel_locale(locale)
    whole = own.decimal_formats[None].pattern.split(";")[0].split(".")[0]
    pattern = whole + ("." + "0" * digits if digits else "")
    return format_decimal(abs(value), pattern, locale=own)


@cache
def percent_sign(locale: str) -> str:
    """Return what CLDR writes behind a percentage, with its space."""
    return re.split("[#0,.]+", babel_locale(locale).percent_formats[None].pattern.split(";")[0])[-1]


def number_text(value: float | Decimal, digits: int, locale: str) -> str:
    """Return a number with a true minus sign; what rounds to zero has none."""
    rounded = half_up(value, digits)
    return (MINUS if rounded < 0 else "") + grouped(rounded, digits, locale)


def signed_text(value: float | Decimal, digits: int, locale: str) -> str:
    """Return a change: +3, −3, and ±0 where nothing is left after rounding."""
    rounded = half_up(value, digits)
    sign = "±" if rounded == 0 else MINUS if rounded < 0 else "+"
    return sign + grouped(rounded, digits, locale)
