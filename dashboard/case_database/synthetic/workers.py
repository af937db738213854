"""Workers: the people in the posts of savers, case managers, supervisors, coordinators."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, code, refer, table
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.posts import Posts, openings, peaks, successions
from dashboard.case_database.synthetic.world import World

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
    most = peaks(world, drawn)
    per_post = np.array([centre.character.load for centre in world.centres])
    saver_centre, saver_start = openings(world, most, per_post, 2)
    start, end = successions(world, saver_centre, saver_start, random)
    posts = {"saver": (saver_centre, start, end)}
    for role, each in (
        ("case_manager", MANAGED),
        ("supervisor", per_post * SUPERVISED),
        ("coordinator", EVERYONE),
    ):
        centre, first_day = openings(world, most, np.broadcast_to(each, per_post.shape), 1)
        posts[role] = (centre, first_day[:, None], np.full((centre.size, 1), NEVER))
    return _engaged(world, posts)


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
        keys=keys("W", count, 4, world.seed),
        role=np.concatenate(roles),
        centre=np.concatenate(centres),
        engaged=start - TRAINING,
        ready=start,
        ended=np.concatenate(ends),
        savers=made["saver"],
        managers=made["case_manager"],
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
