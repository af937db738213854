"""Sentences with a figure in bold, kept in parts so that no value can bring marks of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAGS = re.compile(r"(</?b>)")


@dataclass(frozen=True)
class Part:
    text: str
    bold: bool = False


@dataclass(frozen=True)
class Marked:
    """A sentence in parts. `plain` is the text alone; each face shows the bold parts in its way."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        return "".join(part.text for part in self.parts)


def marked(message: str, **values: str) -> Marked:
    """Return a translated message with its values put in; `<b>` in the message alone makes bold."""
    parts, bold = [], False
    for piece in TAGS.split(message):
        if piece in ("<b>", "</b>"):
            bold = piece == "<b>"
        elif text := _after(parts, piece.format(**values)):
            parts.append(Part(text, bold))
    return Marked(tuple(parts))


def _after(parts: list[Part], text: str) -> str:
    """Return the text that follows the parts: the stop of "nov." ends a sentence too."""
    stopped = parts and parts[-1].text.endswith(".")
    return text[1:] if stopped and text.startswith(".") else text


def apart(*remarks: str) -> str:
    """Return remarks with a dot between them, empty ones left out; each is a phrase of its own."""
    return " · ".join(remark for remark in remarks if remark)
