"""A world small enough to work out by hand: one region, two centres, one saver."""

from __future__ import annotations

from datetime import date

from dashboard.case_database.contract import TABLES

from .rows import Tables, from_rows

LOADED_TO = date(2026, 6, 30)


def rows(table: str, *values: dict) -> list[dict]:
    """Fill the columns that are not named with nothing."""
    empty = dict.fromkeys(TABLES[table].column_names)
    return [empty | value for value in values]


def small_world(**more: list[dict]) -> Tables:
    """The units, the model, one saver; `more` adds rows to the named tables."""
    standing = {
        "org_unit": [
            {"org_id": "P", "level": "programme"},
            {"org_id": "R", "level": "region", "parent_id": "P"},
            {"org_id": "A", "level": "centre", "parent_id": "R"},
            {"org_id": "B", "level": "centre", "parent_id": "R"},
        ],
        "service_level": [
            _model("intensive", 4, "1.5", 14),
            _model("regular", 2, "1", 30),
            _model("step_down", 1, "0.5", 45),
        ],
        "data_load": [
            {
                "load_id": 1,
                "source": "by hand",
                "loaded_at": "2026-07-01 00:00:00",
                "latest_event_on": LOADED_TO,
                "row_count": 1,
            }
        ],
        "worker": [
            {
                "worker_id": "W",
                "org_id": "A",
                "role": "saver",
                "engaged_on": "2024-01-01",
                "dispatch_ready_on": "2024-02-01",
            }
        ],
    }
    return from_rows({table: rows(table, *standing.get(table, ()), *more.get(table, ())) for table in TABLES})


def _model(level: str, visits: int, weight: str, gap: int) -> dict:
    return {
        "level": level,
        "valid_from": "2020-01-01",
        "visits_per_month": visits,
        "weight": weight,
        "max_gap_days": gap,
    }


def family(key: str = "F", centre: str = "A", intake: str = "2026-01-01") -> dict:
    return {
        "case_id": key,
        "org_id": centre,
        "intake_on": intake,
        "entry_stage": "postnatal",
        "language": "ko",
    }


def status(key: str, since: str, until: str | None, code: str = "active") -> dict:
    return {"case_id": key, "valid_from": since, "valid_to": until, "status": code}


def level(key: str, since: str, until: str | None, code: str = "regular") -> dict:
    return {
        "case_id": key,
        "valid_from": since,
        "valid_to": until,
        "level": code,
        "alternate_schedule": False,
    }


def visit(key: str, day: str, **more: object) -> dict:
    """A completed home visit to family F by saver W."""
    return {
        "visit_id": key,
        "case_id": "F",
        "worker_id": "W",
        "visited_on": day,
        "recorded_on": day,
        "mode": "home",
        "outcome": "completed",
    } | more


PAYMENT = {
    "payment_id": "Y",
    "request_id": "Q",
    "scheduled_on": "2026-02-01",
    "paid_on": "2026-02-10",
    "amount": 100,
    "currency": "KRW",
    "method": "bank",
    "status": "paid",
    "returned": 0,
}
DECISION = {
    "request_id": "Q",
    "line_id": "L",
    "decided_on": "2026-02-01",
    "decision": "approved",
    "approved": 100,
}
REQUEST = {
    "request_id": "Q",
    "case_id": "F",
    "category": "living",
    "urgency": "standard",
    "requested_on": "2026-01-20",
    "amount": 100,
}
LINE = {
    "line_id": "L",
    "org_id": "A",
    "fiscal_year": 2026,
    "category": "living",
    "currency": "KRW",
}


def grant_world(**more: list[dict]) -> Tables:
    """Family F with one approved request of 100, paid in full in February."""
    given = {
        "case_file": [family()],
        "budget_line": [LINE],
        "grant_request": [REQUEST],
        "grant_decision": [DECISION],
        "grant_payment": [PAYMENT],
    }
    return small_world(**(given | more))
