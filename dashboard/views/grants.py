"""Grants: spent against plan, paid and paid on time, promised, seen, and accounted for."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.indicators.periods import Period
from dashboard.sentences import budget
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import grants as claims
from dashboard.views import payments, place
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined, judged_row
from dashboard.views.names import line_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR = 12


def pace(asked: Asked, theme: str) -> Content:
    """Spent, planned and likely over the fiscal year."""
    steps = this_year(asked)
    spent = asked.desk.publish("G2", (asked.unit,), steps)
    planned = asked.desk.publish("G3", (asked.unit,), steps, "part")
    likely = asked.desk.publish("G3", (asked.unit,), steps[-1:], "forecast")
    shown = drawn(
        asked,
        theme,
        "pace",
        spent,
        planned=planned,
        forecast=likely,
        currency=asked.desk.currency,
    )
    cell, gap = asked.cell("G2"), asked.cell("G3")
    return content(
        asked,
        claims.pace(asked, gap),
        spent,
        shown,
        cell=cell,
        beside=joined(*against(asked), claims.off_plan(asked)),
        note=how_planned(asked),
    )


def how_planned(asked: Asked) -> str:
    """Return how the lines are planned, where some of them have no months of their own."""
    phased, evenly = (asked.cell("G3", "plan", code) for code in ("phased", "evenly"))
    if not evenly.shown or not evenly.value:
        return ""
    words = asked.words
    if not phased.value:
        return words.gettext("No line has a plan by month: all are planned evenly over the year.")
    return words.ngettext(
        "{count} line without a plan by month is planned evenly over the year.",
        "{count} lines without a plan by month are planned evenly over the year.",
        evenly.value,
    ).format(count=words.fmt.number(evenly.value))


def this_year(asked: Asked) -> tuple[Period, ...]:
    """Return the finest periods of the fiscal year up to the one shown, oldest first."""
    return tuple(step for step in asked.run(YEAR) if step.last.year == asked.day.year)


def against(asked: Asked) -> list[str]:
    """Return money spent of the budget, and the gap to the plan, in words."""
    words, currency = asked.words, asked.desk.currency
    cell, gap = asked.cell("G2"), asked.cell("G3")
    found = []
    if cell.shown:
        found.append(
            words.gettext("{part} of {whole}").format(
                part=words.fmt.money(cell.numerator, currency),
                whole=words.fmt.money(cell.denominator, currency),
            )
        )
    found.append(budget.pace(asked, gap))
    return found


def lines(asked: Asked, theme: str) -> Content:
    """Budget used by category, against the plan to date."""
    published = asked.by("G2", "category")
    planned = asked.by("G3", "part")
    shown = drawn(
        asked,
        theme,
        "budget_lines",
        published,
        names=line_names(asked, published),
        planned=planned,
        currency=asked.desk.currency,
    )
    return content(
        asked,
        claims.lines(asked),
        published,
        shown,
        cell=asked.cell("G2"),
        beside=joined(*against(asked)),
        note=outside(asked),
    )


def outside(asked: Asked) -> str:
    """Return that a total inside its range holds a line outside it."""
    gap = asked.cell("G3")
    off = [line for line in budget.lines(asked) if abs(line.gap) > budget.TOLERANCE]
    if not gap.shown or abs(gap.value) > budget.TOLERANCE or not off:
        return ""
    return asked.words.ngettext(
        "The total is on plan, but {count} line is more than 10 pp off.",
        "The total is on plan, but {count} lines are more than 10 pp off.",
        len(off),
    ).format(count=asked.words.fmt.number(len(off)))


def paid(asked: Asked, theme: str) -> Content:
    """Net grants paid, month by month; what for and to how many families in words."""
    published = asked.over("G1", YEAR)
    shown = drawn(asked, theme, "months_bars", published, currency=asked.desk.currency)
    judged, most = judged_row(asked, "G1", asked.cell("G1")), claims.by_category(asked)
    return content(
        asked,
        claims.paid_over_time(asked, published),
        published,
        shown,
        beside=place.apart(judged, joined(most)),
        note=supported(asked),
    )


def supported(asked: Asked) -> str:
    """Return how many families were supported in twelve months, and with how much (empty: hidden)."""
    cell = asked.cell("G1", "families", "12m")
    if not cell.shown:
        return ""
    return " · ".join([claims.supported(asked, cell), *typical(asked, cell)])


def typical(asked: Asked, cell) -> list[str]:
    """Return median and 90th percentile of a family, where they are shown."""
    words, currency = asked.words, asked.desk.currency
    found = []
    if cell.shown and cell.median is not None:
        found.append(
            words.gettext("median {amount} a family").format(
                amount=words.fmt.money(cell.median, currency)
            )
        )
    if cell.shown and cell.p90 is not None:
        found.append(
            words.gettext("one in ten above {amount}").format(
                amount=words.fmt.money(cell.p90, currency)
            )
        )
    return found


CARDS = (
    Card("grants-pace", pace),
    Card("grants-lines", lines),
    Card("grants-months", paid),
    Card("grants-on-time", payments.on_time),
    Card("grants-unpaid", payments.unpaid),
    Card("grants-unseen", payments.unseen),
    Card("grants-advances", payments.advances),
)


def draw(scene: Scene) -> None:
    spending, budgets, months, in_time, promised, unseen, advanced = CARDS
    row(scene, [spending, budgets], [1.62, 1])
    row(scene, [months, in_time])
    row(scene, [promised, unseen, advanced])


VIEW = View("grants", N_("Grants"), draw)
