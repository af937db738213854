"""Savers, worked out by hand."""

import pytest


def test_savers_are_in_service_from_their_clearance_until_they_leave(answers):
    figures = answers(
        worker=[
            {"worker_id": "1", "dispatch_ready_on": "2026-02-28"},
            {"worker_id": "2", "dispatch_ready_on": "2026-03-01"},
            {"worker_id": "3", "ended_on": "2026-02-28"},
            {"worker_id": "4", "ended_on": "2026-03-01", "org_id": "B"},
            {"worker_id": "5", "role": "supervisor"},
            {"worker_id": "6", "ended_on": "2025-02-28"},
            {"worker_id": "7", "ended_on": "2025-03-01"},
        ],
        worker_capacity=[
            {"worker_id": "1", "fte": 0.5, "supervisor_id": "5"},
            {"worker_id": "4", "fte": 1, "supervisor_id": "5"},
        ],
        case_file=[{}],
    )
    assert figures.number("S1", "2026-02") == 1
    assert figures.number("S1", "2026-02", "R") == 2
    assert figures.number("S1", "2026-02", "R", "measure=fte") == pytest.approx(1.5)
    # The twelve months to the end of February 2026 begin on 1 March 2025.
    assert figures.number("S1", "2026-02", "R", "measure=left_12m") == 2
    assert figures.ratio("S1", "2026-02", "R", "measure=per_supervisor") == (2, 1, 0)


def test_a_saver_who_passes_two_core_courses_is_trained_once(answers):
    figures = answers(
        worker=[{}],
        training_course=[{}, {"course_code": "CORE2"}, {"course_code": "MORE", "is_core": False}],
        training_record=[
            {"completed_on": "2026-01-31", "result": "passed"},
            {"course_code": "CORE2", "completed_on": "2026-02-01", "result": "passed"},
            {"course_code": "MORE", "completed_on": "2026-03-01", "result": "passed"},
        ],
        case_file=[{}],
    )
    assert figures.number("S1", "2026-01", split="measure=trained") == 1
    assert figures.number("S1", "2026-02", split="measure=trained") == 1
    assert figures.number("S1", "2026-Q1", split="measure=trained") == 1
    assert figures.number("S1", "2026-03", split="measure=trained") == 0
