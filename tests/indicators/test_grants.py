"""Grant figures, worked out by hand, with the days on which they turn."""

import pytest


def asked(key, case="F", category="living"):
    return {"request_id": key, "case_id": case, "category": category}


def paid(key, day, amount, **more):
    row = {"payment_id": key, "request_id": key, "scheduled_on": day, "paid_on": day}
    return row | {"amount": amount} | more


def test_net_grants_count_in_the_month_of_the_payment_less_what_came_back(answers):
    figures = answers(
        case_file=[{"case_id": "F"}, {"case_id": "G", "org_id": "B"}],
        budget_line=[{}],
        grant_request=[asked("1"), asked("2"), asked("3", "G", "housing")],
        grant_decision=[{"request_id": key} for key in "123"],
        grant_payment=[
            paid("1", "2026-02-28", 100, returned=30, returned_on="2026-04-02"),
            paid("2", "2026-02-10", 50, status="failed"),
            paid("3", "2026-03-01", 40, status="returned", returned=40, returned_on="2026-03-09"),
        ],
    )
    assert figures.number("G1", "2026-02") == 70
    assert figures.number("G1", "2026-04") == 0
    assert figures.number("G1", "2026-03", "R", "category=housing") == 0
    assert figures.number("G1", "2026-Q1", "R", "category=living") == 70
    # G got nothing that it kept.
    supported = figures.of("G1", "2026-03", "R", "families=12m")
    assert (supported.numerator, supported.median, supported.p90) == (1, 70, 70)
    assert figures.of("G1", "2026-03", "B", "families=12m").median is None


def test_families_are_supported_in_the_twelve_months_that_end_with_the_period(answers):
    figures = answers(
        case_file=[{"intake_on": "2025-01-01", "opened_on": "2025-01-01"}],
        budget_line=[{}],
        grant_request=[asked("1") | {"requested_on": "2025-06-01"}],
        grant_decision=[{"request_id": "1", "decided_on": "2025-06-01"}],
        grant_payment=[paid("1", "2025-06-30", 100)],
    )
    assert figures.number("G1", "2026-05", split="families=12m") == 1
    # July 2025 to June 2026, and for the year that runs January to December.
    assert figures.number("G1", "2026-06", split="families=12m") == 0
    assert figures.number("G1", "2025", split="families=12m") == 1
    assert figures.number("G1", "2026", split="families=12m") == 0


def test_a_budget_is_read_as_it_stood_on_the_day(answers):
    figures = answers(
        case_file=[{}],
        budget_line=[{"line_id": "L1"}, {"line_id": "L2", "org_id": "R", "category": "meals"}],
        budget_version=[
            {"amount": 1000},
            {"approved_on": "2026-02-28", "amount": 800},
            {"line_id": "L2", "approved_on": "2026-03-01", "amount": 500},
        ],
        grant_request=[asked("1"), asked("2", category="medical"), asked("3")],
        grant_decision=[
            {"request_id": "1"},
            {"request_id": "2", "line_id": None},
            {"request_id": "3", "line_id": "L2"},
        ],
        grant_payment=[
            paid("1", "2026-02-28", 100, status="returned", returned=60, returned_on="2026-03-01"),
            paid("2", "2026-02-10", 25),
            paid("3", "2026-03-31", 50),
        ],
    )
    # The money came back on the day after.
    assert figures.ratio("G2", "2026-02") == (100, 800, 25)
    assert figures.ratio("G2", "2026-01") == (0, 1000, 0)
    assert figures.ratio("G2", "2026-03") == (40, 800, 25)
    assert figures.ratio("G2", "2026-03", "R") == (90, 1300, 25)
    assert figures.ratio("G2", "2026-03", "R", "category=meals") == (50, 500, 0)
    assert figures.ratio("G2", "2026-03", "R", "category=medical") == (0, 0, 25)
    assert figures.of("G2", "2026-02", "B").value is None


