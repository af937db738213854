"""What readers share belongs to a load, and goes with it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
import worlds

from dashboard.periods import Period
from dashboard.privacy.desks import desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.snapshot import Snapshot, take

REGIONAL = Reader(PROFILES["regional"])


@pytest.fixture
def without_collector() -> Iterator[None]:
    """Leave what refers to itself where it is: it must not, since a server sets early things apart."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def snapshot(address) -> Snapshot:
    return take(worlds.write(address, case_file=[{}], case_status=[{}]))


def test_readers_of_one_profile_and_scope_share_a_desk(duckdb_address) -> None:
    taken = snapshot(duckdb_address)
    assert desks(taken).desk(REGIONAL) is desks(taken).desk(Reader(PROFILES["regional"]))
    assert desks(taken).desk(REGIONAL) is not desks(taken).desk(Reader(PROFILES["headquarters"]))


@pytest.mark.usefixtures("without_collector")
def test_a_desk_goes_when_a_newer_load_is_opened(duckdb_address, tmp_path) -> None:
    older = snapshot(duckdb_address)
    desk = desks(older).desk(REGIONAL)
    desk.publish("C1", desk.units, (desk.periods("month")[0],), "stage")
    desk.left_out(desk.units, desk.periods("month")[0])
    day = desk.as_of
    desk.kept.get("a card", lambda: Period.month(day))
    gone = [weakref.ref(desk), weakref.ref(older)]
    newer = snapshot(duckdb_address.set(database=str(tmp_path / "newer.duckdb")))
    desks(newer)
    del desk, older
    assert [ref() for ref in gone] == [None, None]
