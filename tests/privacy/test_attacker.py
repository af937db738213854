"""Somebody who puts together all that is published and all that is true of it finds no few families."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from privacy.attacker import Attacker, Fact, Few, insider

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.synthetic import write
from dashboard.exports.published import lines
from dashboard.indicators.figures import Figures
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.snapshot import take

# Deciding a release and attacking it takes the regional profile most of a minute, headquarters two
# seconds: by default few worlds and headquarters alone, as many as wanted by the variable.
EXAMPLES = int(os.environ.get("EXAMPLES", "4"))
SIZES = (500, 150, 1500)
WORLDS = [(SIZES[n % len(SIZES)], n + 1) for n in range(max(EXAMPLES // 2, 1))]
PROFILES_ATTACKED = ("regional", "headquarters") if EXAMPLES > 4 else ("headquarters",)
MUTATIONS = 20


def figures_of(families: int, seed: int, folder: Path) -> Figures:
    path = folder / f"{families}-{seed}.duckdb"
    write(path, families, seed)
    return Figures(take(open_engine(parse(str(path)))))


@pytest.fixture(scope="module", params=WORLDS, ids=lambda world: f"{world[0]} families, seed {world[1]}")
def figures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Figures:
    families, seed = request.param
    return figures_of(families, seed, tmp_path_factory.mktemp("attacker"))


@pytest.fixture(scope="module", params=PROFILES_ATTACKED)
def desk(request: pytest.FixtureRequest, figures: Figures) -> Desk:
    return Desks(figures).desk(Reader(PROFILES[request.param]))


@pytest.fixture(scope="module")
def attacker(figures: Figures, desk: Desk) -> Attacker:
    return Attacker(lines(desk), figures, desk)


def test_nothing_of_few_families_is_found_exactly_or_proved_to_be_small(attacker: Attacker) -> None:
    report = attacker.attack()
    assert report.few
    assert ([str(each) for each in report.exact], [str(each) for each in report.small]) == ([], [])


@pytest.mark.skipif(EXAMPLES <= 4, reason="a count for those who ask: EXAMPLES=8")
def test_what_a_director_finds_out_about_others_is_counted(attacker: Attacker) -> None:
    # The last unit that the reader sees: a centre, or a region where the profile ends there.
    inside = insider(attacker, attacker.units[-1])
    print(f"a director finds {len(inside.exact)} exactly and {len(inside.small)} small of {inside.few}")
    assert inside.few


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
def test_a_line_let_slip_is_read(figures: Figures, desk: Desk, split: str | None, code: str | None) -> None:
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
