"""A database whose tree or newest load cannot be is refused, with the rows that are wrong."""

import pytest
import worlds
from site_exports import write_folder
from sqlalchemy import URL, create_engine

from dashboard import snapshot
from dashboard.case_database import finding_counts, preconditions, schema
from dashboard.case_database.contents import inspect
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

P, R, A, B = worlds.ALWAYS["org_unit"]
S = {"org_id": "S", "parent_id": "P", "level": "region"}
FAMILIES = [{"org_id": "A"}, {"case_id": "G", "org_id": "B"}]

# The units, and those that are wrong, with the place of their row and its column.
TREES = {
    "a circle": ([P, R | {"parent_id": "A"}, A, B], {"R": (1, "parent_id")}),
    "a circle of centres": (
        [P, R, A | {"parent_id": "B"}, B | {"parent_id": "A"}],
        {"A": (2, "parent_id"), "B": (3, "parent_id")},
    ),
    "a unit that is its own parent": ([P, R, A | {"parent_id": "A"}, B], {"A": (2, "parent_id")}),
    "a centre without a parent": ([P, R, A | {"parent_id": None}, B], {"A": (2, "parent_id")}),
    "a centre of a parent that is not there": ([P, R, A, B | {"parent_id": "X"}], {"B": (3, "parent_id")}),
    "a region beneath a region": ([P, R, A, B, S | {"parent_id": "R"}], {"S": (4, "parent_id")}),
    "a centre beneath a centre": ([P, R, A, B | {"parent_id": "A"}], {"B": (3, "parent_id")}),
    "two programmes": (
        [P, R, A, B, {"org_id": "Q", "level": "programme"}],
        {"P": (0, "level"), "Q": (4, "level")},
    ),
    "a programme beneath another": ([P, R, A, B, S | {"level": "programme"}], {"S": (4, "parent_id")}),
    "a programme beneath a region": ([P | {"parent_id": "R"}, R, A, B], {"P": (0, "parent_id")}),
    "no programme": ([R, A, B], {"R": (0, "parent_id")}),
    "another level": ([P | {"level": "country"}, R, A, B], {"P": (0, "level"), "R": (1, "parent_id")}),
    "no key": ([P | {"org_id": None}], {None: (0, "org_id")}),
    "no level": ([P, R, A, B | {"level": None}], {"B": (3, "level")}),
}
LOADS = {
    "the newest event after the load": ({"latest_event_on": "2026-07-02"}, "latest_event_on"),
    "a newest event mistyped": ({"latest_event_on": "2206-06-30"}, "latest_event_on"),
    "a newest event in the year 1": ({"latest_event_on": "0001-01-01"}, "latest_event_on"),
    "a load at the end of the calendar": (
        {"loaded_at": "9999-12-31 00:00:00", "latest_event_on": "9999-12-31"},
        "latest_event_on",
    ),
    "no time": ({"loaded_at": None}, "loaded_at"),
    "no newest event": ({"latest_event_on": None}, "latest_event_on"),
    "no number": ({"load_id": None}, "load_id"),
}


def found(**tables):
    """Return what is wrong with a newest load and units that lie in memory."""
    told = worlds.ALWAYS | tables
    with create_engine("duckdb://").begin() as connection:
        schema.create_tables(connection, ("org_unit", "data_load"))
        for name in ("org_unit", "data_load"):
            worlds.insert(connection, name, [*worlds.complete(name, told[name])])
        return preconditions.breaches(connection, {name: name for name in ("org_unit", "data_load")})


@pytest.mark.parametrize(("units", "wrong"), TREES.values(), ids=TREES)
def test_units_that_make_no_tree_are_found(units, wrong):
    assert {each.unit: (each.row, each.column) for each in found(org_unit=units)} == wrong


SOUND = {
    "a centre beneath the programme": [P, {"org_id": "A", "parent_id": "P", "level": "centre"}],
    "a programme alone": [P],
    "units in any order": [B, A, R, P],
    "a key again": [P, R, A, B, A | {"parent_id": "X", "level": "programme"}],
    "a row without a key": [P, R, A, B, {"level": "programme"}],
}


@pytest.mark.parametrize("units", SOUND.values(), ids=SOUND)
def test_a_tree_may_be_small_untidy_and_in_any_order(units):
    assert found(org_unit=units) == []


