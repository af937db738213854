"""Findings on identification: families found, how soon they are reached, and whether they come."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import commonest


def funnel(question: Question, received: Cell, visited: Cell) -> str:
    """Return how many of the referrals have come to a first visit."""
    if not received.shown or not visited.shown or not received.value:
        return question.words.gettext("From referral to first visit")
    return question.words.ngettext(
        "{visited} of {received} referral has led to a first visit so far",
        "{visited} of {received} referrals have led to a first visit so far",
        received.value,
    ).format(
        visited=question.words.fmt.number(visited.value), received=question.words.fmt.number(received.value)
    )


def waiting(question: Question, over: Cell) -> str:
    """Return how many families have waited for too long."""
    if not over.shown:
        return question.words.gettext("Families waiting")
    if not over.value:
        return question.words.gettext("No family has waited for more than 14 days")
    return question.words.ngettext(
        "{count} family has waited for more than 14 days",
        "{count} families have waited for more than 14 days",
        over.value,
    ).format(count=question.words.fmt.number(over.value))


def sources(question: Question, published: Published) -> str:
    """Return who refers most families."""
    found = commonest(published)
    if found is None:
        return question.words.gettext("Referrals by source")
    return question.words.gettext("Most common source: {source}, {share}").format(
        source=label(question.words, "source", found.code), share=question.words.fmt.percent(found.share)
    )


def contact(question: Question, cell: Cell) -> str:
    """Return how many families were reached within two days."""
    if not cell.shown:
        return question.words.gettext("Time to the first contact")
    return question.words.gettext("{share} of the families referred were contacted within 2 days").format(
        share=question.words.fmt.percent(cell.value)
    )


def acceptance(question: Question, cell: Cell) -> str:
    """Return how many families took the place they were offered."""
    if not cell.shown:
        return question.words.gettext("Families that accept a place")
    return question.words.gettext("{share} of the families offered a place accepted").format(
        share=question.words.fmt.percent(cell.value)
    )


def plans(question: Question, cell: Cell) -> str:
    """Return how many families had a plan within thirty days."""
    if not cell.shown:
        return question.words.gettext("From intake to a plan")
    return question.words.gettext("{share} of the families taken in had a plan within 30 days").format(
        share=question.words.fmt.percent(cell.value)
    )


def reach(question: Question) -> str:
    """Return what stands side by side: reach has no pass mark of its own."""
    if question.single:
        return question.words.gettext("Referrals per 1,000 births over time")
    if question.by_region:
        return question.words.gettext("Referrals per 1,000 births by region")
    return question.words.gettext("Referrals per 1,000 births by centre")
