"""Families paid but not seen, and families seen without a decision: worked out by hand."""

import pytest


def world(answers, payments=(), visits=(), decided=(), requests=None, as_of=None):
    keys = "FGH"
    return answers(
        as_of,
        case_file=[{"case_id": key, "org_id": "B" if key == "H" else "A"} for key in keys],
        budget_line=[{}],
        worker=[{}],
        grant_request=requests or [{"request_id": key, "case_id": key} for key in keys],
        grant_decision=[{"request_id": key} | rest for key, rest in decided],
        grant_payment=[
            {"payment_id": f"{n}", "request_id": key, "scheduled_on": day, "paid_on": day} | rest
            for n, (key, day, rest) in enumerate(payments)
        ],
        visit=[
            {"visit_id": f"{n}", "case_id": key, "visited_on": day, "recorded_on": day}
            for n, (key, day) in enumerate(visits)
        ],
    )


ALL_APPROVED = [("F", {}), ("G", {}), ("H", {})]


@pytest.mark.parametrize(
    ("visited", "unseen"),
    [
        ("2026-02-13", 0),  # 30 days before
        ("2026-02-12", 1),
        ("2026-04-14", 0),  # 30 days after
        ("2026-04-15", 1),
    ],
)
def test_a_visit_within_thirty_days_is_seen(answers, visited, unseen):
    payments = [("F", "2026-03-15", {})]
    figures = world(answers, payments, [("F", visited)], ALL_APPROVED)
    assert figures.number("G7", "2026-03") == unseen


def test_a_family_counts_once_however_often_it_is_paid(answers):
    payments = [
        ("F", "2026-02-05", {}),
        ("F", "2026-02-06", {}),
        ("F", "2026-04-01", {}),
        ("G", "2026-02-05", {"status": "returned", "returned": 100, "returned_on": "2026-02-07"}),
        ("G", "2026-02-05", {"status": "failed"}),
        ("H", "2026-04-30", {}),
    ]
    figures = world(answers, payments, (), ALL_APPROVED)
    assert figures.number("G7", "2026-02") == 1
    assert figures.number("G7", "2026-04") == 1
    assert figures.number("G7", "2026-H1") == 1
    assert figures.number("G7", "2026-Q2", "R") == 2


def test_a_family_seen_whose_request_is_undecided_for_over_14_days(answers):
    requests = [
        {"request_id": "F", "case_id": "F", "requested_on": "2026-03-16"},  # 15 days on 31 March
        {"request_id": "G", "case_id": "G", "requested_on": "2026-03-17"},  # 14 days
        {"request_id": "H", "case_id": "H", "requested_on": "2026-03-01"},
    ]
    visits = [("F", "2026-02-01"), ("F", "2026-04-02"), ("G", "2026-03-20"), ("H", "2026-03-31")]
    decided = [("F", {"decided_on": "2026-05-31"}), ("H", {"decided_on": "2026-04-30"})]
    figures = world(answers, (), visits, decided, requests)
    undecided = "mirror=undecided"
    # F was seen in February alone: in the quarter, not in March.
    assert figures.number("G7", "2026-03", split=undecided) == 0
    assert figures.number("G7", "2026-Q1", split=undecided) == 1
    assert figures.number("G7", "2026-03", "B", undecided) == 1
    # On 30 April H is decided; F and G are not, and G was seen in March.
    assert figures.number("G7", "2026-04", "R", undecided) == 1
    assert figures.number("G7", "2026-04", split=undecided) == 1
    # F is decided on 31 May itself; G stays undecided, seen in the first quarter alone.
    assert figures.number("G7", "2026-05", split=undecided) == 0
    assert figures.number("G7", "2026-Q2", split=undecided) == 0
    assert figures.number("G7", "2026-H1", split=undecided) == 1
