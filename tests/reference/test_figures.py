"""Figures worked out by hand, each beside its sum."""

from datetime import date
from fractions import Fraction

from . import indicator_rows, without_errors
from .figures import Figure
from .small_world import (
    DECISION,
    LINE,
    LOADED_TO,
    PAYMENT,
    REQUEST,
    family,
    grant_world,
    level,
    small_world,
    status,
    visit,
)

FEBRUARY = date(2026, 2, 1)


def figures(world, first=FEBRUARY, last=FEBRUARY, as_of=LOADED_TO):
    return indicator_rows(world, as_of, first, last)


def test_dose_follows_the_levels_day_by_day_and_is_capped():
    world = small_world(
        case_file=[family()],
        case_status=[
            status("F", "2026-01-01", "2026-02-22"),
            status("F", "2026-02-22", None, "paused"),
        ],
        case_level=[
            level("F", "2026-01-01", "2026-02-15"),
            level("F", "2026-02-15", None, "intensive"),
        ],
        visit=[
            visit("V1", "2026-02-02"),
            visit("V2", "2026-02-02"),
            visit("V3", "2026-02-26"),
            visit("V4", "2026-02-27", mode="phone"),
        ],
    )
    dose = figures(world)["V2", "A", None]
    # 14 of 28 days at 2 a month, 7 of 28 at 4; V2 is V1's double.
    assert (dose.numerator, dose.denominator) == (2, Fraction(2))
    capped = figures(world, as_of=date(2026, 2, 7))["V2", "A", None]
    assert (capped.numerator, capped.denominator) == (Fraction(1, 2), Fraction(1, 2))


def plan(**more):
    return {
        "plan_visit_id": "B",
        "case_id": "F",
        "kind": "routine",
        "due_on": "2026-02-10",
        "window_from": "2026-02-07",
        "window_to": "2026-02-13",
        "expires_on": "2026-02-20",
        "created_on": "2026-02-01",
    } | more


def planned(**more):
    given = {
        "case_file": [family()],
        "case_status": [status("F", "2026-01-01", None)],
        "visit_plan": [plan()],
    }
    return small_world(**(given | more))


def test_a_planned_visit_is_overdue_between_window_and_expiry():
    def overdue(day):
        return figures(planned(), as_of=day)["V4", "P", None].value

    assert overdue(date(2026, 2, 13)) == 0
    assert overdue(date(2026, 2, 14)) == 1
    assert overdue(date(2026, 2, 20)) == 1
    assert overdue(date(2026, 2, 21)) == 0


def test_a_visit_of_a_plan_row_counts_however_early():
    done = planned(visit=[visit("V", "2026-02-01", plan_visit_id="B")])
    late = planned(visit=[visit("V", "2026-02-14", plan_visit_id="B")])
    assert figures(done)["V1", "A", "timing=on_time"].value == 1
    assert figures(late)["V1", "A", "timing=on_time"].value == 0
    assert figures(late)["V1", "A", None].value == 1
    assert figures(late)["V1", "B", None].value is None


def test_unseen_counts_from_the_unbroken_stay():
    world = planned(
        case_status=[
            status("F", "2025-11-01", "2026-01-10"),
            status("F", "2026-01-20", "2026-01-29", "paused"),
            status("F", "2026-01-29", None),
        ],
        case_level=[level("F", "2026-01-20", None)],
    )
    assert figures(world, as_of=date(2026, 2, 18))["V5", "A", None].denominator == 0
    unseen = figures(world, as_of=date(2026, 2, 19))
    assert unseen["V5", "A", None].value == 1
    assert unseen["V5", "A", "seen=never"].value == 1


