"""Caseload: families on the programme, who comes and goes, and whether there is room."""

from __future__ import annotations

from dashboard.cards.card import Content, squares
from dashboard.cards.composing import chart, content
from dashboard.cards.names import code_names, found_names, stage_names, unit_names
from dashboard.cards.page import page, row
from dashboard.i18n.words import N_
from dashboard.sentences.claims import families as claims
from dashboard.sentences.question import Question

YEAR_AND_MONTH = 13


def months(question: Question) -> Content:
    """Families on the programme, month by month over a year."""
    published = question.over("C1", YEAR_AND_MONTH)
    shown = chart(question, "months_bars", published)
    return content(question, claims.over_time(question, published), published, shown)


def stages(question: Question) -> Content:
    """Families by their stage on the day."""
    published = question.by("C1", "stage")
    shown = chart(question, "bars", published, names=stage_names(question, published))
    return content(question, claims.by_stage(question, published), published, shown)


def levels(question: Question) -> Content:
    """Families by service level, and how many are being reached again or on a break."""
    published = question.by("C1", "level")
    shown = chart(question, "bars", published, names=stage_names(question, published))
    return content(
        question,
        claims.by_level(question, published),
        published,
        shown,
        beside=statuses(question),
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


def movement(question: Question) -> Content:
    """New and closed families side by side, month by month."""
    new, closed = question.cell("C1n"), question.cell("C1x")
    published = question.over("C1n", 12)
    left = question.over("C1x", 12)
    shown = chart(question, "months_bars", published, beside=left)
    names = [question.words.gettext(question.indicator(id_).name) for id_ in ("C1n", "C1x")]
    legend = squares(zip(names, ("accent", "context"), strict=True))
    beside = []
    if closed.shown:
        text = question.words.gettext("new · closed: {count}")
        beside = [text.format(count=question.words.fmt.number(closed.value))]
    title = claims.movement(question, new, closed)
    return content(question, title, published, shown, cell=new, beside=beside, legend=legend)


def closures(question: Question) -> Content:
    """Families that left, by reason, and how many of them as it was planned."""
    published, planned = question.by("C1x", "reason"), question.cell("O4")
    names = found_names(question, published)
    shown = chart(question, "bars", published, names=names, by_size=True)
    return content(question, claims.planned_closures(question, planned, published), published, shown)


def outlook(question: Question) -> Content:
    """Caseload points expected in 90 days against those that savers can carry."""
    published, cell = question.by("C6", "part"), question.cell("C6")
    tones = {"ceiling": "context", "leaving": "context"}
    shown = chart(question, "bars", published, names=code_names(question, published), tones=tones)
    return content(question, claims.outlook(question, cell), published, shown, cell=cell)


def capacity(question: Question) -> Content:
    """How full the centres are."""
    if question.single:
        published = question.over("C2", 12)
        shown = chart(question, "months_line", published)
    else:
        published = question.across("C2")
        shown = chart(question, "bars", published, names=unit_names(question), by="unit", by_size=True)
    return content(question, claims.capacity(question, published), published, shown)


CASELOAD = page(
    "caseload",
    N_("Caseload"),
    row(months, movement),
    row(stages, levels, closures),
    row(capacity, outlook),
)
