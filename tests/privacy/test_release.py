"""A release holds nothing that is hidden, is kept on disk whole or not at all, and can be accounted for."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from privacy.conftest import FINE
from privacy.synthetic import figures_of
from privacy.written_counts import counted

from dashboard.__main__ import main
from dashboard.indicators.figures import Figures
from dashboard.periods import Period
from dashboard.privacy import account, programs, storing
from dashboard.privacy.desks import Desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.published import HIDDEN, SHOWN
from dashboard.privacy.release import Decided, Release, decided, released
from dashboard.privacy.sheet import STATES, Figure
from dashboard.settings import current
from dashboard.snapshot import Snapshot

HEADQUARTERS = PROFILES["headquarters"]


@pytest.fixture(scope="module")
def world() -> Decided:
    return decided(figures_of(250, 2), HEADQUARTERS)


@pytest.fixture(scope="module")
def made(world: Decided) -> Release:
    return released(world)


def test_nothing_hidden_is_in_a_release(made: Release) -> None:
    hidden = made.states == STATES.index(HIDDEN)
    assert hidden.any()
    assert np.isnan(made.numbers[:, hidden]).all()
    assert not np.isnan(made.numbers[3, made.states == STATES.index(SHOWN)]).any()


def test_what_was_decided_once_is_decided_alike_again(made: Release) -> None:
    again = released(decided(figures_of(250, 2), HEADQUARTERS))
    assert (again.states == made.states).all()
    np.testing.assert_array_equal(again.numbers, made.numbers)


def test_no_count_can_be_reached_from_a_protected_desk() -> None:
    desk = Desks(figures_of(250, 2)).desk(Reader(HEADQUARTERS))
    desk.publish("C1", desk.units, desk.periods("quarter")[:2], "stage")
    assert not [each for each in reached(desk) if isinstance(each, Figures | Snapshot | pd.DataFrame)]


def reached(start: object) -> Iterator[object]:
    """Yield whatever can be reached from an object, but through no module, class or function."""
    seen, waiting = set[int](), [start]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type | types.ModuleType | types.FunctionType):
            continue
        seen.add(id(each))
        yield each
        waiting += gc.get_referents(each)


def test_a_release_is_read_back_as_it_was_saved(made: Release, tmp_path: Path) -> None:
    path = tmp_path / "release.parquet"
    storing.save(made, path)
    again = storing.read(path, made.profile)
    assert again is not None
    assert (again.units, again.places, again.times, again.width) == (
        made.units,
        made.places,
        made.times,
        made.width,
    )
    assert (again.states == made.states).all()
    np.testing.assert_array_equal(again.numbers, made.numbers)
    assert [each.name for each in tmp_path.iterdir()] == ["release.parquet"]


def test_a_file_of_another_profile_version_or_half_a_file_is_none(
    made: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "release.parquet"
    assert storing.read(path, made.profile) is None
    storing.save(made, path)
    assert storing.read(path, replace(made.profile, small_cell=12)) is None
    with monkeypatch.context() as other:
        other.setattr(storing, "FORMAT", storing.FORMAT + 1)
        assert storing.read(path, made.profile) is None
    path.write_bytes(path.read_bytes()[:-100])
    assert storing.read(path, made.profile) is None


def test_desks_keep_their_releases_on_disk_and_make_a_damaged_one_anew(tmp_path: Path) -> None:
    cell = ("C1", ["P"], [Period.parse("2026-Q1", figures_of(250, 2).as_of)])
    figures = Figures(counted(figures_of(250, 2).as_of))
    first = Desks(figures, tmp_path).desk(Reader(HEADQUARTERS)).publish(*cell).only
    (path,) = tmp_path.glob("*.parquet")
    written = path.stat().st_mtime_ns
    assert Desks(figures, tmp_path).desk(Reader(HEADQUARTERS)).publish(*cell).only == first
    assert path.stat().st_mtime_ns == written
    path.write_bytes(b"half")
    assert Desks(figures, tmp_path).desk(Reader(HEADQUARTERS)).publish(*cell).only == first
    assert storing.read(path, replace(HEADQUARTERS, name="")) is not None


def test_a_folder_that_cannot_be_written_is_only_told(made: Release, tmp_path: Path, caplog) -> None:
    storing.save(made, tmp_path / "nowhere" / "release.parquet")
    assert "kept in memory only" in caplog.text


def test_what_a_solver_cannot_prove_is_told_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"org_id": unit, "month": "2026-06-01", "families": n} for unit, n in (("A", 2), ("B", 30))]
    figures = Figures(counted(figures_of(250, 2).as_of, new_families_by_centre_and_month=rows))
    monkeypatch.setattr(programs.Program, "moved", lambda *unused: None)
    found = decided(figures, FINE)
    assert found.decision.given_up > 0
    june = Period.parse("2026-06", figures.as_of)
    cells = [released(found).cell("C1n", unit, june, None, None).state for unit in "PRAB"]
    assert cells == [HIDDEN] * 4


def test_every_cell_is_accounted_for(world: Decided, made: Release) -> None:
    lines = [*account.lines(world)]
    assert all(line.cells == line.shown + line.few + line.protecting for line in lines)
    assert any(line.coarsened for line in lines)
    coarse = {line.table for line in lines if line.coarsened}
    assert coarse == set(world.sheet.coarsened)


def test_why_a_cell_is_hidden_is_said() -> None:
    rows = [
        {"org_id": unit, "month": "2026-06-01", "families": n} for unit, n in (("A", 2), ("B", 30), ("C", 9))
    ]
    found = decided(Figures(counted(figures_of(250, 2).as_of, new_families_by_centre_and_month=rows)), FINE)
    june = Period.parse("2026-06", found.sheet.as_of)

    def reason(unit: str, *figure: str | None) -> str:
        return account.why(found, Figure(*figure), unit, june)

    assert "fewer families stand behind it" in reason("A", "C1n", None, None)
    beside = [unit for unit in "BC" if "to protect others" in reason(unit, "C1n", None, None)]
    assert beside
    assert "C1n of A in 2026-06" in reason(beside[0], "C1n", None, None)
    assert reason("A", "C1", None, None) == "It is shown."
    assert "single family" in reason("A", "V4", "late", "longest")
    with pytest.raises(KeyError, match="nowhere"):
        reason("nowhere", "C1", None, None)


def test_the_command_prints_what_was_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The command hands its flags on as variables: the next test is to find none.
    for name in ("DATABASE", "PROFILE", "SCOPE"):
        monkeypatch.setenv(f"DASHBOARD_{name}", "")
    path = str(tmp_path / "synthetic.duckdb")
    assert main(["demo", "--families", "100", "--out", path]) == 0
    capsys.readouterr()
    asked = ["release", "--database", path, "--profile", "headquarters"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "numbers proved, 0 cells hidden for want of a proof" in printed
    assert printed.splitlines()[0].split() == ["table", "units", "months", "cells", "shown", "few", "others"]
    assert main([*asked, "--why", "C1", "nowhere", "2026-Q1"]) == 2
    assert "'nowhere' is not there" in capsys.readouterr().err
    monkeypatch.setenv("DASHBOARD_SCOPE", "KR-28")
    assert main([*asked[:-1], "own_centre"]) == 2
    current.cache_clear()
    assert "Nothing is hidden" in capsys.readouterr().err
