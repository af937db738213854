"""The two to four sentences at the top of a page, each a link to the page that shows more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.sentences import budget
from dashboard.sentences.asked import Asked
from dashboard.sentences.change import difference
from dashboard.sentences.claims.families import HARDLY
from dashboard.sentences.left_out import lacking
from dashboard.sentences.marked import Marked, marked
from dashboard.sentences.ranks import below_limit, commonest


@dataclass(frozen=True)
class Sentence:
    text: Marked
    page: str


def headline(asked: Asked, page: str) -> tuple[Sentence, ...]:
    """Return what is sure of a page's figures; at least one sentence, if only that nothing is."""
    told = [sentence for tell in PAGES[page] if (sentence := tell(asked))]
    return tuple(told) or (Sentence(marked(asked.words.gettext(NOTHING[page])), page),)


FAMILIES_ROSE = N_("<b>{families}</b> on the programme, {count} more than in {period}.")
FAMILIES_FELL = N_("<b>{families}</b> on the programme, {count} fewer than in {period}.")
FAMILIES_STAYED = N_("<b>{families}</b> on the programme, as many as in {period}.")


def families(asked: Asked) -> Sentence | None:
    """Return how many families are on the programme, and how that changed."""
    cell = asked.cell("C1")
    if not cell.shown:
        return None
    number = asked.words.fmt.counted(cell.value, "families")
    amount = difference(cell, asked.earlier("C1"))
    if amount is None:
        text = asked.words.ngettext(
            "<b>{families}</b> is on the programme.",
            "<b>{families}</b> are on the programme.",
            cell.value,
        )
        return Sentence(marked(text, families=number), "caseload")
    values = {
        "families": number,
        "count": asked.words.fmt.number(abs(amount)),
        "period": asked.words.fmt.period(asked.before),
    }
    message = FAMILIES_ROSE if amount > 0 else FAMILIES_FELL if amount < 0 else FAMILIES_STAYED
    return Sentence(marked(asked.words.gettext(message), **values), "caseload")


def dose(asked: Asked) -> Sentence | None:
    """Return how many of the required visits were made."""
    cell = asked.cell("V2")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of the visits that the model requires were made.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "visits")


DOSE_ROSE = N_(
    "<b>{share}</b> of the visits that the model requires were made, up by {points} on {period}."
)
DOSE_FELL = N_(
    "<b>{share}</b> of the visits that the model requires were made, down by {points} on {period}."
)


def dose_changed(asked: Asked) -> Sentence | None:
    """Return how many of the required visits were made, and how that changed."""
    cell, amount = asked.cell("V2"), difference(asked.cell("V2"), asked.earlier("V2"))
    if amount is None or abs(amount) < 0.005:
        return dose(asked)
    text = asked.words.gettext(DOSE_ROSE if amount > 0 else DOSE_FELL)
    share, points = asked.words.fmt.percent(cell.value), asked.words.fmt.points(abs(amount), signed=False)
    period = asked.words.fmt.period(asked.before)
    return Sentence(marked(text, share=share, points=points, period=period), "visits")


def weak_centres(asked: Asked) -> Sentence | None:
    """Return how many centres are below the limit where attention starts."""
    limit, centres = below_limit(asked, "V2")
    if not centres or asked.by_region:
        return None
    text = asked.words.ngettext(
        "<b>{centres}</b> is below {limit}.", "<b>{centres}</b> are below {limit}.", len(centres)
    )
    number = asked.words.fmt.counted(len(centres), "centres")
    return Sentence(marked(text, centres=number, limit=asked.words.fmt.percent(limit)), "visits")


def unseen(asked: Asked) -> Sentence | None:
    cell = asked.cell("V5")
    if not cell.shown or not cell.numerator:
        return None
    text = asked.words.ngettext(
        "<b>{families}</b> has gone unseen for too long.",
        "<b>{families}</b> have gone unseen for too long.",
        cell.numerator,
    )
    number = asked.words.fmt.counted(cell.numerator, "families")
    return Sentence(marked(text, families=number), "visits")


