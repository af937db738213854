"""What every part of the synthetic world shares: seed, calendar, centres."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np

from dashboard.case_database.synthetic.centres import Centre
from dashboard.case_database.synthetic.days import Days, months_of


def dice(seed: int, subject: str, part: int = 0) -> np.random.Generator:
    """Return a generator of its own for each subject: one more draw shifts no other."""
    return np.random.default_rng([seed, crc32(subject.encode()), part])


@dataclass(frozen=True)
class World:
    seed: int
    days: Days
    centres: list[Centre]

    def dice(self, subject: str, part: int = 0) -> np.random.Generator:
        return dice(self.seed, subject, part)

    @cached_property
    def launched(self) -> np.ndarray:
        """First day of each centre."""
        return np.array([centre.launched for centre in self.centres])

    @cached_property
    def _qualities(self) -> np.ndarray:
        """Centre × month of the history: share of planned visits that are made."""
        months = self._month(np.array([self.days.until]))[0] + 1
        # Good or bad, what changes a centre comes in its last year.
        course = np.clip((np.arange(months) - months + 15) / 12, 0, 1)
        first, last = np.array([centre.character.quality for centre in self.centres]).T
        return first[:, None] + (last - first)[:, None] * course

    def _month(self, days: np.ndarray) -> np.ndarray:
        return months_of(days) - months_of(np.array([self.days.start]))[0]

    def quality(self, centre: np.ndarray, days: np.ndarray) -> np.ndarray:
        months = np.clip(self._month(days), 0, self._qualities.shape[1] - 1)
        return self._qualities[centre, months]


def runs(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for `counts` items of each row: the row, and the place within the row."""
    row = np.repeat(np.arange(counts.size), counts)
    ends = np.cumsum(counts)
    place = np.arange(row.size) - np.repeat(ends - counts, counts)
    return row, place
