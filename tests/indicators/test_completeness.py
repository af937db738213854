"""Q1 on small worlds worked out by hand: filled fields of those that must be filled."""

from datetime import date

import pytest

from dashboard.case_database.contract import TABLES
from dashboard.indicators.machine import indicator_rows

# Rows that a world always has: 4 units, 4 labels, 3 levels and a load.
FIELDS = 4 * 2 + 4 * 3 + 3 * 5 + 5


def q1(engine, as_of=None):
    rows = indicator_rows(engine, as_of, date(2026, 1, 1), date(2026, 3, 1))
    return [row for row in rows if row["indicator"] == "Q1"]


def test_only_fields_that_may_not_be_empty_of_required_tables_count(world):
    # A family has 5 such fields, a child 4; what may be empty is, and a factor's table is optional.
    engine = world(
        case_file=[{}, {"case_id": "G", "language": None, "entry_stage": None}],
        child=[{"with_family_from": None}],
        case_factor=[{"identified_on": None}],
    )
    [row] = q1(engine)
    assert (row["unit"], row["split"]) == ("P", None)
    assert (row["numerator"], row["denominator"]) == (FIELDS + 14 - 3, FIELDS + 14)
    assert row["missing"] == 0
    assert row["value"] == pytest.approx((FIELDS + 11) / (FIELDS + 14))


def test_it_is_one_figure_as_loaded_whatever_the_day(world):
    engine = world(case_file=[{"language": None}], child=[{"case_id": None}])
    told = [
        (row["unit"], row["numerator"], row["denominator"])
        for day in (None, date(2026, 1, 31))
        for row in q1(engine, day)
    ]
    assert told == [("P", FIELDS + 5 + 4 - 2, FIELDS + 9)] * 2


def test_the_hand_count_is_that_of_the_contract():
    needed = {
        name: sum(not column.nullable for column in TABLES[name].columns)
        for name in ("org_unit", "org_label", "service_level", "data_load", "case_file", "child")
    }
    assert needed == {
        "org_unit": 2,
        "org_label": 3,
        "service_level": 5,
        "data_load": 5,
        "case_file": 5,
        "child": 4,
    }
