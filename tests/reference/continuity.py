"""V8 and V9."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from .days import add_months
from .figures import Figure, share
from .rows import Row
from .scene import ON_THE_PROGRAMME, Scene

AFTER_MONTHS = (3, 6, 12, 18)
GOOD_ENDS = ("goals_met", "aged_out")


def anniversaries(scene: Scene) -> list[Row]:
    """Families that reach so many months after their first visit in the period."""
    world, reached = scene.flow, []
    closures = world.by("closure", "case_id")
    for family in world.families:
        first = min((v["visited_on"] for v in world.completed[family]), default=None)
        for months in AFTER_MONTHS if first else ():
            day = add_months(first, months)
            if not scene.in_period(day):
                continue
            ended_well = any(
                row["closed_on"] <= day and row["reason"] in GOOD_ENDS for row in closures[family]
            )
            stayed = world.status(family, day) in ON_THE_PROGRAMME
            reached.append(
                {
                    "unit": world.centre(family),
                    "months": months,
                    "retained": stayed or ended_well,
                }
            )
    return reached


def share_retained(facts: list[Row]) -> dict[str | None, Figure]:
    figures = {}
    for months in AFTER_MONTHS:
        reached = [fact["retained"] for fact in facts if fact["months"] == months]
        figures[f"months={months}"] = share(Fraction(sum(reached)), len(reached))
    return figures


def visitors(scene: Scene) -> list[Row]:
    """Families with three visits in six months: all, and the same worker's."""
    world, since = scene.flow, add_months(scene.last_month, -5)
    families = []
    for family in world.families:
        visits = Counter(
            visit["worker_id"]
            for visit in world.completed[family]
            if since <= visit["visited_on"] <= scene.day
        )
        if visits.total() >= 3:
            families.append(
                {
                    "unit": world.centre(family),
                    "visits": visits.total(),
                    "by_one": max(visits.values()),
                }
            )
    return families


def share_by_one(families: list[Row]) -> dict[str | None, Figure]:
    by_one = sum((family["by_one"] for family in families), Fraction(0))
    return {None: share(by_one, sum(family["visits"] for family in families))}
