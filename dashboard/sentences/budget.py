"""Budget lines against time: which are off plan, and which run out before the year ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.question import Question

# A gap to the plan beyond this share is worth a question (Humentum TT05).
TOLERANCE = 0.10
# A smaller gap rounds to nothing.
LEAST_GAP = 0.005
# Before a quarter of the year has passed, a pace says nothing yet.
SOONEST = 90


@dataclass(frozen=True)
class Line:
    """A budget line by its category: share used (0 to 1), gap to the plan, and
    the month in which it runs out at the year's pace (None: not this year)."""

    code: str
    used: float
    gap: float
    month: date | None


def lines(question: Question) -> tuple[Line, ...]:
    """Return the lines of the unit's budget whose figures are shown, most ahead of plan first."""
    planned = question.cell("G3", "part", "planned_share")
    if not planned.shown:
        return ()
    cells = question.by("G2", "category").by_code
    found = [
        Line(code, cell.value, cell.value - planned.value, runs_out(cell, question.day))
        for code, cell in cells.items()
        if cell.shown and cell.denominator
    ]
    return tuple(sorted(found, key=lambda line: -line.gap))


def off_plan(question: Question) -> tuple[Line, ...]:
    """Return the lines beyond the tolerance, or that run out before the year ends."""
    return tuple(line for line in lines(question) if abs(line.gap) > TOLERANCE or line.month)


def beyond(question: Question) -> list[Line]:
    """Return the lines further from plan than the tolerance."""
    return [line for line in lines(question) if abs(line.gap) > TOLERANCE]


def furthest(question: Question) -> Line | None:
    """Return the line furthest from plan, where it is beyond the tolerance."""
    return max(beyond(question), key=lambda line: abs(line.gap), default=None)


AHEAD = N_("{points} ahead of plan")
BEHIND = N_("{points} behind plan")
ON_PLAN = N_("on plan")


def pace(question: Question, gap: Cell) -> str:
    """Return how far a budget is from its plan, as a phrase (empty: it cannot be told)."""
    return against(question, gap.value) if gap.shown else ""


def against(question: Question, gap: float) -> str:
    if abs(gap) < LEAST_GAP:
        return question.words.gettext(ON_PLAN)
    points = question.words.fmt.points(abs(gap), signed=False)
    return question.words.gettext(AHEAD if gap > 0 else BEHIND).format(points=points)


def apart(question: Question, used: float, planned: float) -> tuple[str, str]:
    """Return two shares, with a digit more where they look alike, but their gap is told."""
    fmt = question.words.fmt
    alike = fmt.percent(used) == fmt.percent(planned) and abs(used - planned) >= LEAST_GAP
    digits = 1 if alike else 0
    return fmt.percent(used, digits), fmt.percent(planned, digits)


def first_to_run_out(question: Question) -> Line | None:
    """Return the line that runs out first in this year."""
    ending = [line for line in lines(question) if line.month]
    return min(ending, key=lambda line: line.month or date.max, default=None)


def runs_out(cell: Cell, day: date) -> date | None:
    """Return the month in which a line is spent at the pace since 1 January.

    None: not before December, in which a budget should end. A line that is
    spent already runs out in the month of the day.
    """
    start = date(day.year, 1, 1)
    elapsed = (day - start).days + 1
    if elapsed < SOONEST or not cell.numerator or cell.numerator <= 0 or not cell.denominator:
        return None
    days = int(cell.denominator / cell.numerator * elapsed)
    last = start + timedelta(days=max(days - 1, elapsed - 1))
    return last.replace(day=1) if last.year == day.year and last.month < 12 else None
