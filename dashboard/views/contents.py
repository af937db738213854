"""How the content of a card comes together from published figures."""

from __future__ import annotations

import html
from typing import Any

from dashboard.charts.picture import Picture, picture
from dashboard.charts.specs import KINDS
from dashboard.privacy.published import FEW, HIDDEN, SHOWN, Cell, Published
from dashboard.sentences.about import aimed
from dashboard.sentences.change import change
from dashboard.sentences.figures import Figure, figure
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason
from dashboard.sentences.status import judged, status
from dashboard.views import markup
from dashboard.views.cards import Content, instead


def drawn(
    question: Question, theme: str, kind: str, published: Published, **settings: Any
) -> Picture | Reason:
    """Return the picture of published figures, or why there is none to be drawn.

    Args:
        kind: of `charts.specs.KINDS`.
        settings: of the kind's `frame`.

    """
    cells = published.cells
    hidden = next((cell for cell in cells if cell.state == HIDDEN), None)
    if not any(cell.state in (SHOWN, FEW) for cell in cells):
        # Months before the first figure are empty: where one is hidden, that is why.
        told = hidden or (cells[0] if cells else _nothing(question))
        return instead(question, published.indicator.id, told)
    if hidden and not any(cell.value_or(0) or cell.state == FEW for cell in cells):
        # Zeros around a hidden figure are no picture.
        return instead(question, published.indicator.id, hidden)
    # A label in a picture has room for one currency.
    rows = KINDS[kind].frame(published, question.plain_words, **settings)
    return picture(kind, rows, question.words, theme)


def _nothing(question: Question) -> Cell:
    return Cell(question.unit, question.period, None, "empty")


def content(
    question: Question,
    title: str,
    published: Published,
    shown: Picture | Reason,
    cell: Cell | None = None,
    **more: Any,
) -> Content:
    """Return a card's content with the usual value row: figure, change, status and target.

    Args:
        cell: the card's figure; by default the unit's own in the period.
        more: further attributes of `Content`; `beside` and `number` replace the usual ones.

    """
    indicator = published.indicator
    cell = cell or question.cell(indicator.id)
    number = more.pop("number", None) or figure(cell, indicator, question.words, question.desk.currency)
    beside = more.pop("beside", None)
    if beside is None:
        beside = judged_row(question, indicator.id, cell)
    return Content(title, number, beside, cell, published, shown, **more)


def joined(*parts: str | None) -> str:
    """Return remarks as HTML, side by side; each is text."""
    return markup.apart(*(html.escape(part) for part in parts if part))


def judged_row(question: Question, indicator_id: str, cell: Cell) -> str:
    """Return change, status and target as HTML."""
    indicator = question.indicator(indicator_id)
    target = question.desk.target(indicator_id, question.unit, question.period)
    parts = [joined(change(question, indicator_id))]
    kind = judged(cell, indicator, target)
    if kind:
        sign = status(kind, question.words)
        parts.append(markup.status(sign.kind, sign.word))
    if target is not None and cell.shown:
        parts.append(html.escape(aimed(target, indicator, question.words)))
    return markup.apart(*parts)


def provisional(question: Question, published: Published) -> set:
    """Return the first days of the months whose visits are still being recorded."""
    return {cell.period.first for cell in published.cells if question.desk.provisional(cell.period)}


def target_of(question: Question, indicator_id: str) -> float | None:
    """Return the unit's target for a line in a picture."""
    target = question.desk.target(indicator_id, question.unit, question.period)
    return target.target if target else None


def counted(question: Question, value: float | None, measure: str) -> Figure:
    number, unit = question.words.fmt.measure(value, measure, question.desk.currency)
    beside = question.words.fmt.beside(value, question.desk.currency) if measure == "money" else ""
    return Figure(number, unit, beside)
