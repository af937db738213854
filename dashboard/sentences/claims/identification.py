"""Findings on identification: families found, how soon they are reached, and whether they come."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.asked import Asked
from dashboard.sentences.ranks import commonest


def funnel(asked: Asked, received: Cell, visited: Cell) -> str:
    """Return how many of the referrals have come to a first visit."""
    if not received.shown or not visited.shown or not received.value:
        return asked.words.gettext("From referral to first visit")
    return asked.words.ngettext(
        "{visited} of {received} referral has led to a first visit",
        "{visited} of {received} referrals have led to a first visit",
        received.value,
    ).format(
        visited=asked.words.fmt.number(visited.value), received=asked.words.fmt.number(received.value)
    )


def waiting(asked: Asked, over: Cell) -> str:
    """Return how many families have waited for too long."""
    if not over.shown:
        return asked.words.gettext("Families waiting")
    if not over.value:
        return asked.words.gettext("No family has waited for more than 14 days")
    return asked.words.ngettext(
        "{count} family has waited for more than 14 days",
        "{count} families have waited for more than 14 days",
        over.value,
    ).format(count=asked.words.fmt.number(over.value))


def sources(asked: Asked, published: Published) -> str:
    """Return who refers most families."""
    found = commonest(published)
    if found is None:
        return asked.words.gettext("Referrals by source")
    return asked.words.gettext("Most common source: {source}, {share}").format(
        source=label(asked.words, "source", found.code), share=asked.words.fmt.percent(found.share)
    )


def contact(asked: Asked, cell: Cell) -> str:
    """Return how many families were reached within two days."""
    if not cell.shown:
        return asked.words.gettext("Time to the first contact")
    return asked.words.gettext("{share} were contacted within 2 days").format(
        share=asked.words.fmt.percent(cell.value)
    )


def acceptance(asked: Asked, cell: Cell) -> str:
    """Return how many families took the place they were offered."""
    if not cell.shown:
        return asked.words.gettext("Families that accept a place")
    return asked.words.gettext("{share} of the families offered a place accepted").format(
        share=asked.words.fmt.percent(cell.value)
    )


def plans(asked: Asked, cell: Cell) -> str:
    """Return how many families had a plan within thirty days."""
    if not cell.shown:
        return asked.words.gettext("From intake to a plan")
    return asked.words.gettext("{share} had a plan within 30 days of intake").format(
        share=asked.words.fmt.percent(cell.value)
    )


def reach(asked: Asked) -> str:
    """Return what stands side by side: reach has no pass mark of its own."""
    if asked.single:
        return asked.words.gettext("Referrals per 1,000 births over time")
    if asked.by_region:
        return asked.words.gettext("Referrals per 1,000 births by region")
    return asked.words.gettext("Referrals per 1,000 births by centre")
