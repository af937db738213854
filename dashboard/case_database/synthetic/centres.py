"""The centres: one programme, two regions, centres in real districts.

Each centre has a character, so that every page has something to show: an old
large one over its capacity, two that lose their savers, a small one, one that
began weeks ago, one with no family yet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.case_database.synthetic.days import Days
from dashboard.case_database.synthetic.places import REGIONS, districts

PROGRAMME = "KR"
MOST_CENTRES = 40
# Districts of the first centres; the others follow by code.
FIRST_DISTRICTS = (
    "28200",
    "28237",
    "41190",
    "28177",
    "41390",
    "41270",
    "28245",
    "28185",
    "41110",
    "41280",
)


@dataclass(frozen=True)
class Character:
    """What makes a centre differ.

    Attributes:
        opens: days from the first day of the history, or to its last one if negative.
        size: families it takes in, relative to others; 0: a fixed few.
        quality: share of planned visits that are made, at first and in the end.
        load: families per saver's post; full: families of its capacity, at the end.
        turnover: how fast savers leave, 1 is usual.
    """

    opens: int
    size: float
    quality: tuple[float, float]
    load: float = 16.0
    full: float = 0.88
    turnover: float = 1.0


CHARACTERS = (
    Character(1, 1.8, (0.83, 0.79), load=21.0, full=1.12),
    Character(1, 1.4, (0.80, 0.86)),
    Character(8, 1.5, (0.83, 0.83), full=0.97),
    Character(34, 1.1, (0.77, 0.53), turnover=3.0, full=0.78),
    Character(63, 0.9, (0.86, 0.90), full=0.83),
    Character(120, 1.0, (0.73, 0.55), turnover=2.6, full=0.72),
    Character(400, 0.28, (0.78, 0.81), full=0.66),
    Character(460, 0.9, (0.81, 0.83), full=0.93),
    Character(-44, 0.0, (0.75, 0.80)),
    Character(-8, 0.0, (0.75, 0.75)),
)
# Where in CHARACTERS the centre stands that began weeks ago.
BEGAN_WEEKS_AGO = 8


@dataclass(frozen=True)
class Centre:
    org_id: str
    area_code: str
    launched: int
    character: Character

    @property
    def region(self) -> str:
        return REGIONS[self.area_code[:2]]


def centres(days: Days, families: int, random: np.random.Generator) -> list[Centre]:
    """Return the centres: about 10 for 2,000 families, never more than 40."""
    there = {place["code"]: place for place in districts(days)}
    order = [code for code in FIRST_DISTRICTS if code in there]
    order += sorted(set(there) - set(order))
    count = int(np.clip(round(10 * (families / 2000) ** 0.301), 10, min(MOST_CENTRES, len(order))))
    characters = [*CHARACTERS, *(_another(days, random) for _ in range(count - len(CHARACTERS)))]
    found: list[Centre] = []
    for area, character in zip(order, characters, strict=False):
        org_id = _org_id(there[area], {centre.org_id for centre in found})
        from_day = days.start if character.opens > 0 else days.until
        found.append(Centre(org_id, area, from_day + character.opens, character))
    return found


def _another(days: Days, random: np.random.Generator) -> Character:
    middle = random.uniform(0.74, 0.87)
    return Character(
        opens=int(random.triangular(1, 20, days.until - days.start - 200)),
        size=float(random.uniform(0.5, 1.6)),
        quality=(middle, float(np.clip(middle + random.normal(0, 0.05), 0.55, 0.92))),
        load=float(random.uniform(14, 19)),
        full=float(random.uniform(0.7, 1.02)),
        turnover=float(random.uniform(0.7, 1.6)),
    )


def _org_id(place: dict[str, str], taken: set[str]) -> str:
    syllables = place["en"].split("-")[0].split(" ")[0].upper()
    letters = syllables[0] + next((c for c in syllables[2:] if c not in "AEIOUYWNG"), syllables[1])
    region = REGIONS[place["code"][:2]]
    numbers = (f"{region}-{letters}{number_:02}" for number_ in range(1, 100))
    return next(org_id for org_id in numbers if org_id not in taken)
