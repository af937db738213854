"""How much was spent, for how long it lasts, and whether those paid were seen."""

from __future__ import annotations

from dashboard.i18n.codes import label
from dashboard.sentences import budget
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.marked import marked
from dashboard.sentences.question import Question

DECEMBER = 12


def spending(question: Question) -> Sentence | None:
    """Return how much of the budget is spent, against what was planned."""
    used, planned = question.cell("G2"), question.cell("G3", "part", "planned_share")
    if not used.shown or not planned.shown:
        return None
    text = question.words.gettext(
        "<b>{paid}</b> of {budget} has been spent: {share}, against {planned} planned."
    )
    fmt, currency = question.words.fmt, question.desk.currency
    share, plan = budget.apart(question, used.value, planned.value)
    values = {
        "paid": fmt.money(used.numerator, currency),
        "budget": fmt.money(used.denominator, currency),
        "share": share,
        "planned": plan,
    }
    return Sentence(marked(text, **values), "grants")


def runs_out(question: Question) -> Sentence | None:
    """Return which budget line runs out first, at the pace of the year so far."""
    first = budget.first_to_run_out(question)
    if first is None or question.past:
        return None
    text = question.words.gettext(
        "{category}: at the pace since January the budget will run out in <b>{month}</b>."
    )
    category = label(question.words, "category", first.code)
    return Sentence(
        marked(text, category=category, month=question.words.fmt.month_named(first.month)), "grants"
    )


def forecast(question: Question) -> Sentence | None:
    """Return where a year that still runs will end, as far as that can be told in rounded amounts."""
    low, high = question.cell("G3", "forecast", "low"), question.cell("G3", "forecast", "high")
    if question.past or question.day.month == DECEMBER or not low.shown or not high.shown:
        return None
    fmt, currency = question.words.fmt, question.desk.currency
    values = {"low": fmt.money(low.value, currency), "high": fmt.money(high.value, currency)}
    if values["low"] == values["high"]:
        return None
    text = question.words.gettext(
        "If the last three months go on, the year will end between <b>{low}</b> and <b>{high}</b>."
    )
    return Sentence(marked(text, **values), "grants")


def paid_unseen(question: Question) -> Sentence | None:
    """Return how many families were paid while nobody visited them."""
    cell = question.cell("G7")
    if not cell.shown or not cell.value:
        return None
    text = question.words.ngettext(
        "<b>{families}</b> was paid, but not visited in the 30 days before or after.",
        "<b>{families}</b> were paid, but not visited in the 30 days before or after.",
        cell.value,
    )
    return Sentence(marked(text, families=question.words.fmt.counted(cell.value, "families")), "grants")
