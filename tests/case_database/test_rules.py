"""Each data-quality rule finds its row, in its table, and nothing else."""

from datetime import date

import pytest
from sqlalchemy import text

from dashboard.case_database import broken_rows, rules
from dashboard.case_database.reading import reading

LATEST = date(2026, 6, 30)
FAMILY = {
    "worker": [{}],
    "case_file": [{}],
    "case_status": [{}],
    "case_assignment": [{}],
    "certification": [{}],
}
GRANT = FAMILY | {
    "budget_line": [{}],
    "grant_request": [{}],
    "grant_decision": [{}],
    "grant_payment": [{}],
}

# Rule, table in which a row breaks it, how many rows do, the world.
BROKEN = [
    ("missing_required", "case_file", 1, {"case_file": [{"language": None, "org_id": None}]}),
    ("unknown_code", "visit", 1, FAMILY | {"visit": [{"mode": "boat", "reason": "asleep"}]}),
    ("orphan", "child", 2, {"child": [{}, {"child_id": "K2"}]}),
    ("duplicate_key", "case_file", 2, FAMILY | {"case_file": [{}, {}, {}]}),
    (
        "duplicate_key",
        "case_level",
        1,
        FAMILY | {"case_level": [{"valid_to": "2026-01-05"}, {"valid_to": "2026-01-09"}]},
    ),
    ("overlapping_history", "case_level", 1, FAMILY | {"case_level": [{}, {"valid_from": "2026-02-01"}]}),
    (
        "overlapping_history",
        "case_level",
        2,
        FAMILY
        | {
            "case_level": [
                {"valid_to": "2026-05-01"},
                {"valid_from": "2026-02-01", "valid_to": "2026-02-03"},
                {"valid_from": "2026-03-01"},
            ]
        },
    ),
    ("date_order", "case_file", 1, FAMILY | {"case_file": [{"opened_on": "2025-12-31"}]}),
    ("date_order", "closure", 1, FAMILY | {"closure": [{"closed_on": "2025-12-31"}]}),
    ("date_order", "visit", 1, FAMILY | {"visit": [{"recorded_on": "2026-02-09"}]}),
    ("date_order", "grant_payment", 1, GRANT | {"grant_payment": [{"paid_on": "2026-02-01"}]}),
    ("date_order", "visit_plan", 1, FAMILY | {"visit_plan": [{"window_from": "2026-02-11"}]}),
    ("date_order", "visit_plan", 1, FAMILY | {"visit_plan": [{"expires_on": "2026-02-12"}]}),
    (
        "future_event",
        "visit",
        1,
        FAMILY | {"visit": [{"visited_on": "2026-06-30", "recorded_on": "2026-07-01"}]},
    ),
    (
        "future_event",
        "case_status",
        1,
        FAMILY | {"case_status": [{"valid_to": "2026-07-02"}, {"valid_from": "2026-07-02"}]},
    ),
    ("implausible_date", "referral", 1, {"referral": [{"received_on": "2014-12-31"}]}),
    ("implausible_date", "child", 1, FAMILY | {"child": [{"birth_on": "2021-12-31"}]}),
    ("negative_amount", "budget_version", 1, {"budget_line": [{}], "budget_version": [{"amount": -1}]}),
    ("negative_amount", "grant_payment", 1, GRANT | {"grant_payment": [{"returned": 101}]}),
    ("unknown_currency", "grant_payment", 1, GRANT | {"grant_payment": [{"currency": "USD"}]}),
    ("payment_without_decision", "grant_payment", 1, GRANT | {"grant_decision": [{"decision": "rejected"}]}),
    (
        "visit_after_closure",
        "visit",
        1,
        FAMILY
        | {
            "case_status": [{"status": "closed"}],
            "closure": [{"closed_on": "2026-02-10"}],
            "visit": [{}, {"visit_id": "V2", "visited_on": "2026-02-09"}],
        },
    ),
    (
        "duplicate_visit",
        "visit",
        1,
        FAMILY
        | {
            "visit": [
                {},
                {"visit_id": "V2"},
                {"visit_id": "V3", "mode": "phone"},
                {"visit_id": "V4", "outcome": "attempted"},
            ]
        },
    ),
    (
        "uncertified_visit",
        "visit",
        2,
        FAMILY
        | {
            "certification": [{"expires_on": "2026-02-10"}, {"cert_code": "X", "revoked_on": "2026-02-01"}],
            "visit": [
                {},
                {"visit_id": "V2", "visited_on": "2026-02-11", "recorded_on": "2026-02-11"},
                {"visit_id": "V3", "visited_on": "2024-01-31", "recorded_on": "2024-01-31"},
            ],
        },
    ),
    (
        "unassigned_active",
        "case_file",
        1,
        FAMILY | {"case_assignment": [{"duty": "case_manager"}, {"valid_to": "2026-06-30"}]},
    ),
    (
        "late_record",
        "visit",
        1,
        FAMILY
        | {
            "visit": [
                {"recorded_on": "2026-02-24"},
                {"visit_id": "V2", "mode": "phone", "recorded_on": "2026-02-25"},
            ]
        },
    ),
]

