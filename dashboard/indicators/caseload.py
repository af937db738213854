"""Caseload: families on the programme, those who come and go, and the room there is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dashboard.case_database.contract import codes
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Firsts, Tally
from dashboard.messages import N_

STATUSES = ("active", "outreach", "paused")
STAGES = ("pregnancy", "m0_5", "m6_11", "m12_17", "m18_24", "over_24", "unknown")
LEVELS = (*codes("case_level", "level"), "unknown")

ACTIVE_FAMILIES = Indicator(
    id="C1",
    key=True,
    name=N_("Active families"),
    tile=N_("Families"),
    nature="stock",
    measure="families",
    meaning=N_(
        "How many families are on the programme on the last day of the period: visited as "
        "planned, being re-engaged, or on hold."
    ),
    counted=N_("Families with the status active, re-engaging or on hold on the day."),
    not_counted=N_("Families that are waiting, being assessed or closed."),
    unknown=N_("A family without a service level or a stage is shown as unknown there."),
    source=N_("Status and level history, pregnancies and children of the families."),
    splits={
        "status": STATUSES,
        "stage": STAGES,
        "level": LEVELS,
        "entry": codes("case_file", "entry_stage"),
    },
    # But for those who come back, move, or are closed before they were active.
    adds_up=Sums(by_codes=("status", "stage", "level", "entry"), identities=("C1 ~ C1@start + C1n - C1x",)),
    families=True,
)

NEW_FAMILIES = Indicator(
    id="C1n",
    name=N_("New families"),
    tile=N_("New families"),
    nature="flow",
    measure="families",
    meaning=N_("How many families came onto the programme in the period for the first time."),
    counted=N_("Families whose first day on the programme is in the period."),
    not_counted=N_("Families that come back after a closure: they are not new."),
    source=N_("Status history of the families."),
    families=True,
)

FAMILIES_SERVED = Indicator(
    id="C1s",
    name=N_("Families served"),
    tile=N_("Families served"),
    nature="flow",
    measure="families",
    meaning=N_("How many families were on the programme on any day of the period."),
    counted=N_("Families with a day on the programme in the period, each of them once."),
    not_counted=N_("Families that only waited or were being assessed."),
    source=N_("Status history of the families."),
    # Beside the families of a day it tells how many came since, and how many left.
    adds_up=Sums(
        over_time=False,
        tells=("C1s - C1@start", "C1s - C1", "C1s - C1n"),
        identities=("C1s ~ C1@start + C1n", "C1s ~ C1 + C1x"),
    ),
    families=True,
)

CLOSED_FAMILIES = Indicator(
    id="C1x",
    name=N_("Closed families"),
    tile=N_("Closed families"),
    nature="flow",
    measure="families",
    meaning=N_("How many families left the programme in the period, and why."),
    counted=N_("Families whose case was closed in the period."),
    source=N_("Closures."),
    splits={"reason": codes("closure", "reason")},
    adds_up=Sums(by_codes=("reason",)),
    families=True,
)

CAPACITY_IN_USE = Indicator(
    id="C2",
    key=True,
    name=N_("Capacity in use"),
    tile=N_("Capacity in use"),
    nature="stock",
    measure="share",
    base="places",
    meaning=N_(
        "How full the centres are on the last day of the period. Above 100% a centre serves "
        "more families than it was set up for."
    ),
    counted=N_("Families on the programme on the day, in centres with a capacity."),
    out_of=N_("Families that these centres can serve at once, as set for the day."),
    not_counted=N_("Centres without a capacity for the day, and their families."),
    source=N_("Status history of the families, and capacity of the centres."),
    public_base=True,
    # But for centres without a capacity.
    adds_up=Sums(identities=("C2 ~ C1",)),
)

CASELOAD_POINTS = Indicator(
    id="C3",
    name=N_("Caseload points per saver"),
    tile=N_("Points per saver"),
    nature="stock",
    measure="points",
    meaning=N_(
        "How much work one full-time saver carries. The more often a family is visited, "
        "the more points it counts; a family being re-engaged or on hold counts half a "
        "point."
    ),
    counted=N_("Points of the families on the programme with a saver on the day."),
    out_of=N_("Full-time equivalents of the savers in service on the day."),
    not_counted=N_("Families without a saver: they are shown apart."),
    unknown=N_("Active families with a saver, but without a service level."),
    source=N_("Assignments, levels and status of the families; capacity of the savers."),
    splits={"families": ("without_saver",), "savers": ("above_ceiling",)},
    measures={"families": "families", "savers": "savers"},
    adds_up=Sums(tells=("C1 - C3.families=without_saver",)),
)

INDICATORS = (
    ACTIVE_FAMILIES,
    NEW_FAMILIES,
    CLOSED_FAMILIES,
    FAMILIES_SERVED,
    CAPACITY_IN_USE,
    CASELOAD_POINTS,
)


def _active_families(cubes: Cubes) -> Compute:
    splits = {
        "status": ("status", STATUSES),
        "stage": ("stage", STAGES),
        "level": ("level", LEVELS),
        "entry": ("entry_stage", codes("case_file", "entry_stage")),
    }
    families = Tally(cubes, "families_by_centre_and_month", "families", splits)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = families.day(unit, span, split, code)
        return count(number, (number,))

    return compute


def _new_families(cubes: Cubes) -> Compute:
    return _flow_of_families(Tally(cubes, "new_families_by_centre_and_month", "families"))


def _closed_families(cubes: Cubes) -> Compute:
    splits = {"reason": ("reason", codes("closure", "reason"))}
    return _flow_of_families(Tally(cubes, "closures_by_centre_and_month", "families", splits))


def _families_served(cubes: Cubes) -> Compute:
    served = Firsts(cubes, "families_served_by_centre_and_month", "families")
    on_programme = Tally(cubes, "families_by_centre_and_month", "families")

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = served.count(unit, span)
        came = number - on_programme.at(unit, span.first - 1)
        left = number - on_programme.day(unit, span)
        return count(number, (number, came, left))

    return compute


def _flow_of_families(families: Tally) -> Compute:
    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = families.sum(unit, span, split, code)
        return count(number, (number,))

    return compute


def _capacity_in_use(cubes: Cubes) -> Compute:
    own_places = cubes.own("places_by_centre_and_month", "places")
    # A capacity of 0 is a capacity: only a unit without a row is left out.
    is_set = cubes.own("places_by_centre_and_month", "units") > 0
    own_families = cubes.own("families_by_centre_and_month", "families")
    families = cubes.roll_up(np.where(is_set, own_families, 0))
    places = cubes.roll_up(own_places)
    set_beneath = cubes.roll_up(is_set)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = float(families[unit, span.day])
        found = share(number, float(places[unit, span.day]), families=(number,))
        return replace(found, unset=not set_beneath[unit, span.day])

    return compute


def _caseload_points(cubes: Cubes) -> Compute:
    query = "caseload_points_by_centre_and_month"
    points, families, level_unknown, without_saver = (
        Tally(cubes, query, column) for column in ("points", "families", "level_unknown", "without_saver")
    )
    savers = "savers_by_centre_and_month"
    fte, above_ceiling = (Tally(cubes, savers, column) for column in ("fte", "above_ceiling"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "families":
            number = without_saver.day(unit, span)
            return count(number, (number,))
        if split == "savers":
            return count(above_ceiling.day(unit, span))
        unknown = level_unknown.day(unit, span)
        return share(
            points.day(unit, span),
            fte.day(unit, span),
            unknown,
            (families.day(unit, span),),
            unknown,
        )

    return compute


ARITHMETIC = {
    "C1": _active_families,
    "C1n": _new_families,
    "C1x": _closed_families,
    "C1s": _families_served,
    "C2": _capacity_in_use,
    "C3": _caseload_points,
}
