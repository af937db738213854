"""Enough visits for each family, the same saver, and retention: worked out by hand."""

from itertools import pairwise

import pytest

WORKERS = {"worker": [{"worker_id": "W"}, {"worker_id": "X"}]}


def made(key, day, **more):
    return {"visit_id": key, "visited_on": day, "recorded_on": day} | more


def visits(case, *days, **more):
    return [made(f"{case}{day}", day, case_id=case, **more) for day in days]


def families(*cases, **more):
    return {
        "case_file": [{"case_id": case} for case in cases],
        "case_status": [{"case_id": case} | more for case in cases],
        "case_level": [{"case_id": case} for case in cases],
    }


def test_three_quarters_of_the_dose_are_enough_and_nothing_is_capped(answers):
    figures = answers(
        **families("F", "G", "H")
        | {"case_level": [{"case_id": case, "level": "intensive"} for case in "FGH"]},
        **WORKERS,
        visit=visits("F", "2026-02-02", "2026-02-03", "2026-02-04")
        + visits("G", "2026-02-02", "2026-02-03")
        + visits("H", *(f"2026-02-0{day}" for day in range(1, 10))),
    )
    # 3, 2 and 9 of 4: more than all of one family fills up no other.
    assert figures.ratio("V3", "2026-02") == (2, 3, 0)
    # In the other months none was visited.
    assert figures.ratio("V3", "2026-Q1") == (2, 9, 0)


def test_three_quarters_are_compared_exactly(answers):
    # 9, 18 and 1 days of 28 at 4 a month: as doubles they add up to more than 4.
    assert 9 / 28 * 4 + 18 / 28 * 4 + 1 / 28 * 4 > 4
    turns = ["2026-02-01", "2026-02-10", "2026-02-28", None]
    figures = answers(
        case_file=[{}],
        case_status=[{}],
        case_level=[
            {"valid_from": first, "valid_to": end, "level": "intensive"} for first, end in pairwise(turns)
        ],
        **WORKERS,
        visit=visits("F", "2026-02-02", "2026-02-03", "2026-02-04"),
    )
    assert figures.ratio("V3", "2026-02") == (1, 1, 0)


@pytest.mark.parametrize("paused_from, counted", [("2026-02-15", 0), ("2026-02-16", 1)])
def test_a_month_counts_from_fifteen_days_in_scope(answers, paused_from, counted):
    figures = answers(
        case_file=[{}],
        case_status=[
            {"valid_to": paused_from},
            {"valid_from": paused_from, "status": "paused"},
        ],
        case_level=[{}],
    )
    assert figures.ratio("V3", "2026-02") == (0, counted, 0)


def test_days_that_require_nothing_are_in_scope_all_the_same(answers):
    # The model has no row for a regular family from 11 February to the end of March.
    regular = {"level": "regular", "visits_per_month": 2, "weight": 1, "max_gap_days": 30}
    figures = answers(
        service_level=[regular | {"valid_to": "2026-02-11"}, regular | {"valid_from": "2026-04-01"}],
        **families("F"),
        **WORKERS,
        visit=visits("F", "2026-02-20"),
    )
    # 1 visit of 10 / 28 × 2, with 28 days in scope.
    assert figures.ratio("V3", "2026-02") == (1, 1, 0)
    assert figures.ratio("V2", "2026-02")[1] == pytest.approx(20 / 28)
    assert figures.ratio("V3", "2026-03") == (0, 0, 0)


def closed(case, day, reason):
    return {
        "status": [
            {"case_id": case, "valid_to": day},
            {"case_id": case, "valid_from": day, "status": "closed"},
        ],
        "closure": {"case_id": case, "closed_on": day, "reason": reason},
    }


