"""Whether there are savers enough, certified, within their ceiling and supervised."""

from __future__ import annotations

from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question


def savers(question: Question) -> Sentence | None:
    """Return how many savers are in service, and how many full-time posts that is."""
    cell, posts = question.cell("S1"), question.cell("S1", "measure", "fte")
    if not cell.shown or not posts.shown or not cell.value:
        return None
    text = question.words.ngettext(
        "<b>{savers}</b> is in service: {posts}.", "<b>{savers}</b> are in service: {posts}.", cell.value
    )
    fmt = question.words.fmt
    values = {"savers": fmt.counted(cell.value, "savers"), "posts": fmt.counted(posts.value, "fte")}
    return Sentence(marked(text, **values), "savers")


def certified(question: Question) -> Sentence | None:
    """Return how many savers with families are certified."""
    cell = question.cell("S2")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of those with families are certified and in date.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "savers")


def overloaded(question: Question) -> Sentence | None:
    """Return how many savers carry more points than their ceiling."""
    cell = question.cell("C3", "savers", "above_ceiling")
    if not cell.shown or not cell.value:
        return None
    text = question.words.ngettext(
        "<b>{savers}</b> carries more points than the ceiling.",
        "<b>{savers}</b> carry more points than the ceiling.",
        cell.value,
    )
    return Sentence(marked(text, savers=question.words.fmt.counted(cell.value, "savers")), "savers")


def supervised(question: Question) -> Sentence | None:
    """Return how many of the supervision sessions due were held."""
    cell = question.cell("S3")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of the supervision sessions due were held.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "savers")
