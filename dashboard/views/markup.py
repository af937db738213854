"""Pieces of a card as HTML: title, value, and what stands in the place of a picture."""

from __future__ import annotations

import html
import logging
import re
import secrets
import traceback

from dashboard.exports.table import Table
from dashboard.i18n.breaks import dotted, flowing
from dashboard.i18n.languages import written_in
from dashboard.i18n.markdown import escape
from dashboard.i18n.words import Words
from dashboard.sentences.about import Row
from dashboard.sentences.figures import Figure
from dashboard.sentences.reference import DOCUMENTS
from dashboard.sentences.states import Reason

LOG = logging.getLogger(__name__)


def title(text: str) -> str:
    return f'<h2 class="card-title">{html.escape(text)}</h2>'


def second(words: Words, inner: str) -> str:
    """Return ready HTML in the second language, set smaller and marked as what it is."""
    return f'<div class="second" lang="{html.escape(words.tag)}">{inner}</div>' if inner else ""


def told(text: str, document: str = "") -> str:
    """Return a text as HTML in which the title of a document says which language it is in."""
    tags = {**DOCUMENTS, document: DOCUMENTS.get(document) or written_in(document)}
    titles = sorted((title for title in tags if tags[title]), key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, titles))})", text)
    return "".join(part_in(tags[part], part) if tags.get(part) else flowing(part) for part in parts)


def part_in(tag: str, text: str) -> str:
    """Return a part in another language than what is around it."""
    return f'<span lang="{html.escape(tag)}">{html.escape(text)}</span>'


def value(shown: Figure, beside: str) -> str:
    """Return the value row; `beside` is ready HTML."""
    return (
        f'<div class="card-value"><span class="figure">{html.escape(shown.number)}'
        f'<small>{html.escape(shown.unit)}</small></span><span class="beside">{dotted(beside)}</span></div>'
    )


def apart(*parts: str) -> str:
    """Return pieces of HTML side by side, empty ones left out."""
    return " · ".join(part for part in parts if part)


def status(kind: str, word: str) -> str:
    """Return a status: the style draws the shape before the word."""
    return f'<span class="status {kind}">{html.escape(word)}</span>'


def note(text: str, kind: str = "") -> str:
    """Return a remark; `kind` "warn" asks to read with care."""
    return f'<div class="note {kind}">{told(text)}</div>'


def covers(text: str, short: str) -> str:
    """Return the day that a card covers to; `short` stands alone on a phone."""
    return (
        f'<span class="covers"><span class="long">{html.escape(text)}</span>'
        f'<span class="short">{html.escape(short)}</span></span>'
    )


def reason(why: Reason) -> str:
    """Return why there is no picture; a hidden figure has its own ground."""
    return f'<div class="state {why.state}"><b>{html.escape(why.heading)}</b><p>{flowing(why.text)}</p></div>'


def report(what: str, error: Exception) -> str:
    """Log what could not be drawn, and return the reference by which a reader can name it.

    The log holds the kind of error and its place, not its message: that may
    quote a row about a family.
    """
    reference = secrets.token_hex(4)
    where = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("Reference %s: %s, %s\n%s", reference, what, type(error).__name__, where)
    return reference


def error(words: Words, reference: str) -> str:
    """Return what stands in a card that could not be drawn."""
    heading = words.gettext("This card could not be drawn")
    text = words.gettext(
        "The figures are safe and the other cards are not affected. "
        "Try again later, or give the reference {reference} to whoever runs the dashboard."
    ).format(reference=reference)
    return f'<div class="state error"><b>{html.escape(heading)}</b><p>{html.escape(text)}</p></div>'


def table(rows: Table) -> str:
    """Return a plain table: names at the left, figures at the right."""
    head = "".join(
        f"<th{_side(n, rows.named)} scope=col>{html.escape(text)}</th>" for n, text in enumerate(rows.header)
    )
    body = "".join(
        "<tr>" + "".join(_field(n, text, rows) for n, text in enumerate(row)) + "</tr>" for row in rows.rows
    )
    return (
        f'<div class="scroll" tabindex=0><table class="rows"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _side(column: int, named: int) -> str:
    return "" if column < named else ' class="number"'


def _field(column: int, text: str, rows: Table) -> str:
    if column == 0:
        return f"<th scope=row>{html.escape(text)}</th>"
    if text == rows.hidden:
        return f'<td class="number hidden">{html.escape(text)}</td>'
    return f"<td{_side(column, rows.named)}>{html.escape(text)}</td>"


def about(meaning: str, rows: tuple[Row, ...]) -> str:
    """Return what a figure means and what is counted in it."""
    lines = "".join(
        f"<tr><td>{html.escape(row.name)}</td><td>{told(row.text, row.document)}</td>"
        f'<td class="number">{flowing(row.number)}</td></tr>'
        for row in rows
    )
    return f'<div class="about"><p>{flowing(meaning)}</p><table><tbody>{lines}</tbody></table></div>'


def plain_label(text: str) -> str:
    """Return a text that the label of a link shows literally."""
    return escape(text)
