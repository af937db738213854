"""Money in a language: large amounts in its own units of ten thousand or of thousand, or to the last won."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision

from dashboard.i18n.numbers import MINUS, NO_BREAK, exact, grouped, half_up


@dataclass(frozen=True)
class Scale:
    """How a language writes large money.

    Attributes:
        units: (size, word) from small to large; smaller amounts are written out.
        smallest: the amount from which a unit is used.
        won, won_scaled: patterns around a won amount written out and scaled;
            {n} the number, {unit} the word.
        other, other_scaled: the same for any other currency, {code} its ISO code.
    """

    units: tuple[tuple[int, str], ...]
    smallest: int
    won: str
    won_scaled: str
    other: str
    other_scaled: str


WESTERN = ((10**3, "k"), (10**6, "M"), (10**9, "bn"), (10**12, "tn"))
SCALES = {
    "ko": Scale(
        ((10**4, "만"), (10**8, "억"), (10**12, "조")), 10**4,
        "{n}원", "{n}{unit} 원", "{n} {code}", "{n}{unit} {code}",
    ),
    "en": Scale(
        WESTERN, 10**4,
        "₩{n}", "₩{n}{unit}", "{code} {n}", "{code} {n}{unit}",
    ),
    "ja": Scale(
        ((10**4, "万"), (10**8, "億"), (10**12, "兆")), 10**4,
        "{n}ウォン", "{n}{unit}ウォン", "{n} {code}", "{n}{unit} {code}",
    ),
    "zh_Hans": Scale(
        ((10**4, "万"), (10**8, "亿"), (10**12, "万亿")), 10**4,
        "{n}韩元", "{n}{unit}韩元", "{n} {code}", "{n}{unit} {code}",
    ),
    "fr": Scale(
        ((10**3, "k"), (10**6, "M"), (10**9, "Md"), (10**12, "Bn")), 10**4,
        "{n}_₩", "{n}_{unit}₩", "{n}_{code}", "{n}_{unit}_{code}",
    ),
}


def money_parts(amount: float, currency: str, language: str, locale: str) -> tuple[str, str]:
    """Return a large amount as (figure, unit): ("1.2억", " 원"), ("₩1.2bn", "").

    Three figures are enough, so 12.3M and 123M; ten thousand and less is written out.
    """
    scale = SCALES[language]
    size = abs(exact(amount))
    unit = _unit(size, scale)
    if unit is None:
        digits = get_currency_precision(currency)
        figure, word, rounded = grouped(half_up(size, digits), digits, locale), "", half_up(size, digits)
    else:
        rounded = _three_figures(size / unit[0])
        figure, word = grouped(rounded, 0 if rounded == int(rounded) else 1, locale), unit[1]
    sign = MINUS if amount < 0 and rounded else ""
    return _around(sign, figure, word, currency, scale)


def money_exact(amount: float, currency: str, language: str, locale: str) -> str:
    """Return an amount to the currency's last digit."""
    digits = get_currency_precision(currency)
    rounded = half_up(amount, digits)
    sign = MINUS if rounded < 0 else ""
    return "".join(_around(sign, grouped(rounded, digits, locale), "", currency, SCALES[language]))


def _unit(size: Decimal, scale: Scale) -> tuple[int, str] | None:
    """Return the largest unit that the amount reaches once it is rounded: 99,999,999 is 1억."""
    if half_up(size) < scale.smallest:
        return None
    chosen = None
    for unit, following in zip(scale.units, (*scale.units[1:], None)):
        chosen = unit
        if following is None or _three_figures(size / unit[0]) * unit[0] < following[0]:
            break
    return chosen


def _three_figures(scaled: Decimal) -> Decimal:
    """Round to one digit after the point below a hundred, else to whole units."""
    rounded = half_up(scaled, 1)
    return rounded if rounded < 100 else half_up(scaled)


def _around(sign: str, figure: str, word: str, currency: str, scale: Scale) -> tuple[str, str]:
    """Put the currency around a figure; the part after the figure is the unit."""
    if currency == "KRW":
        pattern = scale.won_scaled if word else scale.won
    else:
        pattern = scale.other_scaled if word else scale.other
    before, after = pattern.replace("_", NO_BREAK).replace("{code}", currency).split("{n}")
    attached, following = _attached(after, word)
    return sign + before + figure + attached, following


def _attached(after: str, word: str) -> tuple[str, str]:
    """Return what belongs to the figure itself (만, M) and what stands behind it as its unit."""
    if not after.startswith("{unit}"):
        return "", after.replace("{unit}", word)
    return word, after.removeprefix("{unit}")
