"""Small cells are hidden, and what would give them away with them."""

from datetime import date

import pandas as pd
import pytest
from privacy.written_counts import families

from dashboard.periods import Period, month_end
from dashboard.privacy.hiding import Sum, hidden_cells
from dashboard.privacy.profiles import PROFILES
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, SHOWN
from dashboard.privacy.times import pieces

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
    cell = desk("fine", families_by_centre_and_month=rows).publish("C1", ["A"], [JUNE]).only
    assert cell.state == HIDDEN
    assert cell.numbers == (None,) * 6


def test_an_own_centre_sees_its_small_numbers(desk):
    rows = [families("A", "2026-06-01", 3)]
    seen = desk("own_centre", ("A",), families_by_centre_and_month=rows)
    assert seen.publish("C1", ["A"], [JUNE]).only.value == 3


def test_a_single_hidden_centre_takes_two_with_it(desk):
    # One would do for others: but who directs it knows its number, and so would know the first one's.
    rows = [families(unit, "2026-06-01", n) for unit, n in [("A", 3), ("B", 20), ("C", 9)]]
    seen = desk("fine", families_by_centre_and_month=rows)
    published = seen.publish("C1", ["R", "A", "B", "C"], [JUNE])
    assert states(published) == {"R": SHOWN, "A": HIDDEN, "B": HIDDEN, "C": HIDDEN}
    # Asked for alone, a cell is hidden just the same.
    assert seen.publish("C1", ["C"], [JUNE]).only.state == HIDDEN


def test_a_single_hidden_code_takes_the_next_smallest_with_it(desk):
    rows = [
        families("A", "2026-06-01", 30),
        families("A", "2026-06-01", 3, "paused"),
        families("A", "2026-06-01", 8, "outreach"),
    ]
    seen = desk("fine", ("A",), families_by_centre_and_month=rows)
    published = seen.publish("C1", ["A"], [JUNE], "status")
    assert [cell.state for cell in published.cells] == [SHOWN, HIDDEN, HIDDEN]
    assert seen.publish("C1", ["A"], [JUNE], "status", ["outreach"]).only.state == HIDDEN


def test_those_who_are_not_in_a_share_are_told_by_it_too(desk):
    def row(unseen):
        return {
            "org_id": "A",
            "month": "2026-06-01",
            "families": 20,
            "unseen": unseen,
            "never_seen": 0,
        }

    for unseen, state in [(15, SHOWN), (17, HIDDEN), (20, SHOWN), (3, HIDDEN)]:
        seen = desk("fine", ("A",), unseen_families_by_centre_and_month=[row(unseen)])
        assert seen.publish("V5", ["A"], [JUNE]).only.state == state


def test_visits_of_few_families_are_hidden_however_many_they_are(desk):
    row = {"org_id": "A", "month": "2026-06-01", "status": "done_on_time", "visits": 16, "families": 4}
    seen = desk("fine", ("A",), planned_visits_by_centre_and_month=[row])
    assert seen.publish("V1", ["A"], [JUNE]).only.state == HIDDEN


def test_a_share_of_few_is_told_as_so_many_of_so_many(desk):
    row = {"org_id": "A", "month": "2026-06-01", "families": 9, "unseen": 9, "never_seen": 0}
    cell = desk("fine", ("A",), unseen_families_by_centre_and_month=[row]).publish("V5", ["A"], [JUNE]).only
    assert (cell.state, cell.numerator, cell.denominator, cell.numbers.value) == (FEW, 9, 9, None)


def test_nothing_to_divide_by_and_a_centre_not_yet_launched_are_empty(desk):
    seen = desk("fine")
    may = Period.month(date(2026, 5, 1))
    assert seen.publish("V5", ["A"], [JUNE]).only.state == EMPTY
    assert seen.publish("C1", ["A"], [may]).only.state == SHOWN
    assert seen.publish("C1", ["D"], [may]).only.state == EMPTY
    assert seen.publish("C1", ["D"], [JUNE]).only.state == SHOWN


def table(rows: dict[str, dict[str, int]]) -> tuple[dict, list[Sum]]:
    """Return cells with their families and the sums over rows and columns, total "T"."""
    families_behind = {
        (row, code): (number,) for row, codes in rows.items() for code, number in codes.items()
    }
    lines = [[(row, code) for code in codes] for row, codes in rows.items()]
    lines += [[(row, code) for row in rows] for code in next(iter(rows.values()))]
    sums = []
    for line in lines:
        total = ("T", str(line))
        families_behind[total] = (sum(families_behind[key][0] for key in line),)
        sums.append(Sum(total, tuple(line)))
    return families_behind, sums


