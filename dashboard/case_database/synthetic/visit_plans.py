"""Visits planned: routine ones by the level of service, milestones by the child's age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.children import Children
from dashboard.case_database.synthetic.columns import NEVER, NONE, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.histories import Levels, Stretches
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.reference import VISITS_PER_MONTH
from dashboard.case_database.synthetic.world import World, runs

AHEAD = 28
"""Days for which routine visits are planned in advance."""
OPENS = 3
"""Days by which the window of a routine visit opens before it is due."""
INTERVALS = 30.44 / VISITS_PER_MONTH
"""Days between routine visits, by level in the contract's order."""

# Milestone: days from birth to due, first and last day on time, and expiry.
MILESTONES = {
    "d14": (10, 1, 14, 24),
    "w8": (56, 46, 66, 80),
    "m4_6": (152, 122, 183, 200),
    "m9_12": (320, 275, 365, 385),
    "m18_24": (640, 550, 715, 730),
}
KEY_LETTERS = 8


@dataclass(frozen=True)
class Plans:
    """Planned visits of some families; `child`: row of the child, or NONE."""

    keys: pa.Array
    family: np.ndarray
    child: np.ndarray
    milestone: np.ndarray
    due: np.ndarray
    opens: np.ndarray
    closes: np.ndarray
    expires: np.ndarray
    created: np.ndarray
    waived: np.ndarray
    waive_reason: np.ndarray


def plans(
    world: World,
    drawn: Families,
    kids: Children,
    levels: Levels,
    status: Stretches,
    part: int,
    first: int,
) -> Plans:
    """Draw the planned visits of the families in these stretches.

    Args:
        levels, status: the stretches of one part of the families.
        part: number of the part; first: planned visits of the parts before.
    """
    random = world.dice("visit_plan", part)
    rows = [_routine(drawn, levels, random), *_milestones(world, drawn, kids, levels)]
    family, child, milestone, due, opens, closes, expires = (
        np.concatenate(c) for c in zip(*rows, strict=True)
    )
    ahead = random.integers(6, AHEAD, family.size)
    # A milestone's window may open weeks before its due day: it is planned before that.
    created = np.maximum(drawn.serves[family], opens + OPENS - ahead)
    kept = (created <= world.days.until) & (created < drawn.leaves[family]) & (created <= opens)
    kept &= random.random(family.size) < 0.97
    family, child, milestone, due, opens, closes, expires, created = (
        column[kept] for column in (family, child, milestone, due, opens, closes, expires, created)
    )
    waived, reason = _waived(world, drawn, status, family, due, created, random)
    made = keys("B", int(kept.sum()), KEY_LETTERS, world.seed, first)
    return Plans(made, family, child, milestone, due, opens, closes, expires, created, waived, reason)


def _routine(drawn: Families, levels: Levels, random: np.random.Generator) -> tuple[np.ndarray, ...]:
    interval = INTERVALS[levels.what]
    # Planned beyond the closure, which nobody foresees.
    last = np.where(levels.end == drawn.leaves[levels.family], levels.end + AHEAD, levels.end)
    shift = random.uniform(0.1, 0.9, levels.family.size) * interval
    counts = np.maximum(np.ceil((last - levels.start - shift) / interval), 0).astype(np.int64)
    row, place = runs(counts)
    due = (levels.start[row] + shift[row] + place * interval[row]).astype(np.int64)
    due += (due + 3) % 7 == 6
    none = np.full(row.size, NONE)
    return levels.family[row], none, none, due, due - OPENS, due + 3, due + 10


def _milestones(
    world: World, drawn: Families, kids: Children, levels: Levels
) -> list[tuple[np.ndarray, ...]]:
    """Return planned milestones of families that are served on the due day."""
    family = np.unique(levels.family)
    child = kids.youngest[family]
    found = []
    for word, (due, opens, closes, expires) in MILESTONES.items():
        day = drawn.birth[family] + due
        kept = (child != NONE) & (day >= drawn.serves[family]) & (day < drawn.leaves[family])
        birth = drawn.birth[family[kept]]
        found.append(
            (
                family[kept],
                child[kept],
                np.full(kept.sum(), code("visit_plan", "milestone", word)),
                *(birth + days for days in (due, opens, closes, expires)),
            )
        )
    day = drawn.due[family] - 30
    kept = drawn.prenatal[family] & (day >= drawn.serves[family]) & (day < drawn.leaves[family])
    none, day = np.full(kept.sum(), NONE), day[kept]
    prenatal = np.full(kept.sum(), code("visit_plan", "milestone", "prenatal"))
    found.append((family[kept], none, prenatal, day, day - 14, day + 14, day + 24))
    return found


def _waived(
    world: World,
    drawn: Families,
    status: Stretches,
    family: np.ndarray,
    due: np.ndarray,
    created: np.ndarray,
    random: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the day on which each planned visit was waived, and why."""
    words = ("closed", "paused", "outreach", "family_request")
    closed, paused, outreach, request = (code("visit_plan", "waive_reason", w) for w in words)
    day = np.where(random.random(family.size) < 0.012, due - random.integers(0, 3, family.size), NEVER)
    reason = np.full(family.size, request)
    for word, why in (("paused", paused), ("outreach", outreach)):
        # A family has at most two such stretches: the first and the last are all.
        rows = np.flatnonzero(status.what == code("case_status", "status", word))
        for chosen in (rows, rows[::-1]):
            begin, end = np.full((2, drawn.count), NEVER)
            begin[status.family[chosen]], end[status.family[chosen]] = (
                status.start[chosen],
                status.end[chosen],
            )
            inside = (due >= begin[family]) & (due < end[family]) & (random.random(family.size) < 0.85)
            day = np.where(inside, begin[family] + 1, day)
            reason = np.where(inside, why, reason)
    after = due >= drawn.leaves[family]
    day = np.where(after, drawn.leaves[family], day)
    reason = np.where(after, closed, reason)
    day = np.where(day < NEVER, np.maximum(day, created), day)
    day = world.days.known(day)
    return day, np.where(day < NEVER, reason, NONE)


def visit_plan(drawn: Families, kids: Children, planned: Plans) -> pa.Table:
    """Return the planned visits as a table."""
    routine = code("visit_plan", "kind", "routine")
    milestone = code("visit_plan", "kind", "milestone")
    return table(
        "visit_plan",
        plan_visit_id=planned.keys,
        case_id=refer(drawn.keys, planned.family),
        child_id=refer(kids.keys, planned.child),
        kind=np.where(planned.milestone == NONE, routine, milestone),
        milestone=planned.milestone,
        due_on=planned.due,
        window_from=planned.opens,
        window_to=planned.closes,
        expires_on=planned.expires,
        created_on=planned.created,
        waived_on=planned.waived,
        waive_reason=planned.waive_reason,
    )
