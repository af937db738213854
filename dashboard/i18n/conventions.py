"""Where a language is written otherwise than Babel's CLDR says: one row for each language that needs one.

The programme's word list decides the money of large amounts, the dates and
the percentages; the rest is what CLDR has changed since Babel took it over.
Nothing else about how a language writes figures stands in code: a language
without a row is written as CLDR says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NARROW = "\u202f"
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Conventions:
    """How a language writes; what is empty is as in CLDR.

    Attributes:
        smallest: the amount from which large figures are scaled; none is scaled below.
        scale_words: CLDR's word for thousand, million … to the word used here.
        won, won_scaled: patterns around a won amount written out, and scaled;
            {n} the number, {unit} the word for ten thousand or a million.
        percent_sign: what stands behind a percentage, with its space.
        date: pattern of a day.
        ranges: the largest part in which two months differ (y or M) to the
            patterns of both.
        between: what stands between the two ends of a range of numbers.
        first: the first day of a month, where it is no plain 1.
        month: pattern of a month's name within a sentence, where the short one reads badly.
    """

    smallest: int = 0
    scale_words: Mapping[str, str] = field(default_factory=dict)
    won: str = ""
    won_scaled: str = ""
    percent_sign: str = ""
    date: str = ""
    ranges: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    between: str = "–"
    first: str = ""
    month: str = ""


AS_CLDR = Conventions()
CONVENTIONS = {
    "ko": Conventions(
        smallest=10**4,
        won="{n}원",
        won_scaled="{n}{unit} 원",
        between="~",
        ranges={"y": ("y년 MMM~", "y년 MMM")},
    ),
    "en": Conventions(
        scale_words={"K": "k", "m": "M", "B": "bn", "T": "tn"},
        month="LLLL",
    ),
    "ja": Conventions(won="{n}ウォン", won_scaled="{n}{unit}ウォン", date="y年M月d日", between="～"),
    "zh_Hans": Conventions(won="{n}韩元", won_scaled="{n}{unit}韩元", between="-"),
    "fr": Conventions(
        won=f"{{n}}{NO_BREAK}₩",
        won_scaled=f"{{n}}{NO_BREAK}{{unit}}₩",
        percent_sign=f"{NARROW}%",
        first="1er",
        month="LLLL",
    ),
}


def conventions(language: str) -> Conventions:
    """Return the row of a language, that of no exception where it has none."""
    return CONVENTIONS.get(language, AS_CLDR)
