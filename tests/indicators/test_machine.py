"""The machine output is written as the contract says."""

import csv
import io
import json
from datetime import date

import pytest
from worlds import write

from dashboard.indicators import machine
from dashboard.indicators.registry import INDICATORS
from dashboard.measures import plain
from dashboard.refusal import Refused

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


def rows_of(engine, as_of=None, first=FEBRUARY, last=FEBRUARY, levels=("centre",)):
    return machine.indicator_rows(engine, as_of, first, last, levels)


def row(rows, indicator, split=None, unit="A"):
    (found,) = [
        each for each in rows if (each["indicator"], each["split"], each["unit"]) == (indicator, split, unit)
    ]
    return found


def test_every_unit_of_the_levels_and_every_code_is_a_row_also_with_nothing(duckdb_address):
    rows = rows_of(write(duckdb_address), levels=("region", "centre"))
    assert {each["unit"] for each in rows} == {"R", "A", "B"}
    of_units = {id_ for id_, each in INDICATORS.items() if not each.programme_only}
    assert {each["indicator"] for each in rows} == of_units
    splits = [each["split"] for each in rows if each["unit"] == "B" and each["indicator"] == "C1"]
    assert splits[:4] == [None, "status=active", "status=outreach", "status=paused"]
    assert "level=unknown" in splits
    # What only pages draw, and districts that no referral names, are no rows.
    assert not [each for each in rows if str(each["split"]).startswith(("days=", "area="))]


def test_counts_have_a_value_alone_and_shares_all_four(world):
    rows = rows_of(world(case_file=[{}], case_status=[{}], org_capacity=[{"max_active_cases": 3}]))
    assert row(rows, "C1") == {
        "indicator": "C1",
        "unit": "A",
        "from": "2026-02",
        "to": "2026-02",
        "as_of": "2026-06-30",
        "split": None,
        "numerator": 1,
        "denominator": None,
        "missing": None,
        "value": 1,
    }
    capacity = row(rows, "C2")
    assert (capacity["numerator"], capacity["denominator"], capacity["missing"]) == (1, 3, 0)
    assert capacity["value"] == pytest.approx(1 / 3)
    empty = row(rows, "C2", unit="B")
    assert (empty["numerator"], empty["denominator"], empty["value"]) == (0, 0, None)
    with_median = {each["indicator"] for each in rows if "median" in each}
    with_p90 = {(each["indicator"], each["split"]) for each in rows if "p90" in each}
    assert with_median == {"R2", "R5", "V4", "G1", "G5", "Q2"} & set(INDICATORS)
    assert with_p90 == {("G1", "families=12m"), ("R2", None), ("Q2", None)} & {
        (each["indicator"], each["split"]) for each in rows
    }


def test_whole_numbers_are_written_without_a_fraction():
    assert machine.jsonl([{"value": plain(4.000000000000001)}]) == '{"value": 4}\n'
    assert plain(123456789012345.0) == 123456789012345
    assert plain(0.1 + 0.2) == 0.3


def test_csv_has_a_header_and_leaves_empty_what_is_null(duckdb_address):
    rows = rows_of(write(duckdb_address))
    read = list(csv.DictReader(io.StringIO(machine.as_csv(rows))))
    lines = [json.loads(line) for line in machine.jsonl(rows).splitlines()]
    assert len(read) == len(lines) == len(rows)
    assert tuple(read[0]) == machine.COLUMNS
    assert read[0]["split"] == read[0]["median"] == ""


@pytest.mark.parametrize(
    ("as_of", "first", "last", "says"),
    [
        (None, MARCH, FEBRUARY, "--from not after --to"),
        (date(2026, 2, 28), MARCH, MARCH, "after the as-of day 2026-02-28"),
        (None, date(2026, 7, 1), date(2026, 7, 1), "after the as-of day 2026-06-30"),
    ],
)
def test_a_period_that_is_none_or_has_not_begun_is_refused(duckdb_address, as_of, first, last, says):
    with pytest.raises(Refused, match=says):
        rows_of(write(duckdb_address), as_of, first, last)


def test_a_period_is_cut_at_the_as_of_day(world):
    engine = world(
        case_file=[{}],
        case_status=[{"valid_to": "2026-02-15"}, {"valid_from": "2026-02-15", "status": "closed"}],
    )
    before = rows_of(engine, date(2026, 2, 14), JANUARY, MARCH)
    assert row(before, "C1")["value"] == 1
    assert (row(before, "C1")["as_of"], row(before, "C1")["to"]) == ("2026-02-14", "2026-03")
    assert row(rows_of(engine, date(2026, 2, 15), JANUARY, MARCH), "C1")["value"] == 0
