"""Caseload: families on the programme, who comes and goes, and whether there is room."""

from __future__ import annotations

from dashboard.charts.keys import squares
from dashboard.i18n.words import N_
from dashboard.sentences.claims import families as claims
from dashboard.sentences.question import Question
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined
from dashboard.views.names import code_names, found_names, stage_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR_AND_MONTH = 13


def over_time(question: Question, theme: str) -> Content:
    """Families on the programme, month by month over a year."""
    published = question.over("C1", YEAR_AND_MONTH)
    shown = drawn(question, theme, "months_bars", published)
    return content(question, claims.over_time(question, published), published, shown)


def by_stage(question: Question, theme: str) -> Content:
    """Families by their stage on the day."""
    published = question.by("C1", "stage")
    shown = drawn(question, theme, "bars", published, names=stage_names(question, published))
    return content(question, claims.by_stage(question, published), published, shown)


def by_level(question: Question, theme: str) -> Content:
    """Families by service level, and how many are being reached again or on a break."""
    published = question.by("C1", "level")
    shown = drawn(question, theme, "bars", published, names=stage_names(question, published))
    return content(
        question,
        claims.by_level(question, published),
        published,
        shown,
        beside=joined(*statuses(question)),
    )


def statuses(question: Question) -> list[str]:
    """Return the parts by status in words, where they are shown."""
    words = question.words
    found = []
    for message, code in ((OUTREACH, "outreach"), (PAUSED, "paused")):
        cell = question.cell("C1", "status", code)
        if cell.shown:
            found.append(words.gettext(message).format(count=words.fmt.number(cell.value)))
    return found


# Translators: beside the families on the programme, how many of them are in this status.
OUTREACH = N_("{count} being re-engaged")
# Translators: beside the families on the programme, how many of them are in this status.
PAUSED = N_("{count} on hold")


def movement(question: Question, theme: str) -> Content:
    """New and closed families side by side, month by month."""
    new, closed = question.cell("C1n"), question.cell("C1x")
    published = question.over("C1n", 12)
    left = question.over("C1x", 12)
    shown = drawn(question, theme, "months_bars", published, beside=left)
    names = [question.words.gettext(question.indicator(id_).name) for id_ in ("C1n", "C1x")]
    key = squares(zip(names, ("accent", "context"), strict=True))
    beside = ""
    if closed.shown:
        beside = joined(
            question.words.gettext("new · closed: {count}").format(
                count=question.words.fmt.number(closed.value)
            )
        )
    title = claims.movement(question, new, closed)
    return content(question, title, published, shown, cell=new, beside=beside, key=key)


def closures(question: Question, theme: str) -> Content:
    """Families that left, by reason, and how many of them as it was planned."""
    published, planned = question.by("C1x", "reason"), question.cell("O4")
    names = found_names(question, published)
    shown = drawn(question, theme, "bars", published, names=names, by_size=True)
    return content(question, claims.planned_closures(question, planned, published), published, shown)


def outlook(question: Question, theme: str) -> Content:
    """Caseload points expected in 90 days against those that savers can carry."""
    published, cell = question.by("C6", "part"), question.cell("C6")
    tones = {"ceiling": "context", "leaving": "context"}
    shown = drawn(question, theme, "bars", published, names=code_names(question, published), tones=tones)
    return content(question, claims.outlook(question, cell), published, shown, cell=cell)


def capacity(question: Question, theme: str) -> Content:
    """How full the centres are."""
    if question.single:
        published = question.over("C2", 12)
        shown = drawn(question, theme, "months_line", published)
    else:
        published = question.across("C2")
        shown = drawn(question, theme, "bars", published, names=unit_names(question), by="unit", by_size=True)
    return content(question, claims.capacity(question, published), published, shown)


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
