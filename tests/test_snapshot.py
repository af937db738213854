"""A snapshot is taken once, and read back from disk as it was."""

from datetime import date, datetime

import pandas as pd
import pytest
from sqlalchemy import text

from dashboard import snapshot
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


def test_a_snapshot_says_what_it_was_taken_from(world):
    taken = snapshot.take(world(**ROWS, without=("fx_rate",)))
    assert (taken.load.number, taken.load.source) == (1, "test")
    assert taken.load.loaded_at == datetime(2026, 7, 1, 2)
    assert (taken.as_of, taken.synthetic) == (date(2026, 6, 30), False)
    # The first month with a referral or an intake, and the end of the year.
    assert (taken.first_month, taken.last_month) == (date(2025, 12, 1), date(2026, 12, 1))
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


def test_a_saved_snapshot_reads_back_as_it_was(world, tmp_path):
    taken = snapshot.take(world(**ROWS, child=[{"birth_on": "2014-01-01"}]))
    snapshot.save(taken, tmp_path / "kept" / "1")
    again = snapshot.read(tmp_path / "kept" / "1")
    assert again is not None
    for name in (
        "load",
        "as_of",
        "first_month",
        "last_month",
        "currency",
        "targets",
        "areas",
        "not_recorded",
        "left_out",
        "completeness",
    ):
        assert getattr(again, name) == getattr(taken, name)
    for name in ("findings", "left_out_rows"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(taken, name))
    assert list(again.units) == list(taken.units)
    for name, rows in taken.counts.items():
        pd.testing.assert_frame_equal(again.counts[name], rows, check_dtype=False)
    # Nothing half-made is left beside it.
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["1"]


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


def test_a_database_without_a_programme_is_refused(world):
    without = [{"org_id": "R", "parent_id": "P", "level": "region"}]
    with pytest.raises(Refused, match=r"'org_unit'.*programme"):
        snapshot.take(world(org_unit=without))
