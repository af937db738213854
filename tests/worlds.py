"""Small case databases for tests: rows are told by what matters about them.

A world always has one programme with one region and two centres, the three
service levels and one load whose newest event is on 30 June 2026; a test adds
the rows that it is about, and names only the columns that it is about.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, text

from dashboard.case_database import schema
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine, open_for_writing

World = Callable[..., Engine]

# Rows that are there unless a test gives the table itself.
ALWAYS: dict[str, list[dict]] = {
    "org_unit": [
        {"org_id": "P", "level": "programme"},
        {"org_id": "R", "parent_id": "P", "level": "region", "area_code": "28"},
        {"org_id": "A", "parent_id": "R", "level": "centre", "area_code": "28110"},
        {"org_id": "B", "parent_id": "R", "level": "centre", "area_code": "28120"},
    ],
    "org_label": [{"org_id": unit, "lang": "en", "name": f"Unit {unit}"} for unit in ("P", "R", "A", "B")],
    "service_level": [
        {"level": "intensive", "visits_per_month": 4, "weight": 2, "max_gap_days": 14},
        {"level": "regular", "visits_per_month": 2, "weight": 1, "max_gap_days": 30},
        {"level": "step_down", "visits_per_month": 1, "weight": 0.5, "max_gap_days": 45},
    ],
    "data_load": [{}],
}

# What a row says where a test does not: valid, and as plain as can be.
DEFAULTS: dict[str, dict] = {
    "org_capacity": {"org_id": "A", "valid_from": "2024-01-01", "max_active_cases": 40},
    "service_level": {"valid_from": "2024-01-01"},
    "area_births": {"area_code": "28110", "year": 2025, "births": 1000},
    "fx_rate": {
        "currency": "KRW",
        "quote": "USD",
        "rate_on": "2026-06-30",
        "rate": 0.0007,
        "source": "central bank",
    },
    "data_load": {
        "load_id": 1,
        "source": "test",
        "loaded_at": "2026-07-01 02:00:00",
        "latest_event_on": "2026-06-30",
        "row_count": 1,
    },
    "indicator_target": {
        "indicator_id": "V2",
        "org_id": "P",
        "valid_from": "2024-01-01",
        "basis": "external",
    },
    "worker": {
        "worker_id": "W",
        "org_id": "A",
        "role": "saver",
        "engaged_on": "2024-01-01",
        "dispatch_ready_on": "2024-02-01",
    },
    "worker_capacity": {
        "worker_id": "W",
        "valid_from": "2024-01-01",
        "fte": 1,
        "max_points": 30,
    },
    "training_course": {"course_code": "CORE", "is_core": True, "hours": 40},
    "training_record": {"worker_id": "W", "course_code": "CORE", "started_on": "2024-01-08"},
    "certification": {"worker_id": "W", "cert_code": "SAVER", "issued_on": "2024-02-01"},
    "supervision": {
        "supervision_id": "S",
        "worker_id": "W",
        "due_on": "2026-05-01",
        "kind": "individual",
    },
    "referral": {
        "referral_id": "R1",
        "org_id": "A",
        "received_on": "2026-01-05",
        "source": "hospital",
        "stage_at_referral": "pregnant",
        "decision": "pending",
    },
    "case_file": {
        "case_id": "F",
        "org_id": "A",
        "intake_on": "2026-01-01",
        "opened_on": "2026-01-01",
        "entry_stage": "postnatal",
        "language": "ko",
    },
    "case_factor": {"case_id": "F", "factor": "housing", "identified_on": "2026-01-01"},
    "case_status": {"case_id": "F", "valid_from": "2026-01-01", "status": "active"},
    "case_level": {
        "case_id": "F",
        "valid_from": "2026-01-01",
        "level": "regular",
        "alternate_schedule": False,
    },
    "case_assignment": {
        "case_id": "F",
        "worker_id": "W",
        "duty": "saver",
        "valid_from": "2026-01-01",
    },
    "pregnancy": {
        "pregnancy_id": "G",
        "case_id": "F",
        "due_on": "2026-08-01",
        "result": "ongoing",
    },
    "child": {
        "child_id": "K",
        "case_id": "F",
        "birth_on": "2025-12-01",
        "with_family_from": "2025-12-01",
    },
    "assessment": {
        "assessment_id": "N",
        "case_id": "F",
        "tool": "needs_risk",
        "tool_version": "1",
    },
    "service_link": {
        "link_id": "L",
        "case_id": "F",
        "service": "housing",
        "made_on": "2026-02-01",
    },
    "care_plan": {"plan_id": "C", "case_id": "F"},
    "plan_goal": {
        "goal_id": "O",
        "plan_id": "C",
        "domain": "housing",
        "set_on": "2026-02-01",
        "status": "open",
    },
    "closure": {"case_id": "F", "closed_on": "2026-06-01", "reason": "goals_met"},
    "visit_plan": {
        "plan_visit_id": "VP",
        "case_id": "F",
        "kind": "routine",
        "due_on": "2026-02-10",
        "window_from": "2026-02-07",
        "window_to": "2026-02-13",
        "expires_on": "2026-02-20",
        "created_on": "2026-01-02",
    },
    "visit": {
        "visit_id": "V",
        "case_id": "F",
        "worker_id": "W",
        "visited_on": "2026-02-10",
        "recorded_on": "2026-02-10",
        "mode": "home",
        "outcome": "completed",
    },
    "visit_content": {"visit_id": "V", "content": "coaching"},
    "budget_line": {
        "line_id": "L1",
        "org_id": "A",
        "fiscal_year": 2026,
        "category": "living",
        "currency": "KRW",
    },
    "budget_version": {"line_id": "L1", "approved_on": "2026-01-01", "amount": 1000},
    "budget_phase": {"line_id": "L1", "month": "2026-01-01", "planned": 100},
    "grant_request": {
        "request_id": "Q",
        "case_id": "F",
        "category": "living",
        "urgency": "standard",
        "requested_on": "2026-02-01",
        "amount": 100,
    },
    "grant_decision": {
        "request_id": "Q",
        "line_id": "L1",
        "decided_on": "2026-02-02",
        "decision": "approved",
        "approved": 100,
    },
    "grant_payment": {
        "payment_id": "Y",
        "request_id": "Q",
        "scheduled_on": "2026-02-03",
        "paid_on": "2026-02-03",
        "amount": 100,
        "currency": "KRW",
        "method": "bank",
        "status": "paid",
        "returned": 0,
    },
    "advance": {
        "advance_id": "D",
        "org_id": "A",
        "advanced_on": "2026-01-10",
        "amount": 500,
        "currency": "KRW",
        "settle_due_on": "2026-02-10",
    },
    "settlement": {
        "settlement_id": "E",
        "advance_id": "D",
        "settled_on": "2026-02-01",
        "spent": 500,
        "returned": 0,
    },
}


def write(url: URL, without: tuple[str, ...] = (), **tables: list[dict]) -> Engine:
    """Write a world and return an engine that reads it.

    Args:
        without: tables that the database does not have.
        tables: rows by table, each row naming the columns that matter.
    """
    if url.get_backend_name() == "duckdb":
        _write_file(Path(str(url.database)), without, tables)
    else:
        with open_for_writing(url).begin() as connection:
            schema.create_tables(connection, [name for name in TABLES if name not in without])
            _fill(connection, tables)
    return open_engine(url)


def _write_file(path: Path, without: tuple[str, ...], tables: dict[str, list[dict]]) -> None:
    if not path.exists():
        path.write_bytes(_tables_without_rows())
    with _attached(path) as connection:
        for name in without:
            connection.execute(text(f"drop table {name}"))
        _fill(connection, tables)


def _fill(connection: Connection, tables: dict[str, list[dict]]) -> None:
    for name, rows in (ALWAYS | tables).items():
        insert(connection, name, [*complete(name, rows)])


@cache
def _duckdb() -> Engine:
    """A DuckDB that writes the files of all worlds: to start one takes longer than to fill a file."""
    return create_engine("duckdb://", poolclass=StaticPool)


@contextmanager
def _attached(path: Path) -> Iterator[Connection]:
    quoted = str(path).replace("'", "''")
    with _duckdb().connect() as connection:
        connection.execute(text(f"attach '{quoted}' as world"))
        connection.execute(text("use world"))
        connection.commit()
        try:
            yield connection
            connection.commit()
        finally:
            connection.rollback()
            connection.execute(text("use memory"))
            connection.execute(text("detach world"))


@cache
def _tables_without_rows() -> bytes:
    """Return a file of all tables, which are made once and not for each world."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world.duckdb"
        with _attached(path) as connection:
            schema.create_tables(connection)
        return path.read_bytes()


