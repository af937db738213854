"""What may happen to a programme after its newest event: rows of later days, and later events of old rows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from properties.drawing.days import LATEST, away
from properties.drawing.programmes import Programme, with_more
from properties.drawing.rows import Rows

HORIZON = 45
# Events of rows that are there: the day, what else the row says then, and of which rows.
EVENTS: tuple[tuple[str, str, dict, dict], ...] = (
    ("referral", "first_attempt_on", {}, {}),
    ("referral", "first_contact_on", {}, {}),
    ("referral", "first_face_on", {}, {}),
    ("referral", "offered_on", {}, {}),
    ("referral", "decided_on", {"decision": "accepted"}, {"decision": "pending"}),
    ("case_file", "opened_on", {}, {}),
    ("child", "with_family_to", {}, {}),
    ("pregnancy", "ended_on", {"result": "live_birth"}, {}),
    ("assessment", "done_on", {}, {}),
    ("care_plan", "agreed_on", {}, {}),
    ("visit_plan", "waived_on", {"waive_reason": "closed"}, {}),
    ("supervision", "held_on", {}, {}),
    ("certification", "revoked_on", {}, {}),
    ("training_record", "completed_on", {"result": "passed"}, {"result": "in_progress"}),
    ("grant_payment", "paid_on", {"status": "paid"}, {"status": "scheduled"}),
    ("grant_payment", "receipt_confirmed_on", {}, {}),
    ("grant_payment", "returned_on", {"status": "returned", "returned": 20}, {"status": "paid"}),
    ("settlement", "accepted_on", {}, {}),
)
# Histories go on: the key of each, and what the new row says.
HISTORIES: tuple[tuple[str, str, dict], ...] = (
    ("case_status", "case_id", {"status": "closed"}),
    ("case_level", "case_id", {"level": "intensive", "alternate_schedule": False}),
    ("case_assignment", "case_id", {"worker_id": "B1"}),
    ("worker_capacity", "worker_id", {"fte": 0.2, "max_points": 9}),
    ("org_capacity", "org_id", {"max_active_cases": 30}),
    ("service_level", "level", {"visits_per_month": 9, "weight": 5, "max_gap_days": 3}),
)


@st.composite
def carried_on(draw: st.DrawFn, programme: Programme) -> Programme:
    """Draw the same programme some weeks later."""
    rows = dict(programme.rows)
    for event in EVENTS:
        rows = happened(rows, *event, draw(later_days)) if draw(st.booleans()) else rows
    for history in HISTORIES:
        rows = gone_on(rows, *history, draw(later_days)) if draw(st.booleans()) else rows
    new = {
        table: of_table for table, of_table in new_rows(rows, draw(later_days)).items() if draw(st.booleans())
    }
    newest = away(str(LATEST), HORIZON)
    loads = [{}, {"load_id": 2, "loaded_at": newest, "latest_event_on": newest}]
    return with_more(replace(programme, rows=rows | {"data_load": loads}), new)


later_days = st.integers(1, HORIZON).map(lambda days: away(str(LATEST), days))


def happened(rows: Rows, table: str, column: str, also: dict, among: dict, day: str) -> Rows:
    """Return the rows once what had not happened yet has happened."""

    def moved(row: dict) -> dict:
        waiting = row.get(column) is None and among.items() <= row.items()
        return row | also | {column: day} if waiting else row

    return rows | {table: [moved(row) for row in rows.get(table, [])]}


def gone_on(rows: Rows, table: str, key: str, new: dict, day: str) -> Rows:
    """Return the rows once every open history has got a new row."""
    found = []
    for row in rows.get(table, []):
        if row.get("valid_to") is None:
            found += [row | {"valid_to": day}, {key: row[key]} | new | {"valid_from": day}]
        else:
            found.append(row)
    return rows | {table: found}


def new_rows(rows: Rows, day: str) -> Rows:
    """Return a row of a later day for every table whose rows have a day of their own."""
    families = [{"case_id": row["case_id"]} for row in rows.get("case_file", [])]
    return (
        of_families([*families, {"case_id": "Later"}], day)
        | of_grants(rows, day)
        | {
            "referral": [{"referral_id": "later", "received_on": day, "area_code": "28110"}],
            "case_file": [{"case_id": "Later", "intake_on": day, "opened_on": day}],
            "indicator_target": [{"valid_from": day}],
            "training_record": [{"worker_id": "A1", "started_on": day}],
            "certification": [{"worker_id": "A1", "cert_code": "later", "issued_on": day}],
            "advance": [{"advance_id": "later", "advanced_on": day, "settle_due_on": "2026-06-01"}],
            "plan_goal": [
                {"goal_id": f"later{plan['plan_id']}", "plan_id": plan["plan_id"], "set_on": day}
                for plan in rows.get("care_plan", [])
            ],
        }
    )


def of_families(families: list[dict], day: str) -> Rows:
    def each(table: str, key: str, **said: object) -> Rows:
        return {table: [family | {key: f"later{family['case_id']}"} | said for family in families]}

    return {
        **each("case_factor", "case_id", identified_on=day),
        **each("pregnancy", "pregnancy_id", due_on=away(day, 280)),
        **each("child", "child_id", birth_on=day, with_family_from=day),
        **each("service_link", "link_id", made_on=day),
        **each(
            "visit_plan",
            "plan_visit_id",
            created_on=day,
            due_on="2026-06-20",
            window_from="2026-06-10",
            window_to="2026-06-25",
            expires_on="2026-06-27",
        ),
        **each("visit", "visit_id", worker_id="A1", visited_on=day, recorded_on=day),
        **each("grant_request", "request_id", requested_on=day),
        "closure": [families[-1] | {"closed_on": day}],
    }


def of_grants(rows: Rows, day: str) -> Rows:
    decided = {row["request_id"] for row in rows.get("grant_decision", [])}
    requests = [row["request_id"] for row in rows.get("grant_request", [])]
    return {
        "grant_decision": [
            {"request_id": key, "line_id": "LA", "decided_on": day} for key in requests if key not in decided
        ],
        "budget_version": [{"line_id": line["line_id"], "approved_on": day} for line in rows["budget_line"]],
        "settlement": [
            {
                "settlement_id": f"later{n}",
                "advance_id": advance["advance_id"],
                "settled_on": day,
                "accepted_on": day,
            }
            for n, advance in enumerate(rows.get("advance", []))
        ],
    }
