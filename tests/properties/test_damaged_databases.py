"""Whatever has happened to a database is told, or it changes nothing: there is no third way."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import Phase, event, given, settings
from reference import from_rows
from reference.preconditions import refused
from reference.rows import Tables
from sqlalchemy import URL, Connection, Engine, text

from dashboard import snapshot
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine, open_for_writing
from properties.agreeing import agrees, reads_back_as_it_was
from properties.drawing import programmes
from properties.drawing.damage import Damaged, damaged
from properties.telling import listening, no_value_is_said

SECRET = "s3cret-of-the-role"


# To make one smaller would take minutes, and what was done to it stands in its `repr`.
@settings(phases=[Phase.generate])
@given(database=programmes().flatmap(damaged))
def test_damage_to_a_database_is_told_or_changes_nothing(database: Damaged) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = URL.create("duckdb", database=str(Path(folder) / "cases.duckdb"))
        with written(database, url) as engine:
            is_told_or_changes_nothing(database, engine)


# What is damaged is drawn as above, and read by another way.
@settings(phases=[Phase.generate], max_examples=2)
@given(database=programmes().flatmap(damaged))
def test_damage_to_a_database_of_a_server_is_told_or_changes_nothing(
    new_schema: Callable[[], URL], database: Damaged
) -> None:
    # The server of the tests asks for no password, so any will do.
    with written(database, new_schema().set(password=SECRET)) as engine:
        is_told_or_changes_nothing(database, engine)


def is_told_or_changes_nothing(database: Damaged, engine: Engine) -> None:
    taken = None
    with listening() as told:
        taken = snapshot.take(engine)
    units = [row["org_id"] for row in database.rows["org_unit"]]
    no_value_is_said(told.everything(), values(database), allowed=units)
    assert SECRET not in told.everything()
    if taken is None:
        event("refused")
        assert database.cannot_be_read or refused(tables(database))
        return
    assert not database.cannot_be_read
    loaded = tables(database)
    assert not refused(loaded)
    reads_back_as_it_was(taken)
    agrees(taken, loaded)
    event("nothing told" if taken.findings.empty and taken.left_out_rows.empty else "told by rules")


def values(database: Damaged) -> Iterator[str | None]:
    for rows in database.rows.values():
        for row in rows:
            yield from row.values()


@contextmanager
def written(database: Damaged, url: URL) -> Iterator[Engine]:
    """Write the database into a place of its own."""
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


def tables(database: Damaged) -> Tables:
    """Return the rows as the reference reads them."""
    return from_rows({name: rows for name, rows in database.rows.items() if name not in database.without})
