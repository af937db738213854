"""Caseload figures, worked out by hand, with the days on which they turn."""

import pytest


def family(key, centre="A", intake="2026-01-01"):
    return {"case_id": key, "org_id": centre, "intake_on": intake, "opened_on": intake}


def test_families_are_on_the_programme_from_their_first_to_their_last_valid_day(answers):
    figures = answers(
        case_file=[family("F"), family("G"), family("H", "B"), family("I"), family("J", "R")],
        case_status=[
            # F is closed from 28 February: the day itself is no longer valid.
            {"case_id": "F", "valid_to": "2026-02-28"},
            {"case_id": "F", "valid_from": "2026-02-28", "status": "closed"},
            # G ends a day later, H begins on the last day of February.
            {"case_id": "G", "valid_to": "2026-03-01", "status": "paused"},
            {"case_id": "H", "valid_from": "2026-02-28", "status": "outreach"},
            {"case_id": "I", "status": "waiting"},
            # J is held by the region itself.
            {"case_id": "J"},
        ],
    )
    assert figures.number("C1", "2026-02") == 1
    assert figures.number("C1", "2026-02", split="status=paused") == 1
    assert figures.number("C1", "2026-02", split="status=active") == 0
    assert figures.number("C1", "2026-02", "B", "status=outreach") == 1
    assert figures.number("C1", "2026-02", "R") == 3
    assert figures.number("C1", "2026-02", "P") == 3
    assert figures.number("C1", "2026-01") == 2


def test_a_quarter_is_counted_on_its_last_day_not_added_up(answers):
    figures = answers(case_file=[family("F")], case_status=[{}])
    assert figures.number("C1", "2026-Q1") == 1
    assert figures.number("C1", "2026-Q2") == 1
    # The year is cut at the newest event.
    assert figures.number("C1", "2026") == 1


@pytest.mark.parametrize(
    ("born", "stage"),
    [
        ("2025-09-01", "m0_5"),  # 5 months on 28 February
        ("2025-08-28", "m6_11"),  # 6 months that day
        ("2025-08-31", "m6_11"),  # 31 August + 6 months is 28 February
        ("2025-02-28", "m12_17"),
        ("2024-08-28", "m18_24"),
        ("2024-02-01", "m18_24"),  # 24 completed months
        ("2024-01-31", "over_24"),  # 31 January + 25 months is 28 February
        ("2026-03-01", "unknown"),
    ],
)
def test_a_stage_turns_on_the_day_of_the_month(answers, born, stage):
    figures = answers(
        case_file=[family("F")],
        case_status=[{}],
        child=[{"birth_on": born, "with_family_from": born}],
    )
    assert figures.number("C1", "2026-02", split=f"stage={stage}") == 1


def test_a_pregnancy_counts_while_it_runs_and_no_child_is_there(answers):
    figures = answers(
        case_file=[family(key) for key in "FGHI"],
        case_status=[{"case_id": key} for key in "FGHI"],
        pregnancy=[
            # 280 days before 5 December lie on 28 February, before 6 December on 1 March.
            {"pregnancy_id": "1", "case_id": "F", "due_on": "2026-12-05"},
            {"pregnancy_id": "2", "case_id": "G", "due_on": "2026-12-06"},
            {
                "pregnancy_id": "3",
                "case_id": "H",
                "due_on": "2026-03-01",
                "ended_on": "2026-02-28",
                "result": "ended",
            },
            {"pregnancy_id": "4", "case_id": "I", "due_on": "2026-05-01"},
        ],
        child=[{"case_id": "I", "birth_on": "2025-02-01", "with_family_from": "2025-02-01"}],
    )
    assert figures.number("C1", "2026-02", split="stage=pregnancy") == 1
    assert figures.number("C1", "2026-02", split="stage=unknown") == 2
    assert figures.number("C1", "2026-02", split="stage=m12_17") == 1


def test_levels_and_entry_stages_are_those_of_the_day(answers):
    figures = answers(
        case_file=[family("F"), family("G") | {"entry_stage": "prenatal"}],
        case_status=[{"case_id": "F"}, {"case_id": "G"}],
        case_level=[
            {"valid_to": "2026-02-28"},
            {"valid_from": "2026-02-28", "level": "step_down"},
        ],
    )
    assert figures.number("C1", "2026-01", split="level=regular") == 1
    assert figures.number("C1", "2026-02", split="level=regular") == 0
    assert figures.number("C1", "2026-02", split="level=step_down") == 1
    assert figures.number("C1", "2026-02", split="level=unknown") == 1
    assert figures.number("C1", "2026-02", split="entry=prenatal") == 1


