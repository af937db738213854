"""The error rules that look at one row at a time.

Each takes the name of the row's table, the row, all tables, their first rows by
primary key, and the newest load's latest day; it says whether the row breaks it.
"""

from __future__ import annotations

from datetime import date

from dashboard.case_database.contract import TABLES

from .days import add_months

EARLIEST = date(2015, 1, 1)
AMOUNTS = ("amount", "planned", "approved", "spent", "returned")
PLANNED_DAYS = {
    "due_on",
    "review_due_on",
    "scheduled_on",
    "settle_due_on",
    "followup_due_on",
    "window_from",
    "window_to",
    "expires_on",
    "valid_to",
    # The first day of a planned month is a plan, not something that has happened.
    "month",
    # What a load says about itself is the measure, not the measured.
    "latest_event_on",
}
WITHOUT_EVENTS = {"org_unit", "worker"}


def _missing(table, row, tables, first, ends_on) -> bool:
    return any(row[column.name] is None for column in TABLES[table].columns if not column.nullable)


def _unknown_code(table, row, tables, first, ends_on) -> bool:
    return any(
        row[column.name] is not None and row[column.name] not in column.codes
        for column in TABLES[table].columns
        if column.codes
    )


def orphan(table, row, tables, first, ends_on) -> bool:
    return any(
        row[column.name] is not None and (row[column.name],) not in first[column.references[0]]
        for column in TABLES[table].columns
        if column.references
    )


def _date_order(table, row, tables, first, ends_on) -> bool:
    if table == "case_file":
        return _before(row["opened_on"], row["intake_on"])
    if table == "closure":
        family = first["case_file"].get((row["case_id"],), {})
        return _before(row["closed_on"], family.get("opened_on"))
    if table == "visit":
        return _before(row["recorded_on"], row["visited_on"])
    if table == "grant_payment":
        decision = first["grant_decision"].get((row["request_id"],), {})
        return _before(row["paid_on"], decision.get("decided_on"))
    if table == "visit_plan":
        days = [row[d] for d in ("window_from", "due_on", "window_to", "expires_on")]
        return any(_before(days[n + 1], days[n]) for n in range(3))
    return False


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _future_event(table, row, tables, first, ends_on) -> bool:
    if table in WITHOUT_EVENTS:
        return False
    return any(
        _before(ends_on, row[column.name])
        for column in TABLES[table].columns
        if column.type == "date" and column.name not in PLANNED_DAYS
    )


def _implausible_date(table, row, tables, first, ends_on) -> bool:
    days = [row[c.name] for c in TABLES[table].columns if c.type == "date"]
    if any(_before(day, EARLIEST) for day in days):
        return True
    if table != "child" or row["birth_on"] is None:
        return False
    family = first["case_file"].get((row["case_id"],), {})
    return _before(add_months(row["birth_on"], 48), family.get("intake_on"))


def _negative_amount(table, row, tables, first, ends_on) -> bool:
    if any(row.get(name) is not None and row[name] < 0 for name in AMOUNTS):
        return True
    if table != "grant_payment" or None in (row["returned"], row["amount"]):
        return False
    return row["returned"] > row["amount"]


def _unknown_currency(table, row, tables, first, ends_on) -> bool:
    if table != "grant_payment" or row["currency"] is None:
        return False
    decision = first["grant_decision"].get((row["request_id"],), {})
    line = first["budget_line"].get((decision.get("line_id"),), {})
    return line.get("currency") not in (None, row["currency"])


def _payment_without_decision(table, row, tables, first, ends_on) -> bool:
    if table != "grant_payment":
        return False
    decision = first["grant_decision"].get((row["request_id"],), {})
    return decision.get("decision") not in ("approved", "partial")


CHECKS = {
    "missing_required": _missing,
    "unknown_code": _unknown_code,
    "orphan": orphan,
    "date_order": _date_order,
    "future_event": _future_event,
    "implausible_date": _implausible_date,
    "negative_amount": _negative_amount,
    "unknown_currency": _unknown_currency,
    "payment_without_decision": _payment_without_decision,
}
