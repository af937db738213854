"""The five languages of the dashboard, and which of them a reader means."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from langcodes import Language as Tag
from langcodes.tag_parser import LanguageTagError


@dataclass(frozen=True)
class Language:
    """One language.

    Attributes:
        code: as in the catalogues' folders, links and caches (zh_Hans).
        tag: as in HTML's `lang` (zh-Hans).
        locale: Babel's locale with its territory, which carries the calendar.
        endonym: the language's name in itself, for the switcher.
    """

    code: str
    tag: str
    locale: str
    endonym: str


LANGUAGES = {
    "ko": Language("ko", "ko", "ko_KR", "한국어"),
    "en": Language("en", "en", "en_GB", "English"),
    "ja": Language("ja", "ja", "ja_JP", "日本語"),
    "zh_Hans": Language("zh_Hans", "zh-Hans", "zh_Hans_CN", "简体中文"),
    "fr": Language("fr", "fr", "fr_FR", "Français"),
}
# English with every message in ⟦ ⟧, which shows what escaped the catalogues.
PSEUDO = Language("en_XA", "en", "en_GB", "⟦Pseudo⟧")

# A header is read this far; real ones are shorter by far.
LONGEST_HEADER = 1000
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}")
LETTERS = (
    (re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]"), "ko"),
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\u3400-\u9fff]"), ""),
    (re.compile(r"[A-Za-z]"), "en"),
)
QUALITY = re.compile(r"q\s*=\s*(0(\.\d{0,3})?|1(\.0{0,3})?)", re.IGNORECASE)


def language(code: str) -> Language:
    """Return the language of a code, the pseudo-language included.

    Raises:
        KeyError: there is no such language.
    """
    return PSEUDO if code == PSEUDO.code else LANGUAGES[code]


def named(text: str | None) -> str | None:
    """Return the code of the language that somebody wrote in any spelling.

    Every Chinese is written in simplified characters here, because no other
    is offered and the reader asked for Chinese by name.
    """
    return _supported(_parsed(text)) if text else None


def written_in(text: str) -> str:
    """Return the tag of the language that a text of unknown language is most likely in (empty: no telling).

    Chinese characters alone are Chinese or Japanese.
    """
    for letters, tag in LETTERS:
        if letters.search(text):
            return tag
    return ""


def negotiate(query: str | None, accept_language: str | None, default: str) -> str:
    """Return the code of a reader's language.

    Args:
        query: `lang` of the link, in any spelling; an unknown one is ignored.
        accept_language: the browser's header, ignored where it is no such thing.
        default: the operator's language.
    """
    return named(query) or _accepted(accept_language or "") or default


def _accepted(header: str) -> str | None:
    """Return the first supported language of a header, by its quality values.

    A reader of traditional Chinese gets simplified Chinese where the header
    lists it too, else the next supported language, else simplified Chinese.
    """
    tags = _by_quality(header[:LONGEST_HEADER])
    simplified = any(_chinese(tag) and not _traditional(tag) for tag in tags)
    put_off = None
    for tag in tags:
        code = _supported(tag)
        if code and _traditional(tag) and not simplified:
            put_off = code
        elif code:
            return code
    return put_off


def _by_quality(header: str) -> list[Tag]:
    """Return the tags of a header, the most wanted first, refused ones left out."""
    wanted = []
    for entry in header.split(","):
        name, *parameters = entry.split(";")
        quality = _quality(parameters)
        tag = _parsed(name)
        if tag and quality > 0:
            wanted.append((quality, tag))
    return [tag for unused_quality, tag in sorted(wanted, key=lambda pair: -pair[0])]


def _quality(parameters: list[str]) -> float:
    if not parameters:
        return 1.0
    match = QUALITY.fullmatch(parameters[0].strip())
    return float(match.group(1)) if match else 0.0


def _parsed(text: str) -> Tag | None:
    spelled = text[:LONGEST_HEADER].strip().replace("_", "-")
    if not TAG.fullmatch(spelled):
        return None
    try:
        return Tag.get(spelled)
    except (LanguageTagError, ValueError):
        return None


def _supported(tag: Tag | None) -> str | None:
    """Return the code of a tag by its own language: Breton is not French."""
    if tag is None:
        return None
    if tag.language == "en" and tag.territory == "XA" and os.environ.get("DASHBOARD_PSEUDO") == "1":
        return PSEUDO.code
    if _chinese(tag):
        return "zh_Hans"
    return tag.language if tag.language in LANGUAGES else None


def _chinese(tag: Tag) -> bool:
    """Whether a tag is Chinese: zh, Mandarin (cmn), Cantonese (yue), Wu (wuu)."""
    return tag.language in ("zh", "cmn", "yue", "wuu")


def _traditional(tag: Tag) -> bool:
    return _chinese(tag) and tag.maximize().script == "Hant"
