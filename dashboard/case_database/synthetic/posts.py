"""Posts: they open as a centre grows, and people follow each other in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.case_database.synthetic.columns import NONE
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.world import World

FOLLOWERS = 8
"""How many people can follow each other in one post."""


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


def peaks(world: World, drawn: Families) -> np.ndarray:
    """Return centre × day: the most families in service so far."""
    length = world.days.until - world.days.start + 2
    change = np.zeros((len(world.centres), length), dtype=np.int64)
    for days, sign in ((drawn.serves, 1), (drawn.leaves, -1)):
        inside = (drawn.serves < drawn.leaves) & (days <= world.days.until)
        np.add.at(change, (drawn.centre[inside], days[inside] - world.days.start), sign)
    return np.maximum.accumulate(np.cumsum(change, axis=1), axis=1)


def openings(world: World, most: np.ndarray, each: np.ndarray, at_once: int) -> tuple[np.ndarray, np.ndarray]:
    """Return centre and first day of posts: one more whenever `each` families more came."""
    centres, starts = [], []
    for row, launched in enumerate(world.launched):
        count = max(int(np.ceil(most[row, -1] / each[row])), at_once)
        needed = np.searchsorted(most[row], np.arange(count) * each[row], side="right")
        needed = world.days.start + needed - 14
        needed[:at_once] = launched
        centres.append(np.full(count, row))
        starts.append(np.maximum(needed, launched))
    return np.concatenate(centres), np.concatenate(starts)


def successions(
    world: World, centre: np.ndarray, opened: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Draw who follows whom: where savers leave fast, posts stay empty for weeks."""
    shape = (centre.size, FOLLOWERS)
    turnover = np.array([c.character.turnover for c in world.centres])[centre][:, None]
    stays = (150 + random.exponential(620, shape) / turnover).astype(np.int64)
    usual = np.where(random.random(shape) < 0.7, 0, random.integers(4, 26, shape))
    empty = np.where(turnover > 2, random.integers(20, 75, shape), usual)
    before = np.cumsum(stays + empty, axis=1) - (stays + empty)
    start = opened[:, None] + before
    return start, start + stays
