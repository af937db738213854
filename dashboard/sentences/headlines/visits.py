"""Whether families are visited as the model requires."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.sentences.asked import Asked
from dashboard.sentences.change import difference
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.ranks import below_limit, commonest


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
