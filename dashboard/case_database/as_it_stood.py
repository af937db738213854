"""The database as it stood on a day: which rows were there, and what they said.

Every query reads the contract's names, and this is what stands behind the
names: rows of a later day are gone, and the day of a later event is empty, with
what hangs on it as it was before. So no query needs a condition of its own, and
any past day can be computed again.
"""

from __future__ import annotations

from dashboard.case_database.contract import Table

# A row is there from this day on.
OWN_DAY = {
    "advance": "advanced_on",
    "budget_version": "approved_on",
    "case_assignment": "valid_from",
    "case_factor": "identified_on",
    "case_file": "intake_on",
    "case_level": "valid_from",
    "case_status": "valid_from",
    "certification": "issued_on",
    "child": "birth_on",
    "closure": "closed_on",
    "grant_decision": "decided_on",
    "grant_request": "requested_on",
    "indicator_target": "valid_from",
    "org_capacity": "valid_from",
    "plan_goal": "set_on",
    "pregnancy": "due_on - 280",
    "referral": "received_on",
    "service_level": "valid_from",
    "service_link": "made_on",
    "settlement": "settled_on",
    "training_record": "started_on",
    "visit": "visited_on",
    "visit_plan": "created_on",
    "worker_capacity": "valid_from",
}

# The day of an event, and what other columns say until it has happened.
LATER_DAY: dict[str, dict[str, dict[str, str]]] = {
    "assessment": {"done_on": {}},
    "care_plan": {"agreed_on": {}},
    "case_file": {"opened_on": {}},
    "certification": {"revoked_on": {}},
    "child": {"with_family_to": {}},
    "grant_payment": {
        "paid_on": {"status": "'scheduled'"},
        "returned_on": {
            "returned": "0",
            "status": "case when status = 'returned' then 'paid' else status end",
        },
        "receipt_confirmed_on": {},
    },
    "pregnancy": {"ended_on": {"result": "'ongoing'"}},
    "referral": {
        "first_attempt_on": {},
        "first_contact_on": {},
        "first_face_on": {},
        "offered_on": {},
        "decided_on": {"decision": "'pending'"},
    },
    "settlement": {"accepted_on": {}},
    "supervision": {"held_on": {}},
    "training_record": {"completed_on": {"result": "'in_progress'"}},
    "visit_plan": {"waived_on": {"waive_reason": "null"}},
}

# Rows of a family through another table: they are there only where that row is.
THROUGH = {
    "grant_decision": ("request_id", "grant_request"),
    "grant_payment": ("request_id", "grant_decision"),
    "plan_goal": ("plan_id", "care_plan"),
    "settlement": ("advance_id", "advance"),
    "visit_content": ("visit_id", "visit"),
}


def columns(table: Table, as_of: str) -> str:
    """Return the select list of a table as it stood: `as_of` is SQL for the day."""
    later = LATER_DAY.get(table.name, {})
    return ", ".join(_column(name, later, as_of) for name in table.column_names)


def condition(table: Table, as_of: str) -> str:
    """Return the condition under which a row of the table was there."""
    conditions = []
    if table.name in OWN_DAY:
        conditions.append(f"{OWN_DAY[table.name]} <= {as_of}")
    if table.name != "case_file" and "case_id" in table.column_names:
        conditions.append("case_id in (select case_id from case_file)")
    if table.name in THROUGH:
        column, parent = THROUGH[table.name]
        conditions.append(f"{column} in (select {column} from {parent})")
    return " and ".join(conditions) or "true"


def _column(name: str, later: dict[str, dict[str, str]], as_of: str) -> str:
    if name in later:
        return f"case when {name} <= {as_of} then {name} end as {name}"
    # The event that comes first in LATER_DAY wins: unpaid comes before returned.
    whens = [f"when {day} > {as_of} then {before[name]}" for day, before in later.items() if name in before]
    return f"case {' '.join(whens)} else {name} end as {name}" if whens else name
