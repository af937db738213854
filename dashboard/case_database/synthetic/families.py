"""Families: when they come, how long they stay, why they leave."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.centres import BEGAN_WEEKS_AGO
from dashboard.case_database.synthetic.columns import NEVER, choose, code
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World

FEW = 7
"""Families of the centre that began weeks ago."""

REASONS = {
    "goals_met": 0.43,
    "moved_away": 0.13,
    "transferred": 0.12,
    "declined": 0.10,
    "lost_contact": 0.11,
    "other": 0.05,
    "ineligible": 0.02,
    "capacity": 0.03,
    "death": 0.004,
}
EARLY_REASONS = {"declined": 0.55, "ineligible": 0.25, "lost_contact": 0.15, "other": 0.05}
LANGUAGES = {"ko": 86, "vi": 5, "zh": 4, "en": 2, "fil": 1.2, "uz": 1, "mn": 0.8}


@dataclass(frozen=True)
class Families:
    """One row a family; days as numbers, NEVER for what has not come.

    Attributes:
        centre: row of the centre.
        leaves: first day closed, also where it lies after the last day of the data.
        serves: first day of service, also where it lies after it; `leaves` for
            those who leave before service begins.
        birth: birth of the youngest child at intake, or that of the pregnancy.
        reason: code of the closure.
    """

    keys: pa.Array
    centre: np.ndarray
    intake: np.ndarray
    assessed: np.ndarray
    serves: np.ndarray
    leaves: np.ndarray
    prenatal: np.ndarray
    due: np.ndarray
    birth: np.ndarray
    reason: np.ndarray
    language: np.ndarray

    @property
    def count(self) -> int:
        return self.centre.size


def families(world: World, count: int) -> Families:
    """Draw the families, in the order of their intake."""
    random = world.dice("families")
    centre, intake = _arrivals(world, count, random)
    prenatal = random.random(count) < 0.44
    due = np.where(prenatal, intake + random.integers(8, 215, count), NEVER)
    birth = _births(intake, prenatal, due, random)
    assessed, serves = _beginnings(world, centre, intake, random)
    leaves, reason = _endings(serves, birth, random)
    early = random.random(count) < 0.035
    # Most stay until the child is there.
    stays = prenatal & (random.random(count) < 0.85) & (serves < birth)
    leaves = np.where(stays, np.maximum(leaves, birth + random.integers(20, 160, count)), leaves)
    leaves = np.where(early, world.days.working(intake + random.integers(4, 32, count)), leaves)
    early_reason = choose(random, count, "closure", "reason", EARLY_REASONS)
    return Families(
        keys=keys("C", count, 5, world.seed),
        centre=centre,
        intake=intake,
        assessed=np.where(early, np.minimum(assessed, leaves), assessed),
        serves=np.where(early, leaves, serves),
        leaves=leaves,
        prenatal=prenatal,
        due=due,
        birth=birth,
        reason=np.where(early, early_reason, reason),
        language=np.searchsorted(
            np.cumsum(list(LANGUAGES.values())) / sum(LANGUAGES.values()), random.random(count)
        ),
    )


def _arrivals(world: World, count: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw centre and day together: more where a centre is large, open, and has become known."""
    days = np.arange(world.days.start, world.days.until + 1)
    open_for = days - (world.launched[:, None] + 5)
    known = np.where(open_for >= 0, 1 - 0.6 * np.exp(-np.maximum(open_for, 0) / 60), 0)
    growth = 1 + 0.08 * (days - days[0]) / days.size
    size = np.array([centre.character.size for centre in world.centres])
    rate = size[:, None] * known * growth * world.days.works(days) * world.days.season(days)
    reach = np.cumsum(rate.ravel())
    drawn = np.searchsorted(reach, random.random(count) * reach[-1], side="right")
    centre, day = np.divmod(drawn, days.size)
    few = min(FEW, count // 50)
    centre[:few] = BEGAN_WEEKS_AGO
    day[:few] = np.linspace(world.launched[BEGAN_WEEKS_AGO] + 3, days[-1] - 6, few) - days[0]
    order = np.argsort(day, kind="stable")
    return centre[order], world.days.working(days[day[order]])


def _births(
    intake: np.ndarray, prenatal: np.ndarray, due: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    count = intake.size
    young = random.random(count) < 0.6
    age = np.where(young, random.integers(3, 175, count), random.integers(175, 620, count))
    around = np.maximum(due + random.normal(-3, 8, count).round(), intake + 2)
    return np.where(prenatal, around, intake - age).astype(np.int64)


def _beginnings(
    world: World, centre: np.ndarray, intake: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Draw the day on which the assessment begins, and that on which service begins."""
    count = intake.size
    full = np.array([c.character.full > 1 for c in world.centres])[centre]
    short = np.array([c.character.turnover > 2 for c in world.centres])[centre]
    waits = random.random(count) < np.where(full, 0.55, np.where(short, 0.4, 0.2))
    length = 3 + random.exponential(np.where(full, 17, np.where(short, 12, 7)), count)
    wait = np.where(waits, length.astype(int), 0)
    assessed = world.days.working(intake + wait)
    return assessed, world.days.working(assessed + random.integers(3, 17, count))


def _endings(
    serves: np.ndarray, birth: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Draw the day of leaving and its reason: two years after the birth at the latest."""
    count = serves.size
    leaves = serves + 21 + random.gamma(1.7, 165, count).astype(int)
    of_age = np.maximum(birth + 731 + random.integers(0, 40, count), serves + 21)
    reason = choose(random, count, "closure", "reason", REASONS)
    aged_out = code("closure", "reason", "aged_out")
    return np.minimum(leaves, of_age), np.where(of_age <= leaves, aged_out, reason)
