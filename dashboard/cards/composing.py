"""How the content of a card comes together from published figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dashboard.cards.card import Chart, Content, Legend, Note, Remark
from dashboard.cards.grid import Grid
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, SHOWN, Cell, Published
from dashboard.sentences.about import aimed
from dashboard.sentences.change import change
from dashboard.sentences.figures import Figure, figure, unknown_share
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason, not_in_parts, why, why_few, why_hidden
from dashboard.sentences.status import judged, status

Picture = Chart | Grid | Reason


def chart(question: Question, kind: str, published: Published, **settings: Any) -> Chart | Reason:
    """Return the chart of published figures, or why there is none to be drawn.

    Args:
        kind: of `charts.specs.KINDS`.
        settings: of the kind's `frame`.
    """
    cells = published.cells
    hidden = next((cell for cell in cells if cell.state == HIDDEN), None)
    if not any(cell.state in {SHOWN, FEW} for cell in cells):
        # Months before the first figure are empty: where one is hidden, that is why.
        telling = hidden or (cells[0] if cells else _nothing(question))
        return instead(question, published, telling.state)
    if hidden and not any(cell.value_or(0) or cell.state == FEW for cell in cells):
        # Zeros around a hidden figure are no picture.
        return instead(question, published, HIDDEN)
    return Chart(kind, published, settings)


def _nothing(question: Question) -> Cell:
    return Cell(question.unit, question.period, None, EMPTY)


def instead(question: Question, published: Published, state: str) -> Reason:
    """Return why published figures cannot stand as a picture."""
    if state == HIDDEN and not any(in_parts(question, cell) for cell in published.cells):
        return not_in_parts(question.words)
    profile = question.desk.reader.profile
    return why(state, published.indicator, question.words, profile.small_cell, profile.smallest_base)


def in_parts(question: Question, cell: Cell) -> bool:
    """Return whether a figure is one that is told in periods of its kind, shown or not."""
    return cell.period.kind in question.desk.kinds_told(cell.unit, cell.code)


def content(
    question: Question,
    claim: str,
    published: Published,
    picture: Picture,
    *,
    cell: Cell | None = None,
    number: Figure | None = None,
    beside: Iterable[Remark | None] | None = None,
    note: str = "",
    care: str = "",
    legend: Legend | None = None,
    day: date | None = None,
) -> Content:
    """Return a card's content with the usual value row: figure, change, status and target.

    Args:
        cell: the card's figure; by default the unit's own in the period.
        number, beside: in the place of the usual ones.
        note: a remark beneath the picture.
        care: why the figure is to be read with care.
    """
    indicator = published.indicator
    cell = cell or question.cell(indicator.id)
    shown = number or figure(cell, indicator, question.words, question.desk.currency)
    remarks = standing(question, indicator.id, cell) if beside is None else beside
    return Content(
        claim=claim,
        figure=shown,
        beside=tuple(remark for remark in remarks if remark),
        unknown=unknown(question, cell),
        cell=cell,
        published=published,
        picture=picture,
        notes=tuple(notes(question, published, picture, cell, note, care)),
        legend=legend,
        day=day,
    )


def without_figure(
    question: Question,
    claim: str,
    published: Published,
    picture: Picture,
    *,
    cell: Cell | None = None,
    note: str = "",
    legend: Legend | None = None,
    sub: str = "",
    day: date | None = None,
) -> Content:
    """Return the content of a card whose picture says it all."""
    cell = cell or published.only
    return Content(
        claim=claim,
        figure=None,
        beside=(),
        unknown="",
        cell=cell,
        published=published,
        picture=picture,
        notes=tuple(notes(question, published, picture, cell, note)),
        legend=legend,
        sub=sub,
        day=day,
    )


def standing(question: Question, indicator_id: str, cell: Cell) -> Iterator[Remark]:
    """Yield how a figure stands: its change, its status, and the target."""
    indicator = question.indicator(indicator_id)
    target = question.desk.target(indicator_id, question.unit, question.period)
    if moved := change(question, indicator_id):
        yield moved
    if kind := judged(cell, indicator, target):
        yield status(kind, question.words)
    if target is not None and cell.shown:
        yield aimed(target, indicator, question.words)


def unknown(question: Question, cell: Cell) -> str:
    """Return how much is unknown (empty: less than a tenth)."""
    share = unknown_share(cell)
    if share is None:
        return ""
    return question.words.gettext("{share} unknown").format(share=question.words.fmt.percent(share))


def notes(
    question: Question, published: Published, picture: Picture, cell: Cell, note: str = "", care: str = ""
) -> Iterator[Note]:
    """Yield the remarks beneath picture and table: why some figures are not there, once for all."""
    words, profile = question.words, question.desk.reader.profile
    states = set() if isinstance(picture, Reason) else {each.state for each in published.cells}
    if care:
        yield Note(care, care=True)
    if note:
        yield Note(note)
    if HIDDEN in states:
        hidden = [each for each in published.cells if each.state == HIDDEN]
        told = any(in_parts(question, each) for each in hidden)
        yield Note(why_hidden(words, profile.small_cell) if told else not_in_parts(words).text)
    if FEW in states:
        yield Note(why_few(words, profile.smallest_base))
    if unknown_share(cell) is not None and published.indicator.unknown:
        yield Note(words.gettext(published.indicator.unknown), care=True)


def provisional(question: Question, published: Published) -> set[date]:
    """Return the first days of the months whose visits are still being recorded."""
    return {cell.period.first for cell in published.cells if question.desk.provisional(cell.period)}


def target_of(question: Question, indicator_id: str) -> float | None:
    """Return the unit's target for a line in a picture."""
    target = question.desk.target(indicator_id, question.unit, question.period)
    return target.target if target else None


def against_target(question: Question, published: Published) -> Chart | Reason:
    """Return a line over months against the unit's target, provisional months set apart."""
    return chart(
        question,
        "months_line",
        published,
        target=target_of(question, published.indicator.id),
        provisional=provisional(question, published),
    )


def counted(question: Question, value: float, measure: str) -> Figure:
    """Return a count with its unit as a figure."""
    return Figure(*question.words.fmt.measure(value, measure, question.desk.currency))
