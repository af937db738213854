"""A tile: one figure at a glance, with its change, a year as a line, and status or the next useful count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.sentences.about import aimed
from dashboard.sentences.budget import pace
from dashboard.sentences.change import against_base, change, difference
from dashboard.sentences.figures import Figure, figure
from dashboard.sentences.question import Question
from dashboard.sentences.status import Status, judged, status

MONTHS = 12


@dataclass(frozen=True)
class Tile:
    """A tile as it is declared; `next` tells what stands at the foot where no target has a basis."""

    indicator: str
    page: str
    next: Callable[[Question], str]


@dataclass(frozen=True)
class Line:
    """A year of months: values (None: not to be shown), the target, and how many months may still change."""

    points: tuple[float | None, ...]
    target: float | None
    provisional: int


@dataclass(frozen=True)
class Glance:
    """What a tile says.

    Attributes:
        name: of the figure, short.
        figure: its number and unit.
        change: since the period compared with, as it is seen (empty: there is none).
        change_said: the same as it is said, where there is more room.
        line: the year to the period.
        status: against a target, or None where nothing is judged.
        foot: the target, or the next useful count.
    """

    name: str
    figure: Figure
    change: str
    change_said: str
    line: Line
    status: Status | None
    foot: str

    @property
    def foot_said(self) -> str:
        """Status and foot as they are said."""
        return f"{self.status.word}, {self.foot}" if self.status else self.foot


def glance(question: Question, tile: Tile) -> Glance:
    """Return what a tile says."""
    seen, said = change_of(question, tile.indicator)
    judgement, foot = foot_of(question, tile)
    return Glance(
        name=question.words.gettext(question.indicator(tile.indicator).tile),
        figure=figure_of(question, tile.indicator),
        change=seen,
        change_said=said,
        line=line_of(question, tile.indicator),
        status=judgement,
        foot=foot,
    )


def figure_of(question: Question, indicator_id: str) -> Figure:
    """Return the figure; of unseen families their number, as the share stands beside it."""
    indicator, cell = question.indicator(indicator_id), question.cell(indicator_id)
    if indicator_id == "V5" and cell.shown:
        return Figure(*question.words.fmt.measure(cell.numerator, "families"))
    return figure(cell, indicator, question.words, question.desk.currency)


def change_of(question: Question, indicator_id: str) -> tuple[str, str]:
    """Return the change as it is seen and as it is said (empty: there is nothing to compare with)."""
    if indicator_id == "V5":
        return change_of_unseen(question)
    if indicator_id == "G2":
        # Money spent since January only grows: what tells is its gap to the plan.
        gap = pace(question, question.cell("G3"))
        return gap, gap
    moved = change(question, indicator_id) or ""
    return moved, moved


def change_of_unseen(question: Question) -> tuple[str, str]:
    """Return the change of their number; beside the share there is no room to say since when."""
    cell, earlier = question.cell("V5"), question.earlier("V5")
    share = question.words.fmt.percent(cell.value) if cell.shown else ""
    if earlier is None or difference(cell, earlier) is None:
        return share, share
    amount = cell.numerator - earlier.numerator
    if not amount:
        return f"{share} · {question.words.fmt.signed(0)}", f"{share}, {against_base(question, None)}"
    signed = question.words.fmt.signed(amount)
    return f"{share} · {signed}", f"{share}, {against_base(question, signed)}"


def foot_of(question: Question, tile: Tile) -> tuple[Status | None, str]:
    """Return status and target, or the next useful count where nothing is judged."""
    words, indicator = question.words, question.indicator(tile.indicator)
    target = question.desk.target(tile.indicator, question.unit, question.period)
    kind = judged(question.cell(tile.indicator), indicator, target)
    if kind is None or target is None:
        return None, tile.next(question)
    return status(kind, words), aimed(target, indicator, words)


def line_of(question: Question, indicator_id: str) -> Line:
    """Return the line of a year."""
    cells = question.over(indicator_id, MONTHS).cells
    target = question.desk.target(indicator_id, question.unit, question.period)
    points = tuple(cell.value if cell.shown else None for cell in cells)
    open_months = sum(question.desk.provisional(cell.period) for cell in cells)
    return Line(points, target.target if target else None, open_months)
