"""C1s, C4, C5 and O4: families served, assessed, planned for, and let go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from .days import each_day
from .rows import Row
from .scene import ON_THE_PROGRAMME, Scene

WELL_ENDED = ("goals_met", "aged_out")


def served_families(scene: Scene) -> list[Row]:
    """Families on the programme on any day of the period."""
    world = scene.flow
    return [
        {"unit": world.centre(family)}
        for family in world.families
        if any(world.status(family, day) in ON_THE_PROGRAMME for day in each_day(scene.start, scene.day))
    ]


def assessments(scene: Scene) -> list[Row]:
    needs = [
        (row["case_id"], row["done_on"])
        for row in scene.flow.tables["assessment"]
        if row["tool"] == "needs_risk"
    ]
    return _after_intake(scene, needs, 10)


def plans(scene: Scene) -> list[Row]:
    agreed = [(row["case_id"], row["agreed_on"]) for row in scene.flow.tables["care_plan"]]
    return _after_intake(scene, agreed, 30)


def _after_intake(scene: Scene, events: Iterable[tuple[str, date | None]], days: int) -> list[Row]:
    """Intakes of the period whose days have passed: was the first event in them?"""
    first: dict[str, date] = {}
    for family, day in events:
        if day is not None:
            first[family] = min(day, first.get(family, day))
    facts = []
    for family, row in scene.flow.families.items():
        deadline = row["intake_on"] + timedelta(days=days)
        if scene.in_period(row["intake_on"]) and deadline < scene.as_of:
            within = family in first and first[family] <= deadline
            facts.append({"unit": row["org_id"], "reached": within})
    return facts


def endings(scene: Scene) -> list[Row]:
    """Closures that could have been planned."""
    return [
        {"unit": scene.flow.centre(row["case_id"]), "reached": _planned(row)}
        for row in scene.flow.tables["closure"]
        if scene.in_period(row["closed_on"]) and row["reason"] not in ("death", "ineligible")
    ]


def _planned(closure: Row) -> bool | None:
    """None where a family was transferred and nobody wrote down to whom."""
    if closure["reason"] == "transferred":
        handover = closure["handover_to"]
        return None if handover is None else handover != "none"
    return closure["reason"] in WELL_ENDED
