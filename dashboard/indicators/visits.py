"""Visits: made of those planned, received of those the model requires, late, and missing."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.caseload import STAGES
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums, parts
from dashboard.indicators.result import Compute, Result, count, share, share_of_families
from dashboard.indicators.tally import Days, Families, Tally
from dashboard.messages import N_

MADE, NOT_MADE = ("done_on_time", "done_late"), ("missed", "overdue")
STATUSES = ("waived", "not_applicable", *MADE, *NOT_MADE)

# Days late, as a page groups them: name, first day and last day (None: open).
LATE_BANDS = (
    ("d1_3", 1, 3),
    ("d4_7", 4, 7),
    ("d8_14", 8, 14),
    ("d15", 15, None),
)

PLANNED_VISITS_COMPLETED = Indicator(
    id="V1",
    name=N_("Planned visits completed"),
    tile=N_("Planned visits"),
    nature="flow",
    measure="share",
    base="visits",
    meaning=N_(
        "How many of the planned visits were made. It says whether plans are kept, "
        "not whether enough was planned."
    ),
    counted=N_("Planned visits that were made, on time or late."),
    out_of=N_("Planned visits whose time ended in the period: made, missed or overdue."),
    not_counted=N_(
        "Visits that were waived, that fell due while the family was not active, or whose time is not yet up."
    ),
    source=N_("Visit plans, visits and status history of the families."),
    better="more",
    splits={
        "timing": ("on_time",),
        "reason": codes("visit", "reason"),
        "status": STATUSES,
    },
    adds_up=Sums(
        identities=(
            "V1 = V1.status=done_on_time + V1.status=done_late",
            "V1/D = V1 + V1.status=missed + V1.status=overdue",
            "V1.timing=on_time = V1.status=done_on_time",
            "V1.timing=on_time/D = V1/D",
        )
    ),
    measures={"reason": "visits", "status": "visits"},
)

VISIT_DOSE = Indicator(
    id="V2",
    key=True,
    name=N_("Visits received"),
    tile=N_("Visit dose"),
    nature="flow",
    measure="share",
    base="visits",
    meaning=N_(
        "How many of the visits that the model requires the families received. "
        "Planning fewer visits does not raise it."
    ),
    counted=N_("Completed visits in person, for each family and month no more than are required of it."),
    out_of=N_("Visits that the families’ service levels require, day by day."),
    not_counted=N_(
        "Video and phone calls; days on which a family is not active or has a schedule of its own."
    ),
    source=N_("Visits, levels and status history of the families; the service model."),
    better="more",
    splits={"stage": STAGES},
    adds_up=Sums(by_codes=("stage",)),
)

OVERDUE_VISITS = Indicator(
    id="V4",
    name=N_("Overdue visits"),
    tile=N_("Overdue visits"),
    nature="stock",
    measure="visits",
    meaning=N_("How many planned visits are late on the last day of the period and can still be made up."),
    counted=N_("Planned visits after their last day on time, not made and not yet expired."),
    not_counted=N_("Visits that were waived, or fell due while the family was not active."),
    source=N_("Visit plans, visits and status history of the families."),
    better="less",
    splits={
        "late": ("families", "longest"),
        "days": tuple(name for name, _, _ in LATE_BANDS),
    },
    adds_up=Sums(by_codes=("days",), never=parts("late", "longest"), not_less=("V4 - V4.late=families",)),
    pages_only=("days",),
    measures={"late=families": "families", "late=longest": "days"},
    typical="days",
    ranks={None: ("median",)},
)

UNSEEN_FAMILIES = Indicator(
    id="V5",
    key=True,
    name=N_("Families unseen too long"),
    tile=N_("Unseen families"),
    nature="stock",
    measure="share",
    base="families",
    meaning=N_("How many families nobody has visited for longer than their service level allows."),
    counted=N_("Families without a completed visit in the days that their level allows."),
    out_of=N_("Active families that have been on the programme for at least that long."),
    not_counted=N_("Families with a schedule of their own, on hold, or new."),
    source=N_("Visits, levels and status history of the families; the service model."),
    better="less",
    splits={"seen": ("never",)},
    measures={"seen": "families"},
    families=True,
    # Beside the families of the day it tells how many need not be seen yet, or are not active.
    adds_up=Sums(tells=("C1.status=active - V5/D", "C1 - V5/D", "V5 - V5.seen=never")),
)

INDICATORS = (PLANNED_VISITS_COMPLETED, VISIT_DOSE, OVERDUE_VISITS, UNSEEN_FAMILIES)


# Of STATUSES, those that are in the denominator: made, then not made.
COUNTED = slice(STATUSES.index(MADE[0]), len(STATUSES))
MADE_PLACES = slice(COUNTED.start, STATUSES.index(NOT_MADE[0]))
NOT_MADE_PLACES = slice(MADE_PLACES.stop, COUNTED.stop)


def _planned_visits_completed(cubes: Cubes) -> Compute:
    query = "planned_visits_by_centre_and_month"
    planned = Tally(cubes, query, "visits", {"status": ("status", STATUSES)})
    families = Families(cubes, query, "status", STATUSES)
    not_made = _visits_not_made(cubes)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "reason":
            return not_made(unit, span, split, code)
        if split == "status":
            number = planned.sum(unit, span, "status", code)
            return count(number, (families.at_least(unit, span, code),))
        on_time, late, missed, overdue = (
            planned.sum(unit, span, "status", status) for status in STATUSES[COUNTED]
        )
        made = on_time if split == "timing" else on_time + late
        behind = [families.at_least(unit, span, among=places) for places in (MADE_PLACES, NOT_MADE_PLACES)]
        return share(made, on_time + late + missed + overdue, families=tuple(behind))

    return compute


def _visits_not_made(cubes: Cubes) -> Compute:
    query, reasons = "visits_not_made_by_centre_and_month", codes("visit", "reason")
    visits = Tally(cubes, query, "visits", {"reason": ("reason", reasons)})
    families = Families(cubes, query, "reason", reasons)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        return count(visits.sum(unit, span, split, code), (families.at_least(unit, span, code),))

    return compute


def _visit_dose(cubes: Cubes) -> Compute:
    query, splits = "visit_dose_by_centre_and_month", {"stage": ("stage", STAGES)}
    received = Tally(cubes, query, "received", splits)
    expected = Tally(cubes, query, "expected", splits)
    families = Families(cubes, query)
    families_by_stage = Families(cubes, query, "stage", STAGES)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        behind = families if split is None else families_by_stage
        return share(
            received.sum(unit, span, split, code),
            expected.sum(unit, span, split, code),
            families=(behind.at_least(unit, span, code),),
        )

    return compute


def _overdue_visits(cubes: Cubes) -> Compute:
    query = "overdue_visits_by_centre_and_month"
    visits_late = Days(cubes, query, "days_late", "visits")
    families_late = Days(cubes, query, "days_late", "families")
    bands = {name: (first, last) for name, first, last in LATE_BANDS}

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        visits, families = visits_late.day(unit, span), families_late.day(unit, span)
        behind = families.sum()
        if code is None:
            return count(float(visits.sum()), (behind,), visits_late.median(visits))
        if split == "late":
            return count(float(behind) if code == "families" else visits_late.longest(visits), (behind,))
        number = visits_late.within(visits, *bands[code])
        # A family stands where its latest visit is, and may be behind others too.
        bound = max(families_late.within(families, *bands[code]), min(number, 1))
        return count(number, (bound,))

    return compute


def _unseen_families(cubes: Cubes) -> Compute:
    query = "unseen_families_by_centre_and_month"
    families, unseen, never = (Tally(cubes, query, column) for column in ("families", "unseen", "never_seen"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "seen":
            number = never.day(unit, span)
            return count(number, (number,))
        return share_of_families(unseen.day(unit, span), families.day(unit, span))

    return compute


ARITHMETIC = {
    "V1": _planned_visits_completed,
    "V2": _visit_dose,
    "V4": _overdue_visits,
    "V5": _unseen_families,
}
