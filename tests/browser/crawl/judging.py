"""Whether a text is in a language: by its letters, its words, and how it writes numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from browser.crawl.said import Said
from browser.crawl.vocabulary import CODES, LATIN_WORD, own_texts, own_words, plain

SCRIPTS = {
    "Hangul": re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    "kana": re.compile(r"[\u3040-\u30fa\u30fd-\u30ff]"),
    "Han": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
}
WRITTEN_IN = {"ko": {"Hangul"}, "ja": {"kana", "Han"}, "zh-Hans": {"Han"}, "en": set(), "fr": set()}
# What one of the two writes and the other does not: their national standards.
HAN_OF = {"ja": "cp932", "zh-Hans": "gb2312"}
# Reviewed: Latin letters in a Korean, Japanese or Chinese text. Scales, a
# currency's code, kinds of file, keys, and what a browser calls its scripts.
LATIN_ANYWHERE = frozenset(
    [
        "csv",
        "enter",
        "epds",
        "esc",
        "javascript",
        "krw",
        "usd",
        "eur",
        "gbp",
        "jpy",
        "cny",
        "us",
        "mou",
        "phq",
        "png",
    ]
)
# Ids of indicators, years and quarters, references into the log: V5, T2, 2026Q2, 4fd12eb2.
ID = re.compile(
    r"(?<![A-Za-z])[A-Z]{1,3}\d{1,4}(?![A-Za-z])|\d{4}-?[QHS]\d|(?<![0-9A-Za-z])[0-9a-f]{8}(?![0-9A-Za-z])"
)
FOREIGN_NUMBER = {
    "fr": re.compile(r"\d\.\d|\d,\d{3}(?!\d)"),
    **dict.fromkeys(("ko", "en", "ja", "zh-Hans"), re.compile(r"\d[\u00a0\u202f]\d{3}|\d,\d{1,2}(?!\d)")),
}


def left_over(found: set[Said], names: frozenset[str] = frozenset()) -> list[str]:
    """Return what is not in the language that it names, with the reason.

    Args:
        names: may stand within a text in any language; alone they must name theirs.
    """
    complaints = [(said, complaint(without(said.text, names), said.tag)) for said in found]
    return sorted(f"{said.kind} [{said.tag}] {said.text!r}: {why}" for said, why in complaints if why)


def without(text: str, names: frozenset[str]) -> str:
    if text in names:
        return text
    return (
        re.sub("|".join(map(re.escape, sorted(names, key=len, reverse=True))), " ", text) if names else text
    )


@lru_cache(maxsize=100_000)
def complaint(text: str, tag: str) -> str:
    """Return why a text is not in a language, or nothing."""
    if tag not in CODES:
        return "no language of ours"
    bare = ID.sub(" ", plain(text))
    return "; ".join(
        filter(None, (letters(bare, tag), words(bare, tag), saying(text, tag), number(text, tag)))
    )


def letters(text: str, tag: str) -> str:
    """Tell of letters that the language is not written in."""
    for script, pattern in SCRIPTS.items():
        found = "".join(pattern.findall(text))
        if found and script not in WRITTEN_IN[tag]:
            return f"{script} {found}"
        if script == "Han" and found and not encodes(found, HAN_OF[tag]):
            return f"characters of another country in {found}"
    return ""


def encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def words(text: str, tag: str) -> str:
    """Tell of Latin words that the language does not have."""
    known = own_words(tag) if tag in ("en", "fr") else LATIN_ANYWHERE
    strange = [word for word in LATIN_WORD.findall(text) if word.lower() not in known | LATIN_ANYWHERE]
    return f"words {strange}" if strange else ""


def saying(text: str, tag: str) -> str:
    """Tell of a whole message of another language, which may share letters and words."""
    if text in own_texts(tag):
        return ""
    others = [other for other in CODES if other != tag and text in own_texts(other)]
    same_in_all = not LATIN_WORD.search(text) and not SCRIPTS["Han"].search(text)
    return f"a message of {others}" if others and not same_in_all else ""


def number(text: str, tag: str) -> str:
    found = FOREIGN_NUMBER[tag].search(text)
    return f"the number {found.group()!r}" if found else ""
