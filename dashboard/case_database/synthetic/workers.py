"""Workers: posts that open as a centre grows, and the people who follow each other in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World

FOLLOWERS = 8
"""How many people can follow each other in one post."""
MANAGED = 55
"""Families of a case manager."""
SUPERVISED = 8
"""Savers of a supervisor."""
EVERYONE = 10**9
"""Families of a coordinator: each centre has one."""
FULL_LOAD = 24
"""Caseload points of a saver at full time."""
TRAINING = 35
"""Days between the first day and the first dispatch."""


@dataclass(frozen=True)
class Posts:
    """Posts of one role, by centre and first day.

    Attributes:
        centre: row of the centre of each post.
        first: rows of the first post of each centre, and behind the last one.
        start, end: days of each person in the post, post × followers.
        worker: row of that person among all workers, or NONE.
    """

    centre: np.ndarray
    first: np.ndarray
    start: np.ndarray
    end: np.ndarray
    worker: np.ndarray

    def open_on(self, centre: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Return how many posts each centre has on each day, at least 1."""
        opened = np.zeros(centre.size, dtype=np.int64)
        for row in np.unique(centre):
            here = np.flatnonzero(centre == row)
            starts = self.start[self.first[row] : self.first[row + 1], 0]
            opened[here] = np.searchsorted(starts, days[here], side="right")
        return np.maximum(opened, 1)

    def on(self, post: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Return the worker who is in the post on the day, or NONE."""
        found = np.full(post.size, NONE, dtype=np.int32)
        for place in range(self.start.shape[1]):
            there = (days >= self.start[post, place]) & (days < self.end[post, place])
            found[there] = self.worker[post[there], place]
        return found


@dataclass(frozen=True)
class Staff:
    """All workers; savers come first, by post."""

    keys: pa.Array
    role: np.ndarray
    centre: np.ndarray
    engaged: np.ndarray
    ready: np.ndarray
    ended: np.ndarray
    savers: Posts
    managers: Posts
    supervisors: Posts

    @property
    def is_saver(self) -> np.ndarray:
        return self.role == code("worker", "role", "saver")


def staff(world: World, drawn: Families) -> Staff:
    """Draw the staff that the families need."""
    random = world.dice("workers")
    peaks = _peaks(world, drawn)
    per_post = np.array([centre.character.load for centre in world.centres])
    saver_centre, saver_start = _openings(world, peaks, per_post, 2)
    start, end = _successions(world, saver_centre, saver_start, random)
    posts = {"saver": (saver_centre, start, end)}
    for role, each in (
        ("case_manager", MANAGED), ("supervisor", per_post * SUPERVISED), ("coordinator", EVERYONE)
    ):
        centre, first_day = _openings(world, peaks, np.broadcast_to(each, per_post.shape), 1)
        posts[role] = (centre, first_day[:, None], np.full((centre.size, 1), NEVER))
    return _engaged(world, posts)


def _peaks(world: World, drawn: Families) -> np.ndarray:
    """Return centre × day: the most families in service so far."""
    length = world.days.until - world.days.start + 2
    change = np.zeros((len(world.centres), length), dtype=np.int64)
    for days, sign in ((drawn.serves, 1), (drawn.leaves, -1)):
        inside = (drawn.serves < drawn.leaves) & (days <= world.days.until)
        np.add.at(change, (drawn.centre[inside], days[inside] - world.days.start), sign)
    return np.maximum.accumulate(np.cumsum(change, axis=1), axis=1)


def _openings(
    world: World, peaks: np.ndarray, each: np.ndarray, at_once: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return centre and first day of posts: one more whenever `each` families more came."""
    centres, starts = [], []
    for row, launched in enumerate(world.launched):
        count = max(int(np.ceil(peaks[row, -1] / each[row])), at_once)
        needed = np.searchsorted(peaks[row], np.arange(count) * each[row], side="right")
        needed = world.days.start + needed - 14
        needed[:at_once] = launched
        centres.append(np.full(count, row))
        starts.append(np.maximum(needed, launched))
    return np.concatenate(centres), np.concatenate(starts)


def _successions(
    world: World, centre: np.ndarray, opened: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Draw who follows whom: where savers leave fast, posts stay empty for weeks."""
    shape = (centre.size, FOLLOWERS)
    turnover = np.array([c.character.turnover for c in world.centres])[centre][:, None]
    stays = (150 + random.exponential(620, shape) / turnover).astype(np.int64)
    usual = np.where(random.random(shape) < 0.7, 0, random.integers(4, 26, shape))
    empty = np.where(turnover > 2, random.integers(25, 110, shape), usual)
    before = np.cumsum(stays + empty, axis=1) - (stays + empty)
    start = opened[:, None] + before
    return start, start + stays


def _engaged(world: World, posts: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]) -> Staff:
    """Number the people of all posts, those still in training on the last day included."""
    made: dict[str, Posts] = {}
    roles, centres, starts, ends = [], [], [], []
    count = 0
    for role, (centre, start, end) in posts.items():
        there = start - TRAINING <= world.days.until
        worker = np.full(start.shape, NONE, dtype=np.int32)
        worker[there] = count + np.arange(there.sum())
        count += int(there.sum())
        first = np.searchsorted(centre, np.arange(len(world.centres) + 1))
        made[role] = Posts(centre, first, start, end, worker)
        roles.append(np.full(there.sum(), code("worker", "role", role)))
        centres.append(np.broadcast_to(centre[:, None], start.shape)[there])
        starts.append(start[there])
        ends.append(end[there])
    start = np.concatenate(starts)
    return Staff(
        keys=keys("W", count, 4, world.seed), role=np.concatenate(roles),
        centre=np.concatenate(centres), engaged=start - TRAINING, ready=start,
        ended=np.concatenate(ends), savers=made["saver"], managers=made["case_manager"],
        supervisors=made["supervisor"],
    )


def worker(world: World, people: Staff) -> pa.Table:
    """Return the staff; who is in training has no day of dispatch yet."""
    orgs = pa.array([centre.org_id for centre in world.centres])
    office = ~np.isin(people.role, [code("worker", "role", r) for r in ("saver", "case_manager")])
    return table(
        "worker",
        worker_id=people.keys,
        org_id=refer(orgs, people.centre),
        role=people.role,
        engaged_on=people.engaged,
        dispatch_ready_on=np.where(office, NEVER, world.days.known(people.ready)),
        ended_on=world.days.known(people.ended),
    )
