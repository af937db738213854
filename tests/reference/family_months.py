"""V3 and Q3: what each family should have received and was planned in a month."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from .days import days_of_month, each_day, each_month, month_end
from .figures import Figure, share
from .rows import Row
from .scene import Scene

ENOUGH_DAYS = 15
ENOUGH_DOSE = Fraction(3, 4)


def family_months(scene: Scene) -> list[Row]:
    """For each family and month: days in scope, visits expected and completed."""
    return [
        _family_month(scene, family, month)
        for family in scene.flow.families
        for month in each_month(scene.start, scene.day)
    ]


def _family_month(scene: Scene, family: str, month: date) -> Row:
    world, last = scene.flow, min(month_end(month), scene.day)
    days, expected = 0, Fraction(0)
    for day in each_day(month, last):
        level = world.in_scope(family, day)
        if level is None:
            continue
        days += 1
        required = world.required(level, day)
        if required:
            expected += required["visits_per_month"] / days_of_month(month)
    visits = [v["visited_on"] for v in world.completed[family]]
    return {
        "unit": world.centre(family),
        "days": days,
        "expected": expected,
        "completed": sum(1 for visited_on in visits if month <= visited_on <= last),
    }


def share_with_enough(months: list[Row]) -> dict[str | None, Figure]:
    """V3: completed visits are not capped at what was expected."""
    counted = [m for m in months if m["days"] >= ENOUGH_DAYS and m["expected"] > 0]
    enough = [m for m in counted if m["completed"] / m["expected"] >= ENOUGH_DOSE]
    return {None: share(Fraction(len(enough)), len(counted))}


def planned_and_expected(scene: Scene) -> list[Row]:
    """Routine plan rows of families in scope, beside what their months expect."""
    world = scene.flow
    plans = [
        {"unit": world.centre(row["case_id"]), "planned": 1, "expected": Fraction(0)}
        for row in world.tables["visit_plan"]
        if row["kind"] == "routine"
        and scene.in_period(row["due_on"])
        and row["waived_on"] is None
        and world.in_scope(row["case_id"], row["due_on"]) is not None
    ]
    return plans + [month | {"planned": 0} for month in family_months(scene)]


def share_planned(facts: list[Row]) -> dict[str | None, Figure]:
    planned = sum((fact["planned"] for fact in facts), Fraction(0))
    return {None: share(planned, sum(fact["expected"] for fact in facts))}
