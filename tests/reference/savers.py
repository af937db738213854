"""S1."""

from __future__ import annotations

from fractions import Fraction

from .caseload import in_service
from .figures import Figure, count, share
from .rows import Row
from .scene import Scene, valid_row


def savers(scene: Scene) -> list[Row]:
    """Every worker of role saver, with what S1 asks about each."""
    trained = _trained(scene)
    facts = []
    for key, worker in scene.stock.workers.items():
        if worker["role"] != "saver":
            continue
        capacity = valid_row(scene.stock.capacities[key], scene.day)
        ended = worker["ended_on"]
        facts.append(
            {
                "unit": worker["org_id"],
                "in_service": in_service(worker, scene),
                "fte": capacity["fte"] if capacity else Fraction(0),
                "supervisor": capacity["supervisor_id"] if capacity else None,
                "trained": key in trained,
                "left": ended is not None
                and scene.a_year_to_the_end <= ended <= scene.day,
            }
        )
    return facts


def _trained(scene: Scene) -> set[str]:
    core = {
        row["course_code"]
        for row in scene.flow.tables["training_course"]
        if row["is_core"]
    }
    return {
        row["worker_id"]
        for row in scene.flow.tables["training_record"]
        if row["course_code"] in core
        and row["result"] == "passed"
        and scene.in_period(row["completed_on"])
    }


def count_savers(facts: list[Row]) -> dict[str | None, Figure]:
    serving = [fact for fact in facts if fact["in_service"]]
    supervised = [fact for fact in serving if fact["supervisor"] is not None]
    supervisors = {fact["supervisor"] for fact in supervised}
    return {
        None: count(len(serving)),
        "measure=fte": count(sum(fact["fte"] for fact in serving)),
        "measure=trained": count(sum(fact["trained"] for fact in facts)),
        "measure=left_12m": count(sum(fact["left"] for fact in facts)),
        "measure=per_supervisor": share(Fraction(len(supervised)), len(supervisors)),
    }
