"""How soon visits are recorded and how many are planned: worked out by hand."""

import pytest


def recorded(key, day, after, **more):
    """A visit in February, recorded so many days later."""
    return {
        "visit_id": key,
        "visited_on": f"2026-02-{day:02}",
        "recorded_on": f"2026-02-{day + after:02}",
    } | more


def test_a_visit_of_any_kind_is_recorded_in_time_up_to_the_third_day(answers):
    figures = answers(
        case_file=[{}],
        worker=[{}],
        visit=[
            recorded("1", 1, 0),
            recorded("2", 2, 3, mode="phone"),
            recorded("3", 3, 4, outcome="attempted", reason="not_home"),
            recorded("4", 4, 10),
        ],
    )
    result = figures.of("Q2", "2026-02")
    assert (result.numerator, result.denominator, result.value) == (2, 4, 0.5)
    # Days 0, 3, 4 and 10: the percentile lies at 0.9 × 3 = 2.7 steps.
    assert result.median == 3.5
    assert result.p90 == pytest.approx(8.2)
    assert result.families == (1, 1)
    assert figures.of("Q2", "2026-03").median is None


def test_a_record_to_come_hides_no_visit(answers):
    figures = answers("2026-02-05", case_file=[{}], worker=[{}], visit=[recorded("1", 4, 10)])
    assert figures.ratio("Q2", "2026-02") == (0, 1, 0)


def plan(key, **more):
    """A regular visit due on 10 February."""
    return {"plan_visit_id": key} | more


def test_planned_visits_count_where_the_model_requires_some_that_day(answers):
    figures = answers(
        case_file=[{"case_id": case} for case in "FGHI"],
        case_status=[
            {"case_id": "F"},
            {"case_id": "G", "valid_to": "2026-02-10"},
            {"case_id": "G", "valid_from": "2026-02-10", "status": "outreach"},
            {"case_id": "H"},
            {"case_id": "I"},
        ],
        case_level=[
            {"case_id": "F"},
            {"case_id": "G"},
            {"case_id": "H", "valid_to": "2026-02-10"},
            {"case_id": "H", "valid_from": "2026-02-10", "alternate_schedule": True},
            {"case_id": "I", "valid_to": "2026-02-10"},
        ],
        visit_plan=[
            plan("1"),
            plan("2", due_on="2026-02-28", window_to="2026-03-03", expires_on="2026-03-10"),
            plan("3", kind="milestone", milestone="w8"),
            plan("4", waived_on="2026-02-09", waive_reason="rescheduled"),
            plan("5", case_id="G"),  # no longer active
            plan("6", case_id="H"),  # a schedule of its own from that day on
            plan("7", case_id="I"),  # no level any more
        ],
    )
    # F: 2; G, H and I: 9 of 28 days at 2 a month.
    assert figures.ratio("Q3", "2026-02") == (2, pytest.approx(2 + 3 * 18 / 28), 0)
    assert figures.of("Q3", "2026-02").denominator == figures.of("V2", "2026-02").denominator


@pytest.mark.parametrize(("as_of", "counted"), [("2026-02-09", 0), ("2026-02-10", 1)])
def test_a_planned_visit_counts_once_it_is_due(answers, as_of, counted):
    figures = answers(as_of, case_file=[{}], case_status=[{}], case_level=[{}], visit_plan=[plan("1")])
    assert figures.number("Q3", "2026-02") == counted
