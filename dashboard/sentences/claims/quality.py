"""What the cards about the data itself find."""

from __future__ import annotations

from dashboard.indicators.definitions import N_
from dashboard.privacy.published import HIDDEN, Cell, Published
from dashboard.sentences.asked import Asked
from dashboard.sentences.left_out import Lacking


def rules(asked: Asked, published: Published) -> str:
    """Return how many rules are broken, however often; a hidden one is."""
    broken = len(broken_codes(published))
    if not broken:
        return asked.words.gettext("No record breaks a rule")
    return asked.words.ngettext(
        "{count} data quality rule is broken", "{count} data quality rules are broken", broken
    ).format(count=asked.words.fmt.number(broken))


def broken_codes(published: Published) -> tuple[str, ...]:
    """Return the codes that some unit has a record of, in their order; a hidden one is among them."""
    found = [cell.code for cell in published.cells if cell.code and (cell.value or cell.state == HIDDEN)]
    return tuple(code for code in published.indicator.splits[published.split] if code in found)


def by_unit(asked: Asked) -> str:
    return asked.words.gettext(BY_REGION if asked.by_region else BY_CENTRE)


BY_CENTRE = N_("Records that break a rule, by centre")
BY_REGION = N_("Records that break a rule, by region")


def left_out(asked: Asked, found: Lacking | None) -> str:
    """Return how many records are in no figure."""
    words = asked.words
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


def more_tables(asked: Asked, count: int) -> str:
    """Return how many tables are not drawn (empty: all are)."""
    if count <= 0:
        return ""
    return asked.words.ngettext(
        "{count} more is in the table.", "{count} more are in the table.", count
    ).format(count=asked.words.fmt.number(count))


def complete(asked: Asked, cell: Cell) -> str:
    """Return how many required fields are empty."""
    if not cell.shown:
        return asked.words.gettext("Required fields complete")
    empty = cell.denominator - cell.numerator
    if not empty:
        return asked.words.gettext("All required fields are filled")
    return asked.words.ngettext(
        "{count} required field is empty", "{count} required fields are empty", empty
    ).format(count=asked.words.fmt.number(empty))


def recorded(asked: Asked, cell: Cell) -> str:
    """Return how many visits were recorded in time."""
    if not cell.shown:
        return asked.words.gettext("Days to record a visit")
    return asked.words.gettext("{share} of the visits were recorded within 3 days").format(
        share=asked.words.fmt.percent(cell.value)
    )


def planned(asked: Asked, cell: Cell) -> str:
    """Return how many of the required visits were planned."""
    if not cell.shown:
        return asked.words.gettext("Visit plan coverage")
    return asked.words.gettext("{share} of the visits that the model requires were planned").format(
        share=asked.words.fmt.percent(cell.value)
    )


def provisional(asked: Asked, months: str) -> str:
    """Return which months may still change (empty: none)."""
    if not months:
        return ""
    return asked.words.gettext("Provisional: {months}. Visits are still being recorded.").format(months=months)
