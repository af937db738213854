"""Grants: spent against plan, paid and paid on time, promised, seen, and accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.cards import payments
from dashboard.cards.card import Content
from dashboard.cards.composing import chart, content, standing
from dashboard.cards.names import line_names
from dashboard.cards.page import page, row
from dashboard.i18n.words import N_
from dashboard.periods import Period
from dashboard.privacy.published import Cell
from dashboard.sentences import budget
from dashboard.sentences.claims import grants as claims
from dashboard.sentences.marked import apart
from dashboard.sentences.question import Question

YEAR = 12


def pace(question: Question) -> Content:
    """Spent, planned and likely over the fiscal year."""
    steps = this_year(question)
    spent = question.desk.publish("G2", (question.unit,), steps)
    planned = question.desk.publish("G3", (question.unit,), steps, "part")
    likely = question.desk.publish("G3", (question.unit,), steps[-1:], "forecast")
    shown = chart(
        question,
        "pace",
        spent,
        planned=planned,
        forecast=likely,
        currency=question.desk.currency,
    )
    cell, gap = question.cell("G2"), question.cell("G3")
    return content(
        question,
        claims.pace(question, gap),
        spent,
        shown,
        cell=cell,
        beside=(*against(question), claims.off_plan(question)),
        note=how_planned(question),
    )


def how_planned(question: Question) -> str:
    """Return how the lines are planned, where some of them have no months of their own."""
    phased, evenly = (question.cell("G3", "plan", code) for code in ("phased", "evenly"))
    if not evenly.shown or not evenly.value:
        return ""
    words = question.words
    if not phased.value:
        return words.gettext("No line has a plan by month: all are planned evenly over the year.")
    return words.ngettext(
        "{count} line without a plan by month is planned evenly over the year.",
        "{count} lines without a plan by month are planned evenly over the year.",
        evenly.value,
    ).format(count=words.fmt.number(evenly.value))


def this_year(question: Question) -> tuple[Period, ...]:
    """Return the finest periods of the fiscal year up to the one shown, oldest first."""
    return tuple(step for step in question.run(YEAR) if step.last.year == question.day.year)


def against(question: Question) -> Iterator[str]:
    """Yield money spent of the budget, and the gap to the plan, in words."""
    words, currency = question.words, question.desk.currency
    cell = question.cell("G2")
    if cell.shown:
        yield words.gettext("{part} of {whole}").format(
            part=words.fmt.money(cell.numerator, currency),
            whole=words.fmt.money(cell.denominator, currency),
        )
    yield budget.pace(question, question.cell("G3"))


def lines(question: Question) -> Content:
    """Budget used by category, against the plan to date."""
    published = question.by("G2", "category")
    planned = question.by("G3", "part")
    shown = chart(
        question,
        "budget_lines",
        published,
        names=line_names(question, published),
        planned=planned,
        currency=question.desk.currency,
    )
    return content(
        question,
        claims.lines(question),
        published,
        shown,
        cell=question.cell("G2"),
        beside=against(question),
        note=outside(question),
    )


def outside(question: Question) -> str:
    """Return that a total inside its range holds a line outside it."""
    gap = question.cell("G3")
    off = budget.beyond(question)
    if not gap.shown or abs(gap.value) > budget.TOLERANCE or not off:
        return ""
    return question.words.ngettext(
        "The total is within 10 pp of plan, but {count} line is not.",
        "The total is within 10 pp of plan, but {count} lines are not.",
        len(off),
    ).format(count=question.words.fmt.number(len(off)))


def months(question: Question) -> Content:
    """Net grants paid, month by month; what for and to how many families in words."""
    published = question.over("G1", YEAR)
    shown = chart(question, "months_bars", published, currency=question.desk.currency)
    return content(
        question,
        claims.paid_over_time(question, published),
        published,
        shown,
        beside=(*standing(question, "G1", question.cell("G1")), claims.by_category(question)),
        note=supported(question),
    )


def supported(question: Question) -> str:
    """Return how many families were supported in twelve months, and with how much (empty: hidden)."""
    cell = question.cell("G1", "families", "12m")
    if not cell.shown:
        return ""
    return apart(claims.supported(question, cell), *typical(question, cell))


def typical(question: Question, cell: Cell) -> list[str]:
    """Return median and 90th percentile of a family, where they are shown."""
    words, currency = question.words, question.desk.currency
    found = []
    if cell.shown and cell.median is not None:
        found.append(
            words.gettext("median {amount} a family").format(amount=words.fmt.money(cell.median, currency))
        )
    if cell.shown and cell.p90 is not None:
        found.append(
            words.gettext("one in ten above {amount}").format(amount=words.fmt.money(cell.p90, currency))
        )
    return found


GRANTS = page(
    "grants",
    N_("Grants"),
    row(pace, lines, widths=(1.62, 1)),
    row(months, payments.on_time),
    row(payments.unpaid, payments.unseen, payments.advances),
)
