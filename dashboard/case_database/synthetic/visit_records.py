"""Visits as they are recorded: in time or late, with what they were about."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.visit_plans import KEY_LETTERS, Plans
from dashboard.case_database.synthetic.visits import COMPLETED, Visits, chosen
from dashboard.case_database.synthetic.workers import Staff
from dashboard.case_database.synthetic.world import World


def recorded(
    world: World,
    drawn: Families,
    people: Staff,
    planned: Plans,
    found: Visits,
    part: int,
    first: int,
) -> tuple[pa.Table, pa.Table]:
    """Return the visits with what they were about; those not recorded yet are not there."""
    random = world.dice("visit recorded", part)
    count = found.day.size
    lag = random.geometric(0.62, count) - 1
    lag = np.where(random.random(count) < 0.013, random.integers(15, 45, count), lag)
    there = np.flatnonzero(found.day + lag <= world.days.until)
    rows = chosen(found, there)
    count = there.size
    made = rows.outcome == COMPLETED
    remote = np.isin(rows.mode, [code("visit", "mode", word) for word in ("video", "phone")])
    minutes = np.clip(random.normal(np.where(remote, 24, 68), np.where(remote, 8, 16)), 8, 200)
    born = drawn.birth[rows.family] <= rows.day
    seen = born & ~remote & (random.random(count) < 0.94)
    foreign = (drawn.language[rows.family] != 0) & (random.random(count) < 0.4)
    visit_keys = keys("V", count, KEY_LETTERS, world.seed, first)
    visit = table(
        "visit",
        visit_id=visit_keys,
        case_id=refer(drawn.keys, rows.family),
        worker_id=refer(people.keys, rows.worker),
        plan_visit_id=planned.keys.take(pa.array(rows.plan, mask=rows.plan < 0)),
        visited_on=rows.day,
        recorded_on=rows.day + lag[there],
        mode=rows.mode,
        outcome=rows.outcome,
        reason=rows.reason,
        minutes=np.where(made, minutes.round(), NONE).astype(int),
        child_seen=np.where(made, seen.astype(np.int8), NONE),
        interpreter=np.where(made, foreign.astype(np.int8), NONE),
    )
    return visit, _contents(visit_keys, np.flatnonzero(made), random)


def _contents(visit_keys: pa.Array, made: np.ndarray, random: np.random.Generator) -> pa.Table:
    """Return one or two contents of most visits."""
    told = made[random.random(made.size) < 0.93]
    first = choose(
        random,
        told.size,
        "visit_content",
        "content",
        {
            "coaching": 0.46,
            "emotional": 0.2,
            "health_info": 0.17,
            "safety_check": 0.1,
            "other": 0.07,
        },
    )
    second = choose(
        random,
        told.size,
        "visit_content",
        "content",
        {"benefit_help": 0.5, "grant_check": 0.26, "emotional": 0.24},
    )
    also = (random.random(told.size) < 0.45) & (first != second)
    rows = np.concatenate([told, told[also]])
    return table(
        "visit_content",
        visit_id=visit_keys.take(pa.array(rows)),
        content=np.concatenate([first, second[also]]),
    )
