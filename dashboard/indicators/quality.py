"""Quality of the records: how soon visits are recorded, and whether enough of them are planned."""

from __future__ import annotations

from dataclasses import replace

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, share
from dashboard.indicators.tally import Days, Families, Tally
from dashboard.messages import N_

# A visit is recorded in time up to this many days after it.
DAYS_TO_RECORD = 3

RECORDED_IN_TIME = Indicator(
    id="Q2",
    name=N_("Days to record a visit"),
    tile=N_("Days to record"),
    nature="flow",
    measure="share",
    base="visits",
    meaning=N_(
        "How many visits were recorded within 3 days, and how long recording takes. Until "
        "the visits of a month are recorded, its figures are provisional."
    ),
    counted=N_("Visits recorded on the day of the visit or the 3 days after it."),
    out_of=N_("All visits of the period: in person, by video and by phone, completed or not."),
    source=N_("Visits."),
    better="more",
    typical="days",
    ranks={None: ("median", "p90")},
)

PLAN_COVERAGE = Indicator(
    id="Q3",
    name=N_("Visit plan coverage"),
    tile=N_("Plan coverage"),
    nature="flow",
    measure="share",
    base="visits",
    meaning=N_(
        "How many of the visits that the model requires were planned at all. Where few are "
        "planned, completing every one of them says little."
    ),
    counted=N_("Regular visits that fell due in the period."),
    out_of=N_("Visits that the families’ service levels require, day by day."),
    not_counted=N_(
        "Milestone visits, visits that were waived, and days on which a family is not active or "
        "has a schedule of its own."
    ),
    source=N_("Visit plans, levels and status history of the families; the service model."),
    better="more",
    adds_up=Sums(identities=("Q3/D = V2/D",)),
)

INDICATORS = (RECORDED_IN_TIME, PLAN_COVERAGE)


def _recorded_in_time(cubes: Cubes) -> Compute:
    visits = Days(cubes, "recorded_visits_by_centre_and_month", "days_to_record", "visits")
    query = "recorded_families_by_centre_and_month"
    behind = [Families(cubes, query, column=column) for column in ("in_time", "late")]

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        days = visits.sum(unit, span)
        families_behind = tuple(families.at_least(unit, span) for families in behind)
        in_time = visits.within(days, 0, DAYS_TO_RECORD)
        found = share(in_time, float(days.sum()), families=families_behind)
        return replace(found, median=visits.median(days), p90=visits.p90(days))

    return compute


def _plan_coverage(cubes: Cubes) -> Compute:
    planned = Tally(cubes, "routine_plans_by_centre_and_month", "visits")
    required = Tally(cubes, "visit_dose_by_centre_and_month", "expected")
    behind = (
        Families(cubes, "routine_plans_by_centre_and_month"),
        Families(cubes, "visit_dose_by_centre_and_month"),
    )

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        families_behind = tuple(families.at_least(unit, span) for families in behind)
        return share(planned.sum(unit, span), required.sum(unit, span), families=families_behind)

    return compute


ARITHMETIC = {"Q2": _recorded_in_time, "Q3": _plan_coverage}
