"""What stands where a figure cannot: why, and what would fill the place."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_, Words
from dashboard.indicators.definitions import Indicator
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, NOT_RECORDED, NOT_SET

HEADINGS = {
    EMPTY: N_("No data"),
    FEW: N_("No percentage, colour or rank"),
    HIDDEN: N_("Suppressed for privacy"),
    NOT_SET: N_("Capacity not set"),
    NOT_RECORDED: N_("Not recorded in this database"),
}
WHY_EMPTY = {
    "C1": N_("Figures appear once a family is on the programme."),
    "C1n": N_("Figures appear once a family starts on the programme."),
    "C1x": N_("Figures appear once a family’s case is closed."),
    "C3": N_("Figures appear once a saver in service has families."),
    "V1": N_("Figures appear once the window of a planned visit has closed."),
    "V2": N_("Figures appear once a family is active at a level with visits."),
    "V3": N_("Figures appear once a family is active at a level with visits."),
    "V4": N_("Figures appear once a planned visit passes its window."),
    "V5": N_("Figures appear once a family has been on the programme long enough to be seen."),
    "V6": N_("Figures appear once a child in a family is 30 days old."),
    "V7": N_("Figures appear once the window of a milestone visit has closed."),
    "V8": N_("Figures appear three months after a first visit."),
    "V9": N_("Figures appear once a family has had three visits."),
    "R1": N_("Figures appear once a referral is received."),
    "R5": N_("Figures appear once a family waits for a place."),
    "G1": N_("Figures appear once a grant is paid."),
    "G2": N_("Figures appear once a budget is approved for this unit and year."),
    "G3": N_("Figures appear once a budget is approved for this unit and year."),
    "G6": N_("Figures appear once an approved grant passes its deadline."),
    "S1": N_("Figures appear once a saver is ready for dispatch."),
    "S2": N_("Figures appear once a saver serves a family."),
    "S3": N_("Figures appear once a supervision session is due."),
    "S4": N_("Figures appear once a saver makes five visits in 90 days."),
}
CAPACITY_MISSING = N_("Figures appear once the centre’s capacity is set.")
NOTHING_YET = N_("There is nothing to count in this period.")
MISSING_TABLE = N_("The database does not hold the records for this figure. All other figures are complete.")
NOT_IN_PARTS = N_(
    "For this period only totals are shown: their parts could tell of single families. "
    "Choose a quarter, a half-year or a year."
)


@dataclass(frozen=True)
class Reason:
    """A heading and one or two sentences, for the place of a picture."""

    state: str
    heading: str
    text: str


def why(state: str, indicator: Indicator, words: Words, smallest: int, base: int) -> Reason:
    """Return why a figure is not a number.

    Args:
        smallest: fewer distinct families than this are hidden.
        base: a percentage needs a denominator of this many.
    """
    return Reason(state, words.gettext(HEADINGS[state]), _text(state, indicator, words, smallest, base))


def not_in_parts(words: Words) -> Reason:
    """Return why a split is not told in a period that is told in total."""
    return Reason(HIDDEN, words.gettext(HEADINGS[HIDDEN]), words.gettext(NOT_IN_PARTS))


def _text(state: str, indicator: Indicator, words: Words, smallest: int, base: int) -> str:
    if state == HIDDEN:
        return why_hidden(words, smallest)
    if state == FEW:
        return why_few(words, base)
    if state == NOT_SET:
        return words.gettext(CAPACITY_MISSING)
    if state == NOT_RECORDED:
        return words.gettext(MISSING_TABLE)
    return words.gettext(WHY_EMPTY.get(indicator.id, NOTHING_YET))


def why_hidden(words: Words, smallest: int) -> str:
    return words.ngettext(
        "Fewer than {number} family, or a figure that would reveal one. The totals still count it.",
        "Fewer than {number} families, or a figure that would reveal one. The totals still count it.",
        smallest,
    ).format(number=words.fmt.number(smallest))


def why_few(words: Words, base: int) -> str:
    return words.ngettext(
        "A percentage is shown from {number} case on.",
        "A percentage is shown from {number} cases on.",
        base,
    ).format(number=words.fmt.number(base))
