"""The warning rules, row by row, over the database as loaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .rows import Row, Tables

IN_PERSON = ("home", "centre", "other_in_person")
First = dict[str, dict[tuple, Row]]


def warned_rows(tables: Tables, first: First, ends_on: date) -> Iterator[tuple[str, str, int]]:
    """Yield (rule, table, place of the row in its table) for each warning."""
    seen = set()
    for place, visit in enumerate(tables["visit"]):
        if _late(visit):
            yield "late_record", "visit", place
        if not _completed(visit):
            continue
        if _after_closure(visit, first):
            yield "visit_after_closure", "visit", place
        if _uncertified(visit, first):
            yield "uncertified_visit", "visit", place
        key = (visit["case_id"], visit["worker_id"], visit["visited_on"])
        if None not in key and key in seen:
            yield "duplicate_visit", "visit", place
        seen.add(key)
    counted = set()
    for place, family in enumerate(tables["case_file"]):
        case_id = family["case_id"]
        if case_id is not None and case_id not in counted and _unassigned(case_id, first, ends_on):
            yield "unassigned_active", "case_file", place
        counted.add(case_id)


def _completed(visit: Row) -> bool:
    return visit["outcome"] == "completed" and visit["mode"] in IN_PERSON


def _late(visit: Row) -> bool:
    days = (visit["visited_on"], visit["recorded_on"])
    return None not in days and days[1] - days[0] > timedelta(days=14)


def _after_closure(visit: Row, first: First) -> bool:
    closed_on = first["closure"].get((visit["case_id"],), {}).get("closed_on")
    return None not in (closed_on, visit["visited_on"]) and visit["visited_on"] >= closed_on


def _uncertified(visit: Row, first: First) -> bool:
    worker = first["worker"].get((visit["worker_id"],), {})
    return worker.get("role") == "saver" and not any(
        _holds(certificate, visit["visited_on"])
        for certificate in first["certification"].values()
        if certificate["worker_id"] == visit["worker_id"]
    )


def _holds(certificate: Row, day: date | None) -> bool:
    issued, expires, revoked = (certificate[name] for name in ("issued_on", "expires_on", "revoked_on"))
    if day is None or issued is None or issued > day:
        return False
    return (expires is None or expires >= day) and (revoked is None or revoked > day)


def _unassigned(case_id: str, first: First, day: date) -> bool:
    def valid(table: str, column: str, code: str) -> bool:
        return any(
            row["case_id"] == case_id and row[column] == code and _on(row, day)
            for row in first[table].values()
        )

    return valid("case_status", "status", "active") and not valid("case_assignment", "duty", "saver")


def _on(row: Row, day: date) -> bool:
    if row["valid_from"] is None or row["valid_from"] > day:
        return False
    return row["valid_to"] is None or row["valid_to"] > day