# What looks like a finding and is none.
SOUND = {
    "an end in the future": FAMILY | {"case_level": [{"valid_to": "2027-01-01"}]},
    "a plan for later": FAMILY
    | {
        "visit_plan": [
            {
                "due_on": "2026-07-10",
                "window_from": "2026-07-07",
                "window_to": "2026-07-13",
                "expires_on": "2026-07-20",
            }
        ]
    },
    "a certificate that still runs": FAMILY | {"certification": [{"expires_on": "2027-01-01"}]},
    "a budget planned by month": {"budget_line": [{}], "budget_phase": [{"month": "2026-12-01"}]},
    "a centre that opens later": {
        "org_unit": [
            {"org_id": "P", "level": "programme"},
            {"org_id": "R", "parent_id": "P", "level": "region"},
            {"org_id": "A", "parent_id": "R", "level": "centre", "launched_on": "2026-09-01"},
            {"org_id": "B", "parent_id": "R", "level": "centre"},
        ]
    },
    "histories that meet": FAMILY
    | {"case_level": [{"valid_to": "2026-02-01"}, {"valid_from": "2026-02-01"}]},
    "two duties of one worker": FAMILY | {"case_assignment": [{}, {"duty": "case_manager"}]},
    "a saver who is no saver": FAMILY
    | {"worker": [{"role": "coordinator"}], "certification": [], "visit": [{}]},
    "a payment on no line": GRANT
    | {"grant_decision": [{"line_id": None}], "grant_payment": [{"currency": "USD"}]},
}


@pytest.fixture
def address(duckdb_address):
    """In DuckDB alone: rows of PostgreSQL are asked there too, once they are copied."""
    return duckdb_address


def found(engine):
    """Return how many rows break each rule, by (rule, table)."""
    with reading(engine) as opened:
        broken_rows.add(opened.connection, rules.warnings(LATEST), opened.addresses, opened.counts)
        told = opened.connection.execute(
            text("select rule, table_name, count(distinct row_id) from broken_row group by rule, table_name")
        )
        return {(rule, table): count for rule, table, count in told}


@pytest.mark.parametrize(("rule", "table", "count", "tables"), BROKEN)
def test_each_rule_finds_its_rows_and_nothing_else(world, rule, table, count, tables):
    assert found(world(**tables)) == {(rule, table): count}


@pytest.mark.parametrize("tables", SOUND.values(), ids=SOUND)
def test_what_lies_ahead_or_fits_together_breaks_no_rule(world, tables):
    assert found(world(**tables)) == {}


