"""G4, G5 and G6: what becomes of a request."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from dashboard.case_database.contract import codes

from .days import median
from .figures import Figure, count, share, split
from .rows import Row
from .scene import Scene, World

DECISIONS = (*codes("grant_decision", "decision"), "undecided")
REASONS = codes("grant_decision", "reason")
AGES = ("le7", "8_14", "gt14")
DAYS_TO_PAY = {"emergency": 5, "standard": 10}


def requests(world: World) -> list[Row]:
    """Each request with its decision, if there is one, and its payments."""
    decisions = {row["request_id"]: row for row in world.tables["grant_decision"]}
    payments = world.by("grant_payment", "request_id")
    return [
        {
            "unit": world.centre(row["case_id"]),
            "request": row,
            "decision": decisions.get(row["request_id"]),
            "payments": payments[row["request_id"]],
        }
        for row in world.tables["grant_request"]
    ]


def _granted(fact: Row) -> bool:
    decision = fact["decision"]
    return decision is not None and decision["decision"] in ("approved", "partial")


def _paid_by(payments: list[Row], day: date) -> list[Row]:
    return [
        row
        for row in payments
        if row["status"] in ("paid", "returned") and row["paid_on"] is not None and row["paid_on"] <= day
    ]


def _net(payments: list[Row]) -> Fraction:
    return sum((row["amount"] - row["returned"] for row in payments), Fraction(0))


def unpaid_requests(scene: Scene) -> list[Row]:
    """G4: granted by the day and nothing returned, with what is still to pay."""
    day, facts = scene.day, []
    for fact in requests(scene.stock):
        if not _granted(fact):
            continue
        if any(row["status"] == "returned" for row in fact["payments"]):
            continue
        approved = fact["decision"]["approved"]
        left = max(Fraction(0), approved - _net(_paid_by(fact["payments"], day)))
        age = (day - fact["decision"]["decided_on"]).days
        facts.append({"unit": fact["unit"], "left": left, "age": _age(age)})
    return facts


def _age(days: int) -> str:
    if days <= 7:
        return "le7"
    return "8_14" if days <= 14 else "gt14"


def sum_unpaid(facts: list[Row]) -> dict[str | None, Figure]:
    by_age: dict[str, Fraction] = defaultdict(Fraction)
    for fact in facts:
        by_age[fact["age"]] += fact["left"]
    return {
        None: count(sum(by_age.values(), Fraction(0))),
        **{f"age={age}": count(by_age[age]) for age in AGES},
    }


def requested(scene: Scene) -> list[Row]:
    """G5: requests of the period, as decided by the as-of day."""
    return [fact for fact in requests(scene.flow) if scene.in_period(fact["request"]["requested_on"])]


def count_decisions(facts: list[Row]) -> dict[str | None, Figure]:
    days = [
        (fact["decision"]["decided_on"] - fact["request"]["requested_on"]).days
        for fact in facts
        if fact["decision"]
    ]
    return {
        None: count(len(facts), median=median(days)),
        **split(facts, "decision", DECISIONS, _decision),
        **split(facts, "reason", REASONS, _reason),
    }


def _decision(fact: Row) -> str:
    return fact["decision"]["decision"] if fact["decision"] else "undecided"


def _reason(fact: Row) -> str | None:
    return fact["decision"]["reason"] if fact["decision"] else None


def due_payments(scene: Scene) -> list[Row]:
    """G6: granted in the period, with a deadline that is over."""
    facts = []
    for fact in requests(scene.flow):
        request, decision = fact["request"], fact["decision"]
        if not _granted(fact) or not scene.in_period(decision["decided_on"]):
            continue
        days = DAYS_TO_PAY[request["urgency"]]
        deadline = request["requested_on"] + timedelta(days=days)
        if deadline >= scene.as_of:
            continue
        payments = _paid_by(fact["payments"], deadline)
        confirmed = all(row["receipt_confirmed_on"] is not None for row in payments)
        in_full = _net(payments) >= decision["approved"]
        facts.append({"unit": fact["unit"], "in_full": in_full, "confirmed": confirmed})
    return facts


def share_in_time(facts: list[Row]) -> dict[str | None, Figure]:
    """What is paid without a receipt is missing, and missing is not in D."""
    missing = [fact for fact in facts if fact["in_full"] and not fact["confirmed"]]
    paid = [fact for fact in facts if fact["in_full"] and fact["confirmed"]]
    known = len(facts) - len(missing)
    return {None: share(Fraction(len(paid)), known, len(missing))}
