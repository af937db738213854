"""Whether families are visited as the model requires."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.sentences.change import difference
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import below_limit, commonest


def dose(question: Question) -> Sentence | None:
    """Return how many of the required visits were made."""
    cell = question.cell("V2")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of the visits that the model requires were made.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "visits")


DOSE_ROSE = N_("<b>{share}</b> of the visits that the model requires were made, up by {points} on {period}.")
DOSE_FELL = N_(
    "<b>{share}</b> of the visits that the model requires were made, down by {points} on {period}."
)


def dose_changed(question: Question) -> Sentence | None:
    """Return how many of the required visits were made, and how that changed."""
    cell, amount = question.cell("V2"), difference(question.cell("V2"), question.earlier("V2"))
    if amount is None or question.before is None or abs(amount) < 0.005:
        return dose(question)
    text = question.words.gettext(DOSE_ROSE if amount > 0 else DOSE_FELL)
    share, points = (
        question.words.fmt.percent(cell.value),
        question.words.fmt.points(abs(amount), signed=False),
    )
    period = question.words.fmt.period(question.before)
    return Sentence(marked(text, share=share, points=points, period=period), "visits")


def weak_centres(question: Question) -> Sentence | None:
    """Return how many centres are below the limit where attention starts."""
    limit, centres = below_limit(question, "V2")
    if not centres or question.by_region:
        return None
    text = question.words.ngettext(
        "<b>{centres}</b> is below {limit}.", "<b>{centres}</b> are below {limit}.", len(centres)
    )
    number = question.words.fmt.counted(len(centres), "centres")
    return Sentence(marked(text, centres=number, limit=question.words.fmt.percent(limit)), "visits")


def unseen(question: Question) -> Sentence | None:
    cell = question.cell("V5")
    if not cell.shown or not cell.numerator:
        return None
    text = question.words.ngettext(
        "<b>{families}</b> has gone unseen for too long.",
        "<b>{families}</b> have gone unseen for too long.",
        cell.numerator,
    )
    number = question.words.fmt.counted(cell.numerator, "families")
    return Sentence(marked(text, families=number), "visits")


def overdue(question: Question) -> Sentence | None:
    """Return how many visits are late."""
    cell = question.cell("V4")
    if not cell.shown or not cell.value:
        return None
    text = question.words.ngettext(
        "<b>{visits}</b> is overdue, with a median delay of {days}.",
        "<b>{visits}</b> are overdue, with a median delay of {days}.",
        cell.value,
    )
    if cell.median is None:
        text = question.words.ngettext(
            "<b>{visits}</b> is overdue.", "<b>{visits}</b> are overdue.", cell.value
        )
    values = {
        "visits": question.words.fmt.counted(cell.value, "visits"),
        "days": question.words.fmt.counted(cell.median, "days"),
    }
    return Sentence(marked(text, **values), "visits")


def commonest_reason(question: Question) -> Sentence | None:
    """Return why visits are most often not made."""
    found = commonest(question.by("V1", "reason"))
    if found is None:
        return None
    text = question.words.gettext("Most common reason for a visit not made: <b>{reason}</b>, {share}.")
    reason = label(question.words, "reason", found.code)
    return Sentence(marked(text, reason=reason, share=question.words.fmt.percent(found.share)), "visits")
