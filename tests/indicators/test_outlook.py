"""The capacity outlook, worked out by hand, with its days 90 days ahead."""

import pytest

# 90 days after 30 June 2026 is 28 September 2026.


def family(key, centre="A"):
    return {"case_id": key, "org_id": centre}


def parts(figures, unit="A", period="2026-06"):
    names = ("now", "waiting", "births", "leaving", "ceiling")
    return tuple(figures.number("C6", period, unit, f"part={name}") for name in names)


def test_points_now_count_families_with_and_without_a_saver(answers):
    figures = answers(
        case_file=[family(key) for key in "FGHI"],
        case_status=[
            {"case_id": "F"},
            {"case_id": "G", "status": "paused"},
            {"case_id": "H"},
            {"case_id": "I", "status": "closed"},
        ],
        # H is active without a level: no points are known of it.
        case_level=[{"case_id": "F", "level": "intensive"}, {"case_id": "G", "level": "regular"}],
    )
    assert parts(figures) == (2.5, 0, 0, 0, 0)
    assert figures.ratio("C6", "2026-06") == (2.5, 0, 0)
    assert figures.of("C6", "2026-06").value == -2.5


@pytest.mark.parametrize(
    ("due", "ended", "births"),
    [
        ("2026-09-28", None, 1),  # day + 90
        ("2026-09-29", None, 0),
        ("2026-06-01", None, 1),  # overdue, and still running
        ("2026-06-01", "2026-06-30", 0),  # ended on the day: no longer running
    ],
)
def test_a_birth_brings_a_family_to_the_intensive_level(answers, due, ended, births):
    figures = answers(
        case_file=[family("F")],
        case_status=[{}],
        case_level=[{}],
        pregnancy=[{"due_on": due, "ended_on": ended}],
    )
    assert parts(figures) == (1, 0, births, 0, 0)
    assert figures.number("C6", "2026-06") == 1 + births


@pytest.mark.parametrize(
    ("born", "pregnant", "leaving"),
    [
        ("2024-06-30", False, 0),  # 24 months on the day itself
        ("2024-07-01", False, 1),
        ("2024-09-28", False, 1),  # 24 months on day + 90
        ("2024-09-29", False, 0),
        ("2024-09-28", True, 0),
    ],
)
def test_a_family_leaves_when_its_youngest_child_turns_24_months(answers, born, pregnant, leaving):
    figures = answers(
        case_file=[family("F")],
        case_status=[{}],
        case_level=[{}],
        child=[
            {"child_id": "K", "birth_on": born, "with_family_from": born},
            {"child_id": "L", "birth_on": "2022-01-01", "with_family_from": "2022-01-01"},
        ],
        pregnancy=[{"due_on": "2027-01-01"}] if pregnant else [],
    )
    assert parts(figures)[3] == leaving
    assert figures.number("C6", "2026-06") == 1 - leaving


@pytest.mark.parametrize(
    ("saver", "certificate", "ceiling"),
    [
        ({}, {"expires_on": "2026-09-28"}, 30),
        ({}, {"expires_on": "2026-09-27"}, 0),
        ({}, {"revoked_on": "2026-06-30"}, 0),
        ({}, {"revoked_on": "2026-07-01"}, 0),
        ({"ended_on": "2026-09-28"}, {}, 0),
        ({"ended_on": "2026-09-29"}, {}, 30),
        ({"dispatch_ready_on": "2026-07-01"}, {}, 0),
        ({"role": "supervisor"}, {}, 0),
    ],
)
def test_a_ceiling_counts_whose_certificate_lasts(answers, saver, certificate, ceiling):
    revoked_later = certificate.get("revoked_on") == "2026-07-01"
    if revoked_later:
        # A day after the newest event has not happened: the row breaks a rule.
        ceiling = 0
    figures = answers(worker=[saver], worker_capacity=[{}], certification=[certificate])
    assert parts(figures)[4] == ceiling


def test_two_certificates_of_one_saver_are_one_ceiling(answers):
    figures = answers(
        worker=[{}],
        worker_capacity=[{}],
        certification=[{}, {"cert_code": "OTHER"}],
    )
    assert figures.ratio("C6", "2026-06") == (0, 30, 0)


def offers(centre, decided, accepted, day="2026-05-01"):
    return [
        {
            "referral_id": f"{centre}{day}{number}",
            "org_id": centre,
            "received_on": day,
            "offered_on": day,
            "decided_on": day,
            "decision": "accepted" if number < accepted else "declined",
        }
        for number in range(decided)
    ]


def test_waiting_families_come_as_often_as_offers_were_accepted(answers):
    waiting = [{"case_id": key, "valid_from": "2026-06-01", "status": "waiting"} for key in ("F", "G", "H")]
    figures = answers(
        case_file=[family("F"), family("G"), family("H", "B")],
        case_status=waiting,
        # A has offers enough of its own, B has not and takes those of the programme: 10 of 16.
        referral=[
            *offers("A", 10, 8),
            *offers("B", 6, 2),
            # A year before the twelve months, which begin on 1 July 2025.
            *offers("A", 5, 0, "2025-06-30"),
        ],
    )
    assert parts(figures)[1] == pytest.approx(1.6)
    assert parts(figures, "B")[1] == pytest.approx(0.625)
    assert parts(figures, "R")[1] == pytest.approx(2.225)
    assert figures.number("C6", "2026-06", "P") == pytest.approx(2.225)
