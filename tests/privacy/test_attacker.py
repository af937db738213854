"""Somebody who puts together all that is published and all that is true of it finds no few families."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from typing import NamedTuple

import numpy as np
import pytest
from prepared import Prepared
from privacy.attacker import Attacker, Fact, Few
from privacy.synthetic import figures_of

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.exports.published import lines
from dashboard.indicators.figures import Figures
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.snapshot import take

# An attack on the regional profile takes a minute or two, on headquarters two seconds: by default
# headquarters, and a region of the world that is decided already; more by the variable.
EXAMPLES = int(os.environ.get("EXAMPLES", "2"))
SIZES = {"headquarters": (250, 500, 2000), "regional": (100, 500, 1500)}
ATTACKED = [
    (profile, SIZES[profile][n // 2 % 3], n + 1)
    for n, profile in zip(range(EXAMPLES if EXAMPLES > 2 else 1), cycle(SIZES), strict=False)
]
MUTATIONS = 20


class World(NamedTuple):
    """Figures, and what a reader is told of them."""

    figures: Figures
    desk: Desk


@pytest.fixture(
    scope="module", params=ATTACKED, ids=lambda attacked: "{}, {} families, seed {}".format(*attacked)
)
def world(request: pytest.FixtureRequest) -> World:
    profile, families, seed = request.param
    figures = figures_of(families, seed)
    # Whoever knows what stands behind rounded numbers knows more.
    return World(figures, Desks(figures).desk(Reader(replace(PROFILES[profile], rounding=None))))


@pytest.fixture(scope="module")
def attacker(world: World) -> Attacker:
    return Attacker(lines(world.desk), *world)


def test_nothing_of_few_families_is_found_exactly_or_proved_to_be_small(attacker: Attacker) -> None:
    hold(attacker)


def test_a_director_finds_nothing_of_the_few_families_of_others(world: World) -> None:
    attacker = Attacker(lines(world.desk), *world)
    attacker.direct("KR-41-BC01")
    hold(attacker)


# Who directs one of them finds nothing in the others, so nobody else does.
@pytest.mark.parametrize("centre", ["KR-41-BC01", "KR-41-SH01"])
def test_directors_find_nothing_of_the_few_families_of_their_region(centre: str, prepared: Prepared) -> None:
    figures = Figures(take(open_engine(parse(str(prepared.database)))))
    (release,) = prepared.cache_folder.glob("snapshots/*/*/release-5.parquet")
    desk = Desks(figures, release.parent).desk(Reader(PROFILES["regional"], frozenset({"KR-41"})))
    # The last half-year: the more is read, the longer it takes.
    told = (line for line in lines(desk) if json.loads(line)["period"] >= "2026")
    attacker = Attacker(told, figures, desk)
    attacker.direct(centre)
    hold(attacker)


def test_where_families_are_shown_their_hidden_visits_are_no_less() -> None:
    # Found among many worlds: 4 late visits, by the late families of the regions.
    figures = figures_of(548, 117, months=2, until=date(2026, 5, 31))
    desk = Desks(figures).desk(Reader(PROFILES["regional"]))
    told = (line for line in lines(desk) if json.loads(line)["indicator"] == "V4")
    hold(Attacker(told, figures, desk))


def hold(attacker: Attacker) -> None:
    report = attacker.attack()
    assert report.few
    assert ([str(each) for each in report.exact], [str(each) for each in report.small]) == ([], [])


def test_a_number_let_slip_is_found(attacker: Attacker) -> None:
    random = np.random.default_rng(1)
    for few, slipped in mutations(attacker, random):
        found = attacker.attack(also_known=slipped, only=[few])
        assert found.exact, few.what


def mutations(attacker: Attacker, random: np.random.Generator) -> Iterator[tuple[Few, set[int]]]:
    """Yield numbers of few with the cells to let slip: its own, or all those beside it in a sum."""
    hidden = [
        each for each in attacker.few if each.families and len(each.sum) == 1 and is_hidden(attacker, each)
    ]
    sums = {number: fact for fact in attacker.facts if fact.equal for number in fact.sum}
    beside = [each for each in hidden if next(iter(each.sum)) in sums]
    for n in range(MUTATIONS):
        if n % 2:
            few = beside[random.integers(len(beside))]
            own = next(iter(few.sum))
            yield few, {number // 3 for number in others(sums[own], own)}
        else:
            few = hidden[random.integers(len(hidden))]
            yield few, {number // 3 for number in few.sum}


def is_hidden(attacker: Attacker, few: Few) -> bool:
    return bool(np.isnan(attacker.known[[*few.sum]]).all())


def others(fact: Fact, number: int) -> list[int]:
    return [other for other in fact.sum if other != number]


@pytest.mark.parametrize(("split", "code"), [(None, None), ("stage", "pregnancy")])
def test_a_line_let_slip_is_read(world: World, split: str | None, code: str | None) -> None:
    figures, desk = world
    published = [json.loads(line) for line in lines(desk)]
    asked = [
        line for line in published if (line["indicator"], line["split"], line["code"]) == ("C1", split, code)
    ]
    for line in asked:
        line.update(state="shown", numerator=7)
    read = Attacker(map(json.dumps, published), figures, desk)
    name = "C1" if code is None else f"C1.{split}={code}"
    numbers = [read.known[3 * cell] for (figure, *_), cell in read.cells.items() if figure == name]
    assert set(numbers) == {7.0}
