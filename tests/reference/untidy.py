"""Make a world untidy: rows that break a rule, and rows that are merely odd.

The same seed makes the same mess. The units and the model stay as they are,
since nearly every row hangs on them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from dashboard.case_database.contract import TABLES

from .days import add_months
from .rows import Row, Tables

Change = Callable[[Row], dict]


def _to(column: str, value: object) -> Change:
    return lambda row: {column: value}


def _move(column: str, days: int) -> Change:
    """Move a day; where there is none, there is still none."""
    return lambda row: {column: None if row[column] is None else row[column] + timedelta(days=days)}


def _after(column: str, other: str, days: int) -> Change:
    return lambda row: {column: None if row[other] is None else row[other] + timedelta(days=days)}


STAY = ("org_unit", "data_load", "budget_phase")
# Days that the questions are about: what happens near one often falls on it.
DAYS = (
    date(2025, 8, 17),
    date(2025, 12, 31),
    date(2026, 2, 28),
    date(2026, 6, 30),
)
NEAR = timedelta(days=20)

BROKEN: tuple[tuple[str, Change], ...] = (
    ("case_file", _to("language", None)),
    ("case_file", _to("household_type", "castle")),
    ("case_file", _to("referral_id", "nobody")),
    ("case_file", _after("opened_on", "intake_on", -1)),
    ("case_status", _to("status", None)),
    ("case_status", _to("status", "asleep")),
    ("case_status", _move("valid_to", 20)),
    ("case_status", _to("valid_to", None)),
    ("case_level", _to("level", "gentle")),
    ("case_level", _move("valid_to", 20)),
    ("case_assignment", _to("worker_id", "nobody")),
    ("case_assignment", _move("valid_to", 20)),
    ("child", _to("with_family_from", None)),
    ("child", lambda row: {"birth_on": add_months(row["birth_on"], -60)}),
    ("closure", _to("reason", "bored")),
    ("closure", _to("closed_on", date(2016, 1, 1))),
    ("grant_decision", _to("decided_on", None)),
    ("grant_decision", _to("line_id", "nowhere")),
    ("grant_decision", _to("decision", "rejected")),
    ("grant_decision", _to("approved", Fraction(-1))),
    ("grant_payment", _to("currency", "USD")),
    ("grant_payment", _to("status", "lost")),
    ("grant_payment", lambda row: {"returned": row["amount"] + 1}),
    ("grant_payment", _move("paid_on", -400)),
    ("grant_request", _to("urgency", "")),
    ("budget_line", _to("category", "toys")),
    ("budget_version", _to("amount", Fraction(-5))),
    ("budget_phase", _to("planned", None)),
    ("pregnancy", _to("result", "twins")),
    ("referral", _to("source", "newspaper")),
    ("referral", _to("duplicate_of", "nobody")),
    ("referral", _to("received_on", date(2099, 1, 1))),
    ("visit", _to("mode", None)),
    ("visit", _to("worker_id", "nobody")),
    ("visit", _to("plan_visit_id", "nowhere")),
    ("visit", _after("recorded_on", "visited_on", -1)),
    ("visit", _to("recorded_on", date(2099, 1, 1))),
    ("visit_plan", _to("window_to", None)),
    ("visit_plan", _after("expires_on", "window_to", -1)),
    ("worker", _to("engaged_on", date(1999, 1, 1))),
    ("worker_capacity", _to("supervisor_id", "nobody")),
    ("worker_capacity", _to("fte", None)),
    ("training_record", _to("result", "excellent")),
    ("org_capacity", _to("max_active_cases", None)),
    ("advance", _to("amount", Fraction(-1))),
    ("area_births", _to("births", None)),
    ("assessment", _to("tool", "guess")),
    ("care_plan", _to("agreed_on", date(2099, 1, 1))),
    ("certification", _to("expires_on", date(2014, 1, 1))),
    ("closure", _to("handover_to", "the moon")),
    ("settlement", _to("advance_id", "nobody")),
    ("supervision", _to("kind", "tea")),
)

TWICE: tuple[tuple[str, Change], ...] = (
    ("case_file", _to("entry_stage", "prenatal")),
    ("case_status", _to("status", "paused")),
    ("child", _move("birth_on", -90)),
    ("closure", _to("reason", "other")),
    ("grant_decision", _to("approved", Fraction(1))),
    ("grant_payment", _to("amount", Fraction(12345))),
    ("visit", _move("visited_on", -30)),
    ("visit_plan", _to("kind", "milestone")),
    ("worker", _to("role", "coordinator")),
)


def _take_in_later(row: Row) -> dict:
    """The intake was written down after the family had its first rows."""
    intake = row["intake_on"] + timedelta(days=40)
    return {"intake_on": intake, "opened_on": row["opened_on"] and intake}


ODD: tuple[tuple[str, Change], ...] = (
    ("budget_phase", _move("month", 6)),
    ("case_file", _take_in_later),
    ("case_level", _to("alternate_schedule", True)),
    ("case_status", _move("valid_to", -5)),
    ("case_status", _after("valid_to", "valid_from", 0)),
    ("child", _after("with_family_to", "birth_on", 200)),
    ("child", _after("with_family_from", "birth_on", 45)),
    ("grant_decision", _to("line_id", None)),
    (
        "grant_payment",
        lambda row: {
            "status": "returned",
            "returned": row["amount"],
            "returned_on": row["paid_on"] and row["paid_on"] + timedelta(days=40),
        },
    ),
    ("pregnancy", _to("ended_on", None)),
    ("referral", _to("area_code", None)),
    ("referral", _to("first_contact_on", None)),
    ("visit", _to("mode", "video")),
    ("visit", _to("mode", "centre")),
    ("area_births", _to("year", 2027)),
    ("assessment", _to("tool", "needs_risk")),
    ("case_file", _to("opened_on", None)),
    ("certification", _after("revoked_on", "issued_on", 400)),
    ("closure", lambda row: {"reason": "transferred", "handover_to": None}),
    ("grant_payment", _to("receipt_confirmed_on", None)),
    ("pregnancy", _move("due_on", 90)),
    ("referral", lambda row: {"offered_on": row["received_on"], "decision": "declined"}),
    ("supervision", _to("kind", "observed_visit")),
    ("visit_plan", _to("milestone", None)),
    ("visit_plan", _after("waived_on", "window_to", 3)),
    ("worker", _to("dispatch_ready_on", None)),
    ("worker_capacity", _to("supervisor_id", None)),
)


def untidy(tables: Tables, seed: int, each: int = 2) -> Tables:
    """Return new tables, `each` rows of every kind of mess among the good ones."""
    random = Random(seed)
    messy = {table: [dict(row) for row in rows] for table, rows in tables.items()}
    _move_to_edges(messy, random)
    _drop_some(messy, random)
    _hold_some_higher(messy, random)
    for table, change in ODD + BROKEN:
        for row in _some(messy[table], random, each):
            row.update(change(row))
    for table, change in TWICE:
        for row in _some(messy[table], random, each):
            messy[table].append(row | change(row))
    _visit_twice(messy, random, each)
    return messy


def _move_to_edges(tables: Tables, random: Random) -> None:
    """On the day itself or the next one: that is where < and <= part."""
    for name, table in TABLES.items():
        days = [column.name for column in table.columns if column.type == "date"]
        if name in STAY:
            continue
        for row in tables[name]:
            near = [
                (column, day)
                for column in days
                for day in DAYS
                if row[column] is not None and abs(row[column] - day) <= NEAR
            ]
            if near and random.random() < 0.5:
                column, day = random.choice(near)
                row[column] = day + timedelta(days=random.randrange(2))


def _some(rows: list[Row], random: Random, number: int) -> list[Row]:
    return random.sample(rows, min(number, len(rows)))


def _drop_some(tables: Tables, random: Random) -> None:
    """Families without a level, savers without a capacity, lines without a plan."""
    for table in ("case_level", "worker_capacity", "budget_phase", "budget_version"):
        for row in _some(tables[table], random, 3):
            tables[table].remove(row)
    tables["org_capacity"].pop()


def _hold_some_higher(tables: Tables, random: Random) -> None:
    """A region and the programme hold families, savers and lines themselves."""
    above = [u["org_id"] for u in tables["org_unit"] if u["level"] != "centre"]
    for table in ("case_file", "worker", "budget_line", "referral"):
        for row in _some(tables[table], random, 4):
            row["org_id"] = random.choice(above)


def _visit_twice(tables: Tables, random: Random, each: int) -> None:
    """Two visits on one day: by one worker they are one, by two they are two."""
    workers = [row["worker_id"] for row in tables["worker"]]
    for number, row in enumerate(_some(tables["visit"], random, each * 4)):
        worker = row["worker_id"] if number % 2 else random.choice(workers)
        again = {"visit_id": f"again-{number}", "worker_id": worker}
        tables["visit"].append(row | again)
