"""Findings on grants and budgets."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import EMPTY, Cell, Published
from dashboard.sentences import budget
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import commonest

AHEAD = N_("Spending is {points} ahead of plan")
BEHIND = N_("Spending is {points} behind plan")
ON_PLAN = N_("Spending is on plan")
LINE_AHEAD = N_("{category}: {points} ahead of plan")
LINE_BEHIND = N_("{category}: {points} behind plan")


def pace(question: Question, gap: Cell) -> str:
    """Return how spending stands against its plan."""
    if not gap.shown:
        return question.words.gettext("Spending, plan and forecast")
    if abs(gap.value) < budget.LEAST_GAP:
        return question.words.gettext(ON_PLAN)
    message = AHEAD if gap.value > 0 else BEHIND
    points = question.words.fmt.points(abs(gap.value), signed=False)
    return question.words.gettext(message).format(points=points)


def lines(question: Question) -> str:
    """Return which budget line is off plan, how many are, or that all keep to it."""
    words, off = question.words, budget.furthest(question)
    count = len(budget.beyond(question))
    if count > 1:
        return words.ngettext(
            "{count} budget line is more than 10 pp off plan",
            "{count} budget lines are more than 10 pp off plan",
            count,
        ).format(count=words.fmt.number(count))
    if off is not None:
        message = LINE_AHEAD if off.gap > 0 else LINE_BEHIND
        return words.gettext(message).format(
            category=label(words, "category", off.code),
            points=words.fmt.points(abs(off.gap), signed=False),
        )
    cells = [cell for cell in question.by("G2", "category").cells if not cell.shown or cell.denominator]
    if budget.lines(question) and all(cell.shown or cell.state == EMPTY for cell in cells):
        return words.gettext("Every budget line is within 10 pp of plan")
    return words.gettext("Budget used by category")


def paid_over_time(question: Question, published: Published) -> str:
    """Return the month in which most was paid."""
    cells = [cell for cell in published.cells if cell.shown]
    if len(cells) < 3 or len(cells) < len(published.cells):
        return question.words.gettext("Net grants paid over time")
    most = max(cells, key=lambda cell: cell.value)
    return question.words.gettext("The most was paid in {period}: {amount}").format(
        period=question.words.fmt.period(most.period),
        amount=question.words.fmt.money(most.value, question.desk.currency),
    )


def by_category(question: Question) -> str:
    """Return what most money was paid for (empty: nothing stands out)."""
    found = commonest(question.by("G1", "category"))
    if found is None:
        return ""
    return question.words.gettext("Largest category of grants: {category}, {share}").format(
        category=label(question.words, "category", found.code),
        share=question.words.fmt.percent(found.share),
    )


def supported(question: Question, cell: Cell) -> str:
    """Return how many families received grants in twelve months."""
    return question.words.ngettext(
        "{count} family supported with grants in twelve months",
        "{count} families supported with grants in twelve months",
        cell.value,
    ).format(count=question.words.fmt.number(cell.value))


def off_plan(question: Question) -> str:
    """Return how many centres are further from plan than the tolerance (empty: not to be told)."""
    if question.single or question.by_region:
        return ""
    cells = question.across("G3").cells
    shown = [cell for cell in cells if cell.shown]
    off = [cell for cell in shown if abs(cell.value) > budget.TOLERANCE]
    if not off and len(shown) < len(cells):
        return ""
    if not off:
        return question.words.gettext("Every centre is within 10 pp of plan")
    return question.words.ngettext(
        "{count} centre is more than 10 pp off plan",
        "{count} centres are more than 10 pp off plan",
        len(off),
    ).format(count=question.words.fmt.number(len(off)))
