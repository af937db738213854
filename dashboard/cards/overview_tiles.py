"""The tiles of the overview: eight figures, each with the next useful count that is not hidden."""

from __future__ import annotations

from dashboard.cards.tile import Tile
from dashboard.privacy.published import HIDDEN, Cell
from dashboard.sentences.figures import cell_text
from dashboard.sentences.question import Question


def number(question: Question, cell: Cell, digits: int = 0) -> str:
    """Return a count, or what stands in its place."""
    return cell_text(question, cell, lambda value: question.words.fmt.number(value, digits))


def came_and_went(question: Question) -> str:
    new, closed = question.cell("C1n"), question.cell("C1x")
    if new.state == closed.state == HIDDEN:
        return ""
    # Translators: families that came (new) and went (closed) in the period; a narrow tile.
    return question.words.gettext("{new} in, {closed} out").format(
        new=number(question, new), closed=number(question, closed)
    )


def places(question: Question) -> str:
    cell = question.cell("C2")
    if not cell.shown:
        return ""
    # Translators: families that the centres can serve at once; it stands in a narrow tile.
    return question.words.gettext("capacity {count}").format(
        count=question.words.fmt.number(cell.denominator)
    )


def visits_made(question: Question) -> str:
    cell = question.cell("V2")
    return question.words.fmt.counted(cell.numerator, "visits") if cell.shown else ""


def never_seen(question: Question) -> str:
    cell = question.cell("V5", "seen", "never")
    if cell.state == HIDDEN:
        return ""
    # Translators: families that were never visited; it stands in a narrow tile.
    return question.words.gettext("never seen: {count}").format(count=number(question, cell))


def waited_long(question: Question) -> str:
    cell = question.cell("R5", "waited", "over_14")
    if cell.state == HIDDEN:
        return ""
    # Translators: families that have waited for more than 14 days; it stands in a narrow tile.
    return question.words.gettext("over 14 days: {count}").format(count=number(question, cell))


def planned_to_date(question: Question) -> str:
    cell = question.cell("G3", "part", "planned_share")
    # Translators: share of the budget planned by the day; it stands in a narrow tile.
    return question.words.gettext("planned {share}").format(
        share=cell_text(question, cell, question.words.fmt.percent)
    )


def half_late(question: Question) -> str:
    cell = question.cell("V4")
    if cell.median is None:
        return ""
    # Translators: median delay of overdue visits; it stands in a narrow tile.
    return question.words.gettext("median {days}").format(
        days=question.words.fmt.counted(cell.median, "days")
    )


def full_time(question: Question) -> str:
    cell = question.cell("S1", "measure", "fte")
    if cell.state == HIDDEN:
        return ""
    # Translators: full-time equivalents of the savers; it stands in a narrow tile.
    return question.words.gettext("{number} FTE").format(number=number(question, cell, 1))


TILES = (
    Tile("C1", "caseload", came_and_went),
    Tile("C2", "caseload", places),
    Tile("V2", "visits", visits_made),
    Tile("V5", "visits", never_seen),
    Tile("R5", "identification", waited_long),
    Tile("G2", "grants", planned_to_date),
    Tile("V4", "visits", half_late),
    Tile("S1", "savers", full_time),
)
