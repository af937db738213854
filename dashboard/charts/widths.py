"""How wide a text will be, so that a picture can leave room for it before a browser draws it."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width

from dashboard.fonts.scripts import has_own_script

# Advance widths in em, measured on the faces of the look and rounded up.
DIGIT, SPACE, NARROW, WIDE_LETTER, LETTER, CAPITAL = 0.56, 0.25, 0.32, 0.86, 0.56, 0.68
SLENDER = 0.91  # Source Sans against the Latin letters of Noto
BOLD = 1.04
STEP = 8  # px: rooms come in steps, so that few specifications need be kept


def advance(letter: str) -> float:
    """Return the width of a letter in em."""
    if east_asian_width(letter) in "WF":
        return 0.93 if "가" <= letter <= "힣" else 1.0
    if letter.isdigit() or letter in "+−±₩":
        return DIGIT
    if letter.isspace():
        return SPACE
    if letter in "ijlIft.,:;·'’|()–-!":
        return NARROW
    if letter in "mwMW%":
        return WIDE_LETTER
    return CAPITAL if letter.isupper() else LETTER


def text_width(text: str, language: str, size: int, bold: bool = False) -> float:
    """Return the width of the widest line of a text in px."""
    em = max(sum(advance(letter) for letter in line) for line in text.split("\n"))
    slender = 1 if has_own_script(language) else SLENDER
    return em * size * slender * (BOLD if bold else 1)


def room(texts: Iterable[str], language: str, size: int, bold: bool = False, least: int = 0) -> int:
    """Return the px that the widest of the texts needs, in whole steps."""
    widest = max((text_width(text, language, size, bold) for text in texts), default=0)
    return max(least, -int(-widest // STEP) * STEP)


def wrapped(text: str, language: str, size: int, limit: int) -> str:
    """Return a name broken into two lines at its most even space where it is wider than `limit` px."""
    breaks = [place for place, letter in enumerate(text) if letter == " "]
    if not breaks or text_width(text, language, size) <= limit:
        return text
    middle = min(breaks, key=lambda place: abs(place - len(text) / 2))
    return text[:middle] + "\n" + text[middle + 1 :]