def retained(answers, as_of=None):
    """Families first visited on 31 January 2026: three months later is 30 April."""
    left = [
        closed("G", "2026-04-30", "goals_met"),
        closed("H", "2026-04-30", "moved_away"),
        closed("I", "2026-05-01", "lost_contact"),  # still there on the day
    ]
    first = [made(case, "2026-01-31", case_id=case) for case in "FGHI"]
    return answers(
        as_of,
        case_file=[{"case_id": case} for case in "FGHIJK"],
        case_status=[row for each in left for row in each["status"]]
        + [
            {"case_id": "F", "valid_to": "2026-03-01"},
            {"case_id": "F", "valid_from": "2026-03-01", "status": "paused"},
            {"case_id": "J"},
            {"case_id": "K"},
        ],
        closure=[each["closure"] for each in left],
        **WORKERS,
        visit=[
            *first,
            made("J1", "2026-01-31", case_id="J", outcome="attempted", reason="not_home"),
            made("J2", "2026-02-01", case_id="J"),
            made("K1", "2026-01-31", case_id="K", mode="phone"),
        ],
    )


def test_families_are_retained_on_the_programme_or_closed_as_it_was_meant_to_be(answers):
    figures = retained(answers)
    assert figures.ratio("V8", "2026-04", split="months=3") == (3, 4, 0)
    assert figures.ratio("V8", "2026-05", split="months=3") == (1, 1, 0)
    assert figures.ratio("V8", "2026-Q2", "P", split="months=3") == (4, 5, 0)
    assert figures.of("V8", "2026-Q2", split="months=6").value is None
    assert figures.number("V8", "2026-Q2") is None


@pytest.mark.parametrize("as_of, reached", [("2026-04-29", 0), ("2026-04-30", 4)])
def test_retention_counts_families_whose_day_has_come(answers, as_of, reached):
    assert retained(answers, as_of).ratio("V8", "2026-04", split="months=3")[1] == reached


def test_a_first_visit_at_the_end_of_a_month_keeps_its_day_or_the_last(answers):
    figures = answers(
        case_file=[{"case_id": "F", "intake_on": "2025-08-01"}],
        case_status=[{"valid_from": "2025-08-01"}],
        **WORKERS,
        visit=visits("F", "2025-08-31"),
    )
    assert figures.ratio("V8", "2025-11", split="months=3") == (1, 1, 0)
    assert figures.ratio("V8", "2026-02", split="months=6") == (1, 1, 0)


def test_the_same_saver_is_the_most_frequent_of_six_months(answers):
    figures = answers(
        **families("F", "G", "H"),
        **WORKERS,
        visit=visits("F", "2025-12-31", "2026-01-01", "2026-02-02")
        + visits("F", "2026-06-30", worker_id="X")
        # One day, one worker: once; another worker on that day: another visit.
        + [made("Fa", "2026-02-02"), made("Fb", "2026-02-02", worker_id="X", mode="video")]
        + visits("G", "2026-03-01", "2026-03-02")
        + visits("H", "2026-04-01", "2026-04-02")
        + [made(f"H{n}", f"2026-04-0{n}", case_id="H", worker_id="X") for n in (2, 3)],
    )
    # F: 2 of 3, since 31 December is before the six months; G has too few; H: 2 of 4.
    assert figures.ratio("V9", "2026-06") == (4, 7, 0)
    assert figures.ratio("V9", "2026-Q2", "R") == (4, 7, 0)
    # To the end of May F has 3 again, all by one, and so has H its 4.
    assert figures.ratio("V9", "2026-05") == (5, 7, 0)


def test_six_months_may_end_in_a_month_to_come(answers):
    figures = answers(
        "2026-05-15",
        **families("F"),
        **WORKERS,
        visit=visits("F", "2026-01-10", "2026-01-20", "2026-01-30", "2026-02-10", "2026-05-16"),
    )
    # January to June, cut on 15 May.
    assert figures.ratio("V9", "2026-H1") == (4, 4, 0)
    # July to December have no day yet.
    assert figures.ratio("V9", "2026") == (0, 0, 0)