def test_points_go_to_the_savers_own_centre():
    world = small_world(
        case_file=[family(), family("G", "B"), family("H", "B")],
        case_status=[
            status("F", "2026-01-01", None),
            status("G", "2026-01-01", None, "outreach"),
            status("H", "2026-01-01", None),
        ],
        case_level=[level("F", "2026-01-01", None, "intensive")],
        case_assignment=[
            {
                "case_id": key,
                "worker_id": "W",
                "duty": "saver",
                "valid_from": "2026-01-01",
            }
            for key in ("F", "G", "H")
        ],
        worker_capacity=[
            {
                "worker_id": "W",
                "valid_from": "2026-01-01",
                "fte": "0.5",
                "max_points": "1.5",
            }
        ],
    )
    rows = figures(world)
    region, centre = rows["C3", "R", None], rows["C3", "B", None]
    assert (region.numerator, region.missing, region.value) == (2, 1, 4)
    assert (centre.numerator, centre.denominator) == (Fraction(1, 2), 0)
    assert centre.value is None
    assert rows["C3", "A", "savers=above_ceiling"].value == 1


def test_a_centre_without_a_capacity_row_is_in_neither():
    world = small_world(
        case_file=[family(), family("G", "B")],
        case_status=[status("F", "2026-01-01", None), status("G", "2026-01-01", None)],
        org_capacity=[{"org_id": "A", "valid_from": "2026-01-01", "max_active_cases": 4}],
    )
    rows = figures(world)
    assert rows["C2", "R", None].value == Fraction(1, 4)
    assert (rows["C2", "B", None].numerator, rows["C2", "B", None].value) == (0, None)


def test_forecast_adds_what_is_approved_and_the_middle_of_three_months():
    open_request = REQUEST | {"request_id": "Q2"}
    later = PAYMENT | {"payment_id": "Y2", "paid_on": "2026-03-31"}
    world = grant_world(
        grant_request=[REQUEST, open_request],
        grant_decision=[DECISION, DECISION | {"request_id": "Q2", "approved": 30}],
        budget_version=[
            {"line_id": "L", "approved_on": "2026-01-01", "amount": 1000},
            {"line_id": "L", "approved_on": "2026-03-01", "amount": 1200},
        ],
        grant_payment=[PAYMENT, later],
        budget_phase=[
            {"line_id": "L", "month": f"2026-{month:02}-01", "planned": 10} for month in range(1, 11)
        ],
    )
    rows = figures(world, last=date(2026, 3, 1), as_of=date(2026, 3, 16))
    # 100 paid, 30 approved; months December 0, January 0, February 100.
    assert rows["G3", "A", "forecast=median"].value == 130
    assert rows["G3", "A", "forecast=high"].value == 130 + 9 * 100
    planned_share = Fraction(20 * 31 + 10 * 16, 31 * 100)
    assert rows["G3", "A", "part=planned_share"].value == planned_share
    assert rows["G3", "A", None].value == Fraction(100, 1200) - planned_share
    assert rows["G2", "A", "category=housing"].value is None


def test_a_line_of_a_region_counts_in_the_region_and_not_in_its_centres():
    world = grant_world(
        budget_line=[LINE | {"org_id": "R"}],
        budget_version=[{"line_id": "L", "approved_on": "2026-01-01", "amount": 200}],
    )
    rows = figures(world)
    assert rows["G2", "R", None].value == Fraction(1, 2)
    assert rows["G2", "A", None].denominator == 0
    assert rows["G1", "A", None].value == 100


def test_required_fields_are_counted_as_loaded_at_the_programme_alone():
    broken = family() | {"language": None}
    world = small_world(case_file=[broken], advance=[{"advance_id": "V"}])
    kept = without_errors(world)
    rows = indicator_rows(kept, LOADED_TO, FEBRUARY, FEBRUARY, loaded=world)
    # Units 4 × 2, levels 3 × 5, the load 5, the saver 4, the family 4 of 5.
    assert rows["Q1", "P", None] == Figure(36, 37, 0, Fraction(36, 37))
    assert ("Q1", "R", None) not in rows
    assert ("Q1", "A", None) not in rows