def test_pace_follows_the_phases_and_the_forecast_the_last_three_ended_months(answers):
    figures = answers(
        case_file=[{}],
        budget_line=[{}],
        budget_version=[{"amount": 1200}],
        budget_phase=[
            {"month": "2026-01-01", "planned": 100},
            {"month": "2026-02-01", "planned": 100},
            {"month": "2026-03-01", "planned": 200},
        ],
        grant_request=[asked(key) for key in "1234"],
        grant_decision=[{"request_id": key, "approved": 100} for key in "123"]
        + [{"request_id": "4", "decided_on": "2026-02-28", "approved": 70}],
        grant_payment=[
            paid("1", "2026-02-05", 100),
            paid("2", "2026-02-06", 100),
            paid("3", "2026-02-07", 60),
        ],
    )
    pace = figures.of("G3", "2026-02")
    # Planned: 200 of 400 phases, so half of the budget; paid 260 of 1,200.
    assert figures.of("G3", "2026-02", split="part=planned_share").value == pytest.approx(0.5)
    assert (pace.numerator, pace.denominator) == (260, 1200)
    assert pace.value == pytest.approx(260 / 1200 - 0.5)
    # 260 + unpaid (40 + 70) + 10 months of 0, 0 or 260.
    assert figures.number("G3", "2026-02", split="forecast=median") == 370
    assert figures.number("G3", "2026-02", split="forecast=low") == 370
    assert figures.number("G3", "2026-02", split="forecast=high") == 370 + 10 * 260
    assert figures.number("G3", "2026-02", split="plan=phased") == 1


def test_a_line_without_phases_is_planned_evenly_over_the_days_of_the_year(answers):
    figures = answers(budget_line=[{}], budget_version=[{"amount": 1000}], case_file=[{}])
    # 31 + 28 days of 365.
    planned = figures.of("G3", "2026-02", split="part=planned_share").value
    assert planned == pytest.approx(59 / 365)
    assert figures.number("G3", "2026-02", split="plan=evenly") == 1
    assert figures.number("G3", "2026-02", split="plan=phased") == 0


def test_a_request_that_had_money_returned_is_not_waiting_for_payment(answers):
    figures = answers(
        case_file=[{}],
        budget_line=[{}],
        budget_version=[{"amount": 1000}],
        grant_request=[asked("1")],
        grant_decision=[{"request_id": "1", "approved": 100}],
        grant_payment=[paid("1", "2026-02-05", 90, status="returned", returned=90, returned_on="2026-03-15")],
    )
    # February: 90 paid and 10 unpaid, 10 more months of the lowest of 0, 0 and 90.
    assert figures.number("G3", "2026-02", split="forecast=low") == 100
    assert figures.number("G3", "2026-03", split="forecast=low") == 0


def test_the_two_largest_amounts_are_those_of_families_and_of_the_period(answers):
    figures = answers(
        case_file=[{"case_id": "F"}, {"case_id": "G"}, {"case_id": "H", "org_id": "B"}],
        budget_line=[{}],
        grant_request=[asked("1"), asked("2"), asked("3", "G", "housing"), asked("4", "H")],
        grant_decision=[{"request_id": key} | ({"line_id": None} if key == "2" else {}) for key in "1234"],
        grant_payment=[
            paid("1", "2026-02-10", 100),
            paid("2", "2026-03-10", 50),
            paid("3", "2026-03-11", 90, returned=20, returned_on="2026-04-02"),
            paid("4", "2026-03-20", 120),
        ],
    )
    assert figures.of("G1", "2026-02").largest == (100, 0)
    assert figures.of("G1", "2026-03").largest == (70, 50)
    assert figures.of("G1", "2026-Q1").largest == (150, 70)
    assert figures.of("G1", "2026-Q1", split="category=living").largest == (150, 0)
    assert figures.of("G1", "2026-Q1", "R").largest == (150, 120)
    assert figures.of("G1", "2026-H1", "P").largest == (150, 120)
    # H is paid from the same line, and one of F's payments is on none.
    assert figures.of("G2", "2026-03").largest == (120, 100)
    assert figures.of("G3", "2026-03").largest == (120, 100)


def test_the_two_largest_amounts_not_paid_yet_are_those_of_families(answers):
    figures = answers(
        case_file=[{"case_id": "F"}, {"case_id": "G"}],
        budget_line=[{}],
        grant_request=[asked("1"), asked("2"), asked("3", "G")],
        grant_decision=[
            {"request_id": "1", "decided_on": "2026-06-01", "approved": 300},
            {"request_id": "2", "decided_on": "2026-06-25", "approved": 200},
            {"request_id": "3", "decided_on": "2026-06-28", "approved": 250},
        ],
        grant_payment=[paid("1", "2026-06-10", 100)],
    )
    assert figures.of("G4", "2026-06").largest == (400, 250)
    assert figures.of("G4", "2026-06", split="age=le7").largest == (250, 200)
    assert figures.of("G4", "2026-06", split="age=gt14").largest == (200, 0)
