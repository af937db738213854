"""Crisis factors, service plans and their goals."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World, runs

FACTORS = {
    "economic": 0.62,
    "housing": 0.24,
    "health": 0.16,
    "mental_health": 0.27,
    "violence": 0.09,
    "isolation": 0.36,
    "teen_parent": 0.09,
    "migration": 0.13,
    "disability": 0.06,
    "other": 0.07,
}


def case_factor(world: World, drawn: Families) -> pa.Table:
    """Return the factors: several for many families, most known at intake."""
    random = world.dice("case_factor")
    family, factor = np.nonzero(random.random((drawn.count, len(FACTORS))) < list(FACTORS.values()))
    found = drawn.intake[family] + np.where(random.random(family.size) < 0.8, 0, 20)
    places = np.array([code("case_factor", "factor", word) for word in FACTORS])
    kept = (found <= world.days.until) & (found < drawn.leaves[family])
    return table(
        "case_factor",
        case_id=refer(drawn.keys, family[kept]),
        factor=places[factor[kept]],
        identified_on=found[kept],
    )


def care_plan(world: World, drawn: Families) -> tuple[pa.Table, np.ndarray, np.ndarray]:
    """Return the plans, one each half-year, with family and day agreed of each row."""
    random = world.dice("care_plan")
    length = np.minimum(drawn.leaves, world.days.until + 1) - drawn.intake
    family, place = runs(np.maximum((length + 170) // 190, 0))
    count = family.size
    conference = drawn.intake[family] + place * 190 + random.integers(3, 25, count)
    conference = world.days.working(conference)
    slow = random.random(count) < 0.2
    agreed = world.days.working(
        conference + np.where(slow, random.integers(8, 40, count), random.integers(0, 8, count))
    )
    ends = np.minimum(drawn.leaves[family], world.days.until + 1)
    kept = conference < ends
    family, conference, agreed, ends = family[kept], conference[kept], agreed[kept], ends[kept]
    agreed = np.where(agreed < ends, agreed, NEVER)
    review = np.where(agreed < NEVER, agreed + 180, NEVER)
    held = random.random(family.size) < 0.8
    reviewed = np.where(held, review + random.integers(-10, 21, family.size), NEVER)
    built = table(
        "care_plan",
        plan_id=keys("N", family.size, 6, world.seed),
        case_id=refer(drawn.keys, family),
        conference_on=conference,
        agreed_on=agreed,
        review_due_on=review,
        reviewed_on=np.where(reviewed < ends, reviewed, NEVER),
    )
    return built, family, agreed


def plan_goal(
    world: World, drawn: Families, plans: pa.Table, family: np.ndarray, agreed: np.ndarray
) -> pa.Table:
    random = world.dice("plan_goal")
    counts = np.where(agreed < NEVER, random.integers(1, 4, agreed.size), 0)
    row, unused_place = runs(counts)
    count = row.size
    start = agreed[row]
    settled = start + 30 + random.gamma(2, 60, count).astype(int)
    ends = np.minimum(drawn.leaves[family[row]], world.days.until + 1)
    open_still = settled >= ends
    status = choose(random, count, "plan_goal", "status", {"achieved": 0.55, "partly": 0.28, "dropped": 0.17})
    return table(
        "plan_goal",
        goal_id=keys("G", count, 6, world.seed),
        plan_id=plans["plan_id"].combine_chunks().take(pa.array(row)),
        domain=choose(
            random,
            count,
            "plan_goal",
            "domain",
            {
                "living": 0.24,
                "housing": 0.12,
                "health": 0.14,
                "parenting": 0.24,
                "emotional": 0.14,
                "self_reliance": 0.08,
                "safety": 0.04,
            },
        ),
        set_on=start,
        status=np.where(open_still, code("plan_goal", "status", "open"), status),
        status_on=np.where(open_still, NEVER, settled),
    )
