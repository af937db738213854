"""Every SQL file is held to its header, on both engines."""

import re
from datetime import date

import pytest

from dashboard.case_database import queries
from dashboard.case_database.contract import TABLES
from dashboard.case_database.reading import reading
from dashboard.resources import QUERIES

FILES = sorted(QUERIES.rglob("*.sql"))
NAMES = [path.stem for path in FILES]
VALUES = {
    "first_month": date(2026, 1, 1),
    "last_month": date(2026, 12, 1),
    "as_of": date(2026, 6, 30),
}
# What DuckDB calls what it returns, in the words of the headers.
TYPES = {
    "VARCHAR": "text",
    "DATE": "date",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "double precision",
    "BOOLEAN": "boolean",
}


def named(sql):
    """Return the tables that the SQL reads, without the names that it gives itself."""
    plain = re.sub(r"--.*", "", sql)
    # "extract(year from month)" and "distinct from" read no table.
    plain = re.sub(r"extract\(\w+ from", "extract(", plain)
    plain = plain.replace("distinct from", "")
    own = set(re.findall(r"(\w+) as (?:materialized )?\(", plain))
    read = re.findall(r"\b(?:from|join)\s+(?:lateral\s+)?(\w+)", plain)
    return {name for name in read if name not in own | {"generate_series", "select"}}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_header_names_the_tables_and_parameters_of_the_sql(path):
    query = queries.read(path)
    assert named(query.sql) == set(query.tables)
    assert set(re.findall(r"(?<!:):(\w+)", re.sub(r"--.*", "", query.sql))) == set(query.parameters)
    assert set(query.tables) <= {*TABLES, *queries.relations()}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_file_keeps_to_the_style(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("--")]
    sql = [re.sub(r"'[^']*'|--.*", "''", line) for line in lines]
    assert [line for line in lines if len(line) > 80 and line != lines[0]] == []
    assert len(lines[0]) <= 90
    assert [line for line in sql if line != line.lower()] == []
    assert [line for line in header if re.search(r":\w", line)] == []
    assert "select *" not in " ".join(" ".join(sql).split())
    assert [line for line in sql if re.search(r"\b(order|group) by \d", line)] == []
    joins = re.findall(r"(\w+) join\b", " ".join(sql))
    assert set(joins) <= {"inner", "left", "cross"}
    assert [line for line in lines if "\t" in line or line != line.rstrip()] == []


def test_the_name_of_a_counting_file_says_its_grain():
    for name in queries.counts():
        assert re.fullmatch(r"\w+_by_(\w+_)?(centre|unit|area)_and_month", name), name


def test_the_columns_are_of_the_types_that_the_header_says(world):
    engine = world(worker=[{}], case_file=[{}], case_status=[{}])
    with reading(engine) as opened:
        queries.prepare(opened.connection, **VALUES)
        wrong = {}
        for name, query in (queries.relations() | queries.counts() | queries.about()).items():
            returned = types(opened.connection, query)
            declared = {column: kind.split("(")[0] for column, kind in query.columns.items()}
            # A relation's table gives its columns their type; its sums may be wider.
            if name in queries.relations():
                returned, declared = list(returned), list(declared)
            if returned != declared or list(returned) != list(declared):
                wrong[name] = (returned, declared)
        assert wrong == {}


def types(connection, query):
    """Return the type of each column that a query returns, by name."""
    description = connection.execute(query.bound(**VALUES)).cursor.description
    return {name: TYPES.get(str(type_), str(type_)) for name, type_, *unused in description}
