"""Visits that go on: enough of them for each family, by the same saver, and for long enough."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, share, share_of_families
from dashboard.indicators.tally import Families, Tally
from dashboard.messages import N_

MONTHS = ("3", "6", "12", "18")

WELL_VISITED_FAMILIES = Indicator(
    id="V3",
    name=N_("Family-months with 75% of required visits or more"),
    tile=N_("At 75% of dose"),
    nature="flow",
    measure="share",
    base="records",
    meaning=N_(
        "How many families received at least three quarters of the visits that the model requires "
        "of them. It tells whether some go short while others receive their full dose."
    ),
    counted=N_("Families and months with 75% of the visits required or more."),
    out_of=N_(
        "Families and months: each month of a family with at least 15 days in scope and a visit "
        "required of it."
    ),
    not_counted=N_(
        "Months in which a family was active for fewer than 15 days; families with a schedule of "
        "their own; video and phone calls."
    ),
    source=N_("Visits, levels and status history of the families; the service model."),
    better="more",
)

RETENTION = Indicator(
    id="V8",
    name=N_("Retention"),
    tile=N_("Retention"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_(
        "How many families are still on the programme 3, 6, 12 and 18 months after their "
        "first visit, or have left it as planned."
    ),
    counted=N_(
        "Families on the programme on that day, or closed by then because goals were met or the "
        "child aged out."
    ),
    out_of=N_("Families that reach this time after their first completed visit in the period."),
    not_counted=N_("Families that were never visited, or whose time is not yet up."),
    source=N_("Visits, status history and closures of the families."),
    better="more",
    splits={"months": MONTHS},
    has_total=False,
    families=True,
)

SAME_SAVER = Indicator(
    id="V9",
    name=N_("Same saver"),
    tile=N_("Same saver"),
    nature="flow",
    measure="share",
    base="visits",
    meaning=N_("How often a family is visited by the same saver."),
    counted=N_("Visits by the worker who visited the family most often."),
    out_of=N_("Completed visits of the six months to the end of the period, of families with at least 3."),
    not_counted=N_("Families with fewer than 3 visits; video and phone calls."),
    source=N_("Visits."),
    better="more",
    adds_up=Sums(over_time=False, at_end=(None,)),
)

INDICATORS = (WELL_VISITED_FAMILIES, RETENTION, SAME_SAVER)


def _well_visited_families(cubes: Cubes) -> Compute:
    query, columns = "visit_dose_by_centre_and_month", ("well_visited", "less_visited")
    enough, short = (Tally(cubes, query, column) for column in columns)
    # A family stands in many months, on either side.
    behind = [Families(cubes, query, column=column) for column in columns]

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = enough.sum(unit, span)
        families_behind = tuple(families.at_least(unit, span) for families in behind)
        return share(number, number + short.sum(unit, span), families=families_behind)

    return compute


def _retention(cubes: Cubes) -> Compute:
    query, splits = "retained_families_by_centre_and_month", {"months": ("months", MONTHS)}
    families, retained = (Tally(cubes, query, column, splits) for column in ("families", "retained"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split is None:
            # Four points in time of one family add up to nothing.
            return Result(None)
        return share_of_families(retained.sum(unit, span, split, code), families.sum(unit, span, split, code))

    return compute


def _same_saver(cubes: Cubes) -> Compute:
    query = "same_saver_visits_by_centre_and_month"
    visits, by_same, families, of_several = (
        Tally(cubes, query, column) for column in ("visits", "by_same", "families", "families_of_several")
    )

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        month = span.window
        families_behind = (families.at(unit, month), of_several.at(unit, month))
        return share(by_same.at(unit, month), visits.at(unit, month), families=families_behind)

    return compute


ARITHMETIC = {"V3": _well_visited_families, "V8": _retention, "V9": _same_saver}
