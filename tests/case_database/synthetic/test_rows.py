"""The synthetic rows follow the contract, for any seed and size."""

from __future__ import annotations

from datetime import date

import duckdb
import pyarrow as pa
import pytest

from dashboard.case_database import rules
from dashboard.case_database.contract import TABLES
from dashboard.case_database.synthetic import generate

KINDS = {
    "text": (
        pa.string(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.string()),
    ),
    "date": (pa.date32(),),
    "boolean": (pa.bool_(),),
    "integer": (pa.int32(),),
    "timestamp": (pa.timestamp("us"),),
}


@pytest.fixture(scope="module", params=[(1000, 1, date(2026, 6, 30)), (300, 7, date(2026, 5, 17))])
def world(request: pytest.FixtureRequest) -> tuple[dict[str, pa.Table], date]:
    families, seed, until = request.param
    return generate(families, seed, until), until


@pytest.fixture(scope="module")
def database(world: tuple[dict[str, pa.Table], date]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name, rows in world[0].items():
        connection.register("made_rows", rows)
        connection.execute(f"create table {name} as select * from made_rows")
    return connection


def test_every_table_of_the_contract_is_there_with_its_columns(world):
    assert {name: tuple(rows.column_names) for name, rows in world[0].items()} == {
        name: table.column_names for name, table in TABLES.items()
    }


def test_no_table_is_empty(world):
    assert [name for name, rows in world[0].items() if rows.num_rows == 0] == []


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_the_types_of_the_contract(world, name):
    rows = world[0][name]
    wrong = [
        column.name
        for column in TABLES[name].columns
        if rows.schema.field(column.name).type not in KINDS.get(column.type, (pa.float64(),))
    ]
    assert wrong == []


def test_no_row_breaks_an_error_rule(world, database):
    there = {name: name for name in TABLES}
    # Rows found so far: none, for a row that repeats a key would be found below.
    database.execute("create or replace temp table broken_row (rule text, table_name text, row_id bigint)")
    broken = [
        (check.rule, check.table, check.columns)
        for check in rules.errors(world[1])
        if database.execute(
            f"select 1 from {check.table} where {check.condition.format(**there)} limit 1"
        ).fetchone()
    ]
    assert broken == []


def test_numbers_fit_their_columns(database, world):
    """A DuckDB column of the contract's type takes each value as it is."""
    for table in TABLES.values():
        for column in table.columns:
            if column.type.startswith("numeric"):
                changed = database.execute(
                    f"select count(*) from {table.name} where abs({column.name} "
                    f"- cast({column.name} as {column.type})) > 1e-9"
                ).fetchone()[0]
                assert changed == 0, (table.name, column.name)


def test_the_same_seed_gives_the_same_rows():
    first, second = generate(400, 3), generate(400, 3)
    assert all(first[name].equals(second[name]) for name in TABLES)


def test_another_seed_gives_other_families():
    assert not generate(400, 3)["case_file"].equals(generate(400, 4)["case_file"])


def test_fewer_than_a_hundred_families_are_refused():
    with pytest.raises(ValueError, match="at least 100"):
        generate(99, 1)
