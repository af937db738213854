"""G8: advances whose settlement is overdue."""

from __future__ import annotations

from fractions import Fraction

from .figures import Figure, count
from .rows import Row
from .scene import Scene

AGES = ("le30", "31_60", "gt60")


def unsettled(scene: Scene) -> list[Row]:
    """Advances due before the day: what is still to settle, and for how long."""
    world, day = scene.stock, scene.day
    settlements = world.by("settlement", "advance_id")
    facts = []
    for row in world.tables["advance"]:
        late = (day - row["settle_due_on"]).days
        if late < 1:
            continue
        settled = sum(
            (
                settlement["spent"] + settlement["returned"]
                for settlement in settlements[row["advance_id"]]
                if settlement["accepted_on"] is not None
            ),
            Fraction(0),
        )
        left = max(Fraction(0), row["amount"] - settled)
        facts.append({"unit": row["org_id"], "left": left, "age": _age(late)})
    return facts


def _age(late: int) -> str:
    if late <= 30:
        return "le30"
    return "31_60" if late <= 60 else "gt60"


def sum_unsettled(facts: list[Row]) -> dict[str | None, Figure]:
    by_age = {f"age={age}": _left([fact for fact in facts if fact["age"] == age]) for age in AGES}
    return {None: _left(facts), **by_age}


def _left(facts: list[Row]) -> Figure:
    return count(sum((fact["left"] for fact in facts), Fraction(0)))
