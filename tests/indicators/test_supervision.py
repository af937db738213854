"""Supervision and observed visits, worked out by hand, with the days on which they turn."""

import pytest

FAMILY = {"case_file": [{}], "worker": [{}]}


def test_sessions_due_before_the_day_count_whether_held_or_not(answers):
    figures = answers(
        worker=[{}],
        supervision=[
            {"supervision_id": "1", "due_on": "2026-06-29"},
            {"supervision_id": "2", "due_on": "2026-06-30"},
            {"supervision_id": "3", "due_on": "2026-06-01", "held_on": "2026-06-20", "kind": "group"},
            {"supervision_id": "4", "due_on": "2026-06-01", "kind": "observed_visit"},
        ],
    )
    assert figures.ratio("S3", "2026-06") == (1, 2, 0)
    assert figures.number("S3", "2026-06", split="session=held") == 1
    assert figures.number("S3", "2026-06", split="session=not_held") == 1


def test_a_session_held_after_the_day_is_not_held_yet(answers):
    figures = answers(
        "2026-05-31",
        worker=[{}],
        supervision=[{"due_on": "2026-05-01", "held_on": "2026-06-01"}],
    )
    assert figures.ratio("S3", "2026-05") == (0, 1, 0)


@pytest.mark.parametrize(
    ("first_visit", "held", "ratio"),
    [
        # 90 days to 30 June begin on 2 April.
        ("2026-04-02", "2026-04-02", (1, 1, 0)),
        ("2026-04-02", "2026-04-01", (0, 1, 0)),
        ("2026-04-01", "2026-06-30", (0, 0, 0)),
    ],
)
def test_a_saver_with_five_visits_in_ninety_days_is_to_be_observed(answers, first_visit, held, ratio):
    days = [first_visit, "2026-05-01", "2026-05-02", "2026-05-03", "2026-06-30"]
    figures = answers(
        **FAMILY,
        supervision=[{"kind": "observed_visit", "due_on": held, "held_on": held}],
        visit=[{"visit_id": day, "visited_on": day, "recorded_on": day} for day in days],
    )
    assert figures.ratio("S4", "2026-06") == ratio
    observed, whole, unused_missing = ratio
    assert figures.number("S4", "2026-06", split="observed=observed") == observed
    assert figures.number("S4", "2026-06", split="observed=not_yet") == whole - observed


def test_visits_before_the_intake_count_from_that_day_on(answers):
    days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"]
    figures = answers(
        case_file=[{"intake_on": "2026-06-01", "opened_on": "2026-06-01"}],
        worker=[{}],
        visit=[{"visit_id": day, "visited_on": day, "recorded_on": day} for day in days],
    )
    assert figures.ratio("S4", "2026-05") == (0, 0, 0)
    assert figures.ratio("S4", "2026-06") == (0, 1, 0)
