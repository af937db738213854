"""How soon referred families are reached and met, and whether they accept: worked out by hand."""

import pytest


def referral(key, **rest):
    return {"referral_id": key, "received_on": "2026-02-10"} | rest


def test_a_contact_is_in_time_up_to_the_second_day(answers):
    figures = answers(
        referral=[
            referral("1", first_contact_on="2026-02-10"),
            referral("2", first_contact_on="2026-02-12"),  # the second day
            referral("3", first_contact_on="2026-02-13"),  # the third
            referral("4"),  # pending, never contacted: counts
            referral("5", decision="unreachable", decided_on="2026-03-01"),  # counts
            referral("6", decision="declined", decided_on="2026-03-01"),  # unknown
            referral("7", duplicate_of="1", first_contact_on="2026-02-10"),
        ]
    )
    assert figures.ratio("R2", "2026-02") == (2, 5, 1)
    # Days 0, 2 and 3 of those with a day of contact.
    assert figures.of("R2", "2026-02").median == 2
    assert figures.of("R2", "2026-02").p90 == pytest.approx(2.8)
    assert figures.number("R2", "2026-02", split="days=c0_2") == 2
    assert figures.number("R2", "2026-02", split="days=c3_7") == 1
    # Two of the five that count were never reached.
    assert figures.number("R2", "2026-02", split="days=never") == 2


def test_a_referral_counts_only_when_its_days_have_passed(answers):
    as_of = {"received_on": "2026-06-28"}  # 28 + 2 is not before 30 June
    figures = answers(
        referral=[
            referral("1", **as_of, first_contact_on="2026-06-28"),
            referral("2", received_on="2026-06-27"),
            referral("3", received_on="2026-06-16", first_contact_on="2026-06-16"),  # + 14 is 30
            referral("4", received_on="2026-06-15", first_contact_on="2026-06-16"),
        ]
    )
    assert figures.ratio("R2", "2026-06") == (2, 3, 0)
    assert figures.ratio("R3", "2026-06") == (0, 1, 0)


def test_a_meeting_is_in_time_up_to_the_fourteenth_day(answers):
    reached = {"first_contact_on": "2026-02-11"}
    figures = answers(
        referral=[
            referral("1", **reached, first_face_on="2026-02-24"),  # the fourteenth day
            referral("2", **reached, first_face_on="2026-02-25"),
            referral("3", **reached),
            referral("4", **reached, decision="ineligible", decided_on="2026-02-20"),
            referral("5", first_face_on="2026-02-11"),  # met, but no day of contact
        ]
    )
    assert figures.ratio("R3", "2026-02") == (1, 3, 0)


def test_on_an_earlier_day_an_outcome_to_come_is_pending(answers):
    rows = [
        referral("1", offered_on="2026-02-20", decision="accepted", decided_on="2026-02-28"),
        referral("2", offered_on="2026-02-20", decision="declined", decided_on="2026-03-01"),
        referral("3", offered_on="2026-03-01"),
    ]
    figures = answers(referral=rows)
    assert figures.ratio("R4", "2026-02") == (1, 2, 0)
    assert figures.number("R4", "2026-03", split="decision=pending") == 1


def test_as_it_stood_an_outcome_to_come_is_pending(answers):
    figures = answers(
        "2026-02-28",
        referral=[
            referral("1", offered_on="2026-02-20", decision="accepted", decided_on="2026-02-28"),
            referral("2", offered_on="2026-02-20", decision="declined", decided_on="2026-03-01"),
        ],
    )
    assert figures.ratio("R4", "2026-02") == (1, 1, 0)
    assert figures.number("R4", "2026-02", split="decision=pending") == 1


def test_a_referral_still_open_stands_before_its_next_step(answers):
    met = {"first_contact_on": "2026-02-11", "first_face_on": "2026-02-12"}
    offered = met | {"eligible": True, "offered_on": "2026-02-20"}
    accepted = offered | {"decision": "accepted", "decided_on": "2026-02-21"}
    figures = answers(
        referral=[
            referral("1"),
            referral("2", **met),
            referral("3", **offered),
            referral("4", **accepted),
            referral("5", **accepted),
            referral("6", **met, decision="declined", decided_on="2026-02-20"),
        ],
        case_file=[
            {"case_id": "F", "referral_id": "4", "intake_on": "2026-02-22", "opened_on": "2026-02-22"},
            {"case_id": "G", "referral_id": "5", "intake_on": "2026-02-22", "opened_on": "2026-02-22"},
        ],
        closure=[{"case_id": "G"}],
    )
    expected = {
        "contacted": 1,
        "met": 0,
        "eligible": 1,
        "offered": 0,
        "accepted": 1,
        "first_visit": 1,
    }
    found = {step: figures.number("R1", "2026-02", split=f"open={step}") for step in expected}
    assert found == expected
