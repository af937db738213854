"""Findings on visits that go on: on time for the child, by the same saver, for long enough."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.privacy.published import FEW, SHOWN, Cell, Published
from dashboard.sentences.figures import named
from dashboard.sentences.marked import apart
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import lowest
from dashboard.sentences.reference import of_indicator


def milestones(question: Question, published: Published) -> str:
    """Return the age of the child whose visits are least often on time."""
    found = lowest(published)
    if found is None:
        return question.words.gettext("Milestone visits on time")
    return question.words.gettext("Least often on time: {milestone}, {share}").format(
        milestone=label(question.words, "milestone", found.code),
        share=question.words.fmt.percent(found.value),
    )


def newborns(question: Question) -> str:
    """Return how many newborns were visited in time, with the value of another programme."""
    shown = named(question, "V6")
    if not shown:
        return ""
    context = [
        # Translators: what another programme measured, and where it was published.
        question.words.gettext("Elsewhere {value} ({source})").format(
            value=each.value(question.words), source=question.words.gettext(each.source)
        )
        for each in of_indicator("V6")
    ]
    return apart(shown, *context)


def furthest(published: Published) -> Cell:
    """Return the figure after a year, else that after the longest time that has one."""
    cells = published.by_code
    shown = [cell for cell in published.cells if cell.state in (SHOWN, FEW)]
    return cells["12"] if cells["12"] in shown or not shown else shown[-1]


def retention(question: Question, cell: Cell) -> str:
    """Return how many families stayed for so long, or left as planned before."""
    if not cell.shown:
        return question.words.gettext("Retention")
    return question.words.gettext("{share} of the families stayed for {months} or left as planned").format(
        share=question.words.fmt.percent(cell.value),
        months=question.words.fmt.counted(int(cell.code or 0), "months"),
    )


def same_saver(question: Question, cell: Cell) -> str:
    """Return how many visits are made by a saver whom the family knows."""
    if not cell.shown:
        return question.words.gettext("Same saver")
    return question.words.gettext("{share} of the visits by the same saver").format(
        share=question.words.fmt.percent(cell.value)
    )
