"""Whatever has happened to a database is told, or it changes nothing: there is no third way.

The suite asks a few databases. `DAMAGED=2000 pytest -n 0 tests/properties/test_damaged_databases.py`
asks as many as that, always the same ones.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import Phase, given, settings
from reference import from_rows
from reference.preconditions import refused
from reference.rows import Tables
from sqlalchemy import URL, Connection, Engine, text

from dashboard import snapshot
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.refusal import Refused
from dashboard.snapshot import Snapshot
from properties.agreeing import agrees
from properties.drawing import programmes
from properties.drawing.damage import Damaged, damaged

DATABASES = int(os.environ.get("DAMAGED", "6"))


# To make one smaller would take minutes, and what was done to it stands in its `repr`.
@settings(max_examples=DATABASES, phases=[Phase.generate])
@given(programmes().flatmap(damaged))
def test_damage_to_a_database_is_told_or_changes_nothing(database: Damaged) -> None:
    with written(database) as engine:
        taken = taken_or_refused(engine)
        if taken is None:
            assert database.cannot_be_read or refused(tables(database))
            return
        assert not database.cannot_be_read
        loaded = tables(database)
        assert not refused(loaded)
        agrees(engine, taken, loaded)


@contextmanager
def written(database: Damaged) -> Iterator[Engine]:
    """Write the database into a DuckDB file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = URL.create("duckdb", database=str(Path(folder) / "cases.duckdb"))
        writing = open_for_writing(url)
        with writing.begin() as connection:
            for name in TABLES:
                if name not in database.without:
                    write_table(connection, database, name)
        writing.dispose()
        engine = open_engine(url)
        yield engine
        engine.dispose()


def write_table(connection: Connection, database: Damaged, name: str) -> None:
    columns = {
        column.name: database.types.get((name, column.name), column.type)
        for column in TABLES[name].columns
        if (name, column.name) not in database.lacking
    }
    if not columns:
        return
    place = f"site_{name}" if name in database.views else name
    listed = ", ".join(f"{column} {type_}" for column, type_ in columns.items())
    connection.execute(text(f"create table {place} ({listed})"))
    values = ", ".join(f"cast(:{column} as {type_})" for column, type_ in columns.items())
    rows = [{column: row[column] for column in columns} for row in database.rows[name]]
    if rows:
        connection.execute(text(f"insert into {place} values ({values})"), rows)
    if name in database.views:
        connection.execute(text(f"create view {name} as select * from {place}"))


def taken_or_refused(engine: Engine) -> Snapshot | None:
    try:
        return snapshot.take(engine)
    except Refused:
        return None


def tables(database: Damaged) -> Tables:
    """Return the rows as the reference reads them."""
    return from_rows({name: rows for name, rows in database.rows.items() if name not in database.without})
