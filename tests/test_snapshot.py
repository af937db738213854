"""A snapshot is taken once, and read back from disk as it was."""

from dataclasses import fields
from datetime import date, datetime

import pandas as pd
import pytest
import worlds
from sqlalchemy import text

from dashboard import snapshot
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_for_writing
from dashboard.refusal import Refused
from dashboard.snapshot import Unit, Units
from dashboard.snapshot.storing import ABOUT, FORMAT

ROWS = {
    "case_file": [{}],
    "case_status": [{}],
    "referral": [{"received_on": "2025-12-31", "area_code": "28110"}],
    "indicator_target": [
        {"target": 0.8, "amber": 0.65},
        {"indicator_id": "C2", "target": None},
    ],
    "budget_line": [{}],
}


@pytest.fixture
def address(duckdb_address):
    """In DuckDB alone: rows of PostgreSQL are asked there too, once they are copied."""
    return duckdb_address


def test_a_snapshot_says_what_it_was_taken_from(world):
    taken = snapshot.take(world(**ROWS, without=("fx_rate",)))
    assert (taken.load.number, taken.load.source) == (1, "test")
    assert taken.load.loaded_at == datetime(2026, 7, 1, 2)
    assert (taken.as_of, taken.synthetic) == (date(2026, 6, 30), False)
    # The whole years from that of the first referral or intake.
    assert (taken.first_month, taken.last_month) == (date(2025, 1, 1), date(2026, 12, 1))
    assert (taken.areas, taken.currency) == (("28110",), "KRW")
    assert taken.not_recorded == {"fx_rate"}
    assert [(target.indicator_id, target.target) for target in taken.targets] == [("V2", 0.8)]


def test_districts_are_those_of_referrals_of_any_day_that_break_no_rule(world):
    referrals = [
        {"area_code": "28110"},
        {"referral_id": "R2", "received_on": "2026-06-01", "area_code": "28120"},
        {"referral_id": "R3", "source": "newspaper", "area_code": "28130"},
        {"referral_id": "R4", "area_code": None},
    ]
    taken = snapshot.take(world(**ROWS | {"referral": referrals}), date(2026, 2, 1))
    assert taken.areas == ("28110", "28120")


def test_rows_that_break_a_rule_are_counted_as_left_out(world):
    taken = snapshot.take(world(**ROWS, child=[{"birth_on": "2014-01-01"}]))
    assert taken.left_out == {("implausible_date", "child"): 1}
    assert taken.left_out_rows.to_numpy().tolist() == [["child", "A", 1, 1, 0]]
    assert taken.findings.to_numpy().tolist() == [
        ["implausible_date", "error", "child", "A", 1, 1],
        ["unassigned_active", "warning", "case_file", "A", 1, 1],
    ]


def test_broken_rows_of_a_view_stay_left_out_to_the_end(world, address):
    engine = world(case_file=[{}, {"case_id": "G", "language": None}], case_status=[{}, {"case_id": "G"}])
    with open_for_writing(address).begin() as connection:
        connection.execute(text("alter table case_file rename to site_file"))
        connection.execute(text("create view case_file as select * from site_file"))
    taken = snapshot.take(engine)
    assert taken.findings["rule"].tolist() == ["missing_required", "unassigned_active"]
    assert taken.left_out_rows["rows"].tolist() == [1, 1]
    # What is counted last is counted without them too.
    served = taken.counts["families_served_by_centre_and_month"]
    assert served["families"].max() == 1


BUSY = {name: [{}] for name in worlds.DEFAULTS if name not in ("service_level", "data_load")}
ODD_WORLDS: dict[str, dict] = {
    "rows as they should be": ROWS,
    "no rows": {},
    "no optional table": {"without": [name for name, table in TABLES.items() if not table.required]},
    "one row in each table": BUSY,
    "rows that break rules, some of no centre": ROWS
    | {
        "child": [{"birth_on": "2014-01-01"}, {"child_id": "L", "case_id": "nobody"}],
        "referral": [{"org_id": None}, {"referral_id": "R2", "org_id": "nowhere"}, {"referral_id": "R3"}],
        "case_factor": [{"factor": "weather"}],
        "visit": [{"case_id": "nobody"}],
    },
    "rows of no centre alone": {"referral": [{"org_id": None}]},
    "names that are odd": BUSY
    | {
        "org_label": [
            {"org_id": "P", "lang": "ko", "name": '\u1112\u1161\u11ab \U0001f9f8 \\ " \u2028 NaN'},
            {"org_id": "A", "lang": "en", "name": "NaN", "short_name": "null"},
            {"org_id": "B", "lang": "xx", "name": "x" * 10_000},
        ],
    },
    "amounts with many digits": BUSY
    | {
        "fx_rate": [{"rate": "0.000000012345678"}, {"rate": 9999999999, "rate_on": "2026-06-29"}],
        "indicator_target": [{"target": "0.333333", "amber": None}, {"indicator_id": "C2", "target": 1}],
        "grant_payment": [{"amount": "9999999999999.99"}],
        "budget_version": [{"amount": "0.01"}],
        "service_level": [{"level": "regular", "visits_per_month": 2, "weight": "0.33", "max_gap_days": 30}],
        "worker_capacity": [{"fte": "0.33"}],
    },
    "days at the ends of the calendar": {
        **BUSY,
        "case_status": [{"valid_to": "9999-12-31"}],
        "indicator_target": [{"valid_from": "0001-01-01", "valid_to": "9999-12-31", "target": 1}],
        "org_unit": [
            *worlds.ALWAYS["org_unit"][:2],
            {**worlds.ALWAYS["org_unit"][2], "launched_on": "2015-01-01", "closed_on": "9999-12-31"},
            worlds.ALWAYS["org_unit"][3],
        ],
    },
    "a load with a part of a second": {"data_load": [{"loaded_at": "2026-07-01 02:00:00.123456"}]},
}


