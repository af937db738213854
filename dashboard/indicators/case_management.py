"""Case management: needs assessed and plans agreed in time, and closures that were planned."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, share, share_of_families
from dashboard.indicators.tally import Tally
from dashboard.messages import N_

ASSESSED_IN_TIME = Indicator(
    id="C4",
    name=N_("Assessed within 10 days"),
    tile=N_("Assessed in time"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_("How many families had their needs and risks assessed within 10 days of intake."),
    counted=N_("Families with a needs and risk assessment done by the tenth day after intake."),
    out_of=N_("Families taken in during the period whose 10 days have passed."),
    not_counted=N_("Families taken in too recently to tell."),
    source=N_("Case files and assessments."),
    better="more",
    families=True,
)

PLANNED_IN_TIME = Indicator(
    id="C5",
    name=N_("Plan agreed within 30 days"),
    tile=N_("Plan in time"),
    nature="cohort",
    measure="share",
    base="families",
    meaning=N_("How many families agreed on a service plan within 30 days of intake."),
    counted=N_("Families with a service plan agreed by the thirtieth day after intake."),
    out_of=N_("Families taken in during the period whose 30 days have passed."),
    not_counted=N_("Families taken in too recently to tell."),
    source=N_("Case files and service plans."),
    better="more",
    families=True,
)

PLANNED_CLOSURES = Indicator(
    id="O4",
    name=N_("Planned closures"),
    tile=N_("Planned closures"),
    nature="flow",
    measure="share",
    base="families",
    meaning=N_(
        "How many families left as planned: goals met, the child too old for the "
        "programme, or handed over to another service."
    ),
    counted=N_("Families closed because goals were met, the child aged out, or another service took over."),
    out_of=N_("Families closed in the period."),
    not_counted=N_("Closures by a death, and of families that were not eligible."),
    unknown=N_("Families transferred without a record of who took over."),
    source=N_("Closures."),
    better="more",
    # Those not counted stand beside them in the closures.
    adds_up=Sums(
        identities=("C1x = O4/D + O4/M + C1x.reason=ineligible + C1x.reason=death",),
        tells=("C1x - O4/D",),
    ),
    families=True,
)

INDICATORS = (ASSESSED_IN_TIME, PLANNED_IN_TIME, PLANNED_CLOSURES)


def _in_time(cubes: Cubes, due: str, done: str) -> Compute:
    query = "intakes_by_centre_and_month"
    families, in_time = Tally(cubes, query, due), Tally(cubes, query, done)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        return share_of_families(in_time.sum(unit, span), families.sum(unit, span))

    return compute


def _assessed_in_time(cubes: Cubes) -> Compute:
    return _in_time(cubes, "to_assess", "assessed")


def _planned_in_time(cubes: Cubes) -> Compute:
    return _in_time(cubes, "to_plan", "planned")


def _planned_closures(cubes: Cubes) -> Compute:
    query = "planned_closures_by_centre_and_month"
    families, planned, unknown, not_counted = (
        Tally(cubes, query, column) for column in ("families", "planned", "unknown", "not_counted")
    )

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number, whole = planned.sum(unit, span), families.sum(unit, span)
        missing = unknown.sum(unit, span)
        # Beside all closures it tells those that are in neither.
        families_behind = (number, whole - number, not_counted.sum(unit, span) + missing)
        return share(number, whole, missing, families_behind, missing)

    return compute


ARITHMETIC = {"C4": _assessed_in_time, "C5": _planned_in_time, "O4": _planned_closures}
