"""Rows that break a rule are counted once, at their centre; no figure knows what is left out."""

from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest
from broken_worlds import FINDINGS, LEFT_OUT, SOUND, WORLD
from sqlalchemy import text
from worlds import ALWAYS

from dashboard.case_database import finding_counts, rules
from dashboard.case_database.contract import TABLES
from dashboard.case_database.reading import reading
from dashboard.indicators.machine import indicator_rows


@pytest.fixture
def address(duckdb_address):
    """In DuckDB alone: rows of PostgreSQL are asked there too, once they are copied."""
    return duckdb_address


def found(engine):
    with reading(engine) as opened:
        return {astuple(each)[:5] for each in finding_counts.findings(opened)}


def test_each_broken_rule_is_counted_at_its_centre(world):
    assert {rule for rule, *unused in FINDINGS} == {*rules.ERRORS, *rules.WARNINGS}
    assert found(world(**WORLD)) == FINDINGS


def test_rules_are_told_in_the_order_of_the_contract(world):
    with reading(world(**WORLD)) as opened:
        told = [each.rule for each in finding_counts.findings(opened)]
    assert list(dict.fromkeys(told)) == [*rules.ERRORS, *rules.WARNINGS]


def test_what_is_left_out_is_counted_at_its_centre(world):
    with reading(world(**WORLD)) as opened:
        assert {astuple(each)[:3] for each in finding_counts.left_out(opened)} == LEFT_OUT


def test_of_the_broken_rows_and_those_that_refer_to_them_none_is_read(world):
    with reading(world(**WORLD)) as opened:
        read = {
            table: opened.connection.execute(text(f"select count(*) from {table}")).scalar_one()
            for table in WORLD
        }
    assert read == {table: len(SOUND.get(table, [])) for table in WORLD}


def test_every_figure_is_that_of_the_sound_rows_alone(world, address):
    period = (None, date(2026, 1, 1), date(2026, 6, 1))
    engine = world(**WORLD)
    broken = indicator_rows(engine, *period)
    engine.dispose()
    sound = indicator_rows(_sound_alone(address, world), *period)
    assert _without_completeness(broken) == _without_completeness(sound)


def _sound_alone(address, world):
    """Put the sound rows alone in the place of all."""
    Path(address.database).unlink()
    return world(**SOUND)


def _without_completeness(rows):
    return [row for row in rows if row["indicator"] != "Q1"]


# A row of each table; its family is of the centre B, its worker and what else has one of A.
EVERY_TABLE = {name: [{}] for name in TABLES} | {
    "org_unit": ALWAYS["org_unit"],
    "org_label": [{"org_id": "B", "lang": "en", "name": "B"}],
    "service_level": ALWAYS["service_level"][:1],
    "case_file": [{"org_id": "B"}],
}
OF_A = {
    "org_capacity",
    "worker",
    "worker_capacity",
    "training_record",
    "certification",
    "supervision",
    "referral",
    "budget_line",
    "budget_version",
    "budget_phase",
    "advance",
    "settlement",
}
OF_THE_PROGRAMME = {
    "service_level",
    "area_births",
    "fx_rate",
    "data_load",
    "indicator_target",
    "training_course",
}


def test_every_table_leads_to_its_centre(world):
    twice = EVERY_TABLE | {name: EVERY_TABLE[name][-1:] * 2 for name in TABLES if name != "org_unit"}
    twice["org_unit"] = [*EVERY_TABLE["org_unit"], EVERY_TABLE["org_unit"][-1]]
    at = {table: "A" if table in OF_A else "P" if table in OF_THE_PROGRAMME else "B" for table in TABLES}
    told = {
        (rule, table, unit, rows)
        for rule, unused, table, unit, rows in found(world(**twice))
        if rule == "duplicate_key"
    }
    assert told == {("duplicate_key", table, unit, 1) for table, unit in at.items()}


@pytest.mark.parametrize(
    "tables",
    [
        {"budget_line": [{"org_id": "R", "category": "toys"}]},
        {"budget_line": [{"org_id": "nowhere"}]},
        {"child": [{}]},
        {"org_unit": [*ALWAYS["org_unit"], {"parent_id": "R", "level": "centre"}]},
    ],
)
def test_where_no_centre_can_be_told_it_is_the_programme(world, tables):
    [(unused_rule, unused_severity, unused_table, unit, rows)] = found(world(**tables))
    assert (unit, rows) == ("P", 1)


def test_a_row_that_repeats_a_key_leads_nowhere(world):
    tables = {"case_file": [{}, {"org_id": "B"}], "child": [{"with_family_from": None}]}
    assert found(world(**tables)) == {
        ("missing_required", "error", "child", "A", 1),
        ("duplicate_key", "error", "case_file", "B", 1),
    }


def test_a_payment_without_a_decision_leads_to_its_request(world):
    tables = {"case_file": [{"org_id": "B"}], "grant_request": [{}], "grant_payment": [{}]}
    assert found(world(**tables)) == {
        (rule, "error", "grant_payment", "B", 1) for rule in ("orphan", "payment_without_decision")
    }


def test_people_are_the_distinct_families_or_workers_behind_the_rows(world):
    engine = world(
        worker=[{}, {"worker_id": "W2", "engaged_on": None}],
        certification=[{"cert_code": None}, {"cert_code": None, "issued_on": None}],
        case_file=[{}, {"case_id": "G"}, {"case_id": "X", "language": None}],
        child=[
            {"birth_on": None},
            {"child_id": "K2", "birth_on": None},
            {"child_id": "K3", "case_id": "G", "birth_on": None},
            {"child_id": "K4", "case_id": "X"},
        ],
        visit=[{"case_id": None, "mode": None}],
        budget_line=[{"category": None}],
        grant_request=[{}],
        grant_decision=[{"decision": None, "line_id": None}],
    )
    with reading(engine) as opened:
        counts = finding_counts.findings(opened)
        left_out = finding_counts.left_out(opened)
    broken = {each.table: (each.rows, each.people) for each in counts if each.rule == "missing_required"}
    assert broken == {
        "worker": (1, 1),
        "certification": (2, 1),
        "case_file": (1, 1),
        "child": (3, 2),
        "visit": (1, 1),
        "budget_line": (1, 0),
        "grant_decision": (1, 1),
    }
    [children] = [each for each in left_out if each.table == "child"]
    assert (children.rows, children.people, children.referring) == (4, 3, 1)


def test_a_world_without_broken_rules_has_no_finding(world):
    with reading(world(case_file=[{}], child=[{}])) as opened:
        assert finding_counts.findings(opened) == ()
        assert finding_counts.left_out(opened) == ()
