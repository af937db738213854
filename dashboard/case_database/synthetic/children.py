"""Pregnancies and children: births, twins, brothers and sisters, those who come or go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World


@dataclass(frozen=True)
class Children:
    """The children whose birth is known; `youngest`: row of each family's child, or NONE."""

    keys: pa.Array
    family: np.ndarray
    birth: np.ndarray
    joined: np.ndarray
    youngest: np.ndarray


def pregnancy(world: World, drawn: Families) -> pa.Table:
    """Return the pregnancies at entry and a few later ones; unknown is what ended after closure."""
    random = world.dice("pregnancy")
    again = np.flatnonzero(~drawn.prenatal & (random.random(drawn.count) < 0.035))
    due_again = np.maximum(drawn.serves, drawn.birth + 90)[again] + random.integers(150, 275, again.size)
    seen = (due_again - 280 <= world.days.until) & (due_again - 200 < drawn.leaves[again])
    again, due_again = again[seen], due_again[seen]
    before = np.flatnonzero(drawn.prenatal)
    family = np.concatenate([before, again])
    due = np.concatenate([drawn.due[before], due_again])
    born = _born(drawn)[before]
    early = drawn.intake[before] + 3 + (drawn.due[before] - drawn.intake[before]) // 3
    ended = np.concatenate([np.where(born, drawn.birth[before], early), due_again - 4])
    result = np.full(family.size, code("pregnancy", "result", "live_birth"))
    result[: before.size][~born] = code("pregnancy", "result", "ended")
    told = (ended <= world.days.until) & (ended < drawn.leaves[family])
    gone = ~told & (drawn.leaves[family] <= world.days.until) & (due <= world.days.until)
    result[~told] = code("pregnancy", "result", "ongoing")
    result[gone] = code("pregnancy", "result", "unknown")
    return table(
        "pregnancy",
        pregnancy_id=keys("P", family.size, 6, world.seed),
        case_id=refer(drawn.keys, family),
        due_on=due,
        ended_on=np.where(told, ended, NEVER),
        result=result,
    )


def _born(drawn: Families) -> np.ndarray:
    """Whether the child of the family lives: not where a pregnancy ended early.

    It hangs on a number that each family has anyway, so that both tables agree.
    """
    return ~(drawn.prenatal & (drawn.due % 37 == 0))


def children(world: World, drawn: Families) -> Children:
    """Draw the children: the youngest, its twin, an elder brother or sister."""
    random = world.dice("child")
    count = drawn.count
    known = (drawn.birth <= world.days.until) & (drawn.birth < drawn.leaves) & _born(drawn)
    youngest = np.flatnonzero(known)
    twins = youngest[random.random(youngest.size) < 0.026]
    elder = np.flatnonzero(random.random(count) < 0.3)
    # Elder ones: at least eleven months older, under 44 months at intake.
    oldest = drawn.intake[elder] - 1330
    latest = np.minimum(drawn.birth[elder] - 340, drawn.intake[elder])
    elder_birth = oldest + (random.random(elder.size) * np.maximum(latest - oldest, 1)).astype(int)
    elder, elder_birth = elder[latest > oldest], elder_birth[latest > oldest]
    family = np.concatenate([youngest, twins, elder])
    birth = np.concatenate([drawn.birth[youngest], drawn.birth[twins], elder_birth])
    row = np.full(count, -1)
    row[youngest] = np.arange(youngest.size)
    joined = np.where(random.random(family.size) < 0.02, birth + random.integers(10, 120, family.size), birth)
    joined = np.where(joined <= world.days.until, joined, birth)
    return Children(keys("K", family.size, 6, world.seed), family, birth, joined, row)


def child(world: World, drawn: Families, found: Children) -> pa.Table:
    """Return the children; a few leave the family."""
    random = world.dice("child leaves")
    count = found.family.size
    start = np.maximum(found.joined, drawn.serves[found.family])
    leaves = np.where(random.random(count) < 0.015, start + random.integers(30, 300, count), NEVER)
    return table(
        "child",
        child_id=found.keys,
        case_id=refer(drawn.keys, found.family),
        birth_on=found.birth,
        with_family_from=found.joined,
        with_family_to=world.days.known(leaves),
    )
