"""A day is a day in Seoul, whatever type it has, on each engine and in each zone of the machine."""

import time
from datetime import date, datetime

import pytest
import worlds
from sqlalchemy import text

from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.reading import reading

# One second before and at midnight in Seoul; a time without a zone means its own date.
TIMES = {
    "timestamptz": [
        ("2026-02-10 14:59:59+00", date(2026, 2, 10)),
        ("2026-02-10 15:00:00+00", date(2026, 2, 11)),
        ("2026-02-10 23:59:59-05", date(2026, 2, 11)),
        ("2026-02-10 00:00:00+09", date(2026, 2, 10)),
    ],
    "timestamp": [
        ("2026-02-10 00:00:00", date(2026, 2, 10)),
        ("2026-02-10 23:59:59", date(2026, 2, 10)),
    ],
    "text": [
        ("2026-02-10", date(2026, 2, 10)),
        ("2026-02-10 23:59:59", date(2026, 2, 10)),
        ("2026-02-10 15:00:00+00", date(2026, 2, 11)),
    ],
}


@pytest.fixture(params=["UTC", "America/New_York"])
def zone(request, monkeypatch):
    """The zone of this process, neither of which is Seoul's."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def retype(address, table, type_, *columns):
    with open_for_writing(address).begin() as connection:
        for column in columns:
            as_type = f"type {type_} using cast({column} as {type_})"
            connection.execute(text(f"alter table {table} alter column {column} {as_type}"))


def insert_visits(address, values):
    with open_for_writing(address).begin() as connection:
        for number, value in enumerate(values):
            connection.execute(
                text(
                    "insert into visit "
                    "(visit_id, case_id, worker_id, mode, outcome, recorded_on, visited_on) "
                    f"values ('{number}', 'F', 'W', 'home', 'completed', '2026-03-01', '{value}')"
                )
            )


def read_days(address):
    with reading(open_engine(address)) as opened:
        found = opened.connection.execute(text("select visit_id, visited_on from visit order by visit_id"))
        return [day for unused_number, day in found]


@pytest.mark.parametrize("type_", TIMES)
def test_a_time_in_a_day_s_place_means_its_day_in_seoul(address, zone, type_):
    worlds.write(address, case_file=[{}], worker=[{}])
    retype(address, "visit", type_, "visited_on", "recorded_on")
    insert_visits(address, [value for value, unused_day in TIMES[type_]])
    assert read_days(address) == [day for unused_value, day in TIMES[type_]]


def test_a_time_of_a_domain_means_its_day_in_seoul_too(server, zone):
    url, run = server
    worlds.write(url, case_file=[{}], worker=[{}])
    run("create domain moment as timestamptz")
    retype(url, "visit", "moment", "visited_on")
    insert_visits(url, [value for value, unused_day in TIMES["timestamptz"]])
    assert read_days(url) == [day for unused_value, day in TIMES["timestamptz"]]


def test_a_view_that_makes_a_day_of_a_time_makes_it_in_seoul(address, zone):
    worlds.write(address, without=("visit",), case_file=[{}], worker=[{}])
    with open_for_writing(address).begin() as connection:
        connection.execute(
            text(
                "create view visit as select 'V' as visit_id, 'F' as case_id, 'W' as worker_id, "
                "cast(null as text) as plan_visit_id, "
                "cast(cast('2026-02-10 15:00:00+00' as timestamptz) as date) as visited_on, "
                "date '2026-02-12' as recorded_on, 'home' as mode, 'completed' as outcome, "
                "cast(null as text) as reason, 60 as minutes, true as child_seen, false as interpreter"
            )
        )
    assert read_days(address) == [date(2026, 2, 11)]


def test_the_time_of_a_load_is_told_in_seoul(address, zone):
    worlds.write(address)
    with open_for_writing(address).begin() as connection:
        connection.execute(text("alter table data_load alter column loaded_at type timestamptz"))
        connection.execute(text("update data_load set loaded_at = '2026-07-01 15:30:00+00'"))
    with reading(open_engine(address)) as opened:
        assert opened.load.loaded_at == datetime(2026, 7, 2, 0, 30)


def test_an_endless_time_is_an_endless_day(server):
    url, _run = server
    worlds.write(url, case_file=[{}], case_status=[{"valid_to": "infinity"}])
    retype(url, "case_status", "timestamptz", "valid_to")
    with reading(open_engine(url)) as opened:
        found = opened.connection.execute(text("select valid_to from case_status"))
        assert found.scalars().all() == [date.max]
