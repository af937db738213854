"""Where what a reader sees is not what ICU writes, and who decided so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

EVERY = ("ko", "en", "ja", "zh_Hans", "fr")


@dataclass(frozen=True)
class Otherwise:
    """A rule from ICU's text to ours, for the kinds of text that a pattern matches, and its reason."""

    kinds: str
    languages: tuple[str, ...]
    rewrite: Callable[[str], str]
    reason: str

    def holds(self, kind: str, language: str) -> bool:
        return language in self.languages and re.fullmatch(self.kinds, kind) is not None


def sub(pattern: str, text: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda theirs: compiled.sub(text, theirs)


def han(mark: str) -> Callable[[str], str]:
    """Write 2026/04 – 2026/06 as 2026年4月～6月: the second end says only what differs."""

    def rewrite(theirs: str) -> str:
        if "/" not in theirs:
            return theirs
        first, last = (parts(end) for end in re.split("[–～]", theirs))
        same = next(place for place, part in enumerate(first) if part != last[place])
        return "".join(first) + mark + "".join(last[same:])

    return rewrite


def parts(slashes: str) -> list[str]:
    """Return 2026/07 as 2026年 and 7月."""
    numbers = (int(number) for number in re.findall(r"\d+", slashes))
    return [f"{number}{unit}" for number, unit in zip(numbers, "年月", strict=True)]


LARGE = "word list, money, large and written out"
DATES = "word list, date and month"
OTHERWISE = (
    Otherwise(
        "number|signed|percent|money.*",
        EVERY,
        sub("^-", "−"),
        "the look and the word list write a true minus sign: −3%p",
    ),
    Otherwise("signed", EVERY, sub(r"^[+−](0([.,]0)?)$", r"±\1"), "the look writes no change as ±0"),
    Otherwise("percent", ("fr",), sub("\u00a0%", "\u202f%"), "word list, percentage: 87,6 % with U+202F"),
    Otherwise(
        "money KRW",
        ("ko",),
        sub(
            r"₩([\d,.]+)([만억조]?)$",
            lambda found: f"{found[1]}{found[2]} 원" if found[2] else f"{found[1]}원",
        ),
        LARGE,
    ),
    Otherwise("money KRW", ("ja",), sub(r"₩(.+)$", r"\1ウォン"), LARGE),
    Otherwise("money KRW", ("zh_Hans",), sub(r"₩(.+)$", r"\1韩元"), LARGE),
    Otherwise("money KRW", ("fr",), sub("([kMdBn])\u00a0₩", r"\1₩"), LARGE),
    Otherwise("money.*", ("en",), sub(r"(?<=\d)m$", "M"), "word list, money, large: ₩12.3M"),
    Otherwise(
        "date",
        ("fr",),
        sub(r"(?<!\d)1(?=[\s–])", "1er"),
        "French writes the first of a month as an ordinal, which CLDR’s patterns cannot say",
    ),
    Otherwise(
        "relative day", ("ja",), sub(r"(?<=\d) (?=日)", ""), "word list, counts: 12世帯, 3人, without a space"
    ),
    Otherwise("months", ("ja",), han("～"), DATES),
    Otherwise("months", ("zh_Hans",), han("至"), DATES),
)


def rewritten(kind: str, language: str, theirs: str) -> str:
    """Return ICU's text as it is written here."""
    return changes(kind, language, theirs)[0]


def changes(kind: str, language: str, theirs: str) -> tuple[str, set[Otherwise]]:
    """Return ICU's text as it is written here, and the rules that changed it."""
    used = set()
    for rule in OTHERWISE:
        text = rule.rewrite(theirs) if rule.holds(kind, language) else theirs
        if text != theirs:
            used.add(rule)
        theirs = text
    return theirs, used


def close(kind: str, text: str) -> str:
    """Return a range without the spaces around its mark, which CLDR 47, 48 and 49 write each in their way."""
    return re.sub(r"\s*([–～~])\s*", r"\1", text) if kind == "months" else text