def overdue(asked: Asked) -> Sentence | None:
    """Return how many visits are late."""
    cell = asked.cell("V4")
    if not cell.shown or not cell.value:
        return None
    text = asked.words.ngettext(
        "<b>{visits}</b> is overdue, with a median delay of {days}.",
        "<b>{visits}</b> are overdue, with a median delay of {days}.",
        cell.value,
    )
    if cell.median is None:
        text = asked.words.ngettext(
            "<b>{visits}</b> is overdue.", "<b>{visits}</b> are overdue.", cell.value
        )
    values = {
        "visits": asked.words.fmt.counted(cell.value, "visits"),
        "days": asked.words.fmt.counted(cell.median, "days"),
    }
    return Sentence(marked(text, **values), "visits")


def commonest_reason(asked: Asked) -> Sentence | None:
    """Return why visits are most often not made."""
    found = commonest(asked.by("V1", "reason"))
    if found is None:
        return None
    text = asked.words.gettext("Most common reason for a visit not made: <b>{reason}</b>, {share}.")
    reason = label(asked.words, "reason", found.code)
    return Sentence(marked(text, reason=reason, share=asked.words.fmt.percent(found.share)), "visits")


def movement(asked: Asked) -> Sentence | None:
    """Return how many families came and went."""
    new, closed = asked.cell("C1n"), asked.cell("C1x")
    if not new.shown or not closed.shown:
        return None
    text = asked.words.gettext("New in the period: <b>{new}</b>. Closed: <b>{closed}</b>.")
    fmt = asked.words.fmt
    values = {"new": fmt.counted(new.value, "families"), "closed": fmt.counted(closed.value, "families")}
    return Sentence(marked(text, **values), "caseload")


def capacity(asked: Asked) -> Sentence | None:
    cell = asked.cell("C2")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of capacity is in use.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "caseload")


def referred(asked: Asked) -> Sentence | None:
    """Return how many families were referred, and how many of them have been visited."""
    received, visited = asked.cell("R1"), asked.cell("R1", "funnel", "first_visit")
    if not received.shown or not received.value:
        return None
    number = asked.words.fmt.counted(received.value, "families")
    if not visited.shown:
        text = asked.words.ngettext(
            "<b>{families}</b> was referred.", "<b>{families}</b> were referred.", received.value
        )
        return Sentence(marked(text, families=number), "identification")
    text = asked.words.ngettext(
        "<b>{families}</b> was referred; <b>{visited}</b> of them has had a first visit.",
        "<b>{families}</b> were referred; <b>{visited}</b> of them have had a first visit.",
        received.value,
    )
    values = {"families": number, "visited": asked.words.fmt.number(visited.value)}
    return Sentence(marked(text, **values), "identification")


def contacted(asked: Asked) -> Sentence | None:
    """Return how many families were reached and met in time."""
    reached, met = asked.cell("R2"), asked.cell("R3")
    if not reached.shown or not met.shown:
        return None
    text = asked.words.gettext(
        "<b>{reached}</b> were contacted within 2 days and <b>{met}</b> were met in "
        "person within 14."
    )
    fmt = asked.words.fmt
    return Sentence(
        marked(text, reached=fmt.percent(reached.value), met=fmt.percent(met.value)), "identification"
    )


def waited(asked: Asked) -> Sentence | None:
    """Return how many families wait, and how many of them for too long."""
    cell, over = asked.cell("R5"), asked.cell("R5", "waited", "over_14")
    if not cell.shown or not over.shown or not cell.value:
        return None
    text = asked.words.ngettext(
        "<b>{families}</b> is waiting, <b>{over}</b> for more than 14 days.",
        "<b>{families}</b> are waiting, <b>{over}</b> of them for more than 14 days.",
        cell.value,
    )
    fmt = asked.words.fmt
    values = {"families": fmt.counted(cell.value, "families"), "over": fmt.number(over.value)}
    return Sentence(marked(text, **values), "identification")


