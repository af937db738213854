"""A reading shows the rows that figures are made of, as they stood on a day."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database import queries
from dashboard.case_database.reading import reading


def rows(opened, sql):
    return [tuple(row) for row in opened.connection.execute(text(sql))]


def test_rows_without_findings_read_as_they_are(world):
    engine = world(case_file=[{"case_id": "F"}, {"case_id": "G", "org_id": "B"}], child=[{}])
    with reading(engine) as opened:
        assert rows(opened, "select case_id, org_id from case_file order by case_id") == [
            ("F", "A"), ("G", "B"),
        ]
        assert opened.left_out == {}
        assert opened.as_of == date(2026, 6, 30)
        assert opened.load.number == 1


def test_with_a_broken_row_go_all_rows_that_refer_to_it(world):
    engine = world(
        case_file=[{"case_id": "F", "household_type": "castle"}, {"case_id": "G"}],
        visit_plan=[{}], worker=[{}],
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


def test_an_earlier_day_shows_the_rows_and_the_words_of_that_day(world):
    engine = world(
        case_file=[{"intake_on": "2026-01-01", "opened_on": "2026-03-01"},
                   {"case_id": "G", "intake_on": "2026-04-01", "opened_on": None}],
        child=[{}, {"child_id": "K2", "case_id": "G"}],
        referral=[{"decision": "accepted", "decided_on": "2026-03-05"}],
    )
    with reading(engine, date(2026, 2, 28)) as opened:
        assert rows(opened, "select case_id, opened_on from case_file") == [("F", None)]
        assert rows(opened, "select child_id from child") == [("K",)]
        assert rows(opened, "select decision, decided_on from referral") == [("pending", None)]


def test_a_payment_reads_as_scheduled_before_it_was_paid_and_paid_before_it_came_back(world):
    payment = {"paid_on": "2026-02-03", "returned_on": "2026-03-03", "returned": 100,
               "status": "returned"}
    engine = world(case_file=[{}], budget_line=[{}], grant_request=[{}], grant_decision=[{}],
                   grant_payment=[payment])
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
    from dashboard.case_database.engine import open_for_writing

    engine = world(without=("visit",), case_file=[{}], worker=[{}])
    with open_for_writing(address).begin() as connection:
        connection.execute(text(
            "create view visit as select 'V' as visit_id, 'F' as case_id, 'W' as worker_id, "
            "cast(null as text) as plan_visit_id, '2026-02-10' as visited_on, "
            "'2026-02-11' as recorded_on, 'home' as mode, 'completed' as outcome, "
            "cast(null as text) as reason, '60' as minutes, true as child_seen, "
            "false as interpreter"
        ))
    with reading(engine) as opened:
        assert rows(opened, "select visited_on, minutes from visit") == [(date(2026, 2, 10), 60)]


def test_nothing_can_be_written_and_nothing_stays(world):
    engine = world()
    with reading(engine) as opened:
        queries.prepare(opened.connection, 
            first_month=date(2026, 1, 1), last_month=date(2026, 12, 1), as_of=opened.as_of)
        assert rows(opened, "select count(*) from reporting_month") == [(6,)]
    with pytest.raises(DBAPIError), reading(engine) as opened:
        opened.connection.execute(text("create table kept (a integer)"))
    with engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text("select * from reporting_month"))
