"""Rules of a translation that need no dictionary: placeholders, markup, punctuation, script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f]")
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
KANA = re.compile(r"[\u3040-\u30fa\u30fd-\u30ff]")
HALF_WIDTH_KANA = re.compile(r"[\uff61-\uff9f]")
HAN = re.compile(r"[\u3400-\u9fff]")
CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
# Markdown closes bold after punctuation only where no letter follows.
OPEN_BOLD = re.compile(r"[^\w\s*]\*\*(?=" + CJK + ")")
SENTENCE_ENDS = {".": ".。", "?": "?？", "!": "!！", "…": "…", ":": ":："}

Rule = Callable[[str], bool]


def broken(source: str, text: str, language: str) -> list[str]:
    """Return the rules that a translation breaks, in words.

    Args:
        source: the English message.
        text: its translation.
    """
    shared = [fault for fault, rule in AGAINST_SOURCE.items() if rule(source, text)]
    own = [fault for fault, rule in (EVERYWHERE | OF_LANGUAGE[language]).items() if rule(text)]
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
    return text[-1:] in "。？！：…" or text[-1:] in ".?!:" and source[-1:].isalnum() and not _abbreviated(text)


def _english(text: str) -> bool:
    """Whether nothing but Latin letters stands where another script is expected."""
    bare = _bare(text)
    return bool(re.search("[A-Za-z]{4}", bare)) and not re.search(CJK, bare)


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to a Latin abbreviation or to a value."""
    return bool(re.search(r"(\b[A-Za-zÀ-ÿ]{1,5}|\})\.$", text))


AGAINST_SOURCE: dict[str, Callable[[str, str], bool]] = {
    "its placeholders differ from the message": _placeholders,
    "its markup differs from the message": _markup,
    "its end differs from the message (full stop, question mark, colon)": _end,
}
EVERYWHERE: dict[str, Rule] = {
    "is not composed (Unicode NFC)": lambda text: unicodedata.normalize("NFC", text) != text,
    "has an invisible character": lambda text: bool(INVISIBLE.search(text)),
    "has two spaces, or one at an end": lambda text: "  " in text or text != text.strip(" "),
    "closes ** between punctuation and a letter": lambda text: bool(OPEN_BOLD.search(text)),
    "holds a note to oneself": lambda text: bool(re.search(r"\b(TODO|FIXME|XXX)\b", text)),
}


def _bare(text: str) -> str:
    """Return a text without its tags and placeholders, whose quotes and colons are no punctuation."""
    return PLACEHOLDER.sub("x", TAG.sub("", text))


def _found(pattern: str) -> Rule:
    compiled = re.compile(pattern)
    return lambda text: bool(compiled.search(_bare(text)))


def _unencodable(encoding: str) -> Rule:
    """Whether a Han character is not of the language's own character set."""

    def rule(text: str) -> bool:
        for character in HAN.findall(text):
            try:
                character.encode(encoding)
            except UnicodeEncodeError:
                return True
        return False

    return rule


# Which particle is right depends on the last sound of the word before; 입니다, 이고 and 이며 fit any.
PARTICLE = re.compile(r"\}(</\w+>|[’”])*((은|는|이|가|을|를|와|과|으로|로|이나|나|며)(?![가-힣])|였)")

OF_LANGUAGE: dict[str, dict[str, Rule]] = {
    "en": {
        "has straight quotes, not ‘ ’ “ ”": _found("[\"']"),
        "has an ellipsis of three dots": _found(r"\.\.\."),
    },
    "ko": {
        "is still English": _english,
        "has a particle behind a placeholder": lambda text: bool(PARTICLE.search(text)),
        "has kana or Han characters": lambda text: bool(KANA.search(text) or HAN.search(text)),
        "has full-width punctuation": _found("[。、，！？：；（）]"),
    },
    "ja": {
        "is still English": _english,
        "has Hangul": lambda text: bool(HANGUL.search(text)),
        "has half-width kana": lambda text: bool(HALF_WIDTH_KANA.search(text)),
        "has full-width letters or digits": _found("[０-９Ａ-Ｚａ-ｚ]"),
        "has half-width punctuation": _found(r"(?<=[\u3040-\u9fff])[.,!?:;](?![0-9A-Za-z])"),
        "has half-width brackets": _found(r"(?<=[\u3040-\u9fff])\(|\((?=[\u3040-\u9fff])"),
        "has a character that Japanese does not write": _unencodable("shift_jis"),
    },
    "zh_Hans": {
        "is still English": _english,
        "has kana or Hangul": lambda text: bool(KANA.search(text) or HANGUL.search(text)),
        "has half-width punctuation": _found(r"(?<=[\u3400-\u9fff])[.,!?:;](?!\d)"),
        "has half-width brackets": _found(r"(?<=[\u3400-\u9fff])\(|\((?=[\u3400-\u9fff])"),
        "has quotes other than “ ”": _found("[\"「」]"),
        "has a traditional character": _unencodable("gb2312"),
    },
    "fr": {
        "has no U+202F before ; : ! ? % or »": _found(r"(?<!\u202f)[;!?%»]|(?<![\u202f\d]):(?!//)"),
        "has no U+202F after «": _found(r"«(?!\u202f)"),
        "has a straight quote, not ’ or « »": _found("[\"'“”]"),
        "repeats a word": _found(r"(?i)\b([a-zà-ÿ]{2,}) \1\b"),
    },
}
