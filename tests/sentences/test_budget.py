"""Budget lines against time: what runs out, and what is off plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import worlds
from asking import ask, families, together

from dashboard.periods import Period
from dashboard.privacy.published import Cell
from dashboard.sentences import budget
from dashboard.sentences.attention import attention
from dashboard.sentences.claims import grants
from dashboard.sentences.headline import headline


def line(paid: float, amount: float) -> Cell:
    return Cell("P", Period.month(date(2026, 6, 1)), "living", "shown", paid, amount, 0, paid / amount)


@pytest.mark.parametrize(
    ("paid", "day", "month"),
    [
        (500, date(2026, 6, 30), None),  # half of the budget in half of the year
        (600, date(2026, 6, 30), date(2026, 10, 1)),
        (1000, date(2026, 6, 30), date(2026, 6, 1)),  # spent already
        (900, date(2026, 2, 28), None),  # too early to tell
        (0, date(2026, 6, 30), None),
    ],
)
def test_a_line_runs_out_at_the_pace_of_the_year(paid, day, month) -> None:
    assert budget.runs_out(line(paid, 1000), day) == month


def spent(amount: float) -> dict[str, list[dict]]:
    """Return a budget of 1,000 won for living expenses, and a payment from it."""
    return {
        "budget_line": [{}],
        "budget_version": [{}],
        "grant_request": [{"case_id": "A0", "amount": amount}],
        "grant_decision": [{"approved": amount}],
        "grant_payment": [{"amount": amount}],
    }


def test_a_line_ahead_of_plan_is_told_and_needs_attention(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **together(families("A", 12), spent(700))))
    assert budget.furthest(question).code == "living"
    assert grants.lines(question) == "Living expenses: 20 pp ahead of plan"
    told = [item.what for item in attention(question)]
    assert "Living expenses: likely to run out in September" in told


def test_a_line_on_plan_needs_nobody(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **together(families("A", 12), spent(490))))
    assert grants.lines(question) == "Every budget line is within 10 pp of plan"
    assert not [item for item in attention(question) if item.page == "grants"]


def test_of_many_lines_off_plan_none_is_named(duckdb_address) -> None:
    two = {
        "budget_line": [{}, {"line_id": "M", "category": "meals"}],
        "budget_version": [{}, {"line_id": "M"}],
    }
    question = ask(worlds.write(duckdb_address, **together(families("A", 12), two)))
    assert grants.lines(question) == "2 budget lines are more than 10 pp off plan"


def test_two_shares_that_look_alike_show_the_gap_that_is_told(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **together(families("A", 12), spent(490))))
    planned = question.cell("G3", "part", "planned_share").value
    assert budget.apart(question, planned + 0.004, planned) == ("50%", "50%")
    assert budget.apart(question, planned + 0.007, planned - 0.0001) == ("50.3%", "49.6%")


def test_what_is_to_come_is_told_of_no_day_long_past(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **together(families("A", 12), spent(700))), period="2026-06")
    assert any("since January" in each.text.plain for each in headline(question, "overview"))
    past = replace(question, period=Period.parse("2026-04", question.desk.as_of))
    assert not any(
        "will" in each.text.plain for page in ("overview", "grants") for each in headline(past, page)
    )
