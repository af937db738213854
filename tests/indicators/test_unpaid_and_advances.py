"""Money promised or advanced and still due, worked out by hand, by its age on the day."""

import pytest

FAMILIES = {"case_file": [{"case_id": "F"}, {"case_id": "G", "org_id": "B"}], "budget_line": [{}]}


def grant(key, decided, **rest):
    return (
        {"request_id": key, "requested_on": decided},
        {"request_id": key, "decided_on": decided} | rest,
    )


def ask(answers, grants, payments=(), as_of=None):
    requests, decisions = zip(*grants, strict=True)
    return answers(
        as_of,
        **FAMILIES,
        grant_request=list(requests),
        grant_decision=list(decisions),
        grant_payment=list(payments),
    )


@pytest.mark.parametrize(
    ("decided", "age"),
    [
        ("2026-06-30", "le7"),
        ("2026-06-23", "le7"),  # 7 days
        ("2026-06-22", "8_14"),  # 8 days
        ("2026-06-16", "8_14"),  # 14 days
        ("2026-06-15", "gt14"),
    ],
)
def test_an_approval_ages_by_the_day(answers, decided, age):
    figures = ask(answers, [grant("Q", decided)])
    found = {each: figures.number("G4", "2026-06", split=f"age={each}") for each in ("le7", "8_14", "gt14")}
    assert found == {each: 100 if each == age else 0 for each in found}
    assert figures.number("G4", "2026-06") == 100


def test_what_is_paid_by_the_day_is_taken_off(answers):
    payments = [
        {"payment_id": "1", "request_id": "Q", "paid_on": "2026-03-31", "amount": 60},
        {"payment_id": "2", "request_id": "Q", "paid_on": "2026-04-01", "amount": 40},
    ]
    figures = ask(answers, [grant("Q", "2026-02-10")], payments)
    assert figures.number("G4", "2026-02") == 100
    assert figures.number("G4", "2026-03") == 40
    assert figures.number("G4", "2026-Q1") == 40
    assert figures.number("G4", "2026-04") == 0
    # More than was approved is no debt of the family.
    assert figures.number("G4", "2026-06", "P") == 0


def test_a_request_of_which_a_payment_came_back_is_left_out_from_that_day_on(answers):
    returned = {
        "payment_id": "1",
        "request_id": "Q",
        "paid_on": "2026-03-02",
        "amount": 60,
        "status": "returned",
        "returned": 60,
        "returned_on": "2026-04-30",
    }
    figures = ask(answers, [grant("Q", "2026-02-10")], [returned])
    assert figures.number("G4", "2026-03") == 40
    assert figures.number("G4", "2026-04") == 0


def test_only_approvals_are_owed(answers):
    grants = [
        grant("1", "2026-02-10", decision="rejected", approved=0),
        grant("2", "2026-02-10", decision="partial", approved=30),
        grant("3", "2026-07-01"),
    ]
    assert ask(answers, grants).number("G4", "2026-06") == 30


def advances(answers, settlements=(), **rest):
    due = {"settle_due_on": "2026-02-10"} | rest
    return answers(case_file=[{}], advance=[due], settlement=list(settlements))


@pytest.mark.parametrize(
    ("due", "age"),
    [
        ("2026-06-30", None),  # the day itself is not past
        ("2026-06-29", "le30"),
        ("2026-05-31", "le30"),  # 30 days
        ("2026-05-30", "31_60"),
        ("2026-05-01", "31_60"),  # 60 days
        ("2026-04-30", "gt60"),
    ],
)
def test_an_advance_ages_from_the_day_it_was_to_be_settled(answers, due, age):
    figures = advances(answers, settle_due_on=due)
    found = {each: figures.number("G8", "2026-06", split=f"age={each}") for each in ("le30", "31_60", "gt60")}
    assert found == {each: 500 if each == age else 0 for each in found}


def test_a_settlement_counts_from_its_acceptance(answers):
    figures = advances(
        answers,
        [
            {"settlement_id": "1", "spent": 300, "returned": 50, "accepted_on": "2026-03-31"},
            {"settlement_id": "2", "spent": 100, "settled_on": "2026-04-01"},
        ],
    )
    assert figures.number("G8", "2026-02") == 500
    assert figures.number("G8", "2026-03", "P") == 150
    assert figures.number("G8", "2026-06") == 150


def test_more_settled_than_advanced_is_no_debt_of_others(answers):
    figures = answers(
        advance=[{"advance_id": "1"}, {"advance_id": "2", "amount": 70}],
        settlement=[{"advance_id": "1", "spent": 900, "accepted_on": "2026-02-01"}],
    )
    assert figures.number("G8", "2026-06") == 70


def test_without_advances_the_database_records_none(answers):
    figures = answers(without=("advance", "settlement"))
    assert figures.figures.not_recorded("G8")
    assert not figures.figures.not_recorded("G4")


def test_the_forecast_tells_families_whose_money_is_not_paid(answers):
    figures = answers(
        case_file=FAMILIES["case_file"],
        budget_line=[{}, {"line_id": "L2", "org_id": "R"}],
        grant_request=[
            {"request_id": "1"},
            {"request_id": "2"},
            {"request_id": "3", "case_id": "G"},
        ],
        grant_decision=[
            {"request_id": "1"},
            {"request_id": "2", "line_id": "L2"},
            {"request_id": "3", "line_id": "L2"},
        ],
    )
    # F waits for money of the centre and of the region, G for money of the region.
    assert figures.of("G3", "2026-06", "A", "forecast=median").families == (0, 1)
    assert figures.of("G3", "2026-06", "R", "forecast=median").families == (0, 2)
    assert figures.number("G3", "2026-06", "R", "forecast=median") == 300
    assert figures.of("G4", "2026-06", "R").families == (2,)
    assert figures.of("G4", "2026-06", "R", "age=gt14").families == (2,)
