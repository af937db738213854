"""Who serves a family: a post, perhaps a second one later, and the people in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.workers import Posts, Staff
from dashboard.case_database.synthetic.world import World


@dataclass(frozen=True)
class Dispatch:
    """The saver's post of each family: `first` until the day `moves`, then `second`."""

    first: np.ndarray
    second: np.ndarray
    moves: np.ndarray
    why: np.ndarray
    managers: np.ndarray

    def post(self, family: np.ndarray, days: np.ndarray) -> np.ndarray:
        return np.where(days < self.moves[family], self.first[family], self.second[family])


def dispatch(world: World, drawn: Families, people: Staff) -> Dispatch:
    """Draw the posts that serve the families."""
    random = world.dice("dispatch")
    count = drawn.count
    first = _post(people.savers, drawn.centre, drawn.serves, random)
    stay = drawn.leaves - drawn.serves
    later = drawn.serves + (stay * random.uniform(0.3, 0.8, count)).astype(int)
    moves = np.where(random.random(count) < 0.1, later, NEVER)
    second = _post(people.savers, drawn.centre, np.minimum(moves, drawn.leaves), random)
    why = choose(
        random,
        count,
        "case_assignment",
        "end_reason",
        {"rebalance": 0.6, "family_request": 0.28, "safety": 0.04, "other": 0.08},
    )
    managers = _post(people.managers, drawn.centre, drawn.intake, random)
    return Dispatch(first, second, np.where(second == first, NEVER, moves), why, managers)


def _post(posts: Posts, centre: np.ndarray, days: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Draw a post that is open on the day: mostly in turn, sometimes at random."""
    open_posts = posts.open_on(centre, days)
    turn = np.zeros(centre.size, dtype=np.int64)
    for row in np.unique(centre):
        here = np.flatnonzero(centre == row)
        turn[here[np.argsort(days[here], kind="stable")]] = np.arange(here.size)
    at_random = random.integers(0, 2**31, centre.size)
    chosen = np.where(random.random(centre.size) < 0.4, at_random, turn) % open_posts
    return posts.first[centre] + chosen


def case_assignment(world: World, drawn: Families, people: Staff, served: Dispatch) -> pa.Table:
    """Return the dated assignments of savers and case managers."""
    closed = code("case_assignment", "end_reason", "closed")
    whole = np.where(drawn.serves < drawn.leaves, drawn.leaves, drawn.serves)
    # Of a few families the assignment was never entered.
    entered = world.dice("case_assignment").random(drawn.count) >= 0.01
    moves = np.clip(served.moves, drawn.serves, whole)
    ended = np.where(served.moves < whole, served.why, closed)
    parts = [
        _saved(people.savers, entered, served.first, drawn.serves, moves, ended),
        _saved(people.savers, entered, served.second, moves, whole, np.full(drawn.count, closed)),
    ]
    every = np.ones(drawn.count, dtype=bool)
    managed = _saved(
        people.managers,
        every,
        served.managers,
        drawn.intake,
        drawn.leaves,
        np.full(drawn.count, closed),
    )
    parts.append(managed)
    family, who, start, end, why = (np.concatenate(part) for part in zip(*parts, strict=True))
    saver = code("case_assignment", "duty", "saver")
    duty = np.full(family.size, saver)
    duty[family.size - managed[0].size :] = code("case_assignment", "duty", "case_manager")
    kept = np.flatnonzero(start <= world.days.until)
    until = world.days.known(end[kept])
    return table(
        "case_assignment",
        case_id=refer(drawn.keys, family[kept]),
        worker_id=refer(people.keys, who[kept]),
        duty=duty[kept],
        valid_from=start[kept],
        valid_to=until,
        end_reason=np.where(until < NEVER, why[kept], NONE),
    )


def _saved(
    posts: Posts,
    chosen: np.ndarray,
    post: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    why: np.ndarray,
) -> tuple[np.ndarray, ...]:
    """Return family, worker, first day, end and reason for each person in the post meanwhile."""
    left = code("case_assignment", "end_reason", "worker_left")
    starts = np.maximum(posts.start[post], start[:, None])
    ends = np.minimum(posts.end[post], end[:, None])
    there = (starts < ends) & (posts.worker[post] != NONE) & chosen[:, None]
    family, place = np.nonzero(there)
    last = ends[family, place] == end[family]
    return (
        family,
        posts.worker[post[family], place],
        starts[family, place],
        ends[family, place],
        np.where(last, why[family], left),
    )
