"""Referrals and waiting families, worked out by hand."""


def test_referrals_count_once_by_source_stage_district_and_step(answers):
    figures = answers(
        referral=[
            {"referral_id": "1", "received_on": "2026-02-01", "area_code": "28110"},
            {
                "referral_id": "2",
                "received_on": "2026-02-28",
                "source": "self",
                "stage_at_referral": "unknown",
                "first_contact_on": "2026-03-01",
                "first_face_on": "2026-03-02",
                "eligible": True,
                "offered_on": "2026-03-03",
                "decision": "accepted",
                "decided_on": "2026-03-04",
            },
            {
                "referral_id": "3",
                "received_on": "2026-02-10",
                "duplicate_of": "1",
                "area_code": "28999",
            },
            {"referral_id": "4", "received_on": "2026-03-01", "org_id": "B"},
        ],
        case_file=[{"referral_id": "2", "intake_on": "2026-03-04", "opened_on": "2026-03-05"}],
        worker=[{}],
        visit=[{"visited_on": "2026-03-10", "recorded_on": "2026-03-10"}],
    )
    assert figures.number("R1", "2026-02") == 2
    assert figures.number("R1", "2026-Q1", "R") == 3
    assert figures.number("R1", "2026-02", split="source=self") == 1
    assert figures.number("R1", "2026-02", split="stage=pregnant") == 1
    # A district of a repeated referral is a row too, with nothing in it.
    assert figures.figures.codes("R1", "area") == ("28110", "28999")
    assert figures.number("R1", "2026-02", split="area=28110") == 1
    assert figures.number("R1", "2026-02", split="area=28999") == 0
    for step in figures.figures.codes("R1", "funnel"):
        assert figures.number("R1", "2026-02", split=f"funnel={step}") == 1


def test_an_earlier_day_knows_nothing_of_later_steps_but_all_districts(answers):
    figures = answers(
        "2026-02-28",
        referral=[
            {
                "referral_id": "1",
                "received_on": "2026-02-01",
                "first_contact_on": "2026-03-01",
                "decision": "accepted",
                "decided_on": "2026-03-02",
            },
            {"referral_id": "2", "received_on": "2026-03-02", "area_code": "28110"},
        ],
    )
    assert figures.number("R1", "2026-02") == 1
    assert figures.number("R1", "2026-02", split="funnel=contacted") == 0
    assert figures.number("R1", "2026-02", split="funnel=accepted") == 0
    assert figures.figures.codes("R1", "area") == ("28110",)


def test_a_wait_is_too_long_from_the_fifteenth_day(answers):
    figures = answers(
        case_file=[{"case_id": key} for key in "FGH"] + [{"case_id": "I", "org_id": "B"}],
        case_status=[
            {"case_id": "F", "valid_from": "2026-02-14", "status": "waiting"},  # 14 days
            {"case_id": "G", "valid_from": "2026-02-13", "status": "waiting"},  # 15 days
            {
                "case_id": "H",
                "valid_from": "2026-01-01",
                "valid_to": "2026-02-28",
                "status": "waiting",
            },
            {"case_id": "I", "valid_from": "2026-02-28", "status": "waiting"},  # 0 days
        ],
    )
    assert figures.of("R5", "2026-02").median == 14.5
    assert figures.of("R5", "2026-02", "R").median == 14
    assert figures.number("R5", "2026-02", "R") == 3
    assert figures.number("R5", "2026-02", "R", "waited=over_14") == 1
    assert figures.number("R5", "2026-02", "R", "waited=longest") == 15
    assert figures.number("R5", "2026-02", "R", "days=d0_3") == 1
    assert figures.number("R5", "2026-06", "B", "waited=longest") == 122
