"""Histories of families: status with its pauses, and level of service."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.world import World


@dataclass(frozen=True)
class Stretches:
    """Half-open stretches of families, each family's in order.

    Attributes:
        family: row of the family; what: code; start, end: days, also after the last one.
    """

    family: np.ndarray
    what: np.ndarray
    start: np.ndarray
    end: np.ndarray


def stretches(bounds: np.ndarray, what: np.ndarray, until: int) -> Stretches:
    """Return the stretches between bounds that hold a day, equal neighbours made one.

    Args:
        bounds: days, one row a family, one column more than `what`, rising.
        what: codes between them.
        until: stretches that begin after this day are left out.
    """
    start, end = bounds[:, :-1], bounds[:, 1:]
    family, place = np.nonzero((start < end) & (start <= until))
    what, start, end = what[family, place], start[family, place], end[family, place]
    opens = np.ones(family.size, dtype=bool)
    opens[1:] = (family[1:] != family[:-1]) | (what[1:] != what[:-1])
    firsts = np.flatnonzero(opens)
    lasts = np.append(firsts[1:], family.size) - 1
    return Stretches(family[firsts], what[firsts], start[firsts], end[lasts])


def statuses(world: World, drawn: Families) -> Stretches:
    """Draw the status of each family from intake to beyond its closure."""
    random = world.dice("case_status")
    words = ("waiting", "assessment", "active", "outreach", "paused", "closed")
    waiting, assessment, active, outreach, paused, closed = (
        code("case_status", "status", word) for word in words
    )
    stay = drawn.leaves - drawn.serves
    count = drawn.count
    first = drawn.serves + (stay * random.uniform(0.15, 0.45, count)).astype(int)
    first_length = np.where(random.random(count) < 0.17, 8 + random.gamma(2, 16, count), 0)
    second = drawn.serves + (stay * random.uniform(0.55, 0.85, count)).astype(int)
    second_length = np.where(random.random(count) < 0.15, 10 + random.gamma(2, 11, count), 0)
    # Contact is sought for weeks before it is given up as lost.
    lost = drawn.reason == code("closure", "reason", "lost_contact")
    second = np.where(lost, drawn.leaves - np.minimum(stay // 2, 35), second)
    second_end = np.where(lost, drawn.leaves, np.minimum(second + second_length, drawn.leaves))
    first_end = np.minimum(first + first_length, second)
    bounds = np.stack(
        [
            drawn.intake,
            np.minimum(drawn.assessed, drawn.serves),
            drawn.serves,
            np.minimum(first, second),
            first_end,
            second,
            second_end,
            drawn.leaves,
            np.full(count, NEVER),
        ],
        axis=1,
    ).astype(np.int64)
    kinds = np.where(random.random((count, 2)) < (0.75, 0.25), paused, outreach)
    what = np.empty((count, 8), dtype=np.int8)
    what[:] = (waiting, assessment, active, paused, active, outreach, active, closed)
    what[:, 3] = kinds[:, 0]
    what[:, 5] = np.where(lost, outreach, kinds[:, 1])
    return stretches(np.maximum.accumulate(bounds, axis=1), what, world.days.until)


def case_status(world: World, drawn: Families, status: Stretches) -> pa.Table:
    """Return the status history; pauses with their reason."""
    random = world.dice("pause_reason")
    reason = choose(
        random,
        status.family.size,
        "case_status",
        "pause_reason",
        {"hospital": 0.28, "travel": 0.24, "family_request": 0.3, "safety": 0.06, "other": 0.12},
    )
    pauses = status.what == code("case_status", "status", "paused")
    return table(
        "case_status",
        case_id=refer(drawn.keys, status.family),
        valid_from=status.start,
        valid_to=world.days.known(status.end),
        status=status.what,
        pause_reason=np.where(pauses, reason, NONE),
    )


@dataclass(frozen=True)
class Levels(Stretches):
    """Stretches of a level; `alternate`: on an agreed schedule of its own."""

    alternate: np.ndarray


def levels(world: World, drawn: Families) -> Levels:
    """Draw the levels: dense around a birth, then less, for a few more again."""
    random = world.dice("case_level")
    count = drawn.count
    intensive, regular, step_down = (
        code("case_level", "level", word) for word in ("intensive", "regular", "step_down")
    )
    birth = np.clip(np.where(drawn.prenatal, drawn.birth, drawn.serves), drawn.serves, drawn.leaves)
    young = np.where(drawn.serves - drawn.birth < 180, 1.0, 0.55)
    second = birth + (young * (90 + random.gamma(2, 60, count))).astype(int)
    third = second + 75 + random.gamma(2, 50, count).astype(int)
    bounds = np.stack([drawn.serves, birth, second, third, drawn.leaves], axis=1)
    bounds = np.minimum(bounds, drawn.leaves[:, None])
    what = np.stack(
        [
            np.where(random.random(count) < 0.45, intensive, regular),
            np.where(random.random(count) < 0.88, intensive, regular),
            np.where(random.random(count) < 0.93, regular, intensive),
            np.where(random.random(count) < 0.94, step_down, intensive),
        ],
        axis=1,
    ).astype(np.int8)
    found = stretches(bounds, what, world.days.until)
    own = random.random(count) < 0.05
    late = found.start > drawn.serves[found.family] + 60
    return Levels(found.family, found.what, found.start, found.end, own[found.family] & late)


def case_level(world: World, drawn: Families, found: Levels) -> pa.Table:
    """Return the level history; of a few families nobody has written it down yet."""
    forgotten = world.dice("case_level forgotten").random(drawn.count) < 0.006
    kept = np.flatnonzero(~forgotten[found.family])
    return table(
        "case_level",
        case_id=refer(drawn.keys, found.family[kept]),
        valid_from=found.start[kept],
        valid_to=world.days.known(found.end[kept]),
        level=found.what[kept],
        alternate_schedule=found.alternate[kept],
    )
