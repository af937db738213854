"""Who lays two loads side by side learns no more than each of them tells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from privacy.conftest import FINE
from privacy.synthetic import figures_of
from privacy.written_counts import counted

from dashboard.indicators.figures import Figures
from dashboard.periods import Period
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import Reader
from dashboard.privacy.published import HIDDEN, SHOWN
from dashboard.privacy.release import Release, decided, released
from dashboard.privacy.sheet import STATES

AS_OF = figures_of(250, 2).as_of
JUNE = Period.parse("2026-06", AS_OF)
LOADS = 24


def load(**families: int) -> Figures:
    """Return the figures of a load with so many new families in June by centre."""
    rows = [{"org_id": unit, "month": "2026-06-01", "families": number} for unit, number in families.items()]
    return Figures(counted(AS_OF, new_families_by_centre_and_month=rows))


def states(release: Release) -> str:
    """Return what is told of the region and its centres: "s" for shown, "h" for hidden."""
    cells = [release.cell("C1n", unit, JUNE, None, None) for unit in "RABC"]
    return "".join({SHOWN: "s", HIDDEN: "h"}[cell.state] for cell in cells)


@pytest.mark.parametrize(
    ("was", "is_", "before", "alone", "after"),
    [
        # C shown now would tell of A then: 32 less 20 less 9.
        ({"A": 3, "B": 20, "C": 9}, {"A": 6, "B": 20, "C": 9}, "shhh", "ssss", "shhh"),
        # B and C are known from the load before: only the sum can be hidden beside A.
        ({"A": 30, "B": 20, "C": 9}, {"A": 3, "B": 20, "C": 9}, "ssss", "shhh", "hhss"),
    ],
    ids=["what was hidden stays hidden when it grows", "what was told is no place to hide in"],
)
def test_two_loads_tell_no_more_than_each(
    was: dict[str, int], is_: dict[str, int], before: str, alone: str, after: str
) -> None:
    first, second = released(decided(load(**was), FINE)), load(**is_)
    assert states(first) == before
    assert states(released(decided(second, FINE))) == alone
    assert states(released(decided(second, FINE, first))) == after


def test_over_many_loads_with_late_records_nothing_hidden_is_told() -> None:
    random = np.random.default_rng(5)
    families = dict(zip("ABCD", random.integers(1, 9, 4).tolist(), strict=True))
    before, hidden = None, None
    for unused_load in range(LOADS):
        release = released(decided(load(**families), FINE, before))
        now = release.states == STATES.index(HIDDEN)
        if before is not None:
            assert now[hidden].all()
        before, hidden = release, now
        unit = "ABCD"[random.integers(4)]
        families[unit] = max(families[unit] + int(random.integers(-1, 4)), 0)
    assert hidden is not None
    assert hidden.any()


@pytest.mark.parametrize(("folders", "state"), [(("x/1", "x/2"), HIDDEN), (("x/1", "y/2"), SHOWN)])
def test_desks_decide_with_the_release_before_of_the_same_database(
    folders: tuple[str, str], state: str, tmp_path: Path
) -> None:
    for name, figures in zip(folders, (load(A=3, B=20, C=9), load(A=6, B=20, C=9)), strict=True):
        (tmp_path / name).mkdir(parents=True)
        desk = Desks(figures, tmp_path / name).desk(Reader(FINE))
    assert desk.publish("C1n", ["C"], [JUNE]).only.state == state
