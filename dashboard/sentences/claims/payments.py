"""Findings on the way of a grant: decided, paid on time, seen, and accounted for."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.marked import apart
from dashboard.sentences.question import Question
from dashboard.sentences.ranks import commonest

# Ages in which somebody should act.
PAID_TOO_LATE, SETTLED_TOO_LATE = "gt14", "gt60"


def on_time(question: Question, cell: Cell) -> str:
    """Return how many of the grants were paid on time."""
    if not cell.shown:
        return question.words.gettext("Grants paid on time")
    return question.words.gettext("{share} of the grants were paid on time").format(
        share=question.words.fmt.percent(cell.value)
    )


def decided(question: Question) -> str:
    """Return how many grants were requested, what was decided, and how soon (empty: hidden)."""
    words, requests = question.words, question.cell("G5")
    if not requests.shown or not requests.value:
        return ""
    number = words.ngettext(
        "{count} request in the period", "{count} requests in the period", requests.value
    ).format(count=words.fmt.number(requests.value))
    parts = [number, *decisions(question), reason(question)]
    if requests.median is not None:
        days = words.fmt.counted(requests.median, "days")
        parts.insert(1, words.gettext("half decided within {days}").format(days=days))
    return apart(*parts)


# The decisions of which a reader wants to know how many, in the order in which they are told.
TOLD = ("approved", "partial", "rejected", "undecided")


def decisions(question: Question) -> list[str]:
    """Return how many requests had each decision, of those that may be told."""
    cells = question.by("G5", "decision").by_code
    return [
        question.words.gettext("{name}: {figure}").format(
            name=label(question.words, "decision", code), figure=question.words.fmt.number(cells[code].value)
        )
        for code in TOLD
        if cells[code].shown and cells[code].value
    ]


def reason(question: Question) -> str:
    """Return why grants are most often not given in full (empty: nothing stands out)."""
    found = commonest(question.by("G5", "reason"))
    if found is None:
        return ""
    # Translators: why grants were declined or approved in part, and the share of this reason among all.
    return question.words.gettext("most common reason: {reason}, {share}").format(
        reason=label(question.words, "reason", found.code), share=question.words.fmt.percent(found.share)
    )


def unpaid(question: Question, published: Published) -> str:
    """Return how much of what was approved has waited for too long."""
    return _too_old(question, published, PAID_TOO_LATE, UNPAID_OLD, N_("Approved, not yet paid"))


def advances(question: Question, published: Published) -> str:
    """Return how much of what was advanced should have been settled long ago."""
    return _too_old(question, published, SETTLED_TOO_LATE, UNSETTLED_OLD, N_("Advances to settle"))


UNPAID_OLD = N_("{amount} has been approved but unpaid for more than 14 days")
UNSETTLED_OLD = N_("{amount} in advances is more than 60 days overdue")


def _too_old(question: Question, published: Published, age: str, message: str, name: str) -> str:
    cells = published.by_code
    cell = cells.get(age)
    if cell is None or not cell.shown or not cell.value:
        return question.words.gettext(name)
    amount = question.words.fmt.money(cell.value, question.desk.currency)
    return question.words.gettext(message).format(amount=amount)


def unseen(question: Question, cell: Cell) -> str:
    """Return how many families were paid while nobody visited them."""
    nobody_paid = not question.cell("G1").value_or(0)
    if not cell.shown or (not cell.value and nobody_paid):
        return question.words.gettext("Families paid, but not seen")
    if not cell.value:
        return question.words.gettext("Every family that was paid was visited within 30 days of it")
    return question.words.ngettext(
        "{count} family was paid, but not seen",
        "{count} families were paid, but not seen",
        cell.value,
    ).format(count=question.words.fmt.number(cell.value))


def seen_undecided(question: Question) -> str:
    """Return the other way round: families visited that wait for a decision (empty: hidden)."""
    cell = question.cell("G7", "mirror", "undecided")
    if not cell.shown:
        return ""
    return question.words.ngettext(
        "{count} family was visited, but has waited over 14 days for a decision.",
        "{count} families were visited, but have waited over 14 days for a decision.",
        cell.value,
    ).format(count=question.words.fmt.number(cell.value))
