"""Findings on visits: received, planned and made, late, and families unseen."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.desk import Target
from dashboard.privacy.published import FEW, SHOWN, Cell, Published
from dashboard.sentences.attention import SOME_MONTHS, worsening
from dashboard.sentences.figures import named
from dashboard.sentences.marked import apart
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import UNTOLD, below_limit, lowest

SHORT = N_("Visit dose is {points} below the target")
REACHED = N_("Visit dose reaches the target of {target}")
# Visits in the last band are this many days late and more.
MUCH_TOO_LATE = "d15"
# Where less of what the model requires was planned, completing the plans says little.
LEAST_PLANNED = 0.9
REASONS_TOLD = 3


def dose(question: Question, cell: Cell, target: Target | None, published: Published) -> str:
    """Return how the dose stands against its target, else how it has moved."""
    words = question.words
    count = worsening(published.cells, more=False)
    if cell.shown and target is not None:
        gap = target.target - cell.value
        if gap < 0.005:
            return words.gettext(REACHED).format(target=words.fmt.percent(target.target))
        return words.gettext(SHORT).format(points=words.fmt.points(gap, signed=False))
    if count >= SOME_MONTHS:
        months = words.fmt.counted(count, "months")
        return words.gettext("Visit dose has fallen for {months}").format(months=months)
    return words.gettext("Visit dose over time")


def made(question: Question, cell: Cell, on_time: Cell) -> str:
    """Return how many planned visits were made, and how many of them on time."""
    if not cell.shown or not on_time.shown:
        return question.words.gettext("Planned visits completed over time")
    fmt = question.words.fmt
    return question.words.gettext("{made} of the planned visits were made, {on_time} on time").format(
        made=fmt.percent(cell.value), on_time=fmt.percent(on_time.value)
    )


def by_centre(question: Question) -> str:
    """Return how many centres (or regions) are below the limit where attention starts."""
    words = question.words
    limit, short = below_limit(question, "V2")
    if question.by_region:
        return words.gettext("Visit dose by region")
    if not short:
        return words.gettext("Visit dose by centre")
    return words.ngettext(
        "Visit dose by centre: {count} below {limit}",
        "Visit dose by centre: {count} below {limit}",
        len(short),
    ).format(count=words.fmt.counted(len(short), "centres"), limit=words.fmt.percent(limit))


def dose_of_families(question: Question) -> str:
    """Return how many families had most of their dose, and the stage with the lowest dose."""
    return apart(named(question, "V3"), lowest_stage(question))


def lowest_stage(question: Question) -> str:
    """Return the stage with the lowest dose, of those that are shown (empty: none stands out)."""
    found = lowest(question.by("V2", "stage"))
    if found is None:
        return ""
    return question.words.gettext("Lowest visit dose by stage: {stage}, {share}").format(
        stage=label(question.words, "stage", found.code), share=question.words.fmt.percent(found.value)
    )


def planned(question: Question) -> str:
    """Return how much of what the model requires was planned (empty: enough, or not to be told)."""
    cell = question.cell("Q3")
    unsaid = question.cell("V1").state not in (SHOWN, FEW)
    if unsaid or not cell.shown or cell.value >= LEAST_PLANNED:
        return ""
    # Translators: a mark beside the planned visits made: how many of those required were planned.
    return question.words.gettext("{share} planned").format(share=question.words.fmt.percent(cell.value))


def plans_fall_short(question: Question) -> str:
    """Return why the share of planned visits is to be read with care (empty: it need not be)."""
    if not planned(question):
        return ""
    return question.words.gettext(
        "Only {share} of the visits that the model requires were planned, so this share says little."
    ).format(share=question.words.fmt.percent(question.cell("Q3").value))


def late(question: Question, published: Published) -> str:
    """Return how many visits are much too late."""
    cells = published.by_code
    last = cells.get(MUCH_TOO_LATE)
    if last is None or not last.shown:
        return question.words.gettext("Overdue visits by days late")
    if not last.value:
        return question.words.gettext("No visit is more than 14 days late")
    return question.words.ngettext(
        "{count} visit is more than 14 days late", "{count} visits are more than 14 days late", last.value
    ).format(count=question.words.fmt.number(last.value))


def reasons(question: Question, published: Published) -> str:
    """Return why visits are most often not made (empty: that is not sure)."""
    cells, words = published.cells, question.words
    if not all(cell.shown for cell in cells):
        return ""
    whole = sum(cell.value for cell in cells)
    told = [cell for cell in cells if cell.value and cell.code not in UNTOLD]
    most = sorted(told, key=lambda cell: -cell.value)[:REASONS_TOLD]
    if not most:
        return ""
    parts = [
        # Translators: why visits were not made, and the share of this reason among all.
        words.gettext("{reason} ({share})").format(
            reason=label(words, "reason", cell.code), share=words.fmt.percent(cell.value / whole)
        )
        for cell in most
    ]
    return words.gettext("Most common reasons for a visit not made: {reasons}").format(reasons=apart(*parts))


def unseen(question: Question, cell: Cell) -> str:
    """Return how many families nobody has visited for too long."""
    if not cell.shown:
        return question.words.gettext("Families unseen too long")
    if not cell.numerator:
        return question.words.gettext("No family has gone unseen for too long")
    return question.words.ngettext(
        "{count} family has gone unseen for too long",
        "{count} families have gone unseen for too long",
        cell.numerator,
    ).format(count=question.words.fmt.number(cell.numerator))
