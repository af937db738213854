"""What `dashboard published` prints is what a reader of a profile is shown, cell by cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import worlds
from sqlalchemy import URL

from dashboard.__main__ import main
from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.synthetic import write
from dashboard.exports.published import lines
from dashboard.indicators.registry import INDICATORS
from dashboard.measures import plain
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.published import HIDDEN, SHOWN
from dashboard.settings import current
from dashboard.snapshot import Snapshot, take

KEYS = ["indicator", "split", "code", "unit", "period", "state"]
NUMBERS = ["numerator", "denominator", "missing", "value", "median", "p90"]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("published") / "synthetic.duckdb", 100, 3, months=12)


@pytest.fixture(scope="module")
def snapshot(database: Path) -> Snapshot:
    return take(open_engine(parse(str(database))))


def rows(desk: Desk) -> list[dict]:
    return [json.loads(line) for line in lines(desk)]


def test_every_cell_of_a_reader_is_there_once_and_a_hidden_one_without_a_number(snapshot: Snapshot) -> None:
    desk = desks(snapshot).desk(Reader(PROFILES["headquarters"]))
    found = rows(desk)
    assert {tuple(row) for row in found} == {(*KEYS, *NUMBERS)}
    keys = [tuple(row[key] for key in KEYS[:-1]) for row in found]
    assert len(keys) == len(set(keys))
    assert {row["indicator"] for row in found} == {*INDICATORS, "rules", "left_out"}
    assert {row["unit"] for row in found} == set(desk.units)
    hidden = [row for row in found if row["state"] == HIDDEN]
    assert hidden
    assert {row[number] for row in hidden for number in NUMBERS} == {None}
    period = desk.periods("quarter")[0]
    for row in found:
        if row["indicator"] == "C1" and row["split"] == "stage" and row["period"] == period.code:
            cell = desk.publish("C1", (row["unit"],), (period,), "stage", (row["code"],)).only
            assert cell.state == row["state"]
            assert [row[name] for name in NUMBERS] == [plain(number) for number in cell.numbers]


def test_nothing_lies_outside_a_reader_s_scope(snapshot: Snapshot) -> None:
    centre = snapshot.units.centres(snapshot.units.programme)[0]
    found = rows(desks(snapshot).desk(Reader(PROFILES["own_centre"], frozenset({centre}))))
    assert {row["unit"] for row in found} == {centre}
    assert HIDDEN not in {row["state"] for row in found}


def test_the_command_prints_the_cells_of_the_profile_that_is_named(
    database: Path, snapshot: Snapshot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The command hands its flags on as variables: the next test is to find none.
    for name in ("DATABASE", "PROFILE", "SCOPE"):
        monkeypatch.setenv(f"DASHBOARD_{name}", "")
    words = ["published", "--database", str(database), "--profile", "headquarters", "--scope", "KR-28"]
    assert main(words) == 0
    current.cache_clear()
    reader = Reader(PROFILES["headquarters"], frozenset({"KR-28"}))
    assert capsys.readouterr().out == "".join(lines(desks(snapshot).desk(reader)))


def test_with_a_cache_folder_what_a_load_hid_stays_hidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE", "PROFILE", "SCOPE", "CACHE_FOLDER"):
        monkeypatch.setenv(f"DASHBOARD_{name}", "")
    address = URL.create("duckdb", database=str(tmp_path / "case.duckdb"))
    words = ["published", "--database", str(address.database), "--profile", "regional"]

    def state_of(families: int, load: int, *more: str) -> str:
        names = [f"F{n}" for n in range(families)]
        worlds.write(
            address,
            case_file=[{"case_id": name, "opened_on": "2026-05-04"} for name in names],
            case_status=[{"case_id": name, "valid_from": "2026-05-04"} for name in names],
            data_load=[{"load_id": load}],
        )
        assert main([*words, *more]) == 0
        rows = map(json.loads, capsys.readouterr().out.splitlines())
        asked = {"indicator": "C1n", "split": None, "unit": "P", "period": "2026-05"}
        (row,) = (row for row in rows if asked.items() <= row.items())
        return row["state"]

    kept = ("--cache-folder", str(tmp_path / "cache"))
    assert state_of(3, 1, *kept) == HIDDEN
    assert state_of(9, 2, *kept) == HIDDEN
    assert state_of(9, 2) == SHOWN
    current.cache_clear()
