"""Caseload: families on the programme, who comes and goes, and whether there is room."""

from __future__ import annotations

from dashboard.charts.keys import squares
from dashboard.i18n.words import N_
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import families as claims
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined
from dashboard.views.names import code_names, found_names, stage_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR_AND_MONTH = 13


def over_time(asked: Asked, theme: str) -> Content:
    """Families on the programme, month by month over a year."""
    published = asked.over("C1", YEAR_AND_MONTH)
    shown = drawn(asked, theme, "months_bars", published)
    return content(asked, claims.over_time(asked, published), published, shown)


def by_stage(asked: Asked, theme: str) -> Content:
    """Families by their stage on the day."""
    published = asked.by("C1", "stage")
    shown = drawn(asked, theme, "bars", published, names=stage_names(asked, published))
    return content(asked, claims.by_stage(asked, published), published, shown)


def by_level(asked: Asked, theme: str) -> Content:
    """Families by service level, and how many are being reached again or on a break."""
    published = asked.by("C1", "level")
    shown = drawn(asked, theme, "bars", published, names=stage_names(asked, published))
    return content(
        asked,
        claims.by_level(asked, published),
        published,
        shown,
        beside=joined(*statuses(asked)),
    )


def statuses(asked: Asked) -> list[str]:
    """Return the parts by status in words, where they are shown."""
    words = asked.words
    found = []
    for message, code in ((OUTREACH, "outreach"), (PAUSED, "paused")):
        cell = asked.cell("C1", "status", code)
        if cell.shown:
            found.append(words.gettext(message).format(count=words.fmt.number(cell.value)))
    return found


# Translators: beside the families on the programme, how many of them are in this status.
OUTREACH = N_("{count} being re-engaged")
# Translators: beside the families on the programme, how many of them are in this status.
PAUSED = N_("{count} on hold")


def movement(asked: Asked, theme: str) -> Content:
    """New and closed families side by side, month by month."""
    new, closed = asked.cell("C1n"), asked.cell("C1x")
    published = asked.over("C1n", 12)
    left = asked.over("C1x", 12)
    shown = drawn(asked, theme, "months_bars", published, beside=left)
    names = [asked.words.gettext(asked.indicator(id_).name) for id_ in ("C1n", "C1x")]
    key = squares(zip(names, ("accent", "context"), strict=True))
    beside = ""
    if closed.shown:
        beside = joined(
            asked.words.gettext("new · closed: {count}").format(
                count=asked.words.fmt.number(closed.value)
            )
        )
    title = claims.movement(asked, new, closed)
    return content(asked, title, published, shown, cell=new, beside=beside, key=key)


def closures(asked: Asked, theme: str) -> Content:
    """Families that left, by reason, and how many of them as it was planned."""
    published, planned = asked.by("C1x", "reason"), asked.cell("O4")
    names = found_names(asked, published)
    shown = drawn(asked, theme, "bars", published, names=names, by_size=True)
    return content(asked, claims.planned_closures(asked, planned, published), published, shown)


def outlook(asked: Asked, theme: str) -> Content:
    """Caseload points expected in 90 days against those that savers can carry."""
    published, cell = asked.by("C6", "part"), asked.cell("C6")
    tones = {"ceiling": "context", "leaving": "context"}
    shown = drawn(
        asked, theme, "bars", published, names=code_names(asked, published), tones=tones
    )
    return content(asked, claims.outlook(asked, cell), published, shown, cell=cell)


def capacity(asked: Asked, theme: str) -> Content:
    """How full the centres are."""
    if asked.single:
        published = asked.over("C2", 12)
        shown = drawn(asked, theme, "months_line", published)
    else:
        published = asked.across("C2")
        shown = drawn(
            asked, theme, "bars", published, names=unit_names(asked), by="unit", by_size=True
        )
    return content(asked, claims.capacity(asked, published), published, shown)


CARDS = (
    Card("caseload-months", over_time),
    Card("caseload-stages", by_stage),
    Card("caseload-levels", by_level),
    Card("caseload-movement", movement),
    Card("caseload-closures", closures),
    Card("caseload-capacity", capacity),
    Card("caseload-outlook", outlook),
)


def draw(scene: Scene) -> None:
    months, stages, levels, moved, closed, room, ahead = CARDS
    row(scene, [months, moved])
    row(scene, [stages, levels, closed])
    row(scene, [room, ahead])


VIEW = View("caseload", N_("Caseload"), draw)
