"""Identification: families referred to the programme, and families that wait for it."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums, parts
from dashboard.indicators.result import Compute, Result, count
from dashboard.indicators.tally import Days, Tally
from dashboard.messages import N_

FUNNEL = ("contacted", "met", "eligible", "offered", "accepted", "first_visit")

LOST = tuple(
    f"{earlier} - R1.funnel={step}"
    for n, step in enumerate(FUNNEL)
    for earlier in ("R1", *(f"R1.funnel={before}" for before in FUNNEL[:n]))
)
SETTLED = tuple(f"R1 - R1.funnel={step} - R1.open={step}" for step in FUNNEL)

# Days waited, as a page groups them: name, first day and last day (None: open).
WAITING_BANDS = (
    ("d0_3", 0, 3),
    ("d4_7", 4, 7),
    ("d8_14", 8, 14),
    ("d15_30", 15, 30),
    ("d31", 31, None),
)
TOO_LONG = 14

NEW_REFERRALS = Indicator(
    id="R1",
    key=True,
    name=N_("New referrals"),
    tile=N_("New referrals"),
    nature="flow",
    measure="referrals",
    meaning=N_(
        "How many families were referred to the programme or found by it in the period, "
        "and how far each of them has come since."
    ),
    counted=N_("Referrals received in the period, each family once."),
    not_counted=N_("Referrals that repeat an earlier one of the same family."),
    unknown=N_("Referrals without a district are in the total, but in no district."),
    source=N_("Referrals, case files and visits."),
    splits={
        "source": codes("referral", "source"),
        "stage": codes("referral", "stage_at_referral"),
        "area": (),
        "funnel": FUNNEL,
        "open": FUNNEL,
    },
    # A step beside an earlier one tells how many were lost between the two; beside those
    # who are still open, how many are not.
    adds_up=Sums(by_codes=("source", "stage"), tells=(*LOST, *SETTLED)),
    pages_only=("open",),
    families=True,
)

FAMILIES_WAITING = Indicator(
    id="R5",
    key=True,
    name=N_("Families waiting"),
    tile=N_("Waiting"),
    nature="stock",
    measure="families",
    meaning=N_(
        "How many families are waiting to start on the last day of the period, and for "
        "how long. More than 14 days is too long."
    ),
    counted=N_("Families with the status waiting on the day."),
    not_counted=N_("Families that are being assessed, or are already on the programme."),
    source=N_("Status history of the families."),
    better="less",
    splits={
        "waited": ("over_14", "longest"),
        "days": tuple(name for name, _, _ in WAITING_BANDS),
    },
    adds_up=Sums(
        by_codes=("days",),
        identities=("R5.waited=over_14 = R5.days=d15_30 + R5.days=d31",),
        never=parts("waited", "longest"),
    ),
    pages_only=("days",),
    measures={"waited=longest": "days"},
    typical="days",
    ranks={None: ("median",)},
    families=True,
)

INDICATORS = (NEW_REFERRALS, FAMILIES_WAITING)


def _new_referrals(cubes: Cubes) -> Compute:
    query = "referrals_by_centre_and_month"
    splits = {
        "source": ("source", codes("referral", "source")),
        "stage": ("stage", codes("referral", "stage_at_referral")),
        "area": ("area_code", cubes.snapshot.areas),
    }
    referrals = Tally(cubes, query, "referrals", splits)
    steps = {step: Tally(cubes, query, step) for step in FUNNEL}
    still_open = {step: Tally(cubes, query, f"{step}_open") for step in FUNNEL}

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if code is not None and split in ("funnel", "open"):
            return funnel(unit, span, code) if split == "funnel" else open_at(unit, span, code)
        number = referrals.sum(unit, span, split, code)
        return count(number, (number,))

    def funnel(unit: int, span: Span, code: str) -> Result:
        # A step beside an earlier one tells how many were lost between the two.
        number = steps[code].sum(unit, span)
        earlier = [steps[step].sum(unit, span) for step in FUNNEL[: FUNNEL.index(code)]]
        before = (referrals.sum(unit, span), *earlier)
        return count(number, (number, *(each - number for each in before)))

    def open_at(unit: int, span: Span, code: str) -> Result:
        # Of those who have not taken the step, it tells the others too.
        number = still_open[code].sum(unit, span)
        not_taken = referrals.sum(unit, span) - steps[code].sum(unit, span)
        return count(number, (number, max(not_taken - number, 0)))

    return compute


def _families_waiting(cubes: Cubes) -> Compute:
    waiting = Days(cubes, "waiting_families_by_centre_and_month", "days_waited", "families")
    bands = {name: (first, last) for name, first, last in WAITING_BANDS}
    bands["over_14"] = (TOO_LONG + 1, None)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        days = waiting.day(unit, span)
        total = days.sum()
        if code is None:
            return count(float(total), (total,), waiting.median(days))
        if code == "longest":
            return count(waiting.longest(days), (total,))
        number = waiting.within(days, *bands[code])
        return count(number, (number,))

    return compute


ARITHMETIC = {"R1": _new_referrals, "R5": _families_waiting}
