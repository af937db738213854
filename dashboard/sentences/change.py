"""How a figure changed against the period it is compared with, in words and without judging."""

from __future__ import annotations

from dashboard.i18n.words import N_
from dashboard.indicators.definitions import Indicator
from dashboard.measures import GAP, MEASURES, MONEY, SHARE
from dashboard.periods import Period
from dashboard.privacy.published import Cell
from dashboard.sentences.question import YEAR, Question

# Translators: a change with its sign against an earlier period, on a narrow tile: "+18 on Q1".
CHANGED = {
    "month": N_("{change} on {month}"),
    "quarter": N_("{change} on Q{number}"),
    "half1": N_("{change} on the first half"),
    "half2": N_("{change} on the second half"),
    "year": N_("{change} on {year}"),
    "last_year": N_("{change} on last year"),
}
# Translators: the figure is the same as in the earlier period, on a narrow tile.
UNCHANGED = {
    "month": N_("No change on {month}"),
    "quarter": N_("No change on Q{number}"),
    "half1": N_("No change on the first half"),
    "half2": N_("No change on the second half"),
    "year": N_("No change on {year}"),
    "last_year": N_("No change on last year"),
}


def base_names(question: Question, before: Period) -> tuple[str, dict[str, str]]:
    """Return which message names the earlier period, and the values that it takes."""
    if question.compare == YEAR or before.kind == "ytd":
        return "last_year", {}
    if before.kind == "half":
        # First and second half have names of their own in other languages.
        return "half1" if before.first.month == 1 else "half2", {}
    return before.kind, {
        "month": question.words.fmt.month_short(before.first),
        "number": str((before.first.month - 1) // 3 + 1),
        "year": str(before.first.year),
    }


def difference(now: Cell, earlier: Cell | None) -> float | None:
    """Return how much a value rose, or None where either may not be shown as a number."""
    if earlier is None or not now.shown or not earlier.shown:
        return None
    return now.value - earlier.value


def signed(amount: float, indicator: Indicator, question: Question) -> str | None:
    """Return a difference with its sign and unit, or None where it rounds to nothing."""
    measure, fmt = MEASURES[indicator.measure], question.words.fmt
    if measure.kind in (SHARE, GAP):
        return None if abs(amount) < 0.005 else fmt.points(amount)
    if measure.kind == MONEY:
        return None if abs(amount) < 1 else _signed_money(amount, question)
    return None if abs(amount) < 0.5 * 10**-measure.digits else fmt.signed(amount, measure.digits)


def _signed_money(amount: float, question: Question) -> str:
    sign = "+" if amount > 0 else "−"
    return sign + question.words.fmt.money(abs(amount), question.desk.currency)


def change(question: Question, indicator_id: str) -> str | None:
    """Return "+18 on Q1" or "No change on Q1", or None where nothing can be compared."""
    amount = difference(question.cell(indicator_id), question.earlier(indicator_id))
    if amount is None:
        return None
    return against_base(question, signed(amount, question.indicator(indicator_id), question))


def against_base(question: Question, amount: str | None) -> str:
    """Return a signed amount with the name of the earlier period (None: nothing changed).

    It is empty where there is no earlier period.
    """
    if question.before is None:
        return ""
    base, values = base_names(question, question.before)
    if amount is None:
        return question.words.gettext(UNCHANGED[base]).format(**values)
    return question.words.gettext(CHANGED[base]).format(change=amount, **values)
