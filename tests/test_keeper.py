"""Readers keep the last good figures, whatever the database does."""

from datetime import datetime

import pytest
import worlds
from sqlalchemy import URL, text

from dashboard.case_database.engine import open_for_writing
from dashboard.keeper import KEPT, Keeper
from dashboard.refusal import Refused

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
