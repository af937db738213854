"""Pieces of a page as HTML. Text becomes HTML in `Markup.format` alone, which escapes what is none yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from dashboard.cards.card import Legend, Note, Remark
from dashboard.cards.meaning import Meaning
from dashboard.cards.table import Table
from dashboard.i18n.breaks import DOT, UNBROKEN_DOT, dotted, whole
from dashboard.i18n.languages import written_in
from dashboard.i18n.words import Words
from dashboard.sentences.figures import Figure
from dashboard.sentences.marked import Marked
from dashboard.sentences.reference import DOCUMENTS
from dashboard.sentences.states import Reason
from dashboard.sentences.status import Status

NOTHING = Markup()


def together(parts: Iterable[Markup]) -> Markup:
    """Return pieces one after the other."""
    return NOTHING.join(parts)


def apart(parts: Iterable[str]) -> Markup:
    """Return texts and pieces with a dot between them, empty ones left out."""
    return Markup(" · ").join(part for part in parts if part)


def paragraph(text: str) -> Markup:
    """Return a text for a paragraph, in which numbers and dates stay whole where lines break."""
    return Markup("{}").format(dotted(whole(text)))


def unbroken(remarks: Markup) -> Markup:
    """Return remarks with dots between them, so that no line begins with a dot."""
    return remarks.replace(DOT, UNBROKEN_DOT)


def title(text: str) -> Markup:
    return Markup('<h2 class="card-title">{}</h2>').format(text)


def sub(text: str) -> Markup:
    """Return the line beneath a title (empty: there is none)."""
    return Markup('<div class="card-sub">{}</div>').format(text) if text else NOTHING


def second(words: Words, inner: Markup) -> Markup:
    """Return a piece in the second language, set smaller and marked as what it is."""
    return Markup('<div class="second" lang="{}">{}</div>').format(words.tag, inner) if inner else NOTHING


def second_text(words: Words, text: str) -> Markup:
    """Return a text in the second language as a paragraph."""
    return second(words, Markup("<p>{}</p>").format(text))


def sentence(marked: Marked) -> Markup:
    """Return a sentence with its figures in bold."""
    parts = ((Markup("<b>{}</b>") if part.bold else Markup("{}"), part.text) for part in marked.parts)
    return together(form.format(paragraph(text)) for form, text in parts)


def with_titles(text: str, document: str = "") -> Markup:
    """Return a text in which the title of a document says which language it is in."""
    tags = {**DOCUMENTS, document: DOCUMENTS.get(document) or written_in(document)}
    titles = sorted((title for title in tags if tags[title]), key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, titles))})", text)
    return together(part_in(tags[part], part) if tags.get(part) else paragraph(part) for part in parts)


def part_in(tag: str, text: str) -> Markup:
    """Return a part in another language than what is around it."""
    return Markup('<span lang="{}">{}</span>').format(tag, text)


def value(figure: Figure, beside: Markup) -> Markup:
    """Return the value row."""
    return Markup(
        '<div class="card-value"><span class="figure">{}<small>{}</small></span>'
        '<span class="beside">{}</span></div>'
    ).format(figure.number, figure.unit, unbroken(beside))


def remarks(parts: Iterable[Remark]) -> Markup:
    """Return remarks side by side, a status with its shape."""
    return apart(status(part) if isinstance(part, Status) else part for part in parts)


def status(sign: Status) -> Markup:
    """Return a status: the style draws the shape before the word."""
    return Markup('<span class="status {}">{}</span>').format(sign.kind, sign.word)


def note(text: str, care: bool = False) -> Markup:
    """Return a remark beneath a picture."""
    return Markup('<div class="note {}">{}</div>').format("warn" if care else "", with_titles(text))


def notes(found: Iterable[Note]) -> Markup:
    return together(note(each.text, each.care) for each in found)


def legend(shown: Legend | None) -> Markup:
    """Return the legend above a picture: squares of a tone, or the classes on their own colours."""
    if shown is None:
        return NOTHING
    if shown.steps:
        form = Markup('<span style="--c:var(--{0});--on:var(--{1})">{2}</span>')
        spans = (form.format(variable(tone), ink(tone), label) for label, tone in shown.entries)
        return Markup('<div class="key steps">{}</div>').format(together(spans))
    form = Markup('<span style="--c:var(--{})">{}</span>')
    spans = (form.format(variable(tone), label) for label, tone in shown.entries)
    return Markup('<div class="key squares">{}</div>').format(together(spans))


def variable(tone: str) -> str:
    """Return the style sheet's variable of a tone: class5 is --class-5."""
    return re.sub(r"(?<=[a-z])(?=\d)", "-", tone)


def ink(tone: str) -> str:
    """Return the variable of the letters on a class."""
    return variable(tone).replace("class-", "class-ink-")


def covers(text: str, short: str) -> Markup:
    """Return the day that a card covers to; `short` stands alone on a phone."""
    return Markup(
        '<span class="covers"><span class="long">{}</span><span class="short">{}</span></span>'
    ).format(text, short)


def reason(why: Reason) -> Markup:
    """Return why there is no picture; a hidden figure has its own ground."""
    kind = f"state {why.state}" if why.state else "state"
    return Markup('<div class="{}"><b>{}</b><p>{}</p></div>').format(kind, why.heading, paragraph(why.text))


def table(rows: Table) -> Markup:
    """Return a plain table: names at the left, figures at the right."""
    heads = (_head(text, column >= rows.named) for column, text in enumerate(rows.header))
    lines = (
        Markup("<tr>{}</tr>").format(together(_field(column, text, rows) for column, text in enumerate(row)))
        for row in rows.rows
    )
    return Markup(
        '<div class="scroll" tabindex=0><table class="rows"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(together(heads), together(lines))


def _head(text: str, number: bool) -> Markup:
    side = Markup(' class="number"') if number else NOTHING
    return Markup("<th{} scope=col>{}</th>").format(side, text)


def _field(column: int, text: str, rows: Table) -> Markup:
    if column == 0:
        return Markup("<th scope=row>{}</th>").format(text)
    if text == rows.hidden:
        return Markup('<td class="number hidden">{}</td>').format(text)
    side = NOTHING if column < rows.named else Markup(' class="number"')
    return Markup("<td{}>{}</td>").format(side, text)


def about(meaning: Meaning) -> Markup:
    """Return what a figure means and what is counted in it."""
    line = Markup('<tr><td>{}</td><td>{}</td><td class="number">{}</td></tr>')
    lines = (
        line.format(row.name, with_titles(row.text, row.document), paragraph(row.number))
        for row in meaning.rows
    )
    return Markup('<div class="about"><p>{}</p><table><tbody>{}</tbody></table></div>').format(
        paragraph(meaning.text), together(lines)
    )
