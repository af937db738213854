"""Which of several published figures stands out, from shown ones alone."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.privacy.published import Cell, Published
from dashboard.sentences.question import Question

# Codes that name no reason of their own never make a finding.
UNTOLD = ("other", "unknown")


@dataclass(frozen=True)
class Largest:
    """A code, its number, and its share of all codes together (0 to 1)."""

    code: str
    number: float
    share: float


def commonest(published: Published) -> Largest | None:
    """Return the code with the largest number, or None where that is not sure.

    It is sure only where no code is hidden, and no other has as many.
    """
    cells = published.by_code
    if not cells or not all(cell.shown for cell in cells.values()):
        return None
    numbers = {code: cell.value for code, cell in cells.items()}
    first, *others = sorted(numbers, key=lambda code: -numbers[code])
    total, most = sum(numbers.values()), numbers[first]
    tied = bool(others) and numbers[others[0]] == most
    if total <= 0 or tied or first in UNTOLD:
        return None
    return Largest(first, most, most / total)


def lowest(published: Published) -> Cell | None:
    """Return the lowest of several shares, or None where none stands out."""
    shown = sorted((cell for cell in published.cells if cell.shown), key=lambda cell: cell.value)
    if len(shown) < 2 or shown[0].value == shown[1].value or shown[0].code == "unknown":
        return None
    return shown[0]


def below_limit(question: Question, indicator_id: str) -> tuple[float, tuple[Cell, ...]]:
    """Return the limit where attention starts, and the centres short of it, worst first.

    The limit is the amber one of the unit's target, else the target itself;
    without a target, or for a single centre, there is none.
    """
    target = question.desk.target(indicator_id, question.unit, question.period)
    if target is None or question.single:
        return 0.0, ()
    limit = target.target if target.amber is None else target.amber
    cells = question.across(indicator_id).cells
    short = [cell for cell in cells if cell.shown and cell.value < limit]
    return limit, tuple(sorted(short, key=lambda cell: cell.value))
