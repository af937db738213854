"""Small cells of the visit indicators, and what would give them away."""

from datetime import date

import pytest

from dashboard.periods import Period
from dashboard.privacy.published import HIDDEN, SHOWN

JUNE = Period.month(date(2026, 6, 1))
QUARTER = Period.containing(date(2026, 6, 1), "quarter")
SPLIT = ["w8", "m4_6", "m9_12"]


def milestone(name, on_time, late, month="2026-06-01"):
    """A row of visits, each of a family of its own."""
    return {
        "org_id": "A",
        "month": month,
        "milestone": name,
        "visits": on_time + late,
        "on_time": on_time,
        "families_on_time": on_time,
        "families_not_on_time": late,
    }


def test_a_milestone_of_few_families_takes_the_next_smallest_with_it(desk):
    rows = [milestone("w8", 30, 20), milestone("m4_6", 2, 0), milestone("m9_12", 9, 8)]
    seen = desk("fine", ("A",), milestone_visits_by_centre_and_month=rows)
    assert seen.publish("V7", ["A"], [JUNE]).only.state == SHOWN
    published = seen.publish("V7", ["A"], [JUNE], "milestone", SPLIT)
    assert [cell.state for cell in published.cells] == [SHOWN, HIDDEN, HIDDEN]


def test_a_month_of_a_cohort_is_not_told_by_its_quarter(desk):
    rows = [
        milestone("w8", number, number, month)
        for number, month in [(9, "2026-04-01"), (8, "2026-05-01"), (3, "2026-06-01")]
    ]
    seen = desk("fine", ("A",), milestone_visits_by_centre_and_month=rows)
    months = [Period.month(date(2026, month, 1)) for month in (4, 5, 6)]
    assert [cell.state for cell in seen.publish("V7", ["A"], months).cells] == [SHOWN, HIDDEN, HIDDEN]
    assert seen.publish("V7", ["A"], [QUARTER]).only.state == SHOWN


@pytest.mark.parametrize(("less", "state"), [(0, SHOWN), (3, HIDDEN), (5, SHOWN)])
def test_few_families_short_of_their_dose_are_not_told_by_those_who_are_not(desk, less, state):
    row = {
        "org_id": "A",
        "month": "2026-06-01",
        "stage": "m0_5",
        "expected": 50.0,
        "received": 40.0,
        "families": 30,
        "well_visited": 20,
        "less_visited": less,
    }
    seen = desk("fine", ("A",), visit_dose_by_centre_and_month=[row])
    assert seen.publish("V3", ["A"], [JUNE]).only.state == state


def dose(unit, families):
    return {
        "org_id": unit,
        "month": "2026-06-01",
        "stage": "m0_5",
        "expected": 2.0 * families,
        "received": 1.0 * families,
        "families": families,
        "well_visited": 0,
        "less_visited": 0,
    }


def plans(unit, families):
    return {"org_id": unit, "month": "2026-06-01", "visits": 2 * families, "families": families}


def test_what_the_model_requires_is_not_told_by_plan_coverage_where_the_dose_hides_it(desk):
    # Hidden with A are the others in the dose, so they are hidden among the plans too, though C has many.
    seen = desk(
        "fine",
        visit_dose_by_centre_and_month=[dose("A", 3), dose("B", 20), dose("C", 9)],
        routine_plans_by_centre_and_month=[plans("A", 3), plans("B", 20), plans("C", 15)],
    )
    centres = ["A", "B", "C"]
    doses, coverage = (seen.publish(id_, centres, [JUNE]).cells for id_ in ("V2", "Q3"))
    assert [cell.state for cell in doses] == [HIDDEN] * 3
    assert [cell.state for cell in coverage] == [HIDDEN] * 3


@pytest.mark.parametrize(("several", "state"), [(0, SHOWN), (2, HIDDEN), (5, SHOWN)])
def test_few_families_with_several_savers_are_not_told(desk, several, state):
    row = {
        "org_id": "A",
        "month": "2026-06-01",
        "visits": 60,
        "by_same": 50,
        "families": 12,
        "families_of_several": several,
    }
    seen = desk("fine", ("A",), same_saver_visits_by_centre_and_month=[row])
    assert seen.publish("V9", ["A"], [JUNE]).only.state == state
