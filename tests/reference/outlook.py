"""C6: what the centres carry, what comes and goes in 90 days, what they can carry."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from .caseload import in_service, points
from .days import add_months
from .figures import Figure, count
from .identification import offers
from .rows import Row
from .savers import certificates, in_date
from .scene import Scene, valid_row

PARTS = ("now", "waiting", "births", "leaving", "ceiling")
AHEAD = timedelta(days=90)


def outlook(scene: Scene) -> list[Row]:
    """Points by unit and part, a fact for each family or saver."""
    return [*_carried(scene), *_waiting(scene), *_births(scene), *_ceilings(scene)]


def _fact(unit: str, part: str, number: Fraction) -> Row:
    return {"unit": unit, "part": part, "points": number}


def _carried(scene: Scene) -> list[Row]:
    """Points now, and those of families whose youngest child turns two."""
    world, day = scene.stock, scene.day
    facts = []
    for family in world.on_the_programme(day):
        unit, carried = world.centre(family), points(scene, family) or Fraction(0)
        facts.append(_fact(unit, "now", carried))
        youngest = world.youngest(family, day)
        if youngest is None or world.running(family, day):
            continue
        if day < add_months(youngest, 24) <= day + AHEAD:
            facts.append(_fact(unit, "leaving", carried))
    return facts


def _births(scene: Scene) -> list[Row]:
    """What active families with a birth to come will carry beyond what they do."""
    world, day = scene.stock, scene.day
    facts = []
    for family in world.families:
        expected = [row for row in world.running(family, day) if row["due_on"] <= day + AHEAD]
        if expected and world.status(family, day) == "active":
            more = _weight(scene, "intensive") - (points(scene, family) or 0)
            facts.append(_fact(world.centre(family), "births", more))
    return facts


def _weight(scene: Scene, level: str) -> Fraction:
    required = scene.stock.required(level, scene.day)
    return required["weight"] if required else Fraction(0)


def _waiting(scene: Scene) -> list[Row]:
    world, day = scene.stock, scene.day
    regular = _weight(scene, "regular")
    offered = offers(world.tables["referral"], add_months(day.replace(day=1), -11), day)
    decided = [offer for offer in offered if not offer["pending"]]
    waiting = [f for f in world.families if world.status(f, day) == "waiting"]
    return [
        _fact(unit, "waiting", _acceptance(decided, unit) * regular) for unit in map(world.centre, waiting)
    ]


def _acceptance(decided: list[Row], unit: str) -> Fraction:
    """Return the unit's own R4, or with fewer than 10 offers the programme's."""
    own = [offer for offer in decided if offer["unit"] == unit]
    counted = own if len(own) >= 10 else decided
    accepted = sum(1 for offer in counted if offer["reached"])
    return Fraction(accepted, len(counted)) if counted else Fraction(0)


def _ceilings(scene: Scene) -> list[Row]:
    """Ceilings of savers who will still be there, and certified, in 90 days."""
    world, ahead = scene.stock, scene.day + AHEAD
    held = certificates(world)
    facts = []
    for key, worker in world.workers.items():
        ended = worker["ended_on"]
        if not in_service(worker, scene) or (ended is not None and ended <= ahead):
            continue
        capacity = valid_row(world.capacities[key], scene.day)
        lasting = [
            row
            for row in held[key]
            if in_date(row, scene.day) and (row["expires_on"] is None or row["expires_on"] >= ahead)
        ]
        if capacity and lasting:
            facts.append(_fact(worker["org_id"], "ceiling", capacity["max_points"]))
    return facts


def room_ahead(facts: list[Row]) -> dict[str | None, Figure]:
    part = {code: sum((f["points"] for f in facts if f["part"] == code), Fraction(0)) for code in PARTS}
    needed = part["now"] + part["waiting"] + part["births"] - part["leaving"]
    room = part["ceiling"] - needed
    return {
        None: Figure(needed, part["ceiling"], 0, room),
        **{f"part={code}": count(number) for code, number in part.items()},
    }