def outlook(asked: Asked) -> Sentence | None:
    """Return how many caseload points will be free or missing in 90 days."""
    cell = asked.cell("C6")
    if not cell.shown or abs(cell.value) < HARDLY:
        return None
    text = asked.words.gettext(SHORT_OF if cell.value < 0 else TO_SPARE)
    points = asked.words.fmt.counted(abs(cell.value), "points")
    return Sentence(marked(text, points=points), "caseload")


SHORT_OF = N_("In 90 days savers will be short of <b>{points}</b>.")
TO_SPARE = N_("In 90 days savers will have <b>{points}</b> to spare.")


def spending(asked: Asked) -> Sentence | None:
    """Return how much of the budget is spent, against what was planned."""
    used, planned = asked.cell("G2"), asked.cell("G3", "part", "planned_share")
    if not used.shown or not planned.shown:
        return None
    text = asked.words.gettext(
        "<b>{paid}</b> of {budget} has been spent: {share}, against {planned} planned."
    )
    fmt, currency = asked.words.fmt, asked.desk.currency
    values = {
        "paid": fmt.money(used.numerator, currency),
        "budget": fmt.money(used.denominator, currency),
        "share": fmt.percent(used.value),
        "planned": fmt.percent(planned.value),
    }
    return Sentence(marked(text, **values), "grants")


def runs_out(asked: Asked) -> Sentence | None:
    """Return which budget line runs out first, at the pace of the year so far."""
    first = budget.first_to_run_out(asked)
    if first is None:
        return None
    text = asked.words.gettext("{category}: the budget will run out in <b>{month}</b> at today’s pace.")
    category = label(asked.words, "category", first.code)
    return Sentence(marked(text, category=category, month=asked.words.fmt.month_short(first.month)), "grants")


def forecast(asked: Asked) -> Sentence | None:
    """Return where the year will end."""
    low, high = asked.cell("G3", "forecast", "low"), asked.cell("G3", "forecast", "high")
    if not low.shown or not high.shown:
        return None
    text = asked.words.gettext("The year is likely to end between <b>{low}</b> and <b>{high}</b>.")
    fmt, currency = asked.words.fmt, asked.desk.currency
    values = {"low": fmt.money(low.value, currency), "high": fmt.money(high.value, currency)}
    return Sentence(marked(text, **values), "grants")


def savers(asked: Asked) -> Sentence | None:
    """Return how many savers are in service, and how many full-time posts that is."""
    cell, posts = asked.cell("S1"), asked.cell("S1", "measure", "fte")
    if not cell.shown or not posts.shown or not cell.value:
        return None
    text = asked.words.ngettext(
        "<b>{savers}</b> is in service: {posts}.", "<b>{savers}</b> are in service: {posts}.", cell.value
    )
    fmt = asked.words.fmt
    values = {"savers": fmt.counted(cell.value, "savers"), "posts": fmt.counted(posts.value, "fte")}
    return Sentence(marked(text, **values), "savers")


def certified(asked: Asked) -> Sentence | None:
    """Return how many savers with families are certified."""
    cell = asked.cell("S2")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of those with families are certified and in date.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "savers")


def overloaded(asked: Asked) -> Sentence | None:
    """Return how many savers carry more points than their ceiling."""
    cell = asked.cell("C3", "savers", "above_ceiling")
    if not cell.shown or not cell.value:
        return None
    text = asked.words.ngettext(
        "<b>{savers}</b> carries more points than the ceiling.",
        "<b>{savers}</b> carry more points than the ceiling.",
        cell.value,
    )
    return Sentence(marked(text, savers=asked.words.fmt.counted(cell.value, "savers")), "savers")


def supervised(asked: Asked) -> Sentence | None:
    """Return how many of the supervision sessions due were held."""
    cell = asked.cell("S3")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of the supervision sessions due were held.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "savers")


