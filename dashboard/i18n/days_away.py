"""How far a day is from today, in words."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.i18n.translator import Translator


def text(words: Translator, days: int, number: Callable[[int], str]) -> str:
    """Return a distance in days, the past being negative: yesterday, 3 days ago, in 2 days.

    Args:
        number: writes a number in the language.

    """
    if abs(days) <= 2:
        return _named(words)[days]
    if days < 0:
        # Translators: how long ago a day is; n is 3 or more.
        message = words.ngettext("{n} day ago", "{n} days ago", -days)
    else:
        # Translators: how soon a day is; n is 3 or more.
        message = words.ngettext("in {n} day", "in {n} days", days)
    return message.format(n=number(abs(days)))


def _named(words: Translator) -> dict[int, str]:
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
