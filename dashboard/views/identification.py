"""Identification: families found, reached, met, and whether they come to the programme."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell
from dashboard.sentences.asked import Asked
from dashboard.sentences.claims import identification as claims
from dashboard.views import place
from dashboard.views.cards import Card, Content, row
from dashboard.views.contents import content, drawn, joined, judged_row
from dashboard.views.names import code_names, found_names, unit_names
from dashboard.views.scene import Scene
from dashboard.views.view import View

YEAR = 12
# Of the days until a contact or of a wait, those in which someone should act.
LATE_CONTACT, LATE_WAIT = ("c8_14", "c15", "never"), ("d15_30", "d31")


def funnel(asked: Asked, theme: str) -> Content:
    """How far the families referred in the period have come, and how many may still come."""
    steps = (None, *asked.desk.codes("R1", "funnel"))
    published = asked.desk.publish("R1", (asked.unit,), (asked.period,), "funnel", steps)
    received, visited = published.cells[0], published.cells[-1]
    # Translators: first step of the way into the programme: referrals received.
    names = {None: asked.words.gettext("Referred")} | code_names(asked, published)
    tones = dict.fromkeys(names, "context") | {visited.code: "accent"}
    shown = drawn(
        asked, theme, "bars", published, names=names, tones=tones, remarks=still_open(asked)
    )
    return content(asked, claims.funnel(asked, received, visited), published, shown, cell=received)


def still_open(asked: Asked) -> dict[str | None, str]:
    """Return by step how many families have not taken it yet, and still may."""
    words = asked.words
    return {
        # Translators: beside a step of the way into the programme: families that may still take it.
        cell.code: words.gettext("{count} still open").format(count=words.fmt.number(cell.value))
        for cell in asked.by("R1", "open").cells
        if cell.shown and cell.value
    }


def sources(asked: Asked, theme: str) -> Content:
    """Who referred the families."""
    published = asked.by("R1", "source")
    names = found_names(asked, published)
    shown = drawn(asked, theme, "bars", published, names=names, by_size=True)
    return content(asked, claims.sources(asked, published), published, shown)


def contact(asked: Asked, theme: str) -> Content:
    """Days until the first contact, and how many families were met in time."""
    published, cell = asked.by("R2", "days"), asked.cell("R2")
    shown = drawn(
        asked, theme, "days_bars", published, names=code_names(asked, published), late=LATE_CONTACT
    )
    beside = joined(*medians(asked, cell), share_of(asked, MET, "R3"))
    return content(
        asked, claims.contact(asked, cell), published, shown, cell=cell, beside=with_target(asked, cell, beside)
    )


# Translators: beside the families reached in time, how many of them were met in person in time.
MET = N_("met within 14 days: {share}")
# Translators: beside the families with a plan in time, how many were assessed in time.
ASSESSED = N_("assessed within 10 days: {share}")


def share_of(asked: Asked, message: str, indicator_id: str) -> str:
    """Return a second share in words (empty: it is not shown)."""
    cell = asked.cell(indicator_id)
    if not cell.shown:
        return ""
    return asked.words.gettext(message).format(share=asked.words.fmt.percent(cell.value))


def medians(asked: Asked, cell: Cell) -> list[str]:
    if cell.median is None:
        return []
    days = asked.words.fmt.counted(cell.median, "days")
    return [asked.words.gettext("median {days}").format(days=days)]


def with_target(asked: Asked, cell: Cell, beside: str) -> str:
    judged = judged_row(asked, "R2", cell)
    return place.apart(beside, judged)


def acceptance(asked: Asked, theme: str) -> Content:
    """How many families took the place that they were offered."""
    published, cell = asked.over("R4", YEAR), asked.cell("R4")
    shown = drawn(asked, theme, "months_line", published)
    pending = asked.cell("R4", "decision", "pending")
    note = ""
    if pending.shown and pending.value:
        note = asked.words.ngettext(
            "{count} family has not decided yet.", "{count} families have not decided yet.", pending.value
        ).format(count=asked.words.fmt.number(pending.value))
    return content(asked, claims.acceptance(asked, cell), published, shown, cell=cell, note=note)


def waiting(asked: Asked, theme: str) -> Content:
    """Families that wait to start, by the days that they have waited."""
    published, cell = asked.by("R5", "days"), asked.cell("R5")
    over = asked.cell("R5", "waited", "over_14")
    shown = drawn(
        asked, theme, "days_bars", published, names=code_names(asked, published), late=LATE_WAIT
    )
    return content(
        asked,
        claims.waiting(asked, over),
        published,
        shown,
        cell=cell,
        beside=joined(*medians(asked, cell)),
    )


def plans(asked: Asked, theme: str) -> Content:
    """How many families had a plan, and were assessed, in time."""
    published, cell = asked.over("C5", YEAR), asked.cell("C5")
    shown = drawn(asked, theme, "months_line", published)
    judged = judged_row(asked, "C5", cell)
    beside = joined(share_of(asked, ASSESSED, "C4"))
    return content(
        asked,
        claims.plans(asked, cell),
        published,
        shown,
        cell=cell,
        beside=place.apart(beside, judged),
    )


def reach(asked: Asked, theme: str) -> Content:
    """Referrals against births, by centre; a single centre: by month."""
    if asked.single:
        published = asked.over("R6", YEAR)
        shown = drawn(asked, theme, "months_bars", published)
    else:
        published = asked.across("R6")
        names = unit_names(asked)
        shown = drawn(asked, theme, "bars", published, names=names, by="unit", by_size=True)
    note = asked.words.gettext("Referrals of twelve months; births of the newest year on record.")
    return content(asked, claims.reach(asked), published, shown, cell=asked.cell("R6"), note=note)


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
