"""C1, C1n, C1x, C2 and C3, one family after the other."""

from __future__ import annotations

from fractions import Fraction

from dashboard.case_database.contract import codes

from .figures import Figure, count, share, split
from .rows import Row
from .scene import ON_THE_PROGRAMME, STAGES, Scene, valid_row

LEVELS = codes("service_level", "level")


def active_families(scene: Scene) -> list[Row]:
    world, day = scene.stock, scene.day
    return [
        {
            "unit": world.centre(family),
            "status": world.status(family, day),
            "stage": world.stage(family, day),
            "level": (world.level(family, day) or {}).get("level", "unknown"),
            "entry": world.families[family]["entry_stage"],
        }
        for family in world.on_the_programme(day)
    ]


def count_active(families: list[Row]) -> dict[str | None, Figure]:
    entries = codes("case_file", "entry_stage")
    return {
        None: count(len(families)),
        **split(families, "status", ON_THE_PROGRAMME, lambda f: f["status"]),
        **split(families, "stage", STAGES, lambda f: f["stage"]),
        **split(families, "level", (*LEVELS, "unknown"), lambda f: f["level"]),
        **split(families, "entry", entries, lambda f: f["entry"]),
    }


def new_families(scene: Scene) -> list[Row]:
    """Families whose very first day on the programme lies in the period."""
    first_days = {
        family: min(
            (
                row["valid_from"]
                for row in scene.flow.statuses[family]
                if row["status"] in ON_THE_PROGRAMME and _has_a_day(row)
            ),
            default=None,
        )
        for family in scene.flow.families
    }
    return [
        {"unit": scene.flow.centre(family)}
        for family, first_day in first_days.items()
        if scene.in_period(first_day)
    ]


def _has_a_day(row: Row) -> bool:
    return row["valid_to"] is None or row["valid_to"] > row["valid_from"]


def count_all(facts: list[Row]) -> dict[str | None, Figure]:
    return {None: count(len(facts))}


def closed_families(scene: Scene) -> list[Row]:
    return [
        {"unit": scene.flow.centre(row["case_id"]), "reason": row["reason"]}
        for row in scene.flow.tables["closure"]
        if scene.in_period(row["closed_on"])
    ]


def count_closed(closures: list[Row]) -> dict[str | None, Figure]:
    reasons = codes("closure", "reason")
    return {
        None: count(len(closures)),
        **split(closures, "reason", reasons, lambda c: c["reason"]),
    }


def places(scene: Scene) -> list[Row]:
    """Units with a capacity that day: places and families on the programme."""
    families = active_families(scene)
    histories = scene.stock.by("org_capacity", "org_id")
    rows = {unit: valid_row(history, scene.day) for unit, history in histories.items()}
    return [
        {
            "unit": unit,
            "places": row["max_active_cases"],
            "families": sum(1 for family in families if family["unit"] == unit),
        }
        for unit, row in rows.items()
        if row
    ]


def share_of_places(units: list[Row]) -> dict[str | None, Figure]:
    families = sum(unit["families"] for unit in units)
    return {None: share(Fraction(families), sum(unit["places"] for unit in units))}


def points(scene: Scene, family: str) -> Fraction | None:
    """Caseload points on the day; None of an active family without a level."""
    world, day = scene.stock, scene.day
    if world.status(family, day) != "active":
        return Fraction(1, 2)
    level = world.level(family, day)
    if level is None:
        return None
    required = world.required(level["level"], day)
    return required["weight"] if required else Fraction(0)


def in_service(worker: Row, scene: Scene) -> bool:
    ready, ended = worker["dispatch_ready_on"], worker["ended_on"]
    return (
        worker["role"] == "saver"
        and ready is not None
        and ready <= scene.day
        and (ended is None or ended > scene.day)
    )


def caseloads(scene: Scene) -> list[Row]:
    """Families with their points and saver, and savers with fte and ceiling."""
    world, day = scene.stock, scene.day
    families = []
    for family in world.on_the_programme(day):
        assigned = valid_row(world.savers_of[family], day)
        families.append(
            {
                "kind": "family",
                "unit": world.centre(family),
                "points": points(scene, family),
                "saver": assigned["worker_id"] if assigned else None,
            }
        )
    return families + _savers(scene, families)


def _savers(scene: Scene, families: list[Row]) -> list[Row]:
    savers = []
    for key, worker in scene.stock.workers.items():
        if not in_service(worker, scene):
            continue
        capacity = valid_row(scene.stock.capacities[key], scene.day)
        carried = sum(f["points"] or 0 for f in families if f["saver"] == key)
        savers.append(
            {
                "kind": "saver",
                "unit": worker["org_id"],
                "fte": capacity["fte"] if capacity else Fraction(0),
                "above": capacity is not None and carried > capacity["max_points"],
            }
        )
    return savers


def share_points(facts: list[Row]) -> dict[str | None, Figure]:
    families = [fact for fact in facts if fact["kind"] == "family"]
    savers = [fact for fact in facts if fact["kind"] == "saver"]
    assigned = [family for family in families if family["saver"]]
    carried = sum((f["points"] or 0 for f in assigned), Fraction(0))
    unknown = sum(1 for f in assigned if f["points"] is None)
    return {
        None: share(carried, sum(s["fte"] for s in savers), unknown),
        "families=without_saver": count(len(families) - len(assigned)),
        "savers=above_ceiling": count(sum(1 for s in savers if s["above"])),
    }
