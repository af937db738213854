"""Requests, decisions and payments in time, worked out by hand, with their boundary days."""

import pytest

FAMILIES = {"case_file": [{"case_id": "F"}, {"case_id": "G", "org_id": "B"}]}


def request(key, day="2026-02-01", **rest):
    return {"request_id": key, "requested_on": day} | rest


def decision(key, day="2026-02-03", **rest):
    return {"request_id": key, "decided_on": day} | rest


def payment(key, day, amount=100, **rest):
    row = {"payment_id": key, "request_id": key[0], "paid_on": day, "scheduled_on": day}
    return row | {"amount": amount, "receipt_confirmed_on": day} | rest


def test_requests_count_by_decision_and_reason_with_the_median_of_those_decided(answers):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        grant_request=[
            request("1"),
            request("2"),
            request("3", case_id="G"),
            request("4", "2026-03-01"),
        ],
        grant_decision=[
            decision("1", "2026-02-03"),  # 2 days
            decision("2", "2026-02-08", decision="rejected", approved=0, reason="budget"),  # 7 days
        ],
    )
    assert figures.number("G5", "2026-02") == 2
    assert figures.number("G5", "2026-02", "R") == 3
    assert figures.of("G5", "2026-02", "R").median == 4.5
    assert figures.number("G5", "2026-02", "R", "decision=undecided") == 1
    assert figures.number("G5", "2026-02", "R", "decision=approved") == 1
    assert figures.number("G5", "2026-02", "R", "decision=partial") == 0
    assert figures.number("G5", "2026-02", split="reason=budget") == 1
    assert figures.of("G5", "2026-01").median is None


def test_as_it_stood_a_decision_to_come_is_none(answers):
    figures = answers(
        "2026-02-07",
        **FAMILIES,
        budget_line=[{}],
        grant_request=[request("1"), request("2")],
        grant_decision=[decision("1", "2026-02-07"), decision("2", "2026-02-08")],
    )
    assert figures.number("G5", "2026-02", split="decision=approved") == 1
    assert figures.number("G5", "2026-02", split="decision=undecided") == 1
    assert figures.of("G5", "2026-02").median == 6


@pytest.mark.parametrize(
    ("urgency", "paid", "ratio"),
    [
        ("standard", "2026-02-11", (1, 1, 0)),  # the tenth day
        ("standard", "2026-02-12", (0, 1, 0)),
        ("emergency", "2026-02-06", (1, 1, 0)),  # the fifth day
        ("emergency", "2026-02-07", (0, 1, 0)),
    ],
)
def test_a_grant_is_paid_on_time_up_to_its_deadline(answers, urgency, paid, ratio):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        grant_request=[request("1", urgency=urgency)],
        grant_decision=[decision("1")],
        grant_payment=[payment("1", paid)],
    )
    assert figures.ratio("G6", "2026-02") == ratio


def test_a_grant_counts_when_paid_in_full_and_received(answers):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        grant_request=[request(key) for key in "123456"],
        grant_decision=[
            decision("1"),
            decision("2"),
            decision("3"),
            decision("4", decision="partial", approved=60),
            decision("5", decision="rejected", approved=0),
            decision("6"),
        ],
        grant_payment=[
            # Two payments make it whole, the second on the last day.
            payment("1a", "2026-02-05", 40),
            payment("1b", "2026-02-11", 60),
            # Half came back: not in full.
            payment("2", "2026-02-05", status="returned", returned=50, returned_on="2026-02-06"),
            # One receipt is not confirmed.
            payment("3a", "2026-02-05", 40),
            payment("3b", "2026-02-05", 60, receipt_confirmed_on=None),
            payment("4", "2026-02-05", 60),
            payment("6", "2026-02-05", status="failed"),
        ],
    )
    assert figures.ratio("G6", "2026-02") == (2, 4, 1)


def test_a_grant_whose_deadline_is_not_over_does_not_count(answers):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        # 20 June + 10 is the as-of day itself.
        grant_request=[request("1", "2026-06-20"), request("2", "2026-06-19")],
        grant_decision=[decision("1", "2026-06-22"), decision("2", "2026-06-22")],
    )
    assert figures.ratio("G6", "2026-06") == (0, 1, 0)


def test_families_behind_requests_count_once_in_any_period(answers):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        grant_request=[
            request("1"),
            request("2"),
            request("3", "2026-03-01"),
            request("4", case_id="G"),
        ],
        grant_decision=[decision("1"), decision("3", "2026-03-02")],
    )
    assert figures.of("G5", "2026-Q1", "R").families == (2,)
    assert figures.of("G5", "2026-Q1").families == (1,)
    # F asked in both months and was granted what it asked for in both.
    assert figures.of("G5", "2026-Q1", "R", "decision=approved").families == (1,)
    assert figures.of("G5", "2026-03", "R", "decision=undecided").families == (0,)


def test_a_grant_paid_on_time_tells_families_on_either_side(answers):
    figures = answers(
        **FAMILIES,
        budget_line=[{}],
        grant_request=[request("1"), request("2"), request("3"), request("4", case_id="G")],
        grant_decision=[decision(key) for key in "1234"],
        grant_payment=[
            payment("1", "2026-02-05"),
            payment("2", "2026-02-05"),
            payment("4", "2026-02-05", receipt_confirmed_on=None),
        ],
    )
    result = figures.of("G6", "2026-02", "R")
    assert (result.numerator, result.denominator, result.missing) == (2, 3, 1)
    assert (result.families, result.families_missing) == ((1, 1), 1)
