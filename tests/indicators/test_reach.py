"""Referrals of a district against its births, worked out by hand."""


def test_referrals_of_a_district_count_there_whoever_received_them(answers):
    figures = answers(
        area_births=[
            {"area_code": "28110", "year": 2024, "births": 400},
            {"area_code": "28110", "year": 2025, "births": 500},
            {"area_code": "28110", "year": 2027, "births": 900},
            {"area_code": "28999", "year": 2023, "births": 250},
            {"area_code": "41111", "year": 2025, "births": 1250},
        ],
        referral=[
            # The twelve months to June begin on 1 July 2025.
            {"referral_id": "1", "area_code": "28110", "received_on": "2025-07-01"},
            {"referral_id": "2", "area_code": "28110", "received_on": "2025-06-30"},
            {"referral_id": "3", "area_code": "28110", "received_on": "2026-06-30", "org_id": "B"},
            {"referral_id": "4", "area_code": "28999"},
            {"referral_id": "5", "area_code": "41111"},
            {"referral_id": "6"},
            # The district of centre B, of which no births are known.
            {"referral_id": "7", "area_code": "28120"},
            {"referral_id": "8", "area_code": "28110", "duplicate_of": "1"},
        ],
    )
    assert figures.ratio("R6", "2026-06", "A") == (2, 500, 2)
    assert figures.of("R6", "2026-06", "A").value == 4
    # Without births there is nothing to divide by; B received none of the two unknown ones.
    assert figures.ratio("R6", "2026-06", "B") == (0, 0, 0)
    assert figures.of("R6", "2026-06", "B").value is None
    # A region holds the districts that begin with its prefix, the programme all.
    assert figures.ratio("R6", "2026-06", "R") == (3, 750, 2)
    assert figures.ratio("R6", "2026-06", "P") == (4, 2000, 2)
    # In 2025 the newest year is 2025; referral 1 is in the year to December, 2 in it too.
    assert figures.ratio("R6", "2025-12", "A") == (2, 500, 0)


def test_a_district_whose_births_come_later_is_unknown_until_then(answers):
    figures = answers(
        area_births=[
            {"area_code": "28110", "year": 2024, "births": 2500},
            {"area_code": "28120", "year": 2026, "births": 2100},
        ],
        referral=[
            {"referral_id": "1", "area_code": "28110", "received_on": "2025-12-01"},
            {"referral_id": "2", "area_code": "28120", "received_on": "2025-12-02", "org_id": "B"},
            {"referral_id": "3", "area_code": "28120", "received_on": "2025-12-03"},
        ],
    )
    # On the last day of 2025 only the first district has births; the others' referrals wait.
    for unit, ratio in {"P": (1, 2500, 2), "R": (1, 2500, 2), "A": (1, 2500, 1), "B": (0, 0, 1)}.items():
        assert figures.ratio("R6", "2025-12", unit) == ratio
    # A month later they are in 2026, of which both are known.
    for unit, ratio in {"P": (3, 4600, 0), "R": (3, 4600, 0), "A": (1, 2500, 0), "B": (2, 2100, 0)}.items():
        assert figures.ratio("R6", "2026-01", unit) == ratio


def test_a_district_with_no_birth_in_its_newest_year_is_known(answers):
    figures = answers(
        area_births=[{"births": 0}],
        referral=[{"area_code": "28110", "received_on": "2026-02-01"}],
    )
    assert figures.ratio("R6", "2026-06", "A") == (1, 0, 0)


def test_a_year_that_still_runs_ends_with_its_december(answers):
    figures = answers(
        area_births=[{}],
        referral=[
            {"referral_id": "1", "area_code": "28110", "received_on": "2026-01-01"},
            {"referral_id": "2", "area_code": "28110", "received_on": "2025-12-31"},
        ],
    )
    assert figures.ratio("R6", "2026", "A") == (1, 1000, 0)


def test_without_births_the_database_records_no_reach(answers):
    figures = answers(without=("area_births",), referral=[{"area_code": "28110"}])
    assert figures.figures.not_recorded("R6")