@pytest.mark.parametrize("name", ODD_WORLDS)
def test_a_saved_snapshot_reads_back_as_it_was(name, world, tmp_path):
    taken = snapshot.take(world(**ODD_WORLDS[name]))
    snapshot.save(taken, tmp_path / "kept" / "1")
    again = snapshot.read(tmp_path / "kept" / "1")
    assert again is not None
    for field in fields(taken):
        assert_same(getattr(again, field.name), getattr(taken, field.name))
    # Nothing half-made is left beside it.
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["1"]


def assert_same(again, taken):
    """Fail where anything differs, also the kind of a number, or an order."""
    assert type(again) is type(taken)
    if isinstance(taken, pd.DataFrame):
        pd.testing.assert_frame_equal(again, taken, check_exact=True, check_column_type=True)
        # Within a column of objects the kinds may differ.
        assert repr(again.to_numpy().tolist()) == repr(taken.to_numpy().tolist())
    elif isinstance(taken, dict):
        assert list(again) == list(taken)
        for key, value in taken.items():
            assert_same(again[key], value)
    elif isinstance(taken, Units):
        assert repr(list(again)) == repr(list(taken))
    elif isinstance(taken, frozenset):
        assert again == taken
    else:
        assert repr(again) == repr(taken)


def test_a_folder_that_is_damaged_or_of_another_form_is_no_snapshot(world, tmp_path):
    folder = tmp_path / "1"
    assert snapshot.read(folder) is None
    snapshot.save(snapshot.take(world(**ROWS)), folder)
    about = (folder / ABOUT).read_text(encoding="utf-8")
    (folder / ABOUT).write_text(about.replace(f'"format": {FORMAT}', '"format": 0'), encoding="utf-8")
    assert snapshot.read(folder) is None
    (folder / ABOUT).write_text(about[:-9], encoding="utf-8")
    assert snapshot.read(folder) is None
    (folder / ABOUT).write_text(about, encoding="utf-8")
    (folder / "places_by_centre_and_month.parquet").unlink()
    assert snapshot.read(folder) is None


def test_units_stand_in_tree_order_with_a_name_in_every_language():
    units = Units(
        [
            Unit("B", "R", "centre", names={"ko": "비", "zh": "乙"}, short_names={"fr": "Bé"}),
            Unit("P", None, "programme", names={"en": "All", "fr": "Tout"}),
            Unit("S", "P", "region"),
            Unit("R", "P", "region"),
            Unit("A", "R", "centre"),
        ]
    )
    assert units.ids == ("P", "R", "A", "B", "S")
    assert units.descendants("R") == ("A", "B")
    assert (units.centres("P"), units.centres("A")) == (("A", "B"), ("A",))
    assert units.ancestors("A") == ("R", "P")
    assert [units.name("B", language) for language in ("zh_Hans", "fr", "ko")] == ["乙", "비", "비"]
    assert [units.name("P", language) for language in ("fr", "ja")] == ["Tout", "All"]
    assert units.name("A", "en") == "A"
    assert [units.short_name("B", language) for language in ("fr", "ko")] == ["Bé", "비"]


def test_a_tree_of_any_depth_and_with_a_circle_comes_to_an_end():
    chain = [Unit(f"{number:04}", f"{number - 1:04}", "region") for number in range(1, 3000)]
    units = Units([Unit("0000", None, "programme"), *chain])
    assert (len(units.ids), len(units.descendants("0000"))) == (3000, 2999)
    assert len(units.ancestors("2999")) == 2999
    circle = [Unit("R", "S", "region"), Unit("S", "R", "region"), Unit("T", "T", "region")]
    assert Units(circle).ids == ()
    assert Units([Unit("P", None, "programme"), *circle]).ids == ("P",)


def test_a_database_without_a_programme_is_refused(world):
    without = [{"org_id": "R", "parent_id": "P", "level": "region"}]
    with pytest.raises(Refused, match=r"'org_unit'.*programme"):
        snapshot.take(world(org_unit=without))
