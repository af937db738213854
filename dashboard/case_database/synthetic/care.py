"""What is found and agreed: assessments, onward referrals, and with them factors and plans."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.care_plans import care_plan, case_factor, plan_goal
from dashboard.case_database.synthetic.children import Children
from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World

# Tool: day it is due (after which event), share of families, days around it.
CHECKS = (
    ("needs_risk", "intake", 10, 1.0),
    ("basic_needs", "intake", 14, 0.5),
    ("safety", "intake", 14, 0.25),
    ("epds", "birth", 56, 0.75),
    ("phq9", "serves", 120, 0.3),
    ("dev_check", "birth", 150, 0.7),
    ("dev_check", "birth", 330, 0.65),
    ("parenting", "serves", 60, 0.5),
    ("needs_risk", "serves", 190, 0.9),
    ("needs_risk", "serves", 370, 0.9),
)


def tables(world: World, drawn: Families, kids: Children) -> Iterator[tuple[str, pa.Table]]:
    """Yield the five tables of this subject."""
    yield "case_factor", case_factor(world, drawn)
    assessments, positive, asked = _assessments(world, drawn, kids)
    yield "assessment", assessments
    yield "service_link", _links(world, drawn, assessments, positive, asked)
    plans, family, agreed = care_plan(world, drawn)
    yield "care_plan", plans
    yield "plan_goal", plan_goal(world, drawn, plans, family, agreed)


def _assessments(
    world: World, drawn: Families, kids: Children
) -> tuple[pa.Table, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Return the table, the rows with a finding, and of all rows family and day."""
    random = world.dice("assessment")
    parts = [_check(drawn, kids, random, *check) for check in CHECKS]
    family, child, tool, due = (np.concatenate(column) for column in zip(*parts, strict=True))
    kept = due <= world.days.until + 14
    family, child, tool, due = family[kept], child[kept], tool[kept], due[kept]
    count = family.size
    done = due + np.where(
        random.random(count) < 0.83, -random.integers(0, 9, count), random.integers(1, 21, count)
    )
    done = world.days.working(np.maximum(done, drawn.intake[family]))
    skipped = random.random(count) < 0.07
    done = np.where(skipped | (done >= drawn.leaves[family]), NEVER, done)
    # A child is checked once it is with the family.
    unborn = (child != NONE) & (done < kids.joined[np.maximum(child, 0)])
    done = world.days.known(np.where(unborn, NEVER, done))
    there = done < NEVER
    result = choose(
        random,
        count,
        "assessment",
        "result",
        {"negative": 0.61, "positive": 0.31, "urgent": 0.04, "not_scored": 0.04},
    )
    why = choose(
        random,
        count,
        "assessment",
        "not_done_reason",
        {"declined": 0.4, "already_in_care": 0.2, "not_reached": 0.32, "other": 0.08},
    )
    found = there & np.isin(result, [code("assessment", "result", w) for w in ("positive", "urgent")])
    scored = there & (result != code("assessment", "result", "not_scored"))
    score = random.integers(0, 11, count) + np.where(found, 11, 0)
    built = table(
        "assessment",
        assessment_id=keys("A", count, 6, world.seed),
        case_id=refer(drawn.keys, family),
        child_id=refer(kids.keys, child),
        tool=tool,
        tool_version=["1.0"] * count,
        due_on=due,
        done_on=done,
        score=np.where(scored, score, np.nan),
        result=np.where(there, result, NONE),
        not_done_reason=np.where(skipped & (due < world.days.until - 14), why, NONE),
    )
    return built, np.flatnonzero(found), (family, done)


def _check(
    drawn: Families,
    kids: Children,
    random: np.random.Generator,
    tool: str,
    event: str,
    after: int,
    share: float,
) -> tuple[np.ndarray, ...]:
    due = getattr(drawn, event) + after
    served = (due >= drawn.intake) & (due < drawn.leaves)
    served &= (event == "intake") | (drawn.serves < drawn.leaves)
    served &= (event != "birth") | (kids.youngest != NONE)
    family = np.flatnonzero(served & (random.random(drawn.count) < share))
    child = kids.youngest[family] if tool == "dev_check" else np.full(family.size, NONE)
    place = np.full(family.size, code("assessment", "tool", tool), dtype=np.int8)
    return family, child, place, due[family]


def _links(
    world: World,
    drawn: Families,
    assessments: pa.Table,
    positive: np.ndarray,
    asked: tuple[np.ndarray, np.ndarray],
) -> pa.Table:
    random = world.dice("service_link")
    rows = positive[random.random(positive.size) < 0.62]
    family, done = asked[0][rows], asked[1][rows]
    made = world.days.working(done + random.integers(0, 11, rows.size))
    kept = (made <= world.days.until) & (made < drawn.leaves[family])
    rows, family, made = rows[kept], family[kept], made[kept]
    count = rows.size
    outcome = choose(
        random,
        count,
        "service_link",
        "outcome",
        {
            "received": 0.68,
            "declined": 0.1,
            "waiting": 0.12,
            "not_available": 0.06,
            "unknown": 0.04,
        },
    )
    received = code("service_link", "outcome", "received")
    served = np.where(outcome == received, made + random.integers(2, 45, count), NEVER)
    served = world.days.known(served)
    waits = (outcome == received) & (served >= NEVER)
    return table(
        "service_link",
        link_id=keys("L", count, 6, world.seed),
        case_id=refer(drawn.keys, family),
        assessment_id=assessments["assessment_id"].combine_chunks().take(pa.array(rows)),
        service=choose(
            random,
            count,
            "service_link",
            "service",
            {
                "mental_health": 0.24,
                "medical": 0.15,
                "housing": 0.14,
                "welfare_benefit": 0.2,
                "childcare": 0.1,
                "legal": 0.04,
                "employment": 0.06,
                "early_intervention": 0.05,
                "other": 0.02,
            },
        ),
        made_on=made,
        first_service_on=served,
        outcome=np.where(waits, code("service_link", "outcome", "waiting"), outcome),
    )