def left_out(asked: Asked) -> Sentence | None:
    """Return how many records are in no figure."""
    words = asked.words
    found = lacking(asked.desk.left_out((asked.unit,), asked.period))
    if found is None:
        return Sentence(marked(words.gettext("<b>No record</b> is left out of the figures.")), "quality")
    if not found.count:
        return None
    if found.more:
        text = words.ngettext(
            "At least <b>{records}</b> is left out of the figures.",
            "At least <b>{records}</b> are left out of the figures.",
            found.count,
        )
    else:
        text = words.ngettext(
            "<b>{records}</b> is left out of the figures.",
            "<b>{records}</b> are left out of the figures.",
            found.count,
        )
    return Sentence(marked(text, records=words.fmt.counted(found.count, "records")), "quality")


def commonest_rule(asked: Asked) -> Sentence | None:
    """Return the rule that most records break, where all are shown."""
    cells = asked.desk.broken_rules((asked.unit,), asked.period).cells
    most = max(cells, key=lambda cell: cell.value or 0)
    if not most.value or not all(cell.shown for cell in cells):
        return None
    # Translators: the most frequent finding about the data, such as "Visit recorded late".
    text = asked.words.gettext("The most frequent finding: {rule}, <b>{records}</b>.")
    records = asked.words.fmt.counted(most.value, "records")
    return Sentence(marked(text, rule=label(asked.words, "rule", most.code), records=records), "quality")


def recorded(asked: Asked) -> Sentence | None:
    """Return how many visits were recorded in time."""
    cell = asked.cell("Q2")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of the visits were recorded within 3 days.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "quality")


def planned(asked: Asked) -> Sentence | None:
    """Return how many of the required visits were planned."""
    cell = asked.cell("Q3")
    if not cell.shown:
        return None
    text = asked.words.gettext("<b>{share}</b> of the visits that the model requires were planned.")
    return Sentence(marked(text, share=asked.words.fmt.percent(cell.value)), "quality")


def definitions(asked: Asked) -> Sentence | None:
    return Sentence(
        marked(asked.words.gettext("Every figure is one of these, and is counted in one way only.")),
        "definitions",
    )


SIDE_BY_SIDE = N_("The programme’s words in all languages of this dashboard, side by side.")


def side_by_side(asked: Asked) -> Sentence | None:
    return Sentence(marked(asked.words.gettext(SIDE_BY_SIDE)), "words")


def paid_unseen(asked: Asked) -> Sentence | None:
    """Return how many families were paid while nobody visited them."""
    cell = asked.cell("G7")
    if not cell.shown or not cell.value:
        return None
    text = asked.words.ngettext(
        "<b>{families}</b> was paid, but not visited in the 30 days before or after.",
        "<b>{families}</b> were paid, but not visited in the 30 days before or after.",
        cell.value,
    )
    return Sentence(marked(text, families=asked.words.fmt.counted(cell.value, "families")), "grants")


Tell = Callable[[Asked], Sentence | None]
PAGES: dict[str, tuple[Tell, ...]] = {
    "overview": (families, dose, weak_centres, runs_out),
    "caseload": (families, movement, capacity, outlook),
    "visits": (dose_changed, unseen, overdue, commonest_reason),
    "grants": (spending, runs_out, forecast, paid_unseen),
    "savers": (savers, certified, overloaded, supervised),
    "identification": (referred, contacted, waited),
    "quality": (left_out, commonest_rule, recorded, planned),
    "definitions": (definitions,),
    "words": (side_by_side,),
}


NOTHING = {
    "overview": N_("There are no figures to sum up for this unit and period."),
    "caseload": N_("There are no figures to sum up for this unit and period."),
    "visits": N_("There are no figures to sum up for this unit and period."),
    "savers": N_("There are no figures to sum up for this unit and period."),
    "identification": N_("There are no figures to sum up for this unit and period."),
    "quality": N_("There are no figures to sum up for this unit and period."),
    "grants": N_("There is no budget to report for this unit and period."),
    "definitions": N_("Every figure is one of these, and is counted in one way only."),
    "words": SIDE_BY_SIDE,
}
