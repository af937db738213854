"""Findings on families: how many, who comes and goes, and whether there is room."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import commonest

ROSE = N_("Families on the programme: {count} more since {period}")
FELL = N_("Families on the programme: {count} fewer since {period}")
STAYED = N_("Families on the programme: as many as in {period}")


def over_time(question: Question, published: Published) -> str:
    """Return how the number of families changed from the first to the last period shown."""
    first, last = published.cells[0], published.cells[-1]
    if len(published.cells) < 2 or not first.shown or not last.shown:
        return question.words.gettext("Families on the programme")
    amount = last.value - first.value
    message = ROSE if amount > 0 else FELL if amount < 0 else STAYED
    return question.words.gettext(message).format(
        count=question.words.fmt.number(abs(amount)),
        period=question.words.fmt.period(first.period),
    )


def by_stage(question: Question, published: Published) -> str:
    """Return the stage that most families are in."""
    found = commonest(published)
    if found is None:
        return question.words.gettext("Families by stage")
    return question.words.gettext("Largest group by stage: {stage}, {share}").format(
        stage=label(question.words, "stage", found.code), share=question.words.fmt.percent(found.share)
    )


def by_level(question: Question, published: Published) -> str:
    """Return the service level that most families have."""
    found = commonest(published)
    if found is None:
        return question.words.gettext("Families by service level")
    return question.words.gettext("Most common service level: {level}, {share}").format(
        level=label(question.words, "level", found.code), share=question.words.fmt.percent(found.share)
    )


def movement(question: Question, new: Cell, closed: Cell) -> str:
    """Return how many families came, and how many cases were closed: not all of these had come before."""
    words = question.words
    if not new.shown or not closed.shown:
        return words.gettext("New and closed families")
    return words.gettext("New: {new}, closed: {closed}").format(
        new=words.fmt.counted(new.value, "families"), closed=words.fmt.counted(closed.value, "families")
    )


def closures(question: Question, published: Published) -> str:
    """Return why most families left."""
    found = commonest(published)
    if found is None:
        return question.words.gettext("Reasons for closure")
    return question.words.gettext("Most common reason for closure: {reason}, {share}").format(
        reason=label(question.words, "reason", found.code), share=question.words.fmt.percent(found.share)
    )


def capacity(question: Question, published: Published) -> str:
    """Return how many centres serve more families than they were set up for."""
    full = [cell for cell in published.cells if cell.shown and cell.value > 1]
    if question.single:
        return question.words.gettext("Capacity in use over time")
    if question.by_region:
        return question.words.gettext("Capacity in use by region")
    if not full:
        return question.words.gettext("Capacity in use by centre")
    return question.words.ngettext(
        "{count} centre is above its capacity", "{count} centres are above their capacity", len(full)
    ).format(count=question.words.fmt.number(len(full)))


def outlook(question: Question, cell: Cell) -> str:
    """Return whether the savers of 90 days hence can carry the families expected."""
    if not cell.shown:
        return question.words.gettext("Capacity in 90 days")
    if question.past:
        day = question.words.fmt.date(question.day)
        return question.words.gettext("Capacity 90 days after {day}").format(day=day)
    points = question.words.fmt.counted(abs(cell.value), "points")
    message = TOO_FEW if cell.value < -HARDLY else ENOUGH if cell.value > HARDLY else EVEN
    return question.words.gettext(message).format(points=points)


# Caseload points below which nothing is free, and nothing missing.
HARDLY = 0.05
TOO_FEW = N_("In 90 days savers will be short of {points}")
ENOUGH = N_("In 90 days savers will have {points} to spare")
EVEN = N_("In 90 days savers will be just enough")


def planned_closures(question: Question, cell: Cell, published: Published) -> str:
    """Return how many closures were planned, else why most families left."""
    if not cell.shown:
        return closures(question, published)
    return question.words.gettext("{share} of the closures were planned").format(
        share=question.words.fmt.percent(cell.value)
    )
