"""Readers keep the last good figures, whatever the database does."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
import worlds
from sqlalchemy import URL, text

from dashboard.case_database.engine import open_for_writing
from dashboard.keeper import KEPT, Keeper, statements
from dashboard.refusal import Refused
from dashboard.resources import QUERIES
from dashboard.workroom import PREFIX

NOON = datetime(2026, 7, 1, 12)


def keeper_of(address: URL, folder) -> Keeper:
    return Keeper(address, folder, now=lambda: NOON)


def load_again(address: URL, number: int) -> None:
    """Say that the database was loaded once more."""
    row = worlds.complete("data_load", [{"load_id": number}])
    writing = open_for_writing(address)
    with writing.begin() as connection:
        worlds.insert(connection, "data_load", [*row])
    writing.dispose()


def change(address: URL, statement: str) -> None:
    """Change the database beneath the keeper, as a site does that rebuilds it."""
    writing = open_for_writing(address)
    with writing.begin() as connection:
        connection.execute(text(statement))
    writing.dispose()


def test_a_newer_load_is_taken_and_an_equal_one_is_not(address, tmp_path):
    worlds.write(address)
    kept = keeper_of(address, tmp_path)
    assert not kept.ready
    first = kept.current()
    kept.check()
    assert kept.current() is first
    load_again(address, 2)
    assert kept.current() is first
    kept.check()
    assert (kept.current().load.number, kept.trouble) == (2, None)


def test_the_last_good_snapshot_stays_while_the_database_is_in_trouble(address, tmp_path):
    worlds.write(address)
    kept = keeper_of(address, tmp_path)
    first = kept.current()
    change(address, "drop table visit")
    kept.check()
    assert kept.current() is first
    assert kept.trouble is not None
    assert (kept.trouble.kind, kept.since) == ("without_table", NOON)


def test_a_start_without_the_database_shows_the_last_good_snapshot(duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    keeper_of(duckdb_address, tmp_path).current()
    (tmp_path / "case_database.duckdb").unlink()
    started = keeper_of(duckdb_address, tmp_path)
    assert started.current().load.number == 1
    assert started.trouble is not None
    assert (started.trouble.kind, started.since) == ("missing", NOON)
    worlds.write(duckdb_address)
    started.check()
    assert (started.trouble, started.since) == (None, None)


def test_without_a_database_and_without_a_snapshot_the_reason_is_said(duckdb_address, tmp_path):
    kept = keeper_of(duckdb_address, tmp_path)
    for unused_time in range(2):
        with pytest.raises(Refused) as refused:
            kept.current()
        assert refused.value.kind == "missing"


def test_a_second_start_reads_the_snapshot_from_disk(duckdb_address, tmp_path):
    worlds.write(duckdb_address, case_file=[{}], case_status=[{}])
    first = keeper_of(duckdb_address, tmp_path).current()
    # The same load: what changed beneath it is not looked at.
    change(duckdb_address, "delete from case_status")
    again = keeper_of(duckdb_address, tmp_path).current()
    families = "families_by_centre_and_month"
    assert len(again.counts[families]) == len(first.counts[families]) > 0


def test_only_the_last_snapshots_stay_on_disk(duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    kept = keeper_of(duckdb_address, tmp_path)
    kept.current()
    for number in range(2, KEPT + 4):
        load_again(duckdb_address, number)
        kept.check()
    (folder,) = (tmp_path / "snapshots").iterdir()
    assert len(list(folder.iterdir())) == KEPT
    assert kept.current().load.number == KEPT + 3


def test_databases_do_not_share_snapshots(tmp_path):
    addresses = [URL.create("duckdb", database=str(tmp_path / name)) for name in ("1", "2")]
    for number, address in enumerate(addresses, 1):
        worlds.write(address, data_load=[{"load_id": number}])
    numbers = [keeper_of(address, tmp_path).current().load.number for address in addresses]
    assert numbers == [1, 2]
    (tmp_path / "1").unlink()
    assert keeper_of(addresses[0], tmp_path).current().load.number == 1


def cut(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def garble(path: Path) -> None:
    """Put other bytes in the place of all that follows the file's head."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(byte ^ 0x5A for byte in content[4096:]))


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut in its head": lambda path: cut(path, 0.001),
    "cut in the middle": lambda path: cut(path, 0.5),
    "cut at its end": lambda path: cut(path, 0.99),
    "other bytes": garble,
    "other bytes throughout": lambda path: path.write_bytes(b"\x5a" * path.stat().st_size),
    "a text": lambda path: path.write_text("not here"),
    "a folder": make_folder,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_that_is_damaged_while_it_is_served_leaves_the_last_good_figures(
    damage, duckdb_address, tmp_path
):
    worlds.write(duckdb_address)
    file = Path(str(duckdb_address.database))
    kept = keeper_of(duckdb_address, tmp_path / "cache")
    first = kept.current()
    sound = file.read_bytes()
    load_again(duckdb_address, 2)
    newer = file.read_bytes()
    DAMAGES[damage](file)
    kept.check()
    assert kept.current() is first
    assert (kept.trouble is not None, kept.since) == (True, NOON)
    # A process that starts now has the figures of before, too.
    started = keeper_of(duckdb_address, tmp_path / "cache")
    assert started.current().load.number == 1
    assert started.trouble is not None
    if file.is_dir():
        file.rmdir()
    for content, number in ((sound, 1), (newer, 2)):
        file.write_bytes(content)
        kept.check()
        assert (kept.current().load.number, kept.trouble) == (number, None)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_load_at_an_end_of_the_calendar_is_no_end_of_the_keeper(day, duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    kept = keeper_of(duckdb_address, tmp_path)
    first = kept.current()
    change(duckdb_address, f"insert into data_load values (2, 'test', now(), date '{day}', 1)")
    kept.check()
    assert kept.trouble or kept.current() is not first
    load_again(duckdb_address, 3)
    kept.check()
    assert (kept.current().load.number, kept.trouble) == (3, None)


def test_units_in_a_circle_and_a_load_without_its_time_are_trouble_and_the_next_load_is_taken(
    duckdb_address, tmp_path
):
    worlds.write(duckdb_address)
    kept = keeper_of(duckdb_address, tmp_path)
    first = kept.current()
    change(duckdb_address, "update org_unit set parent_id = 'B' where org_id = 'P'")
    change(duckdb_address, "update data_load set load_id = 2")
    kept.check()
    assert kept.current() is first
    assert kept.trouble is not None
    change(duckdb_address, "update org_unit set parent_id = null where org_id = 'P'")
    change(duckdb_address, "update data_load set load_id = 3, loaded_at = null")
    kept.check()
    assert kept.current() is first
    assert kept.trouble is not None
    load_again(duckdb_address, 4)
    kept.check()
    assert (kept.current().load.number, kept.trouble) == (4, None)


def test_what_a_query_says_of_a_row_is_in_no_message_and_no_log(duckdb_address, tmp_path, caplog):
    worlds.write(duckdb_address, case_file=[{"case_id": "Kim"}])
    change(duckdb_address, "alter table case_file rename to rows_of_case_file")
    change(
        duckdb_address,
        "create view case_file as select * replace (cast(case_id as integer)::text as case_id) "
        "from rows_of_case_file",
    )
    kept = keeper_of(duckdb_address, tmp_path)
    with pytest.raises(Refused) as refused:
        kept.current()
    assert "Kim" not in f"{refused.value} {caplog.text}"
    assert caplog.records


def test_an_older_load_is_shown_and_said(duckdb_address, tmp_path, caplog):
    worlds.write(duckdb_address, data_load=[{"load_id": 5}])
    kept = keeper_of(duckdb_address, tmp_path)
    kept.current()
    assert kept.older is None
    change(duckdb_address, "update data_load set load_id = 3")
    kept.check()
    assert kept.current().load.number == 3
    assert kept.older is not None
    assert kept.older.startswith("Load 3 (loaded 2026-07-01 02:00:00, newest event 2026-06-30) is older than")
    assert kept.older in caplog.text
    kept.check()
    assert kept.older is not None
    load_again(duckdb_address, 6)
    kept.check()
    assert kept.older is None


@pytest.mark.parametrize("days", ["loaded_at = '2026-06-30 23:00:00'", "latest_event_on = '2026-05-31'"])
def test_a_load_with_an_earlier_day_is_an_older_one_whatever_its_number(days, duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    kept = keeper_of(duckdb_address, tmp_path)
    kept.current()
    change(duckdb_address, f"update data_load set load_id = 2, {days}")
    kept.check()
    assert (kept.current().load.number, kept.older is not None) == (2, True)


def test_every_statement_is_part_of_what_decides_the_figures():
    files = [*QUERIES.rglob("*.sql")]
    together = "\n".join(statements())
    assert len(statements()) == len(files)
    for file in files:
        assert file.read_text(encoding="utf-8").splitlines()[-1] in together


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let this process write no file larger than that, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_on_the_disk_the_figures_are_shown_all_the_same(duckdb_address, tmp_path, caplog):
    worlds.write(duckdb_address)
    kept = keeper_of(duckdb_address, tmp_path)
    with room_for(1000):
        assert kept.current().load.number == 1
    assert kept.trouble is None
    assert "kept in memory only" in caplog.text
    (folder,) = (tmp_path / "snapshots").iterdir()
    assert list(folder.iterdir()) == []


def test_a_start_clears_what_a_killed_process_left_half_saved(duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    keeper_of(duckdb_address, tmp_path).current()
    (folder,) = (tmp_path / "snapshots").iterdir()
    left = folder / f"{PREFIX}saving-x"
    left.mkdir()
    started = keeper_of(duckdb_address, tmp_path)
    assert started.current().load.number == 1
    started.start()
    started.stop()
    assert not left.exists()


def test_a_damaged_snapshot_is_taken_and_saved_anew(duckdb_address, tmp_path):
    worlds.write(duckdb_address)
    keeper_of(duckdb_address, tmp_path).current()
    (file,) = tmp_path.rglob("families_by_centre_and_month.parquet")
    file.write_bytes(b"PAR1")
    assert keeper_of(duckdb_address, tmp_path).current().load.number == 1
    assert file.stat().st_size > 4


def test_while_the_database_is_away_a_load_that_cannot_be_prepared_gives_way_to_the_one_before(
    duckdb_address, tmp_path, caplog
):
    worlds.write(duckdb_address)
    first = keeper_of(duckdb_address, tmp_path)
    first.current()
    load_again(duckdb_address, 2)
    first.check()
    Path(duckdb_address.database).unlink()

    def prepare(snapshot, folder):
        if snapshot.load.number == 2:
            raise ArithmeticError

    kept = Keeper(duckdb_address, tmp_path, prepare=prepare)
    assert kept.current().load.number == 1
    assert kept.trouble is not None
    assert "cannot be shown: ArithmeticError" in caplog.text
