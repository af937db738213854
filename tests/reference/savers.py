"""S1 to S4."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from .caseload import in_service
from .figures import Figure, count, reached, share
from .rows import Row
from .scene import Scene, World, valid_row


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
                "left": ended is not None and scene.a_year_to_the_end <= ended <= scene.day,
            }
        )
    return facts


def _trained(scene: Scene) -> set[str]:
    core = {row["course_code"] for row in scene.flow.tables["training_course"] if row["is_core"]}
    return {
        row["worker_id"]
        for row in scene.flow.tables["training_record"]
        if row["course_code"] in core and row["result"] == "passed" and scene.in_period(row["completed_on"])
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


def certificates(world: World) -> dict[str, list[Row]]:
    return world.by("certification", "worker_id")


def in_date(certificate: Row, day: date) -> bool:
    expires, revoked = certificate["expires_on"], certificate["revoked_on"]
    return (
        certificate["issued_on"] <= day
        and (expires is None or expires >= day)
        and (revoked is None or revoked > day)
    )


def visits_by_worker(world: World) -> dict[str, list[date]]:
    """The days of each worker's completed visits, one for each visit."""
    days: dict[str, list[date]] = {key: [] for key in world.workers}
    for visits in world.completed.values():
        for visit in visits:
            days[visit["worker_id"]].append(visit["visited_on"])
    return days


def certified_savers(scene: Scene) -> list[Row]:
    """Every worker of role saver, with what S2 asks about each."""
    world, day = scene.stock, scene.day
    assigned = {
        row["worker_id"]
        for family in world.on_the_programme(day)
        if (row := valid_row(world.savers_of[family], day))
    }
    held, visited = certificates(world), visits_by_worker(world)
    return [
        {
            "unit": worker["org_id"],
            "assigned": key in assigned,
            "reached": any(in_date(row, day) for row in held[key]),
            "expiring": _last_one_expires(held[key], day),
            "uncertified": any(
                not any(in_date(row, visit) for row in held[key])
                for visit in visited[key]
                if scene.in_period(visit)
            ),
        }
        for key, worker in world.workers.items()
        if worker["role"] == "saver"
    ]


def _last_one_expires(held: list[Row], day: date) -> bool:
    """Certified, and the last certificate ends within 60 days; some have no end."""
    ends = [row["expires_on"] for row in held if in_date(row, day)]
    if not ends or None in ends:
        return False
    return max(ends) <= day + timedelta(days=60)


def share_certified(facts: list[Row]) -> dict[str | None, Figure]:
    assigned = [fact for fact in facts if fact["assigned"]]
    return {
        None: reached(assigned),
        "cert=expiring_60": count(sum(fact["expiring"] for fact in assigned)),
        "cert=uncertified_visits": count(sum(fact["uncertified"] for fact in facts)),
    }


def sessions(scene: Scene) -> list[Row]:
    """Supervision due in the period, in the supervised worker's unit."""
    world = scene.flow
    return [
        {
            "unit": world.workers[row["worker_id"]]["org_id"],
            "reached": row["held_on"] is not None,
        }
        for row in world.tables["supervision"]
        if row["kind"] in ("individual", "group")
        and scene.in_period(row["due_on"])
        and row["due_on"] < scene.as_of
    ]


def observed_savers(scene: Scene) -> list[Row]:
    """Savers in service with five or more completed visits in the last 90 days."""
    world, since = scene.stock, scene.day - timedelta(days=90)
    observed = {
        row["worker_id"]
        for row in world.tables["supervision"]
        if row["kind"] == "observed_visit"
        and row["held_on"] is not None
        and since < row["held_on"] <= scene.day
    }
    visited = visits_by_worker(world)
    return [
        {"unit": worker["org_id"], "reached": key in observed}
        for key, worker in world.workers.items()
        if in_service(worker, scene) and sum(1 for day in visited[key] if since < day <= scene.day) >= 5
    ]
