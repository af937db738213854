"""How many rows break each rule, and how many are left out, by centre: written a second time."""

from __future__ import annotations

from collections import Counter

from dashboard.case_database.contract import TABLES

from .rows import Row, Tables
from .rules import _first_by_key, broken_rows, newest_load, without_errors
from .warning_rules import First, warned_rows

BY_PARENT = {
    "visit_content": ("visit", "visit_id"),
    "plan_goal": ("care_plan", "plan_id"),
    "budget_version": ("budget_line", "line_id"),
    "budget_phase": ("budget_line", "line_id"),
    "grant_decision": ("grant_request", "request_id"),
    "grant_payment": ("grant_request", "request_id"),
    "settlement": ("advance", "advance_id"),
}


def findings(tables: Tables) -> Counter[tuple[str, str, str]]:
    """Return (rule, table, unit) to the rows that break the rule."""
    first = {table: _first_by_key(table, rows) for table, rows in tables.items()}
    broken = broken_places(tables)
    return Counter((rule, table, unit(table, tables[table][place], first)) for rule, table, place in broken)


def broken_places(tables: Tables) -> set[tuple[str, str, int]]:
    """Return (rule, table, place of the row in its table) for each row that breaks a rule."""
    first = {table: _first_by_key(table, rows) for table, rows in tables.items()}
    ends_on = newest_load(tables)["latest_event_on"]
    return {*broken_rows(tables), *warned_rows(tables, first, ends_on)}


def left_out(tables: Tables) -> Counter[tuple[str, str]]:
    """Return (table, unit) to the rows that are in no figure."""
    first = {table: _first_by_key(table, rows) for table, rows in tables.items()}
    return Counter(
        (table, unit(table, tables[table][place], first)) for table, place in left_out_places(tables)
    )


def left_out_places(tables: Tables) -> set[tuple[str, int]]:
    """Return (table, place of the row in its table) for each row that is in no figure."""
    kept = {id(row) for rows in without_errors(tables).values() for row in rows}
    return {
        (table, place)
        for table, rows in tables.items()
        for place, row in enumerate(rows)
        if id(row) not in kept
    }


def unit(table: str, row: Row, first: First) -> str:
    """Return the centre of a row, or the programme where none can be told."""
    org_id = _org_id(table, row, first)
    # A unit without a key is none that a row could be counted in.
    org = first["org_unit"].get((org_id,), {}) if org_id is not None else {}
    return org_id if org.get("level") == "centre" else _programme(first)


def _org_id(table: str, row: Row | None, first: First) -> str | None:
    if row is None:
        return None
    columns = TABLES[table].column_names
    if "org_id" in columns:
        return row["org_id"]
    if "case_id" in columns:
        parent, key = "case_file", "case_id"
    elif "worker_id" in columns:
        parent, key = "worker", "worker_id"
    elif table in BY_PARENT:
        parent, key = BY_PARENT[table]
    else:
        return None
    return _org_id(parent, first[parent].get((row[key],)), first)


def _programme(first: First) -> str:
    units = (row for row in first["org_unit"].values() if row["org_id"] is not None)
    return next(row["org_id"] for row in units if row["level"] == "programme")
