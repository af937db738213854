"""What the grants page claims of the way of a grant, worked out by hand."""

from dataclasses import replace

import pytest
import worlds
from asking import ask

from dashboard.sentences.claims import payments as claims

KEYS = [f"F{n}" for n in range(4)]


def grants(address, decisions, payments=(), visits=(), **more):
    """Requests of four families of 1 June, and what became of them."""
    return worlds.write(
        address,
        case_file=[{"case_id": key} for key in KEYS],
        worker=[{}],
        budget_line=[{}],
        grant_request=[{"request_id": key, "case_id": key, "requested_on": "2026-06-01"} for key in KEYS],
        grant_decision=[{"request_id": key} | row for key, row in zip(KEYS, decisions, strict=False)],
        grant_payment=list(payments),
        visit=list(visits),
        **more,
    )


APPROVED = {"decided_on": "2026-06-03"}


def test_requests_are_told_with_their_decisions_and_reasons(duckdb_address):
    declined = {"decision": "rejected", "approved": 0, "reason": "budget", "decided_on": "2026-06-05"}
    question = ask(grants(duckdb_address, [APPROVED, APPROVED, declined]))
    assert claims.decided(question) == (
        "4 requests in the period · half decided within 2 days · Approved: 2 · Declined: 1 · "
        "Not decided yet: 1 · most common reason: Budget exhausted, 100%"
    )


def test_without_requests_nothing_is_told_of_them(duckdb_address):
    question = ask(worlds.write(duckdb_address, case_file=[{}]))
    assert claims.decided(question) == ""
    assert claims.on_time(question, question.cell("G6")) == "Grants paid on time"


@pytest.mark.parametrize(
    ("decided", "claim"),
    [
        ("2026-06-16", "Approved, not yet paid"),  # 14 days
        ("2026-06-15", "₩100 has been approved but unpaid for more than 14 days"),
    ],
)
def test_money_that_waits_for_too_long_is_told(duckdb_address, decided, claim):
    question = ask(grants(duckdb_address, [{"decided_on": decided}]))
    assert claims.unpaid(question, question.by("G4", "age")) == claim


@pytest.mark.parametrize(
    ("due", "claim"),
    [
        ("2026-05-01", "Advances to settle"),  # 60 days
        ("2026-04-30", "₩500 in advances is more than 60 days overdue"),
    ],
)
def test_an_advance_due_for_too_long_is_told(duckdb_address, due, claim):
    question = ask(worlds.write(duckdb_address, case_file=[{}], advance=[{"settle_due_on": due}]))
    assert claims.advances(question, question.by("G8", "age")) == claim


def test_families_paid_but_not_seen_are_told_with_their_mirror(duckdb_address):
    paid = {"payment_id": "1", "request_id": "F0", "paid_on": "2026-06-04", "scheduled_on": "2026-06-04"}
    visit = {"case_id": "F1", "visited_on": "2026-06-10", "recorded_on": "2026-06-10"}
    question = ask(grants(duckdb_address, [APPROVED], [paid], [visit]))
    assert claims.unseen(question, question.cell("G7")) == "1 family was paid, but not seen"
    assert claims.seen_undecided(question) == (
        "1 family was visited, but has waited over 14 days for a decision."
    )
    earlier = replace(question, period=question.period.previous())
    # Nobody was paid, so nobody was visited after it.
    assert claims.unseen(earlier, earlier.cell("G7")) == "Families paid, but not seen"


def test_families_paid_and_seen_are_told(duckdb_address):
    paid = {"payment_id": "1", "request_id": "F0", "paid_on": "2026-06-04", "scheduled_on": "2026-06-04"}
    visit = {"case_id": "F0", "visited_on": "2026-06-10", "recorded_on": "2026-06-10"}
    question = ask(grants(duckdb_address, [APPROVED], [paid], [visit]))
    told = "Every family that was paid was visited within 30 days of it"
    assert claims.unseen(question, question.cell("G7")) == told
