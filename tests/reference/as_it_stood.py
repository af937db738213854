"""The database as it stood on a day: later rows gone, later events not yet known."""

from __future__ import annotations

from datetime import date, timedelta

from dashboard.case_database.contract import TABLES

from .rows import Row, Tables

# The day from which a row is there. What has no day here is always there.
OWN_DAY = {
    "referral": "received_on",
    "case_file": "intake_on",
    "child": "birth_on",
    "closure": "closed_on",
    "visit": "visited_on",
    "visit_plan": "created_on",
    "certification": "issued_on",
    "training_record": "started_on",
    "budget_version": "approved_on",
    "grant_request": "requested_on",
    "grant_decision": "decided_on",
    "advance": "advanced_on",
    "settlement": "settled_on",
    "service_link": "made_on",
    "plan_goal": "set_on",
    "case_factor": "identified_on",
} | {name: "valid_from" for name, table in TABLES.items() if "valid_from" in table.column_names}

OF_A_FAMILY = [
    name for name, table in TABLES.items() if "case_id" in table.column_names and name != "case_file"
]

# Days of later events that are empty until they have come.
LATER_EVENTS = {
    "first_attempt_on",
    "first_contact_on",
    "first_face_on",
    "offered_on",
    "opened_on",
    "done_on",
    "agreed_on",
    "held_on",
    "accepted_on",
    "receipt_confirmed_on",
    "with_family_to",
    "revoked_on",
}

# table -> (day of the event, what hangs on the day and reads as before)
HANGING = {
    "referral": [("decided_on", {"decision": "pending"})],
    "pregnancy": [("ended_on", {"result": "ongoing"})],
    "visit_plan": [("waived_on", {"waive_reason": None})],
    "training_record": [("completed_on", {"result": "in_progress"})],
}


# Rows that go with another: all of a family, and what has no day of its own.
DESCRIBE = (
    *((table, "case_id", "case_file") for table in OF_A_FAMILY),
    ("visit_content", "visit_id", "visit"),
    ("plan_goal", "plan_id", "care_plan"),
    ("grant_decision", "request_id", "grant_request"),
    ("grant_payment", "request_id", "grant_decision"),
)


def as_it_stood(tables: Tables, day: date) -> Tables:
    """Return new rows, as somebody would have read them in the evening of `day`."""
    there = {table: [row for row in rows if _there(table, row, day)] for table, rows in tables.items()}
    for table, key, described in DESCRIBE:
        known = {row[key] for row in there[described]}
        there[table] = [row for row in there[table] if row[key] in known]
    return {table: [_as_before(table, row, day) for row in rows] for table, rows in there.items()}


def _there(table: str, row: Row, day: date) -> bool:
    if table == "pregnancy":
        return row["due_on"] - timedelta(days=280) <= day
    own = row[OWN_DAY[table]] if table in OWN_DAY else None
    return own is None or own <= day


def _as_before(table: str, row: Row, day: date) -> Row:
    before = dict(row)
    for column in LATER_EVENTS & set(row):
        if _later(row[column], day):
            before[column] = None
    for column, values in HANGING.get(table, ()):
        if _later(row[column], day):
            before |= values | {column: None}
    if table == "grant_payment":
        _payment_as_before(before, day)
    return before


def _payment_as_before(payment: Row, day: date) -> None:
    if _later(payment["returned_on"], day):
        status = "paid" if payment["status"] == "returned" else payment["status"]
        payment |= {"returned_on": None, "returned": 0, "status": status}
    if _later(payment["paid_on"], day):
        payment |= {"paid_on": None, "status": "scheduled"}


def _later(event: date | None, day: date) -> bool:
    return event is not None and event > day
