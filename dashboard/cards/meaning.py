"""What "About" of a card says: its meaning, what is counted, its target and source, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.cards.card import Content
from dashboard.sentences import left_out
from dashboard.sentences.about import Row, about, rounding_row
from dashboard.sentences.question import Question


@dataclass(frozen=True)
class Meaning:
    """A sentence or two, and rows beneath it."""

    text: str
    rows: tuple[Row, ...]


def meaning(question: Question, content: Content) -> Meaning:
    """Return what the card's figure means, counts, and is measured against."""
    indicator, cell = content.published.indicator, content.cell
    target = question.desk.target(indicator.id, cell.unit, cell.period)
    rows = about(indicator, cell, target, question.words, question.desk.currency)
    if rounding := question.desk.reader.profile.rounding:
        rows = (*rows, rounding_row(rounding, question.words, question.desk.currency))
    if lacking := lacking_of(question, content):
        rows = (*rows, left_out.row(question, lacking))
    return Meaning(question.words.gettext(indicator.meaning), rows)


def lacking_of(question: Question, content: Content) -> left_out.Lacking | None:
    """Return how many records are left out of a card's figures, or None where none is."""
    return left_out.of_indicator(question, content.published.indicator.id, content.cell)
