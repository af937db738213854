"""Visits that are due at an age of the child: the newborn visit, and the milestone visits."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, share
from dashboard.indicators.tally import Families, Tally
from dashboard.messages import N_

MILESTONES = codes("visit_plan", "milestone")

NEWBORN_VISIT = Indicator(
    id="V6",
    name=N_("Newborn visit by day 14"),
    tile=N_("Newborn visit"),
    nature="cohort",
    measure="share",
    base="people",
    meaning=N_("How many newborn children were visited in person within 14 days of birth."),
    counted=N_("Children with a completed visit from the day of birth to the fourteenth day after."),
    out_of=N_(
        "Children whose thirtieth day lies in the period, with their family from birth, in "
        "families served by the seventh day after it. Twins count as two."
    ),
    not_counted=N_("Children who joined the family later; video and phone calls."),
    source=N_("Children, case files and visits."),
    better="more",
)

MILESTONE_VISITS = Indicator(
    id="V7",
    name=N_("Milestone visits on time"),
    tile=N_("Milestone visits"),
    nature="cohort",
    measure="share",
    base="visits",
    meaning=N_("How many of the visits that are due at certain ages of the child were made on time."),
    counted=N_("Milestone visits made by their last day on time."),
    out_of=N_("Milestone visits whose last day on time lies in the period and has passed."),
    not_counted=N_("Visits that were waived, or fell due while the family was not active."),
    source=N_("Visit plans, visits and status history of the families."),
    better="more",
    splits={"milestone": MILESTONES},
    adds_up=Sums(by_codes=("milestone",)),
)

INDICATORS = (NEWBORN_VISIT, MILESTONE_VISITS)


def _newborn_visit(cubes: Cubes) -> Compute:
    query = "newborn_visits_by_centre_and_month"
    children, visited = (Tally(cubes, query, column) for column in ("children", "visited"))
    columns = ("families_visited", "families_not_visited")
    behind = [Families(cubes, query, column=column) for column in columns]

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        families_behind = tuple(families.at_least(unit, span) for families in behind)
        return share(visited.sum(unit, span), children.sum(unit, span), families=families_behind)

    return compute


def _milestone_visits(cubes: Cubes) -> Compute:
    query, splits = "milestone_visits_by_centre_and_month", {"milestone": ("milestone", MILESTONES)}
    visits, on_time = (Tally(cubes, query, column, splits) for column in ("visits", "on_time"))
    columns = ("families_on_time", "families_not_on_time")
    behind = [Families(cubes, query, "milestone", MILESTONES, column) for column in columns]

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        families_behind = tuple(families.at_least(unit, span, code) for families in behind)
        return share(
            on_time.sum(unit, span, split, code),
            visits.sum(unit, span, split, code),
            families=families_behind,
        )

    return compute


ARITHMETIC = {"V6": _newborn_visit, "V7": _milestone_visits}
