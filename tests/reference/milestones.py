"""V6 and V7."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from dashboard.case_database.contract import codes

from .figures import Figure, share
from .rows import Row
from .scene import Scene
from .visits import first_done, plan_status

MILESTONES = codes("visit_plan", "milestone")


def newborns(scene: Scene) -> list[Row]:
    """Children 30 days old in the period, with the family and it with us in time."""
    world, children = scene.flow, []
    for child in world.tables["child"]:
        birth, family = child["birth_on"], child["case_id"]
        opened = world.families[family]["opened_on"]
        if not scene.in_period(birth + timedelta(days=30)):
            continue
        if child["with_family_from"] > birth:
            continue
        if opened is None or opened > birth + timedelta(days=7):
            continue
        days = [visit["visited_on"] for visit in world.completed[family]]
        seen = any(birth <= day <= birth + timedelta(days=14) for day in days)
        children.append({"unit": world.centre(family), "seen": seen})
    return children


def share_seen(children: list[Row]) -> dict[str | None, Figure]:
    seen = sum(child["seen"] for child in children)
    return {None: share(Fraction(seen), len(children))}


def milestone_visits(scene: Scene) -> list[Row]:
    """Milestone rows whose window is over, not waived, of families then active."""
    world, as_of = scene.flow, scene.as_of
    done = first_done(world)
    rows = []
    for row in world.tables["visit_plan"]:
        if row["kind"] != "milestone" or not scene.in_period(row["window_to"]):
            continue
        status = plan_status(row, done.get(row["plan_visit_id"]), world, as_of)
        if row["window_to"] >= as_of or status in ("waived", "not_applicable"):
            continue
        rows.append(
            {
                "unit": world.centre(row["case_id"]),
                "milestone": row["milestone"],
                "on_time": status == "done_on_time",
            }
        )
    return rows


def share_on_time(rows: list[Row]) -> dict[str | None, Figure]:
    by_milestone = {
        f"milestone={code}": _on_time([r for r in rows if r["milestone"] == code]) for code in MILESTONES
    }
    return {None: _on_time(rows), **by_milestone}


def _on_time(rows: list[Row]) -> Figure:
    return share(Fraction(sum(row["on_time"] for row in rows)), len(rows))
