"""A DuckDB in memory, for as long as one reading, in which rows are counted.

A DuckDB file is attached as it lies, read-only; the rows of a PostgreSQL
database are copied. What is prepared from them is kept compressed beside them.
None of it reaches a disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine
from sqlalchemy.exc import OperationalError

from dashboard.case_database.contents import Contents, contents
from dashboard.case_database.contract import SEOUL
from dashboard.case_database.engine import NO_EXTENSIONS
from dashboard.case_database.prepared_rows import PREPARED, make
from dashboard.case_database.trouble import refusal


@contextmanager
def beside(engine: Engine) -> Iterator[tuple[Connection, Contents]]:
    """Yield a connection that counts what a case database holds, and what that is.

    Tables that are made without the name of a database lie among the prepared rows.

    Raises:
        Refused: the database lacks something, or does not answer.
    """
    memory = create_engine(
        "duckdb://",
        connect_args={"config": NO_EXTENSIONS | {"temp_directory": ""}},
        # One connection, since each would open a memory of its own.
        poolclass=StaticPool,
    )
    try:
        with memory.connect() as connection:
            make(connection)
            # The day of a time with a zone is its day in Seoul, whatever the zone of the machine.
            connection.exec_driver_sql(f"set timezone = '{SEOUL.key}'")
            yield connection, _held(connection, engine)
    except OperationalError as error:
        raise refusal(engine.url, error) from None
    finally:
        memory.dispose()


def _held(connection: Connection, engine: Engine) -> Contents:
    if engine.dialect.name == "duckdb":
        return _attached(connection, engine.url)
    # Its drivers are loaded only where there is a server.
    from dashboard.case_database.copying import copied

    return copied(connection, engine)


def _attached(connection: Connection, url: URL) -> Contents:
    path = str(url.database).replace("'", "''")
    connection.exec_driver_sql(f"attach '{path}' (read_only)")
    name = connection.exec_driver_sql(
        "select database_name from duckdb_databases() where path is not null"
    ).scalar_one()
    quoted = name.replace('"', '""')
    connection.exec_driver_sql(f'use "{quoted}"')
    held = contents(connection)
    connection.exec_driver_sql(f"use {PREPARED}")
    connection.commit()
    return held
