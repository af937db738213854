"""Overview: the programme at a glance, what needs somebody, and the centres side by side."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import families as claims
from dashboard.sentences.claims import grants, visits
from dashboard.sentences.figures import cell_text
from dashboard.views import attention
from dashboard.views.cards import Card, Content, draw as draw_card, row
from dashboard.views.contents import content, drawn, joined, provisional, target_of
from dashboard.views.grants import against
from dashboard.views.identification import funnel
from dashboard.views.names import line_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.tiles import Tile, tiles
from dashboard.views.view import View

YEAR_AND_MONTH, YEAR = 13, 12


def centres(asked: Asked, theme: str) -> Content:
    """The centres side by side: dose with its interval, capacity, pace, unseen families."""
    if asked.single:
        return alone(asked, theme)
    dose = asked.across("V2")
    gettext = asked.words.gettext
    target = asked.desk.target("V2", asked.unit, asked.period)
    columns = (
        # Translators: head of a narrow column: capacity in use.
        (gettext("Capacity"), asked.across("C2")),
        # Translators: head of a narrow column: spending against the budget's plan.
        (gettext("Pace"), asked.across("G3")),
        # Translators: head of a narrow column: families unseen too long.
        (gettext("Unseen"), asked.across("V5")),
    )
    shown = drawn(
        asked,
        theme,
        "centres",
        dose,
        names=unit_names(asked),
        # Translators: head of a narrow column: visit dose received.
        title=gettext("Dose"),
        columns=columns,
        target=target.target if target else None,
        limit=target.amber if target else None,
        currency=asked.desk.currency,
    )
    sub = gettext("Dots: share of the visits required; bands: 95% interval")
    return Content(visits.by_centre(asked), None, "", asked.cell("V2"), dose, shown, sub=sub)


def alone(asked: Asked, theme: str) -> Content:
    """Visit dose of a single centre, month by month, in the place of the comparison."""
    published = asked.over("V2", YEAR)
    shown = drawn(
        asked,
        theme,
        "months_line",
        published,
        target=target_of(asked, "V2"),
        provisional=provisional(asked, published),
    )
    target = asked.desk.target("V2", asked.unit, asked.period)
    title = visits.dose(asked, asked.cell("V2"), target, published)
    return content(asked, title, published, shown)


def year(asked: Asked, theme: str) -> Content:
    """Families on the programme over a year."""
    published = asked.over("C1", YEAR_AND_MONTH)
    shown = drawn(asked, theme, "months_bars", published)
    return content(asked, claims.over_time(asked, published), published, shown)


def lines(asked: Asked, theme: str) -> Content:
    """Budget lines against the plan to date."""
    published, planned = asked.by("G2", "category"), asked.by("G3", "part")
    shown = drawn(
        asked,
        theme,
        "budget_lines",
        published,
        names=line_names(asked, published),
        planned=planned,
        currency=asked.desk.currency,
    )
    cell = asked.cell("G2")
    beside = joined(*against(asked))
    return content(asked, grants.lines(asked), published, shown, cell=cell, beside=beside)


def number(asked: Asked, cell: Cell, digits: int = 0) -> str:
    """Return a count, or what stands in its place."""
    return cell_text(asked, cell, lambda value: asked.words.fmt.number(value, digits))


def came_and_went(asked: Asked) -> str:
    # Translators: families that came (new) and went (closed) in the period; a narrow tile.
    return asked.words.gettext("{new} in, {closed} out").format(
        new=number(asked, asked.cell("C1n")), closed=number(asked, asked.cell("C1x"))
    )


def places(asked: Asked) -> str:
    cell = asked.cell("C2")
    if not cell.shown:
        return ""
    # Translators: families that the centres can serve at once; it stands in a narrow tile.
    return asked.words.gettext("capacity {count}").format(
        count=asked.words.fmt.number(cell.denominator)
    )


def visits_made(asked: Asked) -> str:
    cell = asked.cell("V2")
    return asked.words.fmt.counted(cell.numerator, "visits") if cell.shown else ""


def never_seen(asked: Asked) -> str:
    # Translators: families that were never visited; it stands in a narrow tile.
    return asked.words.gettext("never seen: {count}").format(
        count=number(asked, asked.cell("V5", "seen", "never"))
    )


def waited_long(asked: Asked) -> str:
    # Translators: families that have waited for more than 14 days; it stands in a narrow tile.
    return asked.words.gettext("over 14 days: {count}").format(
        count=number(asked, asked.cell("R5", "waited", "over_14"))
    )


def planned_to_date(asked: Asked) -> str:
    cell = asked.cell("G3", "part", "planned_share")
    # Translators: share of the budget planned by the day; it stands in a narrow tile.
    return asked.words.gettext("planned {share}").format(
        share=cell_text(asked, cell, asked.words.fmt.percent)
    )


def half_late(asked: Asked) -> str:
    cell = asked.cell("V4")
    if cell.median is None:
        return ""
    # Translators: median delay of overdue visits; it stands in a narrow tile.
    return asked.words.gettext("median {days}").format(
        days=asked.words.fmt.counted(cell.median, "days")
    )


def full_time(asked: Asked) -> str:
    # Translators: full-time equivalents of the savers; it stands in a narrow tile.
    return asked.words.gettext("{number} FTE").format(
        number=number(asked, asked.cell("S1", "measure", "fte"), 1)
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
