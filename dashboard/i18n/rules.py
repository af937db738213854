"""Rules of a translation that need no dictionary: placeholders, markup, punctuation, script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from dashboard.i18n.language_rules import CJK, OF_LANGUAGE, Rule
from dashboard.i18n.placeholders import PLACEHOLDER, TAG, bare

INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]")
# Markdown closes bold after punctuation only where no letter follows.
OPEN_BOLD = re.compile(r"[^\w\s*]\*\*(?=" + CJK + ")")
# A number that is not part of a code such as H1; behind it a unit may follow at once (30일).
NUMBER = re.compile(r"(?<![\dA-Za-z-])\d+")
GROUPS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
IN_WORDS = {"1000": ("천", "千")}
SENTENCE_ENDS = {".": ".。", "?": "?？", "!": "!！", "…": "…", ":": ":："}


def broken(source: str, text: str, language: str) -> list[str]:
    """Return the rules that a translation breaks, in words.

    Args:
        source: the English message.
        text: its translation.
    """
    shared = [fault for fault, rule in AGAINST_SOURCE.items() if rule(source, text)]
    own = [fault for fault, rule in (EVERYWHERE | OF_LANGUAGE.get(language, {})).items() if rule(text)]
    return shared + own


def _placeholders(source: str, text: str) -> bool:
    return set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(text))


def _markup(source: str, text: str) -> bool:
    return _marks(source) != _marks(text)


def _marks(text: str) -> tuple[Counter, int, int]:
    return Counter(TAG.findall(text)), text.count("**"), text.count("](")


def _end(source: str, text: str) -> bool:
    """Whether one of both ends as a sentence and the other does not."""
    if source[-1:] in SENTENCE_ENDS:
        return text[-1:] not in SENTENCE_ENDS[source[-1]]
    return text[-1:] in "。？！：…" or (
        text[-1:] in ".?!:" and source[-1:].isalnum() and not _abbreviated(text)
    )


def _numbers(source: str, text: str) -> bool:
    """Whether a number in figures is missing from the translation, which may write it in its own way."""
    figures = set(re.findall(r"\d+", _figures(text)))
    return any(
        number not in figures and not any(word in text for word in IN_WORDS.get(number, ()))
        for number in NUMBER.findall(_figures(source))
    )


def _figures(text: str) -> str:
    """Return a text with its numbers in plain figures: 1,000 and 1 000 are 1000."""
    return GROUPS.sub("", unicodedata.normalize("NFKC", bare(text, " ")))


def _small(source: str, text: str) -> bool:
    """Whether a message that begins with a capital is translated by one that does not."""
    return source[:1].isupper() and text[:1].islower()


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to a Latin abbreviation or to a value."""
    return bool(re.search(r"(\b[A-Za-zÀ-ÿ]{1,5}|\})\.$", text))


AGAINST_SOURCE: dict[str, Callable[[str, str], bool]] = {
    "its placeholders differ from the message": _placeholders,
    "its markup differs from the message": _markup,
    "its end differs from the message (full stop, question mark, colon)": _end,
    "leaves out a number of the message": _numbers,
    "begins with a small letter": _small,
}
EVERYWHERE: dict[str, Rule] = {
    "is not composed (Unicode NFC)": lambda text: unicodedata.normalize("NFC", text) != text,
    "has an invisible character": lambda text: bool(INVISIBLE.search(text)),
    "has an ellipsis of three dots": lambda text: "..." in text,
    "has two spaces, or one at an end": lambda text: "  " in text or text != text.strip(" "),
    "closes ** between punctuation and a letter": lambda text: bool(OPEN_BOLD.search(text)),
    "holds a note to oneself": lambda text: bool(re.search(r"\b(TODO|FIXME|XXX)\b", text)),
}
