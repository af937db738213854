"""Identification: families found, reached, met, and whether they come to the programme."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.claims import identification as claims
from dashboard.sentences.question import Question
from dashboard.views import markup
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined, judged_row
from dashboard.views.names import code_names, found_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR = 12
# Of the days until a contact or of a wait, those in which someone should act.
LATE_CONTACT, LATE_WAIT = ("c8_14", "c15", "never"), ("d15_30", "d31")


def funnel(question: Question, theme: str) -> Content:
    """How far the families referred in the period have come, and how many may still come."""
    steps = (None, *question.desk.codes("R1", "funnel"))
    published = question.desk.publish("R1", (question.unit,), (question.period,), "funnel", steps)
    received, visited = published.cells[0], published.cells[-1]
    # Translators: first step of the way into the programme: referrals received.
    names = {None: question.words.gettext("Referred")} | code_names(question, published)
    tones = dict.fromkeys(names, "context") | {visited.code: "accent"}
    shown = drawn(question, theme, "bars", published, names=names, tones=tones, remarks=still_open(question))
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


def sources(question: Question, theme: str) -> Content:
    """Who referred the families."""
    published = question.by("R1", "source")
    names = found_names(question, published)
    shown = drawn(question, theme, "bars", published, names=names, by_size=True)
    return content(question, claims.sources(question, published), published, shown)


def contact(question: Question, theme: str) -> Content:
    """Days until the first contact, and how many families were met in time."""
    published, cell = question.by("R2", "days"), question.cell("R2")
    shown = drawn(
        question, theme, "days_bars", published, names=code_names(question, published), late=LATE_CONTACT
    )
    beside = joined(*medians(question, cell), share_of(question, MET, "R3"))
    return content(
        question,
        claims.contact(question, cell),
        published,
        shown,
        cell=cell,
        beside=with_target(question, cell, beside),
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


def with_target(question: Question, cell: Cell, beside: str) -> str:
    judged = judged_row(question, "R2", cell)
    return markup.apart(beside, judged)


def acceptance(question: Question, theme: str) -> Content:
    """How many families took the place that they were offered."""
    published, cell = question.over("R4", YEAR), question.cell("R4")
    shown = drawn(question, theme, "months_line", published)
    pending = question.cell("R4", "decision", "pending")
    note = ""
    if pending.shown and pending.value:
        note = question.words.ngettext(
            "{count} family has not decided yet.", "{count} families have not decided yet.", pending.value
        ).format(count=question.words.fmt.number(pending.value))
    return content(question, claims.acceptance(question, cell), published, shown, cell=cell, note=note)


def waiting(question: Question, theme: str) -> Content:
    """Families that wait to start, by the days that they have waited."""
    published, cell = question.by("R5", "days"), question.cell("R5")
    over = question.cell("R5", "waited", "over_14")
    shown = drawn(
        question, theme, "days_bars", published, names=code_names(question, published), late=LATE_WAIT
    )
    return content(
        question,
        claims.waiting(question, over),
        published,
        shown,
        cell=cell,
        beside=joined(*medians(question, cell)),
    )


def plans(question: Question, theme: str) -> Content:
    """How many families had a plan, and were assessed, in time."""
    published, cell = question.over("C5", YEAR), question.cell("C5")
    shown = drawn(question, theme, "months_line", published)
    judged = judged_row(question, "C5", cell)
    beside = joined(share_of(question, ASSESSED, "C4"))
    return content(
        question,
        claims.plans(question, cell),
        published,
        shown,
        cell=cell,
        beside=markup.apart(beside, judged),
    )


def reach(question: Question, theme: str) -> Content:
    """Referrals against births, by centre; a single centre: by month."""
    if question.single:
        published = question.over("R6", YEAR)
        shown = drawn(question, theme, "months_bars", published)
    else:
        published = question.across("R6")
        names = unit_names(question)
        shown = drawn(question, theme, "bars", published, names=names, by="unit", by_size=True)
    note = question.words.gettext("Referrals of twelve months; births of the newest year on record.")
    return content(question, claims.reach(question), published, shown, cell=question.cell("R6"), note=note)


CARDS = (
    Card("identification-funnel", funnel),
    Card("identification-sources", sources),
    Card("identification-contact", contact),
    Card("identification-acceptance", acceptance),
    Card("identification-waiting", waiting),
    Card("identification-plans", plans),
    Card("identification-reach", reach),
)


def draw(scene: Scene) -> None:
    steps, referred_by, reached, accepted, waits, planned, births = CARDS
    row(scene, [steps, referred_by])
    row(scene, [reached, accepted, waits])
    row(scene, [planned, births])


VIEW = View("identification", N_("Identification"), draw)
