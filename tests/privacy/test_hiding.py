"""Small cells are hidden, and what would give them away with them."""

from datetime import date

import pandas as pd
import pytest
from written_counts import UNITS, families

from dashboard.indicators.periods import Period
from dashboard.privacy.hiding import hidden_cells
from dashboard.privacy.profiles import PROFILES
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, SHOWN

JUNE = Period.month(date(2026, 6, 1))
QUARTER = Period.containing(date(2026, 6, 1), "quarter")
PROTECTED = [profile for profile in PROFILES.values() if profile.protected]


def states(published) -> dict[str, str]:
    return {cell.unit: cell.state for cell in published.cells}


@pytest.mark.parametrize("profile", PROTECTED, ids=lambda profile: profile.name)
def test_a_cell_below_the_smallest_is_hidden_and_the_smallest_is_shown(desk, profile):
    smallest = profile.small_cell
    for number, state in [(0, SHOWN), (1, HIDDEN), (smallest - 1, HIDDEN), (smallest, SHOWN)]:
        rows = [families("R", "2026-06-01", number), families("S", "2026-06-01", 0)]
        seen = desk(profile.name, families_by_centre_and_month=rows)
        cell = seen.publish("C1", ["R"], [QUARTER]).only
        assert (number, cell.state) == (number, state)


def test_a_hidden_cell_carries_no_number(desk):
    rows = [families("A", "2026-06-01", 3)]
    cell = desk("regional", families_by_centre_and_month=rows).publish("C1", ["A"], [JUNE]).only
    assert cell.state == HIDDEN
    numbers = (cell.numerator, cell.denominator, cell.missing, cell.value, cell.median, cell.p90)
    assert numbers == (None,) * 6


def test_an_own_centre_sees_its_small_numbers(desk):
    rows = [families("A", "2026-06-01", 3)]
    seen = desk("own_centre", ("A",), families_by_centre_and_month=rows)
    assert seen.publish("C1", ["A"], [JUNE]).only.value == 3


def test_a_single_hidden_centre_takes_the_next_smallest_with_it(desk):
    rows = [families(unit, "2026-06-01", n) for unit, n in [("A", 3), ("B", 20), ("C", 9)]]
    seen = desk("regional", families_by_centre_and_month=rows)
    published = seen.publish("C1", ["R", "A", "B", "C"], [JUNE])
    assert states(published) == {"R": SHOWN, "A": HIDDEN, "B": SHOWN, "C": HIDDEN}
    # Asked for alone, a cell is hidden just the same.
    assert seen.publish("C1", ["C"], [JUNE]).only.state == HIDDEN


def test_a_single_hidden_code_takes_the_next_smallest_with_it(desk):
    rows = [
        families("A", "2026-06-01", 30),
        families("A", "2026-06-01", 3, "paused"),
        families("A", "2026-06-01", 8, "outreach"),
    ]
    seen = desk("regional", ("A",), families_by_centre_and_month=rows)
    published = seen.publish("C1", ["A"], [JUNE], "status")
    assert [cell.state for cell in published.cells] == [SHOWN, HIDDEN, HIDDEN]
    assert seen.publish("C1", ["A"], [JUNE], "status", ["outreach"]).only.state == HIDDEN


def test_those_who_are_not_in_a_share_are_told_by_it_too(desk):
    def row(unseen):
        return {
            "org_id": "A", "month": "2026-06-01", "families": 20, "unseen": unseen,
            "never_seen": 0,
        }

    for unseen, state in [(15, SHOWN), (17, HIDDEN), (20, SHOWN), (3, HIDDEN)]:
        seen = desk("regional", ("A",), unseen_families_by_centre_and_month=[row(unseen)])
        assert seen.publish("V5", ["A"], [JUNE]).only.state == state


def test_visits_of_few_families_are_hidden_however_many_they_are(desk):
    row = {
        "org_id": "A", "month": "2026-06-01", "status": "done_on_time", "visits": 16, "families": 4
    }
    seen = desk("regional", ("A",), planned_visits_by_centre_and_month=[row])
    assert seen.publish("V1", ["A"], [JUNE]).only.state == HIDDEN


def test_a_share_of_few_is_told_as_so_many_of_so_many(desk):
    row = {"org_id": "A", "month": "2026-06-01", "families": 9, "unseen": 9, "never_seen": 0}
    cell = desk("regional", ("A",), unseen_families_by_centre_and_month=[row]).publish(
        "V5", ["A"], [JUNE]
    ).only
    assert (cell.state, cell.numerator, cell.denominator, cell.value) == (FEW, 9, 9, None)


def test_nothing_to_divide_by_and_a_centre_not_yet_launched_are_empty(desk):
    seen = desk("regional")
    may = Period.month(date(2026, 5, 1))
    assert seen.publish("V5", ["A"], [JUNE]).only.state == EMPTY
    assert seen.publish("C1", ["A"], [may]).only.state == SHOWN
    assert seen.publish("C1", ["D"], [may]).only.state == EMPTY
    assert seen.publish("C1", ["D"], [JUNE]).only.state == SHOWN


def test_hiding_goes_on_until_no_cell_stands_alone():
    told = {
        ("A", "x"): (3,), ("A", "y"): (6,), ("A", "z"): (50,),
        ("B", "x"): (7,), ("B", "y"): (40,), ("B", "z"): (60,),
    }
    # A-x is small; A-y and B-x go with it, and B-y with these two.
    assert hidden_cells(told, UNITS, 5) == {("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")}


@pytest.mark.parametrize("profile, missing", [("regional", None), ("own_centre", 3)])
def test_a_small_unknown_hides_itself_and_not_the_figure(desk, profile, missing):
    row = {
        "org_id": "A", "month": pd.Timestamp("2026-06-01"), "points": 30.0, "families": 20,
        "level_unknown": 3, "without_saver": 0,
    }
    savers = {
        "org_id": "A", "month": pd.Timestamp("2026-06-01"), "savers": 2, "fte": 2.0,
        "above_ceiling": 0, "supervised": 2, "left_12m": 0,
    }
    seen = desk(
        profile,
        ("A",),
        caseload_points_by_centre_and_month=[row],
        savers_by_centre_and_month=[savers],
    )
    cell = seen.publish("C3", ["A"], [JUNE]).only
    assert (cell.state, cell.value, cell.missing) == ("shown", 15.0, missing)
