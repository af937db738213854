"""The organisation: one programme, two regions, centres in real districts.

Each centre has a character, so that every page has something to show: an old
large one over its capacity, two that lose their savers, a small one, one that
began weeks ago, one with no family yet.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, table
from dashboard.case_database.synthetic.days import Days
from dashboard.case_database.synthetic.names import labels

PROGRAMME = "KR"
REGIONS = {"28": "KR-28", "41": "KR-41"}
MOST_CENTRES = 40
# Districts of the first centres; the others follow by code.
FIRST_DISTRICTS = (
    "28200", "28237", "41190", "28177", "41390", "41270", "28245", "28185", "41110", "41280",
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
    Character(1, 1.9, (0.80, 0.76), load=21.0, full=1.12),
    Character(30, 1.5, (0.76, 0.82)),
    Character(60, 1.6, (0.79, 0.80), full=0.97),
    Character(120, 1.1, (0.72, 0.44), turnover=3.0, full=0.78),
    Character(210, 0.9, (0.82, 0.86), full=0.83),
    Character(300, 1.0, (0.68, 0.46), turnover=2.6, full=0.72),
    Character(400, 0.28, (0.74, 0.77), full=0.66),
    Character(460, 0.9, (0.77, 0.79), full=0.93),
    Character(-44, 0.0, (0.75, 0.80)),
    Character(-8, 0.0, (0.75, 0.75)),
)
BEGAN_WEEKS_AGO, WITHOUT_FAMILIES = 8, 9


@dataclass(frozen=True)
class Centre:
    org_id: str
    area_code: str
    launched: int
    character: Character

    @property
    def region(self) -> str:
        return REGIONS[self.area_code[:2]]


def places() -> list[dict[str, str]]:
    """Return the rows of the places that the product knows."""
    text = files("dashboard.i18n").joinpath("places.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def districts(days: Days) -> list[dict[str, str]]:
    """Return the districts of both regions that there were on the last day."""
    day = str(days.until_date)
    return [
        place
        for place in places()
        if place["level"] == "district"
        and place["code"][:2] in REGIONS
        and (place["valid_from"] or day) <= day <= (place["valid_to"] or day)
    ]


def centres(days: Days, families: int, random: np.random.Generator) -> list[Centre]:
    """Return the centres: about 10 for 2,000 families, never more than 40."""
    there = {place["code"]: place for place in districts(days)}
    order = [code for code in FIRST_DISTRICTS if code in there]
    order += sorted(set(there) - set(order))
    count = int(np.clip(round(10 * (families / 2000) ** 0.301), 10, min(MOST_CENTRES, len(order))))
    characters = [*CHARACTERS, *(_another(days, random) for _ in range(count - len(CHARACTERS)))]
    found: list[Centre] = []
    for area, character in zip(order, characters):
        org_id = _org_id(there[area], {centre.org_id for centre in found})
        from_day = days.start if character.opens > 0 else days.until
        found.append(Centre(org_id, area, from_day + character.opens, character))
    return found


def _another(days: Days, random: np.random.Generator) -> Character:
    middle = random.uniform(0.68, 0.82)
    return Character(
        opens=int(random.integers(20, days.until - days.start - 200)),
        size=float(random.uniform(0.5, 1.6)),
        quality=(middle, float(np.clip(middle + random.normal(0, 0.06), 0.5, 0.9))),
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


def org_unit(found: list[Centre]) -> pa.Table:
    """Return the tree."""
    first = {region: min(c.launched for c in found if c.region == region) for region in REGIONS.values()}
    rows = [(PROGRAMME, None, "programme", None, min(first.values()))]
    rows += [(org, PROGRAMME, "region", prefix, first[org]) for prefix, org in REGIONS.items()]
    rows += [(c.org_id, c.region, "centre", c.area_code, c.launched) for c in found]
    ids, parents, levels, areas, launched = zip(*rows)
    return table(
        "org_unit", org_id=ids, parent_id=pa.array(parents), level=pa.array(levels),
        area_code=pa.array(areas), launched_on=launched, closed_on=[NEVER] * len(rows),
    )


def org_label(found: list[Centre]) -> pa.Table:
    """Return the names of all units in five languages."""
    by_code = {place["code"]: place for place in places()}
    rows = labels(PROGRAMME, "programme", None)
    for prefix, org_id in REGIONS.items():
        rows += labels(org_id, "region", by_code[prefix])
    for centre in found:
        rows += labels(centre.org_id, "centre", by_code[centre.area_code])
    org_ids, languages, names, short_names = zip(*rows)
    return table(
        "org_label", org_id=org_ids, lang=pa.array(languages), name=names, short_name=short_names
    )


def org_capacity(days: Days, found: list[Centre], load: np.ndarray) -> pa.Table:
    """Return how many families each centre can serve, raised twice as it grew.

    Args:
        load: families on the programme at the end, by centre. The centre without
            families has not set a capacity yet.
    """
    rows = []
    for centre, families in zip(found, load):
        if families == 0:
            continue
        full = max(round(families / centre.character.full), 12)
        length = days.until - centre.launched
        steps = [(0, 0.6), (int(length * 0.4), 0.8), (int(length * 0.75), 1.0)]
        steps = steps if length > 200 else [(0, 1.5)]
        starts = [centre.launched + after for after, _ in steps]
        for (_, share), start, end in zip(steps, starts, [*starts[1:], NEVER]):
            rows.append((centre.org_id, start, end, round(full * share)))
    org_ids, starts, ends, ceilings = zip(*rows)
    return table(
        "org_capacity", org_id=org_ids, valid_from=starts, valid_to=ends, max_active_cases=ceilings
    )
