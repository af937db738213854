"""What a card says of the records that are not in its figures."""

from __future__ import annotations

from dashboard.indicators.registry import INDICATORS
from dashboard.privacy.published import HIDDEN, Cell
from dashboard.sentences.about import Row
from dashboard.sentences.asked import Asked


def left_out(asked: Asked, indicator_id: str, cell: Cell) -> Cell | None:
    """Return how many records an indicator's tables lack in a unit, or None where they lack none."""
    if indicator_id not in INDICATORS:
        return None
    found = asked.desk.left_out((cell.unit,), cell.period, indicator_id).only
    return found if found.value or found.state == HIDDEN else None


def row(asked: Asked, lacking: Cell) -> Row:
    """Return the line of "About" for records left out."""
    words = asked.words
    number = words.gettext("Hidden") if lacking.state == HIDDEN else words.fmt.number(lacking.value)
    text = words.gettext("Records with an error in the tables counted from, and those that refer to them.")
    return Row(words.gettext("Left out"), text, number)


def mark(asked: Asked, lacking: Cell) -> str:
    """Return the few words of it for a card's foot."""
    if lacking.state == HIDDEN:
        return asked.words.gettext("some left out")
    # Translators: beneath a card: so many records with errors are not in its figures.
    return asked.words.ngettext("{count} left out", "{count} left out", lacking.value).format(
        count=asked.words.fmt.number(lacking.value)
    )
