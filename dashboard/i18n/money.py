"""Money in a language: scaled by ten thousand or by thousand.

Babel scales before it rounds (99,999,999 is "10000만" there), so CLDR's
patterns are filled in here: rounded first, then scaled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import get_currency_precision, get_currency_symbol

from dashboard.i18n.conventions import NO_BREAK, conventions
from dashboard.i18n.numbers import MINUS, babel_locale, exact, grouped, half_up

SIGN = "¤"  # stands for the currency in CLDR's patterns


@dataclass(frozen=True)
class Step:
    """A unit of large numbers: its size, its word, and what stands before and after the figure.

    `before` and `after` hold the word and, as ¤, the currency.
    """

    size: int
    word: str
    before: str
    after: str


def money_parts(amount: float, currency: str, language: str, locale: str) -> tuple[str, str]:
    """Return a large amount as (figure, unit): ("1.2억", " 원"), ("₩1.2bn", "").

    Three figures are enough, so 12.3M and 123M.
    """
    rounded, step = _scaled(exact(amount), language, locale, currency)
    before, after = _around(step, currency, language, locale)
    attached, following = _attached(after, step.word)
    return _sign(amount, rounded) + before + _figure(rounded, locale) + attached, following


def _sign(amount: float, rounded: Decimal) -> str:
    return MINUS if amount < 0 and rounded else ""


def _figure(rounded: Decimal, locale: str) -> str:
    return grouped(rounded, 0 if rounded == int(rounded) else 1, locale)


def _scaled(amount: Decimal, language: str, locale: str, currency: str) -> tuple[Decimal, Step]:
    """Return the size of an amount in the largest unit it reaches once rounded: 99,999,999 is 1억.

    What reaches no unit is written out; the won and the yen have no part.
    """
    size = abs(amount)
    steps = _steps(language, locale)
    if not steps or half_up(size) < steps[0].size:
        parts = get_currency_precision(currency) > 0
        return _three_figures(size) if parts else half_up(size), _whole(locale)
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        rounded = _three_figures(size / step.size)
        if following is None or rounded * step.size < following.size:
            break
    return rounded, step


def _three_figures(scaled: Decimal) -> Decimal:
    """Round to one digit after the point below a hundred, else to whole units."""
    rounded = half_up(scaled, 1)
    return rounded if rounded < 100 else half_up(scaled)


@cache
def _steps(language: str, locale: str) -> tuple[Step, ...]:
    """Return the units of a language from small to large, by CLDR's compact patterns."""
    formats = babel_locale(locale).compact_currency_formats
    found: dict[int, Step] = {}
    for magnitude, pattern in sorted((int(key), each) for key, each in formats["short"]["other"].items()):
        text = pattern.pattern.split(";")[0].replace("'", "")
        before, zeros, after = re.split("(0+)", text, maxsplit=1)
        step = _step(magnitude // 10 ** (len(zeros) - 1), before, after, language)
        if step.word and step.size >= conventions(language).smallest:
            found.setdefault(step.size, step)
    return tuple(found.values())


def _step(size: int, before: str, after: str, language: str) -> Step:
    """Return a unit with the word that the programme's word list has for it."""
    word = (before + after).replace(SIGN, "").strip(f" {NO_BREAK}\u202f")
    written = conventions(language).scale_words.get(word, word)
    if word:
        before, after = before.replace(word, written), after.replace(word, written)
    return Step(size, written, before, after)


@cache
def _whole(locale: str) -> Step:
    """Return the pattern around an amount that is written out."""
    pattern = babel_locale(locale).currency_formats["standard"].pattern.split(";")[0]
    before, after = re.split("[#0,.]+", pattern, maxsplit=1)
    return Step(1, "", before, after)


def _around(step: Step, currency: str, language: str, locale: str) -> tuple[str, str]:
    """Return what stands around a figure; letters keep a space from its digits, signs do not."""
    own = conventions(language)
    if currency == "KRW" and own.won:
        pattern = own.won_scaled if step.word else own.won
        before, after = pattern.replace("{unit}", step.word).split("{n}")
        return before, after
    symbol = get_currency_symbol(currency, locale=babel_locale(locale))
    before, after = step.before.replace(SIGN, symbol), step.after.replace(SIGN, symbol)
    if step.before.endswith(SIGN) and symbol[-1].isalpha():
        before += NO_BREAK
    if step.after.startswith(SIGN) and symbol[0].isalpha():
        after = NO_BREAK + after
    return before, after


def _attached(after: str, word: str) -> tuple[str, str]:
    """Return what belongs to the figure itself (만, M) and what stands behind it as its unit."""
    if word and after.startswith(word):
        return word, after.removeprefix(word)
    return "", after
