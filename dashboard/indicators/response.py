"""Response: how soon a referred family is reached and met, and whether it accepts."""

from __future__ import annotations

from dataclasses import replace

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count, share, share_of_families
from dashboard.indicators.tally import Days, Tally
from dashboard.messages import N_

# Days until the first contact, as a page groups them: name, first day and last day.
CONTACT_BANDS = (
    ("c0_2", None, 2),
    ("c3_7", 3, 7),
    ("c8_14", 8, 14),
    ("c15", 15, None),
)
FIRST_OF_ALL = -10_000
# Those who were never reached: with them the bands add up.
NEVER = "never"

CONTACTED_IN_TIME = Indicator(
    id="R2",
    name=N_("Contacted within 2 days"),
    tile=N_("First contact"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_("How many of the families referred were contacted within 2 days of the referral."),
    counted=N_("Referrals with a first contact on the day of the referral or the 2 days after it."),
    out_of=N_("New referrals of the period whose 2 days have passed."),
    not_counted=N_("Referrals that repeat an earlier one, and those of the last 2 days."),
    unknown=N_("Referrals with an outcome, but without a day of contact."),
    source=N_("Referrals."),
    better="more",
    splits={"days": (*(name for name, _, _ in CONTACT_BANDS), NEVER)},
    adds_up=Sums(
        identities=(
            "R2/D = R2.days=*",
            "R2.days=c0_2 = R2",
            "R2.days=never ~ R1 - R1.funnel=contacted",
        ),
        tells=("R1 - R2/D - R2/M",),
    ),
    pages_only=("days",),
    measures={"days": "referrals"},
    typical="days",
    ranks={None: ("median", "p90")},
    families=True,
)

MET_IN_TIME = Indicator(
    id="R3",
    name=N_("Met within 14 days"),
    tile=N_("First meeting"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_("How many of the families contacted were met in person within 14 days of the referral."),
    counted=N_("Referrals with a first meeting in person within 14 days of the referral."),
    out_of=N_("New referrals of the period that were contacted and whose 14 days have passed."),
    not_counted=N_("Families that were found not eligible, or were never reached."),
    source=N_("Referrals."),
    better="more",
    families=True,
    adds_up=Sums(tells=("R1.funnel=contacted - R3/D", "R1 - R3/D")),
)

ACCEPTANCE = Indicator(
    id="R4",
    name=N_("Acceptance"),
    tile=N_("Acceptance"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_("How many of the families that were offered a place took it."),
    counted=N_("Families that accepted."),
    out_of=N_("Families offered a place in the period, with an outcome."),
    not_counted=N_("Offers without an outcome: they are shown apart as pending."),
    source=N_("Referrals."),
    better="more",
    splits={"decision": ("pending",)},
    measures={"decision": "families"},
    families=True,
)

INDICATORS = (CONTACTED_IN_TIME, MET_IN_TIME, ACCEPTANCE)


def _contacted_in_time(cubes: Cubes) -> Compute:
    query = "first_contacts_by_centre_and_month"
    referrals, in_time, unknown = (
        Tally(cubes, query, column) for column in ("referrals", "in_time", "unknown")
    )
    days = Days(cubes, query, "days_to_contact", "referrals")
    bands = {name: (first, last) for name, first, last in CONTACT_BANDS}

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        waited = days.sum(unit, span)
        if code == NEVER:
            number = referrals.sum(unit, span) - float(waited.sum())
            return count(number, (number,))
        if code is not None:
            first, last = bands[code]
            number = days.within(waited, FIRST_OF_ALL if first is None else first, last)
            return count(number, (number,))
        number, whole = in_time.sum(unit, span), referrals.sum(unit, span)
        missing = unknown.sum(unit, span)
        families_behind = (number, whole - number)
        found = share(number, whole, missing, families_behind, missing)
        ranked = int(waited.sum())
        return replace(found, median=days.median(waited), p90=days.p90(waited), ranked=ranked)

    return compute


def _met_in_time(cubes: Cubes) -> Compute:
    query = "first_meetings_by_centre_and_month"
    referrals, in_time = (Tally(cubes, query, column) for column in ("referrals", "in_time"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        return share_of_families(in_time.sum(unit, span), referrals.sum(unit, span))

    return compute


def _acceptance(cubes: Cubes) -> Compute:
    query = "offers_by_centre_and_month"
    decided, accepted, pending = (
        Tally(cubes, query, column) for column in ("decided", "accepted", "pending")
    )

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "decision":
            number = pending.sum(unit, span)
            return count(number, (number,))
        return share_of_families(accepted.sum(unit, span), decided.sum(unit, span))

    return compute


ARITHMETIC = {"R2": _contacted_in_time, "R3": _met_in_time, "R4": _acceptance}