def test_hiding_goes_on_until_no_cell_stands_alone():
    families_behind, sums = table({"A": {"x": 3, "y": 6, "z": 50}, "B": {"x": 7, "y": 40, "z": 60}})
    # A-x is small; A-y and B-x go with it, and B-y with these two.
    assert hidden_cells(families_behind, sums, 5) == {("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")}


def test_two_hidden_cells_of_one_family_each_take_a_third_with_them():
    families_behind, sums = table({"A": {"x": 1, "y": 1, "z": 50, "w": 60}})
    # The total less what is shown is 2, and 0 would be shown: so each is 1.
    assert {("A", "x"), ("A", "y"), ("A", "z")} <= hidden_cells(families_behind, sums, 5)


def test_a_cell_that_only_several_sums_together_tell_is_told_by_none():
    few, many = 4, 50
    families_behind, sums = table(
        {
            "A": {"x": few, "y": few, "z": few, "w": many},
            "B": {"x": few, "y": few, "z": many, "w": many},
            "C": {"x": many, "y": many, "z": few, "w": few},
            "D": {"x": many, "y": many, "z": few, "w": few},
        }
    )
    # Rows A and B less columns x and y are A-z, though no sum has one hidden cell.
    alone = hidden_cells(families_behind, sums, 5)
    assert len(alone) == 9
    assert hidden_cells(families_behind, sums, 5, [sums]) > alone


def test_a_total_hidden_for_another_is_not_told_by_its_codes(desk):
    rows = [families(unit, "2026-06-01", n) for unit, n in [("A", 3), ("B", 20), ("C", 9)]]
    seen = desk("fine", families_by_centre_and_month=rows)
    assert seen.publish("C1", ["C"], [JUNE], "status", ["active"]).only.state == HIDDEN


def test_a_month_is_not_told_by_its_quarter(desk):
    rows = [
        {"org_id": "A", "month": pd.Timestamp(month), "families": number}
        for month, number in [("2026-04-01", 2), ("2026-05-01", 9), ("2026-06-01", 7)]
    ]
    seen = desk("fine", ("A",), new_families_by_centre_and_month=rows)
    months = [Period.month(month) for month in QUARTER.months]
    cells = seen.publish("C1n", ["A"], [*months, QUARTER]).cells
    assert [cell.state for cell in cells] == [HIDDEN, SHOWN, HIDDEN, SHOWN]


def test_few_families_whose_visits_were_missed_are_not_told_by_the_share_made(desk):
    rows = [
        {"org_id": "A", "month": "2026-06-01", "status": status, "visits": number, "families": number}
        for status, number in [("done_on_time", 20), ("missed", 3)]
    ]
    seen = desk("fine", ("A",), planned_visits_by_centre_and_month=rows)
    assert seen.publish("V1", ["A"], [JUNE]).only.state == HIDDEN
    assert seen.publish("V1", ["A"], [JUNE], "timing").only.state == HIDDEN


def test_few_families_lost_on_the_way_are_not_told_by_two_steps(desk):
    steps = {"contacted": 20, "met": 17, "eligible": 17, "offered": 12, "accepted": 7, "first_visit": 7}
    still_open = {f"{step}_open": 0 for step in steps}
    row = {"org_id": "A", "month": "2026-06-01", "referrals": 20, **steps, **still_open}
    seen = desk("fine", ("A",), referrals_by_centre_and_month=[row])
    states_of = [cell.state for cell in seen.publish("R1", ["A"], [JUNE], "funnel").cells]
    assert states_of == [SHOWN, HIDDEN, HIDDEN, SHOWN, SHOWN, SHOWN]


@pytest.mark.parametrize(("profile", "missing"), [("fine", None), ("own_centre", 3)])
def test_a_small_unknown_hides_itself_and_not_the_figure(desk, profile, missing):
    row = {
        "org_id": "A",
        "month": pd.Timestamp("2026-06-01"),
        "points": 30.0,
        "families": 20,
        "level_unknown": 3,
        "without_saver": 0,
    }
    savers = {
        "org_id": "A",
        "month": pd.Timestamp("2026-06-01"),
        "savers": 3,
        "fte": 3.0,
        "above_ceiling": 0,
        "supervised": 3,
        "left_12m": 0,
    }
    seen = desk(
        profile,
        ("A",),
        caseload_points_by_centre_and_month=[row],
        savers_by_centre_and_month=[savers],
    )
    cell = seen.publish("C3", ["A"], [JUNE]).only
    assert (cell.state, cell.value, cell.missing) == ("shown", 10.0, missing)


