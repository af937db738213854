"""A reading shows the rows that figures are made of, as they stood on a day."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import worlds
from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database import queries
from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused


def rows(opened, sql):
    return [tuple(row) for row in opened.connection.execute(text(sql))]


def test_rows_without_findings_read_as_they_are(world):
    engine = world(case_file=[{"case_id": "F"}, {"case_id": "G", "org_id": "B"}], child=[{}])
    with reading(engine) as opened:
        assert rows(opened, "select case_id, org_id from case_file order by case_id") == [
            ("F", "A"),
            ("G", "B"),
        ]
        assert opened.left_out == {}
        assert opened.as_of == date(2026, 6, 30)
        assert opened.load.number == 1


def test_with_a_broken_row_go_all_rows_that_refer_to_it(world):
    engine = world(
        case_file=[{"case_id": "F", "household_type": "castle"}, {"case_id": "G"}],
        visit_plan=[{}],
        worker=[{}],
        visit=[{"plan_visit_id": "VP"}, {"visit_id": "V2", "case_id": "G"}],
        visit_content=[{}, {"visit_id": "V2"}],
    )
    with reading(engine) as opened:
        assert rows(opened, "select case_id from case_file") == [("G",)]
        assert rows(opened, "select visit_id from visit") == [("V2",)]
        assert rows(opened, "select visit_id from visit_content") == [("V2",)]
        assert opened.left_out == {
            ("unknown_code", "case_file"): 1,
            ("refers_to_left_out", "visit_plan"): 1,
            ("refers_to_left_out", "visit"): 1,
            ("refers_to_left_out", "visit_content"): 1,
        }


def test_references_within_a_table_are_followed_to_the_end(world):
    chain = [{"referral_id": "1", "source": "newspaper"}] + [
        {"referral_id": str(n), "duplicate_of": str(n - 1)} for n in (2, 3, 4)
    ]
    with reading(world(referral=[*chain, {"referral_id": "5"}])) as opened:
        assert rows(opened, "select referral_id from referral") == [("5",)]
        assert opened.left_out["refers_to_left_out", "referral"] == 3


def test_the_first_row_of_a_repeated_key_stays_with_what_refers_to_it(world):
    engine = world(case_file=[{}, {"org_id": "B"}], child=[{}])
    with reading(engine) as opened:
        assert rows(opened, "select org_id from case_file") == [("A",)]
        assert rows(opened, "select case_id from child") == [("F",)]
        assert opened.left_out == {("duplicate_key", "case_file"): 1}


def test_an_optional_table_that_is_absent_reads_as_empty(world):
    with reading(world(without=("advance", "settlement", "area_births"))) as opened:
        assert rows(opened, "select * from advance") == []
        assert opened.absent == {"advance", "settlement", "area_births"}


def test_days_beyond_the_calendar_are_its_ends(world):
    engine = world(
        case_file=[{"intake_on": "-infinity"}, {"case_id": "G"}],
        visit_plan=[
            {"case_id": "G", "expires_on": "infinity"},
            {"plan_visit_id": "VP2", "case_id": "G", "window_to": "10000-01-01", "expires_on": "10000-01-02"},
        ],
        worker=[{"ended_on": "infinity"}, {"worker_id": "W2", "ended_on": None}],
    )
    with reading(engine) as opened:
        assert rows(opened, f"select intake_on from {opened.addresses['case_file']}") == [
            (date(1, 1, 1),),
            (date(2026, 1, 1),),
        ]
        assert opened.left_out["implausible_date", "case_file"] == 1
        assert rows(opened, "select window_to, expires_on from visit_plan") == [
            (date(2026, 2, 13), date(9999, 12, 31)),
            (date(9999, 12, 31), date(9999, 12, 31)),
        ]
        assert rows(opened, "select ended_on from worker") == [(date(9999, 12, 31),), (None,)]


def test_an_earlier_day_shows_the_rows_and_the_words_of_that_day(world):
    engine = world(
        case_file=[
            {"intake_on": "2026-01-01", "opened_on": "2026-03-01"},
            {"case_id": "G", "intake_on": "2026-04-01", "opened_on": None},
        ],
        child=[{}, {"child_id": "K2", "case_id": "G"}],
        referral=[{"decision": "accepted", "decided_on": "2026-03-05"}],
    )
    with reading(engine, date(2026, 2, 28)) as opened:
        assert rows(opened, "select case_id, opened_on from case_file") == [("F", None)]
        assert rows(opened, "select child_id from child") == [("K",)]
        assert rows(opened, "select decision, decided_on from referral") == [("pending", None)]


def test_a_payment_reads_as_scheduled_before_it_was_paid_and_paid_before_it_came_back(world):
    payment = {"paid_on": "2026-02-03", "returned_on": "2026-03-03", "returned": 100, "status": "returned"}
    engine = world(
        case_file=[{}], budget_line=[{}], grant_request=[{}], grant_decision=[{}], grant_payment=[payment]
    )
    told = {}
    for day in (date(2026, 2, 2), date(2026, 3, 2), date(2026, 3, 3)):
        with reading(engine, day) as opened:
            told[day.isoformat()] = rows(opened, "select status, returned from grant_payment")
    assert told == {
        "2026-02-02": [("scheduled", 0)],
        "2026-03-02": [("paid", 0)],
        "2026-03-03": [("returned", 100)],
    }


def test_a_view_of_other_types_stands_in_for_a_table(world, address):
    engine = world(without=("visit",), case_file=[{}], worker=[{}])
    with open_for_writing(address).begin() as connection:
        connection.execute(
            text(
                "create view visit as select 'V' as visit_id, 'F' as case_id, 'W' as worker_id, "
                "cast(null as text) as plan_visit_id, '2026-02-10' as visited_on, "
                "'2026-02-11' as recorded_on, 'home' as mode, 'completed' as outcome, "
                "cast(null as text) as reason, '60' as minutes, true as child_seen, "
                "false as interpreter"
            )
        )
    with reading(engine) as opened:
        assert rows(opened, "select visited_on, minutes from visit") == [(date(2026, 2, 10), 60)]


def test_nothing_that_a_reading_makes_stays(world):
    engine = world()
    with reading(engine) as opened:
        queries.prepare(
            opened.connection, first_month=date(2026, 1, 1), last_month=date(2026, 12, 1), as_of=opened.as_of
        )
        assert rows(opened, "select count(*) from reporting_month") == [(6,)]
    for name in ("reporting_month", "broken_row"):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="does not exist"):
            connection.execute(text(f"select * from {name}"))


def test_a_reading_cannot_write_into_a_file(duckdb_address):
    engine = worlds.write(duckdb_address)
    with pytest.raises(DBAPIError, match="read-only"), reading(engine) as opened:
        opened.connection.execute(text(f"delete from {opened.addresses['org_unit']}"))


@pytest.mark.parametrize("name", ["memory", "temp", "o'brien", 'a "b" c'])
def test_a_file_may_have_any_name(tmp_path, name):
    engine = worlds.write(URL.create("duckdb", database=str(tmp_path / f"{name}.duckdb")))
    with reading(engine) as opened:
        assert rows(opened, "select count(*) from org_unit") == [(4,)]


def test_every_value_of_the_contract_s_types_is_copied_as_it_is(server):
    url, _run = server
    worlds.write(
        url,
        case_file=[{"language": ""}],
        case_status=[{"valid_to": "infinity"}, {"valid_from": "2015-01-01", "valid_to": None}],
        budget_version=[{"amount": "9999999999999.99"}, {"amount": "0.01"}, {"amount": None}],
        training_course=[{"is_core": False, "valid_months": None}],
    )
    with reading(open_engine(url)) as opened:
        at = opened.addresses
        assert rows(opened, f"select valid_from, valid_to from {at['case_status']}") == [
            (date(2026, 1, 1), date.max),
            (date(2015, 1, 1), None),
        ]
        assert rows(opened, f"select amount from {at['budget_version']}") == [
            (Decimal("9999999999999.99"),),
            (Decimal("0.01"),),
            (None,),
        ]
        assert rows(opened, f"select language from {at['case_file']}") == [("",)]
        assert rows(opened, f"select is_core, valid_months from {at['training_course']}") == [
            (False, None),
        ]
        assert opened.load.loaded_at == datetime(2026, 7, 1, 2)


def test_rows_are_copied_in_the_order_in_which_they_lie(server):
    url, run = server
    worlds.write(url, visit=[])
    # More than a batch, so that an order of arrival would show.
    run("insert into visit (visit_id) select number from generate_series(1, 300000) as number")
    with reading(open_engine(url)) as opened:
        assert rows(
            opened,
            f"select count(*) from {opened.addresses['visit']} where cast(visit_id as bigint) <> rowid + 1",
        ) == [(0,)]


def test_values_of_other_types_are_refused_with_their_table(server):
    url, run = server
    worlds.write(url)
    run(
        "alter table visit rename to site_visit",
        "create view visit as select site_visit.*, 'long' as length from site_visit",
        "insert into site_visit (visit_id) values ('V')",
        "alter table budget_version alter column amount type text",
        "insert into budget_version values ('L1', '2026-01-01', 'one million')",
    )
    with pytest.raises(Refused, match="'budget_version' holds values") as refused, reading(open_engine(url)):
        pass
    assert refused.value.kind == "unreadable"
    assert "one million" not in str(refused.value)


FAILING = {
    "a value that is none": "cast('900101-2' || number as date)",
    "a statement that takes too long": "pg_sleep(number)",
    "a server that goes away": "pg_terminate_backend(pg_backend_pid())",
}


@pytest.mark.parametrize("value", FAILING.values(), ids=FAILING)
def test_a_reading_that_the_server_breaks_off_names_the_table_and_no_value(server, value):
    url, run = server
    worlds.write(url)
    run(
        "alter table visit rename to site_visit",
        "create view visit as select site_visit.* from site_visit inner join lateral ("
        f"select {value} as done from generate_series(1, 10) as number"
        ") as spent on spent.done is not null",
        "insert into site_visit (visit_id) values ('V')",
    )
    broken_off = pytest.raises(Refused, match="broke off the reading of 'visit'")
    with broken_off as refused, reading(open_engine(url, statement_seconds=1)):
        pass
    assert refused.value.kind == "unreachable"
    assert "900101" not in str(refused.value)


def test_a_view_on_what_the_role_may_not_read_is_told(server):
    url, run = server
    worlds.write(url)
    run(
        "alter table visit rename to site_visit",
        "create role keeper_of_views",
        "create view visit as select * from site_visit",
        "alter view visit owner to keeper_of_views",
    )
    try:
        broken_off = pytest.raises(Refused, match=r"broke off the reading of 'visit' .*42501")
        with broken_off, reading(open_engine(url)):
            pass
    finally:
        run("drop owned by keeper_of_views", "drop role keeper_of_views")


def test_a_database_that_does_not_fit_in_memory_is_told(duckdb_address):
    engine = worlds.write(duckdb_address)
    told = "more memory than there is"
    with pytest.raises(Refused, match=told), reading(engine) as opened:  # noqa: PT012 - leaving it refuses
        opened.connection.execute(text("set memory_limit = '20MB'"))
        opened.connection.execute(
            text("create table large as select range || 'a long text' as value from range(10000000)")
        )
