"""Newborn visits and milestone visits, worked out by hand, with the days on which they turn."""

import pytest

FAMILY = {
    "case_file": [{}],
    "case_status": [{}],
    "worker": [{}],
}


def made(key, day, **more):
    return {"visit_id": key, "visited_on": day, "recorded_on": day} | more


def born(key, day, **more):
    return {"child_id": key, "birth_on": day, "with_family_from": day} | more


def served(*opened):
    """Families F0, F1 … whose service opened on these days."""
    return [{"case_id": f"F{n}", "intake_on": "2026-05-01", "opened_on": day} for n, day in enumerate(opened)]


def test_a_newborn_is_visited_up_to_the_fourteenth_day(answers):
    figures = answers(
        case_file=served(*["2026-05-02"] * 4),
        worker=[{}],
        child=[born(f"K{n}", "2026-05-10", case_id=f"F{n}") for n in range(4)],
        visit=[
            made("1", "2026-05-10", case_id="F0"),  # the day of birth
            made("2", "2026-05-24", case_id="F1"),  # the fourteenth day
            made("3", "2026-05-25", case_id="F2"),
            made("4", "2026-05-09", case_id="F2"),
            made("5", "2026-05-12", case_id="F3", mode="video"),
        ],
    )
    # The thirtieth day is 9 June.
    assert figures.ratio("V6", "2026-06") == (2, 4, 0)
    assert figures.ratio("V6", "2026-05") == (0, 0, 0)


@pytest.mark.parametrize(("opened", "counted"), [("2026-05-17", 1), ("2026-05-18", 0), (None, 0)])
def test_a_newborn_counts_where_service_began_by_the_seventh_day(answers, opened, counted):
    figures = answers(case_file=served(opened), child=[born("K", "2026-05-10", case_id="F0")])
    assert figures.ratio("V6", "2026-06") == (0, counted, 0)


@pytest.mark.parametrize(("birth", "counted"), [("2026-05-31", 1), ("2026-06-01", 0)])
def test_a_newborn_counts_once_the_thirtieth_day_has_come(answers, birth, counted):
    figures = answers(case_file=[{}], child=[born("K", birth)])
    assert figures.ratio("V6", "2026-06") == (0, counted, 0)


def test_each_twin_counts_and_a_child_that_came_later_does_not(answers):
    figures = answers(
        case_file=[{}],
        worker=[{}],
        child=[
            born("K", "2026-05-10"),
            born("L", "2026-05-10"),
            born("M", "2026-05-10", with_family_from="2026-05-11"),
        ],
        visit=[made("1", "2026-05-11"), made("2", "2026-05-20")],
    )
    result = figures.of("V6", "2026-06")
    assert (result.numerator, result.denominator) == (2, 2)
    assert result.families == (1, 0)


def plan(key, milestone, **more):
    """A visit due on 10 February, on time until the 13th, expired after the 20th."""
    return {"plan_visit_id": key, "kind": "milestone", "milestone": milestone} | more


def test_a_milestone_visit_is_on_time_up_to_the_last_day_of_its_window(answers):
    figures = answers(
        **FAMILY,
        visit_plan=[
            plan("1", "w8"),
            plan("2", "w8"),
            plan("3", "w8"),
            plan("4", "m4_6"),
            plan("5", "m4_6", waived_on="2026-02-05", waive_reason="hospital"),
            plan("6", "m4_6", due_on="2025-12-31", window_from="2025-12-30"),  # not active then
            {"plan_visit_id": "7"},  # a regular visit
        ],
        visit=[
            made("a", "2026-01-02", plan_visit_id="1"),  # however early
            made("b", "2026-02-13", plan_visit_id="2"),
            made("c", "2026-02-14", plan_visit_id="3"),
        ],
    )
    assert figures.ratio("V7", "2026-02") == (2, 4, 0)
    assert figures.ratio("V7", "2026-02", split="milestone=w8") == (2, 3, 0)
    assert figures.ratio("V7", "2026-02", split="milestone=m4_6") == (0, 1, 0)
    assert figures.ratio("V7", "2026-02", split="milestone=d14") == (0, 0, 0)


@pytest.mark.parametrize(("as_of", "counted"), [("2026-02-13", 0), ("2026-02-14", 1)])
def test_a_milestone_visit_counts_once_its_window_has_closed(answers, as_of, counted):
    figures = answers(as_of, **FAMILY, visit_plan=[plan("1", "w8")])
    assert figures.ratio("V7", "2026-02") == (0, counted, 0)


def test_a_waiver_to_come_is_not_there_yet(answers):
    row = plan("1", "w8", waived_on="2026-03-01", waive_reason="rescheduled")
    assert answers("2026-02-28", **FAMILY, visit_plan=[row]).ratio("V7", "2026-02") == (0, 1, 0)


def test_a_waiver_takes_a_milestone_visit_out(answers):
    row = plan("1", "w8", waived_on="2026-03-01", waive_reason="rescheduled")
    assert answers("2026-03-01", **FAMILY, visit_plan=[row]).ratio("V7", "2026-02") == (0, 0, 0)