def test_a_family_is_new_once_and_closed_with_its_reason(answers):
    figures = answers(
        case_file=[family("F"), family("G", "B")],
        case_status=[
            {"case_id": "F", "valid_from": "2026-01-01", "valid_to": "2026-01-31", "status": "assessment"},
            {"case_id": "F", "valid_from": "2026-01-31", "valid_to": "2026-02-10"},
            {"case_id": "F", "valid_from": "2026-03-05"},
            {"case_id": "G", "valid_from": "2026-02-01", "valid_to": "2026-03-31"},
        ],
        closure=[{"case_id": "G", "closed_on": "2026-03-31", "reason": "moved_away"}],
    )
    assert figures.number("C1n", "2026-01") == 1
    assert figures.number("C1n", "2026-03") == 0
    assert figures.number("C1n", "2026-Q1", "R") == 2
    assert figures.number("C1x", "2026-03", "R", "reason=moved_away") == 1
    assert figures.number("C1x", "2026-03", "R", "reason=goals_met") == 0
    assert figures.number("C1x", "2026-02", "R") == 0


def test_a_centre_without_capacity_is_in_neither_and_one_of_none_is_in_both(answers):
    figures = answers(
        case_file=[family("F"), family("G", "B"), family("H", "B")],
        case_status=[{"case_id": key} for key in "FGH"],
        org_capacity=[
            {"org_id": "A", "max_active_cases": 5, "valid_to": "2026-02-28"},
            {"org_id": "B", "max_active_cases": 0, "valid_from": "2026-02-01"},
        ],
    )
    assert figures.ratio("C2", "2026-01") == (1, 5, 0)
    assert figures.ratio("C2", "2026-01", "R") == (1, 5, 0)
    # A's capacity ends on the day, B's of 0 is set.
    assert figures.ratio("C2", "2026-02") == (0, 0, 0)
    assert figures.ratio("C2", "2026-02", "B") == (2, 0, 0)
    assert figures.of("C2", "2026-02", "R").value is None


def test_points_count_families_with_a_saver_and_full_time_equivalents_in_service(answers):
    figures = answers(
        case_file=[family(key) for key in "FGHIJ"],
        case_status=[
            {"case_id": "F"},
            {"case_id": "G"},
            {"case_id": "H", "status": "paused"},
            {"case_id": "I"},
            {"case_id": "J"},
        ],
        case_level=[{"case_id": "F", "level": "intensive"}, {"case_id": "I"}, {"case_id": "J"}],
        case_assignment=[
            {"case_id": "F"},
            {"case_id": "G"},
            {"case_id": "H", "worker_id": "X"},
            # I's saver has gone by the day.
            {"case_id": "I", "valid_to": "2026-02-28"},
            {"case_id": "J", "duty": "case_manager"},
        ],
        worker=[
            {"worker_id": "W"},
            {"worker_id": "X", "dispatch_ready_on": "2026-02-28"},
            {"worker_id": "Y", "dispatch_ready_on": "2026-03-01"},
            {"worker_id": "Z", "ended_on": "2026-02-28"},
        ],
        worker_capacity=[
            {"worker_id": "W", "fte": 0.8, "max_points": 1.5},
            {"worker_id": "Y"},
            {"worker_id": "Z"},
        ],
    )
    # F 2 points, G active without a level, H 0.5; W 0.8, X without a capacity row.
    assert figures.ratio("C3", "2026-02") == (2.5, pytest.approx(0.8), 1)
    assert figures.of("C3", "2026-02").value == pytest.approx(3.125)
    assert figures.number("C3", "2026-02", split="families=without_saver") == 2
    assert figures.number("C3", "2026-02", split="savers=above_ceiling") == 1


def test_points_at_the_ceiling_are_not_above_it(answers):
    figures = answers(
        case_file=[family("F")],
        case_status=[{}],
        case_level=[{"level": "intensive"}],
        case_assignment=[{}],
        worker=[{}],
        worker_capacity=[{"max_points": 2}],
    )
    assert figures.number("C3", "2026-02", split="savers=above_ceiling") == 0


def test_a_centre_without_a_capacity_has_none_set_and_one_of_0_has(answers):
    figures = answers(
        case_file=[family("F"), family("G", "B")],
        case_status=[{"case_id": "F"}, {"case_id": "G"}],
        org_capacity=[{"org_id": "A", "max_active_cases": 0}],
    )
    assert figures.ratio("C2", "2026-06", "A") == (1, 0, 0)
    assert not figures.of("C2", "2026-06", "A").unset
    assert figures.ratio("C2", "2026-06", "B") == (0, 0, 0)
    assert figures.of("C2", "2026-06", "B").unset
    assert not figures.of("C2", "2026-06", "R").unset
