"""Assessments, plans and closures, worked out by hand, with the days on which they turn."""


def family(key, intake="2026-02-01"):
    return {"case_id": key, "intake_on": intake, "opened_on": intake}


def test_an_assessment_is_in_time_up_to_the_tenth_day(answers):
    figures = answers(
        case_file=[*map(family, "FGHI"), family("J", "2026-06-20"), family("K", "2026-06-19")],
        assessment=[
            {"assessment_id": "1", "case_id": "F", "done_on": "2026-02-11"},
            {"assessment_id": "2", "case_id": "G", "done_on": "2026-02-12"},
            {"assessment_id": "3", "case_id": "H", "done_on": "2026-02-03", "tool": "epds"},
            {"assessment_id": "4", "case_id": "K", "done_on": "2026-06-19"},
            # The first one counts.
            {"assessment_id": "5", "case_id": "G", "done_on": "2026-02-20"},
            {"assessment_id": "6", "case_id": "I"},
        ],
    )
    assert figures.ratio("C4", "2026-02") == (1, 4, 0)
    # 20 June + 10 is the as-of day itself: not passed yet.
    assert figures.ratio("C4", "2026-06") == (1, 1, 0)


def test_a_plan_is_in_time_up_to_the_thirtieth_day(answers):
    figures = answers(
        case_file=[*map(family, "FGH"), family("J", "2026-05-31"), family("K", "2026-05-30")],
        care_plan=[
            {"plan_id": "1", "case_id": "F", "agreed_on": "2026-03-03"},
            {"plan_id": "2", "case_id": "G", "agreed_on": "2026-03-04"},
            {"plan_id": "3", "case_id": "H"},
            {"plan_id": "4", "case_id": "H", "agreed_on": "2026-02-01"},
        ],
    )
    assert figures.ratio("C5", "2026-02") == (2, 3, 0)
    # 31 May + 30 is 30 June, 30 May + 30 is the day before.
    assert figures.ratio("C5", "2026-05") == (0, 1, 0)


def test_a_closure_is_planned_by_its_reason_and_handover(answers):
    closures = [
        ("goals_met", None),
        ("aged_out", None),
        ("transferred", "health_centre"),
        ("transferred", "none"),
        ("transferred", None),
        ("moved_away", "other"),
        ("death", None),
        ("ineligible", None),
    ]
    names = "FGHIJKLM"
    figures = answers(
        case_file=list(map(family, names)),
        closure=[
            {"case_id": name, "reason": reason, "handover_to": to}
            for name, (reason, to) in zip(names, closures, strict=True)
        ],
    )
    assert figures.ratio("O4", "2026-06") == (3, 5, 1)


def test_a_family_is_served_once_however_long_it_stays(answers):
    figures = answers(
        case_file=[family("F", "2026-01-01"), family("G", "2026-01-01"), family("H", "2026-01-01")],
        case_status=[
            {"case_id": "F"},
            # G comes back after a break.
            {"case_id": "G", "valid_to": "2026-02-01"},
            {"case_id": "G", "valid_from": "2026-02-01", "valid_to": "2026-04-30", "status": "closed"},
            {"case_id": "G", "valid_from": "2026-04-30", "status": "outreach"},
            {"case_id": "H", "status": "waiting"},
        ],
    )
    assert figures.number("C1s", "2026-01") == 2
    assert figures.number("C1s", "2026-02") == 1
    assert figures.number("C1s", "2026-03") == 1
    assert figures.number("C1s", "2026-04") == 2
    assert figures.number("C1s", "2026-Q2") == 2
    assert figures.number("C1s", "2026-H1", "R") == 2
