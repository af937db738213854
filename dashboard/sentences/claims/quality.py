"""What the cards about the data itself find."""

from __future__ import annotations

from dashboard.messages import N_
from dashboard.privacy.published import HIDDEN, Cell, Published
from dashboard.sentences.left_out import Lacking
from dashboard.sentences.question import Question


def rules(question: Question, published: Published) -> str:
    """Return how many rules are broken, however often; a hidden one is."""
    broken = len(broken_codes(published))
    if not broken:
        return question.words.gettext("No record breaks a rule")
    return question.words.ngettext(
        "{count} data quality rule is broken", "{count} data quality rules are broken", broken
    ).format(count=question.words.fmt.number(broken))


def broken_codes(published: Published) -> tuple[str, ...]:
    """Return the codes that some unit has a record of, in their order; a hidden one is among them."""
    found = [cell.code for cell in published.cells if cell.code and (cell.state == HIDDEN or cell.value)]
    return tuple(code for code in published.indicator.splits[published.split or ""] if code in found)


def by_unit(question: Question) -> str:
    return question.words.gettext(BY_REGION if question.by_region else BY_CENTRE)


def unplaced(question: Question) -> str:
    """Return where the records are counted whose centre cannot be told (empty: it need not be said)."""
    if question.unit != question.desk.tree.programme:
        return ""
    return question.words.gettext("Records whose centre is not known count for the programme only.")


BY_CENTRE = N_("Records that break a rule, by centre")
BY_REGION = N_("Records that break a rule, by region")


def left_out(question: Question, found: Lacking | None) -> str:
    """Return how many records are in no figure."""
    words = question.words
    if found is None:
        return words.gettext("No record is left out of the figures")
    if not found.count:
        return words.gettext("Records left out of the figures")
    if found.more:
        text = words.ngettext(
            "At least {count} record is left out of the figures",
            "At least {count} records are left out of the figures",
            found.count,
        )
    else:
        text = words.ngettext(
            "{count} record is left out of the figures",
            "{count} records are left out of the figures",
            found.count,
        )
    return text.format(count=words.fmt.number(found.count))


def more_tables(question: Question, count: int) -> str:
    """Return how many tables are not drawn (empty: all are)."""
    if count <= 0:
        return ""
    return question.words.ngettext(
        "{count} more is in the table.", "{count} more are in the table.", count
    ).format(count=question.words.fmt.number(count))


def complete(question: Question, cell: Cell) -> str:
    """Return how many required fields are empty."""
    if not cell.shown:
        return question.words.gettext("Required fields complete")
    empty = cell.denominator - cell.numerator
    if not empty:
        return question.words.gettext("All required fields are filled")
    return question.words.ngettext(
        "{count} required field is empty", "{count} required fields are empty", empty
    ).format(count=question.words.fmt.number(empty))


def recorded(question: Question, cell: Cell) -> str:
    """Return how many visits were recorded in time."""
    if not cell.shown:
        return question.words.gettext("Days to record a visit")
    return question.words.gettext("{share} of the visits were recorded within 3 days").format(
        share=question.words.fmt.percent(cell.value)
    )


def planned(question: Question, cell: Cell) -> str:
    """Return how many of the required visits were planned."""
    if not cell.shown:
        return question.words.gettext("Visit plan coverage")
    return question.words.gettext("{share} of the visits that the model requires were planned").format(
        share=question.words.fmt.percent(cell.value)
    )


def provisional(question: Question, months: str) -> str:
    """Return which months may still change (empty: none)."""
    if not months:
        return ""
    return question.words.gettext("Provisional: {months}. Visits are still being recorded.").format(
        months=months
    )
