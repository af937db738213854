"""Labels of links and controls, which Streamlit reads as Markdown."""

from __future__ import annotations

from dashboard.i18n.breaks import JOINER, whole
from dashboard.i18n.markdown import escape
from dashboard.sentences.marked import Marked, Part


def plain(text: str) -> str:
    """Return a text that is shown literally."""
    return escape(text)


def strong(text: str) -> str:
    """Return a text in bold, whatever stands beside it.

    Two asterisks beside a sign and a letter ("71%**의") do not close bold text
    by the rules of Markdown; an invisible joiner between them does.
    """
    return f"**{JOINER}{escape(text)}{JOINER}**"


def sentence(marked: Marked) -> str:
    """Return a sentence with its figures in bold."""
    return "".join(_part(part) for part in marked.parts)


def _part(part: Part) -> str:
    text = whole(part.text)
    if part.bold:
        return strong(text)
    # `escape` takes the spaces at both ends, which part this text from a figure in bold.
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{escape(text)}{after}" if text.strip() else text
