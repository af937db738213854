"""Identification: families found, reached, met, and whether they come to the programme."""

from __future__ import annotations

from dashboard.cards.card import Content
from dashboard.cards.composing import chart, content, standing
from dashboard.cards.names import code_names, found_names, unit_names
from dashboard.cards.page import page, row
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.claims import identification as claims
from dashboard.sentences.question import Question

YEAR = 12
# Of the days until a contact or of a wait, those in which someone should act.
LATE_CONTACT, LATE_WAIT = ("c8_14", "c15", "never"), ("d15_30", "d31")


def funnel(question: Question) -> Content:
    """How far the families referred in the period have come, and how many may still come."""
    steps = (None, *question.desk.codes("R1", "funnel"))
    published = question.desk.publish("R1", (question.unit,), (question.period,), "funnel", steps)
    received, visited = published.cells[0], published.cells[-1]
    # Translators: first step of the way into the programme: referrals received.
    names = {None: question.words.gettext("Referred")} | code_names(question, published)
    tones = dict.fromkeys(names, "context") | {visited.code: "accent"}
    shown = chart(question, "bars", published, names=names, tones=tones, remarks=still_open(question))
    return content(question, claims.funnel(question, received, visited), published, shown, cell=received)


def still_open(question: Question) -> dict[str | None, str]:
    """Return by step how many families have not taken it yet, and still may."""
    words = question.words
    return {
        # Translators: beside a step of the way into the programme: families that may still take it.
        cell.code: words.gettext("{count} still open").format(count=words.fmt.number(cell.value))
        for cell in question.by("R1", "open").cells
        if cell.shown and cell.value
    }


def sources(question: Question) -> Content:
    """Who referred the families."""
    published = question.by("R1", "source")
    names = found_names(question, published)
    shown = chart(question, "bars", published, names=names, by_size=True)
    return content(question, claims.sources(question, published), published, shown)


def contact(question: Question) -> Content:
    """Days until the first contact, and how many families were met in time."""
    published, cell = question.by("R2", "days"), question.cell("R2")
    shown = chart(question, "days_bars", published, names=code_names(question, published), late=LATE_CONTACT)
    beside = (*medians(question, cell), share_of(question, MET, "R3"), *standing(question, "R2", cell))
    return content(
        question,
        claims.contact(question, cell),
        published,
        shown,
        cell=cell,
        beside=beside,
    )


# Translators: beside the families reached in time, how many of them were met in person in time.
MET = N_("met within 14 days: {share}")
# Translators: beside the families with a plan in time, how many were assessed in time.
ASSESSED = N_("assessed within 10 days: {share}")


def share_of(question: Question, message: str, indicator_id: str) -> str:
    """Return a second share in words (empty: it is not shown)."""
    cell = question.cell(indicator_id)
    if not cell.shown:
        return ""
    return question.words.gettext(message).format(share=question.words.fmt.percent(cell.value))


def medians(question: Question, cell: Cell) -> list[str]:
    if cell.median is None:
        return []
    days = question.words.fmt.counted(cell.median, "days")
    return [question.words.gettext("median {days}").format(days=days)]


def acceptance(question: Question) -> Content:
    """How many families took the place that they were offered."""
    published, cell = question.over("R4", YEAR), question.cell("R4")
    shown = chart(question, "months_line", published)
    pending = question.cell("R4", "decision", "pending")
    note = ""
    if pending.shown and pending.value:
        note = question.words.ngettext(
            "{count} family has not decided yet.", "{count} families have not decided yet.", pending.value
        ).format(count=question.words.fmt.number(pending.value))
    return content(question, claims.acceptance(question, cell), published, shown, cell=cell, note=note)


def waiting(question: Question) -> Content:
    """Families that wait to start, by the days that they have waited."""
    published, cell = question.by("R5", "days"), question.cell("R5")
    over = question.cell("R5", "waited", "over_14")
    shown = chart(question, "days_bars", published, names=code_names(question, published), late=LATE_WAIT)
    return content(
        question,
        claims.waiting(question, over),
        published,
        shown,
        cell=cell,
        beside=medians(question, cell),
    )


def plans(question: Question) -> Content:
    """How many families had a plan, and were assessed, in time."""
    published, cell = question.over("C5", YEAR), question.cell("C5")
    shown = chart(question, "months_line", published)
    return content(
        question,
        claims.plans(question, cell),
        published,
        shown,
        cell=cell,
        beside=(share_of(question, ASSESSED, "C4"), *standing(question, "C5", cell)),
    )


def reach(question: Question) -> Content:
    """Referrals against births, by centre; a single centre: by month."""
    if question.single:
        published = question.over("R6", YEAR)
        shown = chart(question, "months_bars", published)
    else:
        published = question.across("R6")
        names = unit_names(question)
        shown = chart(question, "bars", published, names=names, by="unit", by_size=True)
    note = question.words.gettext("Referrals of twelve months; births of the newest year on record.")
    return content(question, claims.reach(question), published, shown, cell=question.cell("R6"), note=note)


IDENTIFICATION = page(
    "identification",
    N_("Identification"),
    row(funnel, sources),
    row(contact, acceptance, waiting),
    row(plans, reach),
)