def complete(table: str, rows: list[dict]) -> Iterator[dict]:
    """Yield the rows with every column of the table, in the contract's order."""
    for row in rows:
        known = DEFAULTS.get(table, {}) | row
        unknown = set(known) - set(TABLES[table].column_names)
        if unknown:
            raise ValueError(f"The table {table!r} has no column {sorted(unknown)}.")
        yield {name: known.get(name) for name in TABLES[table].column_names}


def insert(connection: Connection, table: str, rows: list[dict]) -> None:
    """Put complete rows into a table: values may be the text of their type."""
    if not rows:
        return
    columns = TABLES[table].columns
    written = [{name: _text(value) for name, value in row.items()} for row in rows]
    if connection.dialect.name == "duckdb":
        _insert_at_once(connection, table, written)
        return
    values = ", ".join(f"cast(:{column.name} as {column.type})" for column in columns)
    connection.execute(text(f"insert into {table} values ({values})"), written)


def _insert_at_once(connection: Connection, table: str, written: list[dict]) -> None:
    """DuckDB takes many rows in one statement, and one row after the other slowly."""
    columns = TABLES[table].columns
    driver: Any = connection.connection.driver_connection
    named = {column.name: pa.array([row[column.name] for row in written], pa.string()) for column in columns}
    driver.register("written", pa.table(named))
    values = ", ".join(f"cast({column.name} as {column.type})" for column in columns)
    connection.execute(text(f"insert into {table} select {values} from written"))
    driver.unregister("written")


def _text(value: object) -> str | None:
    return None if value is None else str(value)
