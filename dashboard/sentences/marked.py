"""Sentences with a figure in bold, kept in parts so that no value can bring marks of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.i18n.breaks import JOINER, flowing, whole
from dashboard.i18n.markdown import escape

TAGS = re.compile(r"(</?b>)")


@dataclass(frozen=True)
class Part:
    text: str
    bold: bool = False


@dataclass(frozen=True)
class Marked:
    """A sentence in parts. `plain`, `html` and `markdown` are the three ways to show it."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def html(self) -> str:
        return "".join(_html(part) for part in self.parts)

    @property
    def markdown(self) -> str:
        return "".join(_markdown(part) for part in self.parts)


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


def strong(text: str) -> str:
    """Return a text in bold as Markdown, whatever stands beside it.

    Two asterisks beside a sign and a letter ("71%**의") do not close bold text
    by the rules of Markdown; an invisible joiner between them does.
    """
    return f"**{JOINER}{escape(text)}{JOINER}**"


def _html(part: Part) -> str:
    text = flowing(part.text)
    return f"<b>{text}</b>" if part.bold else text


def _markdown(part: Part) -> str:
    text = whole(part.text)
    if part.bold:
        return strong(text)
    # `escape` takes the spaces at both ends, which part this text from a figure in bold.
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{escape(text)}{after}" if text.strip() else text