def planned(**families_by_status: int) -> list[dict]:
    """Return planned visits of June, three for each family, by status."""
    return [
        {
            "org_id": "A",
            "month": pd.Timestamp("2026-06-01"),
            "status": status,
            "visits": 3 * number,
            "families": number,
        }
        for status, number in families_by_status.items()
    ]


def v1(desk, split=None, **families_by_status: int) -> dict:
    seen = desk("fine", ("A",), planned_visits_by_centre_and_month=planned(**families_by_status))
    return {cell.code: cell.state for cell in seen.publish("V1", ["A"], [JUNE], split).cells}


BUSY = {"done_on_time": 40, "done_late": 9, "missed": 20, "overdue": 8}


def test_statuses_that_are_in_no_total_hide_no_other(desk):
    states_of = v1(desk, "status", **BUSY, waived=30, not_applicable=2)
    assert [code for code, state in states_of.items() if state == HIDDEN] == ["not_applicable"]


def test_a_status_that_the_share_would_give_away_takes_its_partner(desk):
    states_of = v1(desk, "status", **{**BUSY, "overdue": 2}, waived=6)
    assert [code for code, state in states_of.items() if state == HIDDEN] == ["missed", "overdue"]


def test_the_share_on_time_is_hidden_where_it_would_tell_few_late_visits(desk):
    few_late = {**BUSY, "done_late": 3}
    assert v1(desk, "timing", **few_late) == {"on_time": HIDDEN}
    assert v1(desk, None, **few_late) == {None: SHOWN}
    assert v1(desk, "timing", **BUSY) == {"on_time": SHOWN}


def test_visits_not_made_for_few_families_hide_the_share(desk):
    assert v1(desk, done_on_time=40, done_late=9, missed=2, overdue=0) == {None: HIDDEN}


def sums_of_a(desk, amounts: list[int]) -> str:
    """Return how the sum of a centre's families in June is told, beside even sums of the others."""
    rows = {"A": amounts, "B": [100] * 30, "C": [100] * 30}
    at = {"month": pd.Timestamp("2026-06-01")}
    whole = {**at, "code": "all", "basis": "paid", "months": 1}
    seen = desk(
        "fine",
        net_payments_by_centre_and_month=[
            {**at, "org_id": unit, "category": "living", "paid": sum(each)} for unit, each in rows.items()
        ],
        families_paid_by_centre_and_month=[
            {**at, "org_id": unit, "category": code, "families": len(each), "previous_month": pd.NaT}
            for unit, each in rows.items()
            for code in ("living", "all")
        ],
        largest_amounts_by_unit_and_month=[
            {**whole, "org_id": unit, "largest": max(each), "second_largest": sorted(each)[-2]}
            for unit, each in rows.items()
        ],
    )
    return seen.publish("G1", ["A"], [JUNE]).only.state


def test_a_sum_that_one_or_two_families_have_nearly_all_of_is_hidden(desk):
    # The family with 300 takes its own from the sum, and what is left is the other's 1,000 within 15 %.
    assert sums_of_a(desk, [1000, 300, 49, 50, 50]) == HIDDEN
    assert sums_of_a(desk, [1000, 300, 50, 50, 50]) == SHOWN
    assert sums_of_a(desk, [100] * 5) == SHOWN


@pytest.mark.parametrize("profile", ["regional", "headquarters"])
@pytest.mark.parametrize("month", [1, 2, 7, 8, 11])
def test_a_release_is_decided_whatever_month_a_load_ends_with(desk, profile, month):
    # A year to date of the year before ends within a quarter of whole years that are told.
    as_of = month_end(date(2027, month, 1))
    rows = [families(unit, "2026-08-01", 20) for unit in "ABC"]
    seen = desk(profile, as_of=as_of.isoformat(), families_by_centre_and_month=rows)
    quarter = Period.containing(date(2026, 8, 1), "quarter")
    assert seen.publish("C1", ["R"], [quarter]).only.state in (SHOWN, EMPTY)


SPANS = [(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12), (1, 12), (1, 7), (7, 7), (8, 9)]


@pytest.mark.parametrize(
    ("whole", "made_of"),
    [
        ((1, 12), [(1, 6), (7, 12)]),
        ((1, 7), [(1, 6), (7, 7)]),
        ((7, 9), [(7, 7), (8, 9)]),
        ((1, 11), [(1, 6), (7, 9), (10, 11)]),
        ((4, 6), [(4, 6)]),
    ],
)
def test_a_time_is_made_of_the_fewest_times_told(whole, made_of):
    def span(months):
        return date(2026, months[0], 1), date(2026, months[1], 1)

    assert pieces(span(whole), [*map(span, SPANS)]) == [*map(span, made_of)]