@pytest.mark.parametrize(
    "second",
    [
        {"decided_on": "2026-03-01"},
        {"decision": "rejected"},
        {"line_id": "L2"},
    ],
)
def test_a_row_that_repeats_a_key_decides_nothing(world, second):
    tables = GRANT | {
        "budget_line": [{}, {"line_id": "L2", "currency": "USD"}],
        "grant_decision": [{}, second],
    }
    assert found(world(**tables)) == {("duplicate_key", "grant_decision"): 1}


def test_a_payment_of_a_first_decision_that_is_rejected_has_none(world):
    tables = GRANT | {"grant_decision": [{"decision": "rejected"}, {}]}
    assert found(world(**tables)) == {
        ("duplicate_key", "grant_decision"): 1,
        ("payment_without_decision", "grant_payment"): 1,
    }


# A row that repeats a key, and what it would say of the rows that hang on that key.
REPEATED = {
    "closure": FAMILY
    | {"case_status": [{"status": "closed"}], "visit": [{}], "closure": [{}, {"closed_on": "2026-02-10"}]},
    "worker": FAMILY | {"worker": [{"role": "coordinator"}, {}], "certification": [], "visit": [{}]},
    "case_status": FAMILY | {"case_status": [{"status": "outreach"}, {}], "case_assignment": []},
    "case_file": FAMILY | {"case_file": [{}, {"opened_on": "2026-06-02"}], "closure": [{}]},
}


@pytest.mark.parametrize("table", REPEATED)
def test_a_row_that_repeats_a_key_makes_no_finding_elsewhere(world, table):
    assert found(world(**REPEATED[table])) == {("duplicate_key", table): 1}


def test_a_row_that_repeats_a_key_mends_no_finding(world):
    engine = world(
        **FAMILY
        | {
            "certification": [{"expires_on": "2025-02-01"}, {}],
            "case_assignment": [{"valid_to": "2026-03-01"}, {}],
            "case_file": [{}, {}],
            "visit": [{}],
        }
    )
    assert found(engine) == {
        ("duplicate_key", "certification"): 1,
        ("duplicate_key", "case_assignment"): 1,
        ("duplicate_key", "case_file"): 1,
        ("uncertified_visit", "visit"): 1,
        ("unassigned_active", "case_file"): 1,
    }


def test_a_history_without_an_end_reaches_over_the_last_day_of_the_calendar(world):
    tables = FAMILY | {"case_status": [{}, {"valid_from": "9999-12-31"}]}
    assert found(world(**tables)) == {
        ("overlapping_history", "case_status"): 1,
        ("future_event", "case_status"): 1,
    }


def test_visits_of_nobody_are_no_repeated_visit(world):
    nobody = [{"visit_id": "V1", "worker_id": None}, {"visit_id": "V2", "worker_id": None}]
    assert found(world(**FAMILY | {"visit": nobody})) == {("missing_required", "visit"): 2}


def test_every_rule_of_the_contract_has_a_world_that_breaks_it():
    assert {rule for rule, *unused in BROKEN} == {*rules.ERRORS, *rules.WARNINGS}


@pytest.mark.parametrize("rule", rules.ERRORS)
def test_a_row_that_breaks_an_error_rule_is_left_out(world, rule):
    table, count, tables = next(
        (table, count, tables) for name, table, count, tables in BROKEN if name == rule
    )
    with reading(world(**tables)) as opened:
        assert opened.left_out[rule, table] == count
        stay = opened.connection.execute(text(f"select count(*) from {table}")).scalar_one()
    assert stay == len(tables[table]) - count


def test_warnings_are_counted_over_all_rows_and_leave_none_out(world):
    tables = next(tables for rule, unused, unused_count, tables in BROKEN if rule == "late_record")
    with reading(world(**tables)) as opened:
        assert opened.left_out == {}


def test_checks_that_need_an_absent_table_are_not_made(world):
    engine = world(without=("advance",), settlement=[{}])
    with reading(engine) as opened:
        assert opened.left_out == {}
