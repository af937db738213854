"""Working share and ceiling of each worker, dated; leave is a share of 0."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, refer, table
from dashboard.case_database.synthetic.workers import FULL_LOAD, SUPERVISED, Staff
from dashboard.case_database.synthetic.world import World

SHARES = np.array([1.0, 0.8, 0.6, 0.5])


def worker_capacity(world: World, people: Staff) -> pa.Table:
    """Return up to three rows for each worker: before, during and after a leave or a change."""
    random = world.dice("worker_capacity")
    count = people.role.size
    saver = people.is_saver
    share = SHARES[np.searchsorted([0.5, 0.75, 0.9], random.random(count))]
    changed, back = _leaves(world, people, random)
    kind = random.random(count)
    during = np.where(kind < 0.55, 0.0, np.where(share == 1.0, 0.8, 1.0))
    begins = np.maximum(people.engaged, 0)
    bounds = np.stack([begins, changed, back, people.ended], axis=1)
    bounds = np.minimum(bounds, people.ended[:, None])
    shares = np.stack([share, during, share], axis=1)
    start, end = bounds[:, :-1], bounds[:, 1:]
    row, place = np.nonzero((start < end) & (start <= world.days.until))
    fte = np.where(saver[row], shares[row, place], 1.0)
    return table(
        "worker_capacity",
        worker_id=refer(people.keys, row),
        valid_from=start[row, place],
        valid_to=world.days.known(end[row, place]),
        fte=fte,
        max_points=np.where(saver[row], (fte * FULL_LOAD).round(1), 0.0),
        supervisor_id=refer(people.keys, supervisors(people)[row]),
    )


def _leaves(world: World, people: Staff, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw when a worker's share changes and changes back; NEVER for most."""
    count = people.role.size
    tired = np.array([c.character.turnover > 2 for c in world.centres])[people.centre]
    takes = people.is_saver & (random.random(count) < np.where(tired, 0.3, 0.12))
    ordinary = people.ready + random.integers(90, 500, count)
    lately = world.days.until - random.integers(20, 150, count)
    begins = np.where(tired, np.maximum(lately, people.ready + 30), ordinary)
    begins = np.where(takes, begins, NEVER)
    return begins, np.where(takes, begins + random.integers(60, 240, count), NEVER)


def supervisors(people: Staff) -> np.ndarray:
    """Return the row of each worker's supervisor: savers only, by their post."""
    found = np.full(people.role.size, NONE, dtype=np.int32)
    posts, heads = people.savers, people.supervisors
    place = np.arange(posts.centre.size) - posts.first[posts.centre]
    # The first savers of a centre share its first supervisor, and so on.
    last = heads.first[posts.centre + 1] - 1
    head = heads.worker[np.minimum(heads.first[posts.centre] + place // SUPERVISED, last), 0]
    there = posts.worker != NONE
    found[posts.worker[there]] = np.broadcast_to(head[:, None], posts.worker.shape)[there]
    return found
