"""Certificates of savers, worked out by hand, with their last valid days."""

import pytest

FAMILY = {
    "case_file": [{}],
    "case_status": [{}],
    "worker": [{}],
    "case_assignment": [{}],
}


@pytest.mark.parametrize(
    ("certificate", "certified", "expiring"),
    [
        ({}, 1, 0),
        ({"expires_on": "2026-06-30"}, 1, 1),  # valid on its last day
        ({"expires_on": "2026-06-29"}, 0, 0),
        ({"expires_on": "2026-08-29"}, 1, 1),  # 60 days on
        ({"expires_on": "2026-08-30"}, 1, 0),
        ({"revoked_on": "2026-06-30"}, 0, 0),  # the first day revoked
        ({"issued_on": "2026-06-30"}, 1, 0),
    ],
)
def test_a_certificate_is_valid_to_its_last_day(answers, certificate, certified, expiring):
    figures = answers(**FAMILY, certification=[certificate])
    assert figures.ratio("S2", "2026-06") == (certified, 1, 0)
    assert figures.number("S2", "2026-06", split="cert=expiring_60") == expiring
    parts = [
        figures.number("S2", "2026-06", split=f"valid={code}") for code in ("lasting", "expiring", "none")
    ]
    assert parts == [certified - expiring, expiring, 1 - certified]


def test_the_certificate_that_lasts_longest_decides(answers):
    certificates = [{"expires_on": "2026-07-15"}, {"cert_code": "OTHER", "expires_on": "2027-01-01"}]
    figures = answers(**FAMILY, certification=certificates)
    assert figures.number("S2", "2026-06", split="cert=expiring_60") == 0


def test_only_savers_with_a_family_on_the_day_are_in_it(answers):
    figures = answers(
        case_file=[{"case_id": key} for key in "FGH"],
        case_status=[{"case_id": "F"}, {"case_id": "G", "status": "waiting"}, {"case_id": "H"}],
        worker=[{"worker_id": key} for key in "ABC"] + [{"worker_id": "M", "role": "case_manager"}],
        case_assignment=[
            {"case_id": "F", "worker_id": "A", "valid_to": "2026-06-30"},
            {"case_id": "F", "worker_id": "B", "valid_from": "2026-06-30"},
            {"case_id": "G", "worker_id": "C"},
            {"case_id": "H", "worker_id": "M"},
        ],
        certification=[{"worker_id": "A"}],
    )
    # A handed the family over on the day; M is no saver.
    assert figures.ratio("S2", "2026-06") == (0, 1, 0)
    assert figures.ratio("S2", "2026-05") == (1, 1, 0)


def test_a_saver_who_visits_without_a_certificate_counts_once(answers):
    days = ["2026-02-10", "2026-02-28", "2026-03-01", "2026-05-05"]
    figures = answers(
        **FAMILY,
        certification=[
            {"issued_on": "2025-01-01", "expires_on": "2026-02-27"},
            {"issued_on": "2026-04-01", "revoked_on": "2026-05-05"},
        ],
        visit=[{"visit_id": day, "visited_on": day, "recorded_on": day} for day in days]
        + [{"visit_id": "V9", "visited_on": "2026-06-01", "recorded_on": "2026-06-01", "mode": "phone"}],
    )
    visiting = "cert=uncertified_visits"
    assert figures.number("S2", "2026-01", split=visiting) == 0
    assert figures.number("S2", "2026-02", split=visiting) == 1
    assert figures.number("S2", "2026-Q1", split=visiting) == 1
    assert figures.number("S2", "2026-04", split=visiting) == 0
    assert figures.number("S2", "2026-05", split=visiting) == 1
    assert figures.number("S2", "2026-06", split=visiting) == 0
    assert figures.number("S2", "2026", "P", visiting) == 1


def test_a_visit_before_the_intake_is_known_from_the_intake_on(answers):
    figures = answers(
        case_file=[{"intake_on": "2026-04-15", "opened_on": "2026-04-15"}],
        referral=[{}],
        worker=[{}],
        visit=[{"visited_on": "2026-03-10", "recorded_on": "2026-03-10"}],
    )
    visiting = "cert=uncertified_visits"
    assert figures.number("S2", "2026-03", split=visiting) == 0
    assert figures.number("S2", "2026-04", split=visiting) == 0
    assert figures.number("S2", "2026-Q1", split=visiting) == 0
    assert figures.number("S2", "2026-H1", split=visiting) == 1