@pytest.mark.parametrize(("load_row", "column"), LOADS.values(), ids=LOADS)
def test_a_newest_load_that_cannot_be_is_found(load_row, column):
    assert [(each.row, each.column) for each in found(data_load=[load_row])] == [(0, column)]


def test_of_repeated_loads_the_first_is_the_newest():
    loads = [{"load_id": 1}, {"load_id": None}, {"load_id": 2, "loaded_at": None}, {"load_id": 2}]
    assert [each.row for each in found(data_load=loads)] == [2]


CIRCLE = {"org_unit": TREES["a circle"][0], "case_file": FAMILIES}
MISTYPED = {"data_load": [{"latest_event_on": "2206-06-30"}]}


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (CIRCLE, "The table 'org_unit' holds no tree of units.*correct the .* parent of 'R'"),
        (MISTYPED, "The newest load in 'data_load' cannot be used, since its 'latest_event_on' lies after"),
    ],
)
def test_such_a_database_is_neither_read_nor_served(world, tables, message):
    engine = world(**tables)
    for look in (inspect, snapshot.take):
        with pytest.raises(Refused, match=message):
            look(engine)


def test_of_many_units_a_few_are_named(duckdb_address):
    lost = [{"org_id": f"L{n}", "parent_id": "X", "level": "centre"} for n in range(7)]
    with pytest.raises(Refused, match="'L0', 'L1', 'L2', 'L3', 'L4' and 2 more"):
        inspect(worlds.write(duckdb_address, org_unit=[P, *lost]))


def not_loaded(folder, **tables):
    """Return where each thing is that an export is refused for."""
    with pytest.raises(Refused) as refused:
        load(
            write_folder(folder / "export", **tables),
            URL.create("duckdb", database=str(folder / "new.duckdb")),
        )
    return {(finding.file, finding.row, finding.column) for finding in refused.value.findings.listed}


def test_such_an_export_is_not_loaded_and_told_by_row(tmp_path):
    assert not_loaded(tmp_path, **CIRCLE, **MISTYPED) == {
        ("org_unit.csv", 3, "parent_id"),
        ("data_load.csv", 2, "latest_event_on"),
    }


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        # Its key stays, so that no family loses its unit.
        (A | {"parent_id": "X", "level": "clinic"}, "duplicate_key"),
        ({"level": "centre", "parent_id": "R"}, "missing_required"),
        (S | {"launched_on": "2010-01-01"}, "implausible_date"),
    ],
)
def test_a_row_that_takes_no_family_away_is_a_finding(duckdb_address, more, rule):
    with reading(worlds.write(duckdb_address, org_unit=[P, R, A, B, more], case_file=FAMILIES)) as opened:
        assert rule in {each.rule for each in finding_counts.findings(opened)}
        assert opened.left_out[rule, "org_unit"] == 1
        assert ("refers_to_left_out", "case_file") not in opened.left_out


# A unit that another rule leaves out, and families with it.
LEFT_OUT = {
    "A": [P, R, A | {"launched_on": "2010-01-01"}, B],
    "R": [P, R | {"closed_on": "2010-01-01"}, A, B],
    "P": [P | {"launched_on": "2010-01-01"}, R, A, B],
}


@pytest.mark.parametrize(("wrong", "units"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_no_unit_with_families_is_left_out(duckdb_address, wrong, units):
    engine = worlds.write(duckdb_address, org_unit=units, case_file=FAMILIES)
    with pytest.raises(Refused, match=f"Families would be in no figure.*correct '{wrong}'"):
        snapshot.take(engine)


def test_no_unit_with_families_is_left_out_by_loading(tmp_path):
    told = not_loaded(tmp_path, org_unit=LEFT_OUT["R"], case_file=FAMILIES)
    assert ("org_unit.csv", 3, "org_id") in told


def test_an_earlier_load_may_be_untidy(world):
    loads = [
        {"load_id": 2, "loaded_at": "2026-07-01 00:00:00", "latest_event_on": "2026-07-01"},
        {"load_id": 1, "loaded_at": None},
        {"load_id": None},
    ]
    with reading(world(data_load=loads)) as opened:
        assert (opened.load.number, opened.left_out) == (2, {("missing_required", "data_load"): 2})
