"""Overview: the programme at a glance, what needs somebody, and the centres side by side."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.claims import families as claims
from dashboard.sentences.claims import grants, visits
from dashboard.sentences.figures import cell_text
from dashboard.sentences.question import Question
from dashboard.views import attention
from dashboard.views.cards import Card, Content, row
from dashboard.views.cards import draw as draw_card
from dashboard.views.contents import content, drawn, joined, provisional, target_of
from dashboard.views.grants import against
from dashboard.views.identification import funnel
from dashboard.views.names import line_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.tiles import Tile, tiles
from dashboard.views.view import View

YEAR_AND_MONTH, YEAR = 13, 12


def centres(question: Question, theme: str) -> Content:
    """The centres side by side: dose with its interval, capacity, pace, unseen families."""
    if question.single:
        return alone(question, theme)
    dose = question.across("V2")
    gettext = question.words.gettext
    target = question.desk.target("V2", question.unit, question.period)
    columns = (
        # Translators: head of a narrow column: capacity in use.
        (gettext("Capacity"), question.across("C2")),
        # Translators: head of a narrow column: spending against the budget's plan.
        (gettext("Pace"), question.across("G3")),
        # Translators: head of a narrow column: families unseen too long.
        (gettext("Unseen"), question.across("V5")),
    )
    shown = drawn(
        question,
        theme,
        "centres",
        dose,
        names=unit_names(question),
        # Translators: head of a narrow column: visit dose received.
        title=gettext("Dose"),
        columns=columns,
        target=target.target if target else None,
        limit=target.amber if target else None,
        currency=question.desk.currency,
    )
    sub = gettext("Dots: share of the visits required; bands: 95% interval")
    return Content(visits.by_centre(question), None, "", question.cell("V2"), dose, shown, sub=sub)


def alone(question: Question, theme: str) -> Content:
    """Visit dose of a single centre, month by month, in the place of the comparison."""
    published = question.over("V2", YEAR)
    shown = drawn(
        question,
        theme,
        "months_line",
        published,
        target=target_of(question, "V2"),
        provisional=provisional(question, published),
    )
    target = question.desk.target("V2", question.unit, question.period)
    title = visits.dose(question, question.cell("V2"), target, published)
    return content(question, title, published, shown)


def year(question: Question, theme: str) -> Content:
    """Families on the programme over a year."""
    published = question.over("C1", YEAR_AND_MONTH)
    shown = drawn(question, theme, "months_bars", published)
    return content(question, claims.over_time(question, published), published, shown)


def lines(question: Question, theme: str) -> Content:
    """Budget lines against the plan to date."""
    published, planned = question.by("G2", "category"), question.by("G3", "part")
    shown = drawn(
        question,
        theme,
        "budget_lines",
        published,
        names=line_names(question, published),
        planned=planned,
        currency=question.desk.currency,
    )
    cell = question.cell("G2")
    beside = joined(*against(question))
    return content(question, grants.lines(question), published, shown, cell=cell, beside=beside)


def number(question: Question, cell: Cell, digits: int = 0) -> str:
    """Return a count, or what stands in its place."""
    return cell_text(question, cell, lambda value: question.words.fmt.number(value, digits))


def came_and_went(question: Question) -> str:
    # Translators: families that came (new) and went (closed) in the period; a narrow tile.
    return question.words.gettext("{new} in, {closed} out").format(
        new=number(question, question.cell("C1n")), closed=number(question, question.cell("C1x"))
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
    # Translators: families that were never visited; it stands in a narrow tile.
    return question.words.gettext("never seen: {count}").format(
        count=number(question, question.cell("V5", "seen", "never"))
    )


def waited_long(question: Question) -> str:
    # Translators: families that have waited for more than 14 days; it stands in a narrow tile.
    return question.words.gettext("over 14 days: {count}").format(
        count=number(question, question.cell("R5", "waited", "over_14"))
    )


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
    # Translators: full-time equivalents of the savers; it stands in a narrow tile.
    return question.words.gettext("{number} FTE").format(
        number=number(question, question.cell("S1", "measure", "fte"), 1)
    )


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
CARDS = (
    Card("overview-centres", centres),
    Card("overview-families", year),
    Card("overview-funnel", funnel),
    Card("overview-lines", lines),
)


def draw(scene: Scene) -> None:
    side_by_side, families, referrals, budgets = CARDS
    tiles(scene, TILES)
    left, right = st.columns([500, 720], gap="small")
    with left:
        attention.draw(scene)
    with right:
        draw_card(scene, side_by_side, least=attention.height(scene))
    row(scene, [families, referrals, budgets])


VIEW = View("overview", N_("Overview"), draw)
