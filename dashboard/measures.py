"""What figures are measured in: one place for how many digits a number has and which words it takes."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.messages import N_, NN_, NNP_, NP_, Counted, InContext

COUNT, SHARE, GAP, MONEY = "count", "share", "gap", "money"
# Of a number that a machine reads: the digits beyond hold only what arithmetic left behind.
DIGITS = 15

# Translators: a share of few families, "5 of 7"; n is part of d.
OF_FAMILIES = NP_("families", "{n} of {d}")
# Translators: a share of few people, "5 of 7"; n is part of d.
OF_PEOPLE = NP_("people", "{n} of {d}")
# Translators: a share of few visits, "5 of 7"; n is part of d.
OF_VISITS = NP_("visits", "{n} of {d}")
# Translators: a share of few days, "5 of 7"; n is part of d.
OF_DAYS = NP_("days", "{n} of {d}")
# Translators: families and the capacity of their centre, "140 of 125"; n may be more than d.
OF_PLACES = NP_("places", "{n} of {d}")
# Translators: a share of few records of any kind, "5 of 7"; n is part of d.
OF_RECORDS = NP_("records", "{n} of {d}")


@dataclass(frozen=True)
class Measure:
    """How numbers of one measure are written.

    Attributes:
        name: what definitions call it.
        kind: COUNT, SHARE (0 to 1), GAP (of two shares, signed) or MONEY.
        digits: after the point: 0, or 1 of what is seldom whole.
        unit: the words behind a number (None: it says all by itself).
        few: the words of a share of few; of any kind of records without a
            counter of its own.
        in_files: what it is called beside a number without a unit (a message;
            empty: no figure is measured in it, or it is called by its currency).
        median: heads a column of medians in it (a message).
    """

    name: str
    kind: str = COUNT
    digits: int = 0
    unit: Counted | None = None
    few: InContext = OF_RECORDS
    in_files: str = ""
    median: str = N_("Median")


_ALL = (
    Measure(
        "families",
        # Translators: unit behind a count of families.
        unit=NN_("{n} family", "{n} families"),
        few=OF_FAMILIES,
        in_files=N_("families"),
    ),
    Measure(
        "people",
        # Translators: unit behind a count of people.
        unit=NN_("{n} person", "{n} people"),
        few=OF_PEOPLE,
    ),
    Measure(
        "savers",
        # Translators: unit behind a count of Parenting Savers (trained home visitors).
        unit=NN_("{n} saver", "{n} savers"),
        few=OF_PEOPLE,
        in_files=N_("savers"),
    ),
    Measure(
        "visits",
        # Translators: unit behind a count of home visits.
        unit=NN_("{n} visit", "{n} visits"),
        few=OF_VISITS,
        in_files=N_("visits"),
    ),
    Measure(
        "referrals",
        # Translators: unit behind a count of families referred to the programme.
        unit=NN_("{n} referral", "{n} referrals"),
        in_files=N_("referrals"),
    ),
    Measure(
        "requests",
        # Translators: unit behind a count of grant requests.
        unit=NN_("{n} request", "{n} requests"),
        in_files=N_("grant requests"),
    ),
    Measure(
        "grants",
        # Translators: unit behind a count of grants.
        unit=NN_("{n} grant", "{n} grants"),
    ),
    Measure(
        "lines",
        # Translators: unit behind a count of budget lines.
        unit=NN_("{n} budget line", "{n} budget lines"),
        in_files=N_("budget lines"),
    ),
    Measure(
        "sessions",
        # Translators: unit behind a count of supervision sessions.
        unit=NN_("{n} session", "{n} sessions"),
        few=OF_VISITS,
        in_files=N_("supervision sessions"),
    ),
    Measure(
        "centres",
        # Translators: unit behind a count of centres.
        unit=NN_("{n} centre", "{n} centres"),
    ),
    Measure(
        "places",
        # Translators: places for families in a centre, its capacity.
        unit=NNP_("capacity", "{n} place", "{n} places"),
        few=OF_PLACES,
    ),
    Measure(
        "records",
        # Translators: unit behind a count of records of any kind (건, 件).
        unit=NN_("{n} record", "{n} records"),
        in_files=N_("records"),
    ),
    Measure("fields"),
    Measure(
        "days",
        # Translators: unit behind a number of days.
        unit=NN_("{n} day", "{n} days"),
        few=OF_DAYS,
        in_files=N_("days"),
    ),
    Measure(
        "months",
        # Translators: unit behind a number of months.
        unit=NN_("{n} month", "{n} months"),
    ),
    Measure(
        "points",
        digits=1,
        # Translators: weighted caseload points of a saver, not percentage points.
        unit=NNP_("caseload", "{n} point", "{n} points"),
        in_files=N_("caseload points"),
    ),
    Measure(
        "fte",
        digits=1,
        # Translators: full-time equivalents: two half-time savers are one.
        unit=NN_("{n} full-time post", "{n} full-time posts"),
        in_files=N_("full-time posts"),
    ),
    Measure(
        "rate",
        digits=1,
        # Translators: referrals for every 1,000 births; the number stands first.
        unit=NN_("{n} per 1,000 births", "{n} per 1,000 births"),
        in_files=N_("referrals per 1,000 births"),
    ),
    Measure("ratio", digits=1, in_files=N_("savers per supervisor")),
    Measure("share", SHARE, in_files=N_("share, 0 to 1")),
    Measure("gap", GAP, in_files=N_("difference of shares, 0 to 1")),
    Measure("money", MONEY, median=N_("Median per family")),
)

MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}


def plain(number: float | None) -> int | float | None:
    """Return a number as a machine reads it: whole ones without a fraction."""
    if number is None:
        return None
    rounded = float(f"{number:.{DIGITS}g}")
    return int(rounded) if rounded.is_integer() else rounded
