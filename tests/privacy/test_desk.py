"""A reader sees the units and periods of the profile and scope, and no others."""

from datetime import date

import pytest

from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.privacy.desk import OutOfScope
from dashboard.privacy.published import Published


def codes(seen, kind):
    return [period.code for period in seen.periods(kind)]


def test_only_privacy_makes_a_published():
    with pytest.raises(TypeError, match=r"Desk\.publish"):
        Published(object(), INDICATORS["C1"], None, (), date(2026, 6, 30), 1)


@pytest.mark.parametrize(
    ("profile", "scope", "units", "home"),
    [
        ("regional", (), ("P", "R", "A", "B", "C", "S", "D"), "P"),
        ("regional", ("R",), ("R", "A", "B", "C"), "R"),
        ("headquarters", (), ("P", "R", "S"), "P"),
        ("own_centre", ("B",), ("B",), "B"),
        ("own_centre", ("nowhere",), (), "P"),
    ],
)
def test_a_reader_sees_the_units_of_scope_and_profile(desk, profile, scope, units, home):
    seen = desk(profile, scope)
    assert (seen.units, seen.home) == (units, home)


def test_a_unit_out_of_scope_is_refused(desk):
    june = Period.month(date(2026, 6, 1))
    with pytest.raises(OutOfScope):
        desk("own_centre", ("B",)).publish("C1", ["A"], [june])
    with pytest.raises(OutOfScope):
        desk("headquarters").publish("C1", ["A"], [Period.parse("2026-Q2", date(2026, 6, 30))])


def test_headquarters_sees_no_month(desk):
    seen = desk("headquarters")
    assert seen.kinds == ("quarter", "half", "year", "ytd")
    with pytest.raises(OutOfScope):
        seen.publish("C1", ["P"], [Period.month(date(2026, 5, 1))])
    with pytest.raises(OutOfScope):
        seen.periods("month")


def test_a_period_that_still_runs_is_for_the_own_centre_alone(desk):
    own = desk("own_centre", ("A",), as_of="2026-05-30")
    assert codes(own, "month")[:2] == ["2026-05", "2026-04"]
    assert codes(own, "quarter") == ["2026-Q2", "2026-Q1"]
    assert own.as_of == date(2026, 5, 30)
    other = desk("regional", as_of="2026-05-30")
    assert codes(other, "month")[:2] == ["2026-04", "2026-03"]
    assert codes(other, "quarter") == ["2026-Q1"]
    assert codes(other, "year") == []
    assert [period.last for period in other.periods("ytd")] == [date(2026, 4, 1)]
    assert other.as_of == date(2026, 4, 30)
    with pytest.raises(OutOfScope):
        other.publish("C1", ["A"], [Period.month(date(2026, 5, 1))])


def test_a_month_whose_last_day_is_the_newest_event_is_complete(desk):
    assert codes(desk("regional"), "month")[0] == "2026-06"
    assert codes(desk("regional"), "half") == ["2026-H1"]


def test_cells_stand_in_the_order_asked_for_and_are_made_once(desk):
    seen = desk("regional")
    months = [Period.month(date(2026, n, 1)) for n in (5, 6)]
    published = seen.publish("C1", ["B", "A"], months, "entry")
    assert [(cell.unit, cell.period.first.month, cell.code) for cell in published.cells[:5]] == [
        ("B", 5, "prenatal"),
        ("B", 5, "postnatal"),
        ("B", 6, "prenatal"),
        ("B", 6, "postnatal"),
        ("A", 5, "prenatal"),
    ]
    assert seen.publish("C1", ("B", "A"), tuple(months), "entry") is published
    assert published.load == 7


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda each: each.id)
def test_every_indicator_and_split_is_published_without_any_row(desk, indicator):
    seen = desk("regional")
    june = [Period.month(date(2026, 6, 1))]
    for split in (None, *indicator.splits):
        assert seen.publish(indicator.id, seen.units, june, split) is not None


def test_a_month_is_provisional_until_its_visits_are_recorded(desk):
    rows = [
        {"org_id": "A", "month": month, "days_to_record": days, "visits": visits}
        for month, days, visits in [
            ("2026-06-01", 2, 89),
            ("2026-05-01", 5, 11),
            ("2025-11-01", 90, 500),
        ]
    ]
    june = Period.month(date(2026, 6, 1))
    # 90 % are recorded within five days: 30 June + 5 lies before 6 July.
    late = desk("regional", as_of="2026-07-05", recorded_visits_by_centre_and_month=rows)
    assert late.provisional(june)
    done = desk("regional", as_of="2026-07-06", recorded_visits_by_centre_and_month=rows)
    assert not done.provisional(june)
    assert done.provisional(Period.month(date(2026, 7, 1)))
