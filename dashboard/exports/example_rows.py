"""The example rows of each table in the template: two families, sound as a whole.

Its keys say that it is an example, and its district and exchange rate are
nobody's, so that a row that is left standing changes no figure of a site.
"""

from __future__ import annotations

from dashboard.messages import N_

# Table to rows, each with the columns that are filled.
EXAMPLE_ROWS: dict[str, tuple[dict[str, object], ...]] = {
    "org_unit": (
        {"org_id": "EXAMPLE", "level": "programme", "launched_on": "2026-01-01"},
        {"org_id": "EXAMPLE-28", "parent_id": "EXAMPLE", "level": "region", "area_code": "28"},
        {
            "org_id": "EXAMPLE-28-A",
            "parent_id": "EXAMPLE-28",
            "level": "centre",
            "area_code": "28200",
            "launched_on": "2026-01-01",
        },
    ),
    "org_label": ({"org_id": "EXAMPLE-28-A", "name": N_("Example centre"), "short_name": N_("Example")},),
    "org_capacity": ({"org_id": "EXAMPLE-28-A", "valid_from": "2026-01-01", "max_active_cases": 40},),
    "service_level": (
        {
            "level": "intensive",
            "valid_from": "2026-01-01",
            "visits_per_month": 4,
            "weight": 2,
            "max_gap_days": 14,
        },
    ),
    "area_births": ({"area_code": "00000", "year": 2025, "births": 0},),
    "fx_rate": (
        {"currency": "KRW", "quote": "XTS", "rate_on": "2026-06-30", "rate": 1, "source": "EXAMPLE"},
    ),
    "data_load": (
        {
            "load_id": 1,
            "source": "EXAMPLE",
            "loaded_at": "2026-07-01 09:00:00",
            "latest_event_on": "2026-06-30",
            "row_count": 40,
        },
    ),
    "indicator_target": (
        {
            "indicator_id": "V2",
            "org_id": "EXAMPLE-28-A",
            "valid_from": "2026-01-01",
            "target": 0.8,
            "amber": 0.7,
            "basis": "programme",
        },
    ),
    "worker": (
        {
            "worker_id": "EXAMPLE-W",
            "org_id": "EXAMPLE-28-A",
            "role": "saver",
            "engaged_on": "2026-01-02",
            "dispatch_ready_on": "2026-02-01",
        },
    ),
    "worker_capacity": (
        {"worker_id": "EXAMPLE-W", "valid_from": "2026-01-02", "fte": 0.5, "max_points": 10},
    ),
    "training_course": ({"course_code": "EXAMPLE", "is_core": True, "hours": 20, "valid_months": 24},),
    "training_record": (
        {
            "worker_id": "EXAMPLE-W",
            "course_code": "EXAMPLE",
            "started_on": "2026-01-05",
            "completed_on": "2026-01-16",
            "result": "passed",
            "competence_pre": 55,
            "competence_post": 80,
        },
    ),
    "certification": (
        {
            "worker_id": "EXAMPLE-W",
            "cert_code": "EXAMPLE",
            "issued_on": "2026-01-20",
            "expires_on": "2028-01-19",
        },
    ),
    "supervision": (
        {
            "supervision_id": "EXAMPLE",
            "worker_id": "EXAMPLE-W",
            "due_on": "2026-04-30",
            "held_on": "2026-04-28",
            "kind": "individual",
            "minutes": 60,
        },
    ),
    "referral": (
        {
            "referral_id": "EXAMPLE-R",
            "org_id": "EXAMPLE-28-A",
            "received_on": "2026-02-02",
            "area_code": "28200",
            "source": "health_centre",
            "stage_at_referral": "pregnant",
            "first_attempt_on": "2026-02-03",
            "first_contact_on": "2026-02-03",
            "first_face_on": "2026-02-06",
            "eligible": True,
            "offered_on": "2026-02-06",
            "decision": "accepted",
            "decided_on": "2026-02-06",
        },
    ),
    "case_file": (
        {
            "case_id": "EXAMPLE-C",
            "org_id": "EXAMPLE-28-A",
            "referral_id": "EXAMPLE-R",
            "area_code": "28200",
            "intake_on": "2026-02-06",
            "opened_on": "2026-02-10",
            "entry_stage": "prenatal",
            "language": "ko",
            "caregiver_age_band": "25_34",
            "household_type": "single_parent",
        },
        # A second family, since one that is closed is visited no more.
        {
            "case_id": "EXAMPLE-F",
            "org_id": "EXAMPLE-28-A",
            "intake_on": "2026-01-12",
            "opened_on": "2026-01-15",
            "entry_stage": "postnatal",
            "language": "ko",
        },
    ),
    "case_factor": ({"case_id": "EXAMPLE-C", "factor": "housing", "identified_on": "2026-02-10"},),
    "case_status": (
        {"case_id": "EXAMPLE-C", "valid_from": "2026-02-10", "status": "active"},
        {"case_id": "EXAMPLE-F", "valid_from": "2026-06-15", "status": "closed"},
    ),
    "case_level": (
        {
            "case_id": "EXAMPLE-C",
            "valid_from": "2026-02-10",
            "level": "intensive",
            "alternate_schedule": False,
        },
    ),
    "case_assignment": (
        {"case_id": "EXAMPLE-C", "worker_id": "EXAMPLE-W", "duty": "saver", "valid_from": "2026-02-10"},
    ),
    "pregnancy": (
        {
            "pregnancy_id": "EXAMPLE-P",
            "case_id": "EXAMPLE-C",
            "due_on": "2026-05-20",
            "ended_on": "2026-05-18",
            "result": "live_birth",
        },
    ),
    "child": (
        {
            "child_id": "EXAMPLE-K",
            "case_id": "EXAMPLE-C",
            "birth_on": "2026-05-18",
            "with_family_from": "2026-05-18",
        },
    ),
    "assessment": (
        {
            "assessment_id": "EXAMPLE-A",
            "case_id": "EXAMPLE-C",
            "tool": "needs_risk",
            "tool_version": "1",
            "due_on": "2026-03-10",
            "done_on": "2026-03-02",
            "result": "not_scored",
        },
    ),
    "service_link": (
        {
            "link_id": "EXAMPLE",
            "case_id": "EXAMPLE-C",
            "assessment_id": "EXAMPLE-A",
            "service": "housing",
            "made_on": "2026-03-04",
            "first_service_on": "2026-03-20",
            "outcome": "received",
        },
    ),
    "care_plan": (
        {
            "plan_id": "EXAMPLE-PLAN",
            "case_id": "EXAMPLE-C",
            "conference_on": "2026-02-20",
            "agreed_on": "2026-02-24",
            "review_due_on": "2026-08-24",
        },
    ),
    "plan_goal": (
        {
            "goal_id": "EXAMPLE",
            "plan_id": "EXAMPLE-PLAN",
            "domain": "housing",
            "set_on": "2026-02-24",
            "status": "open",
            "status_on": "2026-02-24",
        },
    ),
    "closure": (
        {
            "case_id": "EXAMPLE-F",
            "closed_on": "2026-06-15",
            "reason": "moved_away",
            "handover_to": "family_centre",
            "followup_due_on": "2026-09-15",
        },
    ),
    "visit_plan": (
        {
            "plan_visit_id": "EXAMPLE-V",
            "case_id": "EXAMPLE-C",
            "kind": "routine",
            "due_on": "2026-06-10",
            "window_from": "2026-06-08",
            "window_to": "2026-06-14",
            "expires_on": "2026-06-20",
            "created_on": "2026-06-01",
        },
    ),
    "visit": (
        {
            "visit_id": "EXAMPLE-V",
            "case_id": "EXAMPLE-C",
            "worker_id": "EXAMPLE-W",
            "plan_visit_id": "EXAMPLE-V",
            "visited_on": "2026-06-10",
            "recorded_on": "2026-06-11",
            "mode": "home",
            "outcome": "completed",
            "minutes": 60,
            "child_seen": True,
            "interpreter": False,
        },
    ),
    "visit_content": ({"visit_id": "EXAMPLE-V", "content": "coaching"},),
    "budget_line": (
        {
            "line_id": "EXAMPLE-L",
            "org_id": "EXAMPLE-28-A",
            "fiscal_year": 2026,
            "category": "housing",
            "currency": "KRW",
        },
    ),
    "budget_version": ({"line_id": "EXAMPLE-L", "approved_on": "2026-01-02", "amount": 12_000_000},),
    "budget_phase": ({"line_id": "EXAMPLE-L", "month": "2026-06-01", "planned": 1_000_000},),
    "grant_request": (
        {
            "request_id": "EXAMPLE-Q",
            "case_id": "EXAMPLE-C",
            "category": "housing",
            "urgency": "standard",
            "requested_on": "2026-06-01",
            "amount": 500_000,
        },
    ),
    "grant_decision": (
        {
            "request_id": "EXAMPLE-Q",
            "line_id": "EXAMPLE-L",
            "decided_on": "2026-06-08",
            "decision": "approved",
            "approved": 500_000,
        },
    ),
    "grant_payment": (
        {
            "payment_id": "EXAMPLE",
            "request_id": "EXAMPLE-Q",
            "scheduled_on": "2026-06-12",
            "paid_on": "2026-06-12",
            "amount": 500_000,
            "currency": "KRW",
            "method": "vendor",
            "status": "paid",
            "returned": 0,
        },
    ),
    "advance": (
        {
            "advance_id": "EXAMPLE",
            "org_id": "EXAMPLE-28-A",
            "advanced_on": "2026-06-02",
            "amount": 300_000,
            "currency": "KRW",
            "settle_due_on": "2026-08-31",
        },
    ),
    "settlement": (
        {
            "settlement_id": "EXAMPLE",
            "advance_id": "EXAMPLE",
            "settled_on": "2026-06-25",
            "spent": 280_000,
            "returned": 20_000,
        },
    ),
}
