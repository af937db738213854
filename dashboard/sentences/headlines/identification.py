"""How families were found, and how soon they were met."""

from __future__ import annotations

from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question


def referred(question: Question) -> Sentence | None:
    """Return how many families were referred, and how many of them have been visited."""
    received, visited = question.cell("R1"), question.cell("R1", "funnel", "first_visit")
    if not received.shown or not received.value:
        return None
    number = question.words.fmt.counted(received.value, "families")
    if not visited.shown:
        text = question.words.ngettext(
            "<b>{families}</b> was referred.", "<b>{families}</b> were referred.", received.value
        )
        return Sentence(marked(text, families=number), "identification")
    text = question.words.ngettext(
        "<b>{families}</b> was referred; <b>{visited}</b> of them has had a first visit so far.",
        "<b>{families}</b> were referred; <b>{visited}</b> of them have had a first visit so far.",
        received.value,
    )
    values = {"families": number, "visited": question.words.fmt.number(visited.value)}
    return Sentence(marked(text, **values), "identification")


def contacted(question: Question) -> Sentence | None:
    """Return how many families were reached and met in time."""
    reached, met = question.cell("R2"), question.cell("R3")
    if not reached.shown or not met.shown:
        return None
    text = question.words.gettext(
        "<b>{reached}</b> of the families referred were contacted within 2 days. "
        "Of those contacted, <b>{met}</b> were met in person within 14 days."
    )
    fmt = question.words.fmt
    return Sentence(
        marked(text, reached=fmt.percent(reached.value), met=fmt.percent(met.value)), "identification"
    )


def waited(question: Question) -> Sentence | None:
    """Return how many families wait, and how many of them for too long."""
    cell, over = question.cell("R5"), question.cell("R5", "waited", "over_14")
    if not cell.shown or not over.shown or not cell.value:
        return None
    text = question.words.ngettext(
        "<b>{families}</b> is waiting, <b>{over}</b> for more than 14 days.",
        "<b>{families}</b> are waiting, <b>{over}</b> of them for more than 14 days.",
        cell.value,
    )
    fmt = question.words.fmt
    values = {"families": fmt.counted(cell.value, "families"), "over": fmt.number(over.value)}
    return Sentence(marked(text, **values), "identification")
