"""Visit figures, worked out by hand, with the days on which they turn."""

import pytest

FAMILY = {
    "case_file": [{}],
    "case_status": [{}],
    "case_level": [{}],
    "worker": [{}],
}


def plan(key, **more):
    """A visit due on 10 February, on time until the 13th, expired after the 20th."""
    return {"plan_visit_id": key} | more


def made(key, day, **more):
    return {"visit_id": key, "visited_on": day, "recorded_on": day} | more


def statuses(figures, period="2026-02"):
    codes = figures.figures.codes("V1", "status")
    counted = {code: figures.number("V1", period, split=f"status={code}") for code in codes}
    return {code: number for code, number in counted.items() if number}


def test_a_planned_visit_has_the_first_status_that_applies(answers):
    figures = answers(
        **FAMILY,
        visit_plan=[plan(key) for key in "1234567"]
        + [
            plan("8", waived_on="2026-02-05", waive_reason="hospital"),
            plan("9", due_on="2025-12-31", window_from="2025-12-30"),
        ],
        visit=[
            made("a", "2026-01-02", plan_visit_id="1"),  # however early
            made("b", "2026-02-13", plan_visit_id="2"),
            made("c", "2026-02-14", plan_visit_id="3"),
            made("d", "2026-02-20", plan_visit_id="4"),
            made("e", "2026-02-21", plan_visit_id="5"),
            made("f", "2026-02-12", plan_visit_id="6", mode="phone"),
            made("g", "2026-02-12", plan_visit_id="7", outcome="attempted", reason="not_home"),
        ],
    )
    assert statuses(figures) == {
        "waived": 1,
        "not_applicable": 1,  # due on the day before the family was active
        "done_on_time": 2,
        "done_late": 2,
        "missed": 3,
    }
    assert figures.ratio("V1", "2026-02") == (4, 7, 0)
    assert figures.ratio("V1", "2026-02", split="timing=on_time") == (2, 7, 0)
    assert figures.number("V1", "2026-02", split="reason=not_home") == 1


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-02-13", {}),  # the last day of the window is still due
        ("2026-02-14", {"overdue": 1}),
        ("2026-02-20", {"overdue": 1}),
        ("2026-02-21", {"missed": 1}),
    ],
)
def test_a_planned_visit_is_overdue_between_its_window_and_its_expiry(answers, as_of, expected):
    figures = answers(as_of, **FAMILY, visit_plan=[plan("1")])
    assert statuses(figures) == expected
    overdue = figures.of("V4", "2026-02")
    assert overdue.numerator == expected.get("overdue", 0)


def test_overdue_visits_on_the_day_with_families_median_and_longest(answers):
    figures = answers(
        case_file=[{"case_id": "F"}, {"case_id": "G", "org_id": "B"}],
        case_status=[{"case_id": "F"}, {"case_id": "G"}],
        visit_plan=[
            plan("1", window_to="2026-02-27", expires_on="2026-03-09"),
            plan("2", window_to="2026-02-24", expires_on="2026-02-28"),
            plan("3", window_to="2026-02-28", expires_on="2026-03-10"),
            plan("4", created_on="2026-03-01", window_to="2026-02-20", expires_on="2026-03-10"),
            plan("5", case_id="G", window_to="2026-02-13", expires_on="2026-03-10"),
        ],
    )
    # 1, 4 and 15 days late.
    region = figures.of("V4", "2026-02", "R")
    assert (region.numerator, region.median) == (3, 4)
    assert figures.of("V4", "2026-02").median == 2.5
    assert figures.number("V4", "2026-02", "R", "late=families") == 2
    assert figures.number("V4", "2026-02", "R", "late=longest") == 15
    assert figures.number("V4", "2026-02", "R", "days=d1_3") == 1
    assert figures.number("V4", "2026-02", "R", "days=d15") == 1
    assert figures.number("V4", "2026-01", "R", "late=longest") is None


def test_the_dose_is_counted_day_by_day_and_capped_for_each_family_and_month(answers):
    figures = answers(
        case_file=[{"case_id": "F"}, {"case_id": "G", "org_id": "B"}],
        case_status=[
            {"case_id": "F", "valid_to": "2026-02-22"},
            {"case_id": "F", "valid_from": "2026-02-22", "status": "paused"},
            {"case_id": "G", "valid_from": "2026-02-01"},
        ],
        case_level=[
            {"case_id": "F", "valid_to": "2026-02-15"},
            {"case_id": "F", "valid_from": "2026-02-15", "level": "intensive"},
            {"case_id": "G", "valid_from": "2026-02-01"},
        ],
        worker=[{}],
        visit=[
            made("1", "2026-02-02"),
            made("2", "2026-02-02"),  # one day, one worker, one family: once
            made("3", "2026-02-26"),
            made("4", "2026-02-03", mode="video"),
            *(made(f"5{day}", f"2026-02-1{day}", case_id="G") for day in range(5)),
        ],
    )
    # F: 14 of 28 days at 2 a month, 7 of 28 at 4.
    assert figures.ratio("V2", "2026-02") == (2, pytest.approx(2), 0)
    # G received 5 of 2: no more than is expected of it counts.
    assert figures.ratio("V2", "2026-02", "B") == (2, pytest.approx(2), 0)
    assert figures.of("V2", "2026-02", "R").value == pytest.approx(1)
    assert figures.ratio("V2", "2026-02", split="stage=unknown")[1] == pytest.approx(2)


def test_a_schedule_of_its_own_is_not_in_scope(answers):
    figures = answers(case_file=[{}], case_status=[{}], case_level=[{"alternate_schedule": True}])
    assert figures.of("V2", "2026-02").value is None
    assert figures.ratio("V5", "2026-06") == (0, 0, 0)


def test_a_month_that_still_runs_expects_only_its_days_so_far(answers):
    figures = answers("2026-02-14", **FAMILY)
    assert figures.ratio("V2", "2026-02") == (0, pytest.approx(1), 0)


def test_a_family_is_unseen_once_the_days_of_its_level_have_passed(answers):
    figures = answers(
        case_file=[{"case_id": key} for key in "FGHIJ"],
        case_status=[
            {"case_id": "F"},
            {"case_id": "G"},
            {"case_id": "H"},
            {"case_id": "I", "valid_from": "2026-01-29"},
            {"case_id": "J", "valid_from": "2026-01-30"},
        ],
        case_level=[{"case_id": key} for key in "FGHIJ"],
        worker=[{}],
        visit=[
            # 30 days before 28 February is 29 January: only later visits count.
            made("1", "2026-01-29", case_id="F"),
            made("2", "2026-01-30", case_id="G"),
            made("3", "2026-02-20", case_id="H", mode="phone"),
        ],
    )
    # J has been on the programme for 29 days only.
    assert figures.ratio("V5", "2026-02") == (3, 4, 0)
    assert figures.number("V5", "2026-02", split="seen=never") == 2
