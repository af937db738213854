"""G7: families with a payment and no visit around it, and its mirror."""

from __future__ import annotations

from .figures import Figure, count
from .rows import Row
from .scene import Scene

AROUND = 30
UNDECIDED_AFTER = 14


def paid_and_visited(scene: Scene) -> list[Row]:
    """Every family, and whether it is one of either kind."""
    unseen = _paid_unseen(scene)
    undecided = _visited_undecided(scene)
    return [
        {
            "unit": scene.flow.centre(family),
            "unseen": family in unseen,
            "undecided": family in undecided,
        }
        for family in scene.flow.families
    ]


def _paid_unseen(scene: Scene) -> set[str]:
    world, families = scene.flow, set()
    family_of = {r["request_id"]: r["case_id"] for r in world.tables["grant_request"]}
    for row in world.tables["grant_payment"]:
        if row["status"] != "paid" or not scene.in_period(row["paid_on"]):
            continue
        family = family_of[row["request_id"]]
        days = [visit["visited_on"] for visit in world.completed[family]]
        if not any(abs((day - row["paid_on"]).days) <= AROUND for day in days):
            families.add(family)
    return families


def _visited_undecided(scene: Scene) -> set[str]:
    world = scene.flow
    decided = {row["request_id"] for row in world.tables["grant_decision"] if row["decided_on"] <= scene.day}
    open_since = {
        row["case_id"]
        for row in world.tables["grant_request"]
        if (scene.day - row["requested_on"]).days > UNDECIDED_AFTER and row["request_id"] not in decided
    }
    return {
        family
        for family in open_since
        if any(scene.in_period(v["visited_on"]) for v in world.completed[family])
    }


def count_unseen(families: list[Row]) -> dict[str | None, Figure]:
    return {
        None: count(sum(family["unseen"] for family in families)),
        "mirror=undecided": count(sum(family["undecided"] for family in families)),
    }
