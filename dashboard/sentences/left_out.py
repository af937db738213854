"""What is said of the records that are in no figure: how many, or at least how many."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.indicators.registry import INDICATORS
from dashboard.privacy.published import HIDDEN, Cell, Published
from dashboard.sentences.about import Row
from dashboard.sentences.question import Question


@dataclass(frozen=True)
class Lacking:
    """Records left out: `count` of them, or more where some tables are hidden."""

    count: int
    more: bool


def lacking(published: Published) -> Lacking | None:
    """Return how many records are left out, or None where none is.

    What is hidden is not told: only what the tables that are shown hold.
    """
    tables = [cell for cell in published.cells if cell.code is not None]
    count = int(sum(cell.value for cell in tables if cell.shown))
    more = any(cell.state == HIDDEN for cell in tables)
    return Lacking(count, more) if count or more else None


def of_indicator(question: Question, indicator_id: str, cell: Cell) -> Lacking | None:
    """Return what the tables lack that a figure is counted from."""
    if indicator_id not in INDICATORS:
        return None
    return lacking(question.desk.left_out((cell.unit,), cell.period, indicator_id))


def row(question: Question, found: Lacking) -> Row:
    """Return the line of "About" for records left out."""
    words = question.words
    text = words.gettext("Records with an error in the tables counted from, and those that refer to them.")
    number = words.fmt.number(found.count)
    if found.more:
        number = words.gettext("Hidden") if not found.count else f"≥ {number}"
    return Row(words.gettext("Left out"), text, number)


def in_line(question: Question, found: Lacking) -> str:
    """Return it as one of several remarks in a line."""
    if found.more:
        return mark(question, found)
    return question.words.ngettext(
        "{count} record with errors left out", "{count} records with errors left out", found.count
    ).format(count=question.words.fmt.number(found.count))


def mark(question: Question, found: Lacking) -> str:
    """Return the few words of it for the foot of a card."""
    if found.more and not found.count:
        return question.words.gettext("some left out")
    if found.more:
        # Translators: beneath a card: so many records with errors or more are not in its figures.
        text = question.words.ngettext("{count} or more left out", "{count} or more left out", found.count)
    else:
        # Translators: beneath a card: so many records with errors are not in its figures.
        text = question.words.ngettext("{count} left out", "{count} left out", found.count)
    return text.format(count=question.words.fmt.number(found.count))
