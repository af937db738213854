"""A world in which each rule is broken, with what is to be found there, counted by hand.

`SOUND` holds rows that count, some of them with a warning; `BROKEN` only rows
that are left out: those that break an error rule, and those that refer to them.
"""

from __future__ import annotations

SOUND: dict[str, list[dict]] = {
    "worker": [{}, {"worker_id": "WB", "org_id": "B"}, {"worker_id": "W2"}],
    # The third worker has no certificate.
    "certification": [{}, {"worker_id": "WB"}],
    "case_file": [
        {},
        {"case_id": "G", "org_id": "B"},
        {"case_id": "H", "org_id": "B"},
        {"case_id": "I", "org_id": "B"},
    ],
    "case_status": [
        {},
        {"case_id": "G"},
        {"case_id": "H", "valid_to": "2026-04-01"},
        {"case_id": "H", "valid_from": "2026-04-01", "status": "closed"},
        {"case_id": "I"},
    ],
    # Nobody serves the family I.
    "case_assignment": [{}, {"case_id": "G", "worker_id": "WB"}],
    "case_level": [{}, {"case_id": "G"}],
    "closure": [{"case_id": "H", "closed_on": "2026-04-01"}],
    "visit_plan": [{}],
    "visit": [
        {"plan_visit_id": "VP"},
        {"visit_id": "late", "case_id": "G", "worker_id": "WB", "recorded_on": "2026-02-25"},
        {"visit_id": "again"},
        {"visit_id": "uncertified", "worker_id": "W2"},
        {
            "visit_id": "after",
            "case_id": "H",
            "worker_id": "WB",
            "visited_on": "2026-04-01",
            "recorded_on": "2026-04-01",
        },
    ],
    "budget_line": [{}],
    "budget_version": [{}],
    "grant_request": [{}, {"request_id": "rejected", "case_id": "G"}],
    "grant_decision": [{}, {"request_id": "rejected", "decision": "rejected", "approved": 0}],
    "grant_payment": [{}],
}

BROKEN: dict[str, list[dict]] = {
    "case_file": [
        {"case_id": "X", "org_id": "B", "language": None, "entry_stage": None},
        {"case_id": "of no centre", "org_id": None},
        {"case_id": "of a lost centre", "org_id": "nowhere"},
        # It has the key of a family of the other centre.
        {"org_id": "B"},
    ],
    "referral": [{"source": "newspaper"}],
    "child": [
        {"child_id": "refers", "case_id": "X"},
        {"child_id": "lost", "case_id": "nobody"},
        {"child_id": "old", "case_id": "G", "birth_on": "2014-01-01"},
    ],
    "case_level": [{"valid_from": "2026-03-01", "level": "intensive"}],
    "visit_plan": [{"plan_visit_id": "out of order", "case_id": "G", "window_from": "2026-02-11"}],
    "visit": [
        {"visit_id": "refers", "case_id": "X"},
        {"visit_id": "by nobody", "worker_id": "nobody"},
        {
            "visit_id": "as planned",
            "case_id": "G",
            "worker_id": "WB",
            "visited_on": "2026-02-11",
            "recorded_on": "2026-02-11",
            "plan_visit_id": "out of order",
        },
    ],
    "visit_content": [{"visit_id": "refers"}],
    "budget_version": [{"approved_on": "2026-02-01", "amount": -1}],
    "grant_request": [{"request_id": "ahead", "requested_on": "2026-07-05"}],
    "grant_payment": [
        {"payment_id": "in dollars", "currency": "USD"},
        {"payment_id": "unapproved", "request_id": "rejected"},
    ],
}

WORLD = {table: SOUND.get(table, []) + BROKEN.get(table, []) for table in {**SOUND, **BROKEN}}

# Rule, severity, table, unit and rows.
FINDINGS = {
    ("missing_required", "error", "case_file", "B", 1),
    ("missing_required", "error", "case_file", "P", 1),
    ("unknown_code", "error", "referral", "A", 1),
    ("orphan", "error", "case_file", "P", 1),
    ("orphan", "error", "child", "P", 1),
    ("orphan", "error", "visit", "A", 1),
    ("duplicate_key", "error", "case_file", "B", 1),
    ("overlapping_history", "error", "case_level", "A", 1),
    ("date_order", "error", "visit_plan", "B", 1),
    ("future_event", "error", "grant_request", "A", 1),
    ("implausible_date", "error", "child", "B", 1),
    ("negative_amount", "error", "budget_version", "A", 1),
    ("unknown_currency", "error", "grant_payment", "A", 1),
    ("payment_without_decision", "error", "grant_payment", "B", 1),
    ("visit_after_closure", "warning", "visit", "B", 1),
    ("duplicate_visit", "warning", "visit", "A", 1),
    ("uncertified_visit", "warning", "visit", "A", 1),
    ("unassigned_active", "warning", "case_file", "B", 1),
    ("late_record", "warning", "visit", "B", 1),
}

# Table, unit and rows.
LEFT_OUT = {
    ("case_file", "B", 2),
    ("case_file", "P", 2),
    ("referral", "A", 1),
    ("child", "B", 2),
    ("child", "P", 1),
    ("case_level", "A", 1),
    ("visit_plan", "B", 1),
    ("visit", "A", 1),
    ("visit", "B", 2),
    ("visit_content", "B", 1),
    ("budget_version", "A", 1),
    ("grant_request", "A", 1),
    ("grant_payment", "A", 1),
    ("grant_payment", "B", 1),
}
