"""V1, V2, V4 and V5, day by day and row by row."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from dashboard.case_database.contract import codes

from .days import days_of_month, each_day, each_month, median, month_end
from .figures import Figure, count, share, split
from .rows import Row
from .scene import IN_PERSON, STAGES, Scene, World

# The statuses that a row whose window has ended can have.
STATUSES = (
    "waived",
    "not_applicable",
    "done_on_time",
    "done_late",
    "missed",
    "overdue",
)


def plan_status(  # noqa: PLR0911 - a list of cases, of which the first that applies holds
    row: Row, first_done: date | None, world: World, day: date
) -> str:
    """Status of a planned visit on a day: the first that applies."""
    if row["waived_on"] is not None and row["waived_on"] <= day:
        return "waived"
    if world.status(row["case_id"], row["due_on"]) != "active":
        return "not_applicable"
    if first_done is not None and first_done <= row["window_to"]:
        return "done_on_time"
    if first_done is not None and first_done <= row["expires_on"]:
        return "done_late"
    if day > row["expires_on"]:
        return "missed"
    if day > row["window_to"]:
        return "overdue"
    return "due" if day >= row["window_from"] else "not_due"


def first_done(world: World) -> dict[str, date]:
    """The day of the first completed visit of each plan row."""
    first: dict[str, date] = {}
    for row in world.tables["visit"]:
        counts = row["outcome"] == "completed" and row["mode"] in IN_PERSON
        if counts and row["plan_visit_id"] is not None:
            known = first.get(row["plan_visit_id"], row["visited_on"])
            first[row["plan_visit_id"]] = min(known, row["visited_on"])
    return first


def planned_visits(scene: Scene) -> list[Row]:
    """Plan rows whose window ended in the period, and visits not made in it."""
    world, as_of = scene.flow, scene.as_of
    done = first_done(world)
    plans = [
        {
            "kind": "plan",
            "unit": world.centre(row["case_id"]),
            "status": plan_status(row, done.get(row["plan_visit_id"]), world, as_of),
        }
        for row in world.tables["visit_plan"]
        if scene.in_period(row["window_to"]) and row["window_to"] < as_of
    ]
    return plans + [
        {
            "kind": "visit",
            "unit": world.centre(row["case_id"]),
            "reason": row["reason"],
        }
        for row in world.tables["visit"]
        if row["outcome"] in ("attempted", "cancelled") and scene.in_period(row["visited_on"])
    ]


def share_of_plans(facts: list[Row]) -> dict[str | None, Figure]:
    plans = [fact for fact in facts if fact["kind"] == "plan"]
    visits = [fact for fact in facts if fact["kind"] == "visit"]
    number = {s: Fraction(sum(p["status"] == s for p in plans)) for s in STATUSES}
    done = number["done_on_time"] + number["done_late"]
    expected = done + number["missed"] + number["overdue"]
    reasons = codes("visit", "reason")
    return {
        None: share(done, expected),
        "timing=on_time": share(number["done_on_time"], expected),
        **split(visits, "reason", reasons, lambda v: v["reason"]),
        **split(plans, "status", STATUSES, lambda p: p["status"]),
    }


def doses(scene: Scene) -> list[Row]:
    """For each family and month: stage, visits expected and received."""
    return [
        _dose(scene, family, month)
        for family in scene.flow.families
        for month in each_month(scene.start, scene.day)
    ]


def _dose(scene: Scene, family: str, month: date) -> Row:
    world, last = scene.flow, min(month_end(month), scene.day)
    expected = Fraction(0)
    for visits_per_month, days in _days_in_scope(world, family, month, last).items():
        expected += Fraction(days, days_of_month(month)) * visits_per_month
    received = sum(1 for visit in world.completed[family] if month <= visit["visited_on"] <= last)
    return {
        "unit": world.centre(family),
        "stage": world.stage(family, last) if expected else None,
        "expected": expected,
        "received": min(expected, received),
    }


def _days_in_scope(world: World, family: str, month: date, last: date) -> dict:
    """visits_per_month as valid on the day -> days in scope of the month."""
    days: dict[Fraction, int] = defaultdict(int)
    for day in each_day(month, last):
        level = world.in_scope(family, day)
        required = world.required(level, day) if level else None
        if required:
            days[required["visits_per_month"]] += 1
    return days


def share_of_dose(months: list[Row]) -> dict[str | None, Figure]:
    by_stage = {f"stage={stage}": _received([m for m in months if m["stage"] == stage]) for stage in STAGES}
    return {None: _received(months), **by_stage}


def _received(months: list[Row]) -> Figure:
    received = sum((month["received"] for month in months), Fraction(0))
    return share(received, sum(month["expected"] for month in months))


def overdue_visits(scene: Scene) -> list[Row]:
    world, day = scene.stock, scene.day
    done = first_done(world)
    return [
        {
            "unit": world.centre(row["case_id"]),
            "family": row["case_id"],
            "late": (day - row["window_to"]).days,
        }
        for row in world.tables["visit_plan"]
        if plan_status(row, done.get(row["plan_visit_id"]), world, day) == "overdue"
    ]


def count_overdue(plans: list[Row]) -> dict[str | None, Figure]:
    late = [plan["late"] for plan in plans]
    return {
        None: count(len(plans), median=median(late)),
        "late=families": count(len({plan["family"] for plan in plans})),
        "late=longest": count(max(late, default=None)),
    }


def visible_families(scene: Scene) -> list[Row]:
    """Families long enough in scope that a visit should have been seen."""
    world, day, families = scene.stock, scene.day, []
    for family in world.families:
        level = world.in_scope(family, day)
        required = world.required(level, day) if level else None
        if not required:
            continue
        since = day - timedelta(days=required["max_gap_days"])
        if world.stay_began(family, day) > since:
            continue
        visits = [visit["visited_on"] for visit in world.completed[family]]
        families.append(
            {
                "unit": world.centre(family),
                "unseen": not any(visited_on > since for visited_on in visits),
                "never": not visits,
            }
        )
    return families


def share_unseen(families: list[Row]) -> dict[str | None, Figure]:
    unseen = sum(family["unseen"] for family in families)
    return {
        None: share(Fraction(unseen), len(families)),
        "seen=never": count(sum(family["never"] for family in families)),
    }
