"""How many families there are, how that moved, and whether there is room."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.sentences.change import difference
from dashboard.sentences.claims.families import HARDLY
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question

FAMILIES_ROSE = N_("<b>{families}</b> on the programme, {count} more than in {period}.")
FAMILIES_FELL = N_("<b>{families}</b> on the programme, {count} fewer than in {period}.")
FAMILIES_STAYED = N_("<b>{families}</b> on the programme, as many as in {period}.")
SHORT_OF = N_("In 90 days savers will be short of <b>{points}</b>.")
TO_SPARE = N_("In 90 days savers will have <b>{points}</b> to spare.")


def families(question: Question) -> Sentence | None:
    """Return how many families are on the programme, and how that changed."""
    cell = question.cell("C1")
    if not cell.shown:
        return None
    number = question.words.fmt.counted(cell.value, "families")
    amount = difference(cell, question.earlier("C1"))
    if amount is None or question.before is None:
        text = question.words.ngettext(
            "<b>{families}</b> is on the programme.",
            "<b>{families}</b> are on the programme.",
            cell.value,
        )
        return Sentence(marked(text, families=number), "caseload")
    values = {
        "families": number,
        "count": question.words.fmt.number(abs(amount)),
        "period": question.words.fmt.period(question.before),
    }
    message = FAMILIES_ROSE if amount > 0 else FAMILIES_FELL if amount < 0 else FAMILIES_STAYED
    return Sentence(marked(question.words.gettext(message), **values), "caseload")


def movement(question: Question) -> Sentence | None:
    """Return how many families came and went."""
    new, closed = question.cell("C1n"), question.cell("C1x")
    if not new.shown or not closed.shown:
        return None
    text = question.words.gettext("New in the period: <b>{new}</b>. Closed: <b>{closed}</b>.")
    fmt = question.words.fmt
    values = {"new": fmt.counted(new.value, "families"), "closed": fmt.counted(closed.value, "families")}
    return Sentence(marked(text, **values), "caseload")


def capacity(question: Question) -> Sentence | None:
    cell = question.cell("C2")
    if not cell.shown:
        return None
    text = question.words.gettext("<b>{share}</b> of capacity is in use.")
    return Sentence(marked(text, share=question.words.fmt.percent(cell.value)), "caseload")


def outlook(question: Question) -> Sentence | None:
    """Return how many caseload points will be free or missing in 90 days."""
    cell = question.cell("C6")
    if question.past or not cell.shown or abs(cell.value) < HARDLY:
        return None
    text = question.words.gettext(SHORT_OF if cell.value < 0 else TO_SPARE)
    points = question.words.fmt.counted(abs(cell.value), "points")
    return Sentence(marked(text, points=points), "caseload")
