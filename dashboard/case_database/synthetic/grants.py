"""Grants: requests and the decisions on them, some late, partial or rejected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.contract import codes
from dashboard.case_database.synthetic.budgets import Lines
from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.world import World, runs

PER_FAMILY = 0.16
"""Requests of a family in a month of service."""
# Category: share of the requests, usual amount in won.
CATEGORIES = {
    "living": (0.33, 320_000),
    "housing": (0.12, 900_000),
    "medical": (0.16, 360_000),
    "meals": (0.15, 160_000),
    "education": (0.08, 260_000),
    "self_reliance": (0.07, 480_000),
    "other": (0.09, 150_000),
}


@dataclass(frozen=True)
class Grants:
    """Requests with what became of them; NEVER and NONE for what has not come."""

    family: np.ndarray
    category: np.ndarray
    emergency: np.ndarray
    requested: np.ndarray
    asked: np.ndarray
    decided: np.ndarray
    decision: np.ndarray
    approved: np.ndarray
    scheduled: np.ndarray


def grants(world: World, drawn: Families) -> Grants:
    """Draw the requests of families in service, and the decisions on them."""
    random = world.dice("grant_request")
    last = np.minimum(drawn.leaves, world.days.until + 1)
    length = np.maximum(last - drawn.serves, 0)
    family, unused_place = runs(random.poisson(length / 30.44 * PER_FAMILY))
    requested = drawn.serves[family] + (random.random(family.size) * length[family]).astype(int)
    requested = world.days.working(requested)
    kept = requested < last[family]
    family, requested = family[kept], requested[kept]
    count = family.size
    shares = {word: share for word, (share, _unused) in CATEGORIES.items()}
    category = choose(random, count, "grant_request", "category", shares)
    usual = np.array([CATEGORIES[word][1] for word in codes("grant_request", "category")])
    asked = _rounded(usual[category] * random.lognormal(0, 0.45, count))
    emergency = random.random(count) < 0.19
    wait = np.where(emergency, random.geometric(0.5, count) - 1, 2 + random.gamma(2, 2.3, count))
    wait = np.where(random.random(count) < 0.06, wait + 15, wait).astype(int)
    decided = world.days.working(requested + wait)
    decided = world.days.known(np.where(random.random(count) < 0.01, NEVER, decided))
    decision = choose(
        random,
        count,
        "grant_decision",
        "decision",
        {"approved": 0.77, "partial": 0.11, "rejected": 0.08, "withdrawn": 0.04},
    )
    part = _rounded(asked * random.uniform(0.4, 0.9, count))
    words = [code("grant_decision", "decision", word) for word in ("approved", "partial")]
    approved = np.select([decision == words[0], decision == words[1]], [asked, part], 0.0)
    slow = random.random(count) < 0.1
    pays = decided + np.where(slow, random.integers(8, 22, count), random.integers(0, 5, count))
    scheduled = np.where(decided < NEVER, world.days.working(pays), NEVER)
    return Grants(family, category, emergency, requested, asked, decided, decision, approved, scheduled)


def _rounded(amounts: np.ndarray) -> np.ndarray:
    return np.maximum((amounts / 10_000).round() * 10_000, 10_000.0)


def grant_request(drawn: Families, found: Grants, ids: pa.Array) -> pa.Table:
    """Return the requests."""
    urgency = [code("grant_request", "urgency", word) for word in ("emergency", "standard")]
    return table(
        "grant_request",
        request_id=ids,
        case_id=refer(drawn.keys, found.family),
        category=found.category,
        urgency=np.where(found.emergency, *urgency),
        requested_on=found.requested,
        amount=found.asked,
    )


def grant_decision(world: World, found: Grants, lines: Lines, line: np.ndarray, ids: pa.Array) -> pa.Table:
    """Return the decisions; reasons where a request was not granted in full."""
    random = world.dice("grant_decision reason")
    rows = np.flatnonzero(found.decided < NEVER)
    reason = choose(
        random,
        rows.size,
        "grant_decision",
        "reason",
        {
            "criteria": 0.3,
            "public_support": 0.26,
            "budget": 0.18,
            "documents": 0.14,
            "duplicate": 0.06,
            "other": 0.06,
        },
    )
    short = ~np.isin(
        found.decision[rows],
        [code("grant_decision", "decision", w) for w in ("approved", "withdrawn")],
    )
    return table(
        "grant_decision",
        request_id=refer(ids, rows),
        line_id=refer(lines.keys, line[rows]),
        decided_on=found.decided[rows],
        decision=found.decision[rows],
        approved=found.approved[rows],
        reason=np.where(short, reason, NONE),
    )
