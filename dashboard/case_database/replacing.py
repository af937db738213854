"""A checked export, put in the place of what a PostgreSQL database holds.

All of it happens in one transaction: whatever goes wrong, the rows that were
there stay. Tables may have keys of their own: rows that refer to others go
first and come last.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database import contents, schema
from dashboard.case_database import engine as engines
from dashboard.case_database.address import shown
from dashboard.case_database.broken_rows import order
from dashboard.case_database.contract import TABLES
from dashboard.case_database.findings import Findings, Rejected
from dashboard.case_database.trouble import Trouble, refusal
from dashboard.refusal import Refused

# What stands for a table without being one: a view, plain or stored, or a foreign table.
NO_TABLES = """
select pg_class.relname from pg_class
where pg_class.relkind not in ('r', 'p') and pg_table_is_visible(pg_class.oid)
"""
# What to do, by SQLSTATE.
ADVICE = {
    "22P05": "Letters of the export have no place in the database's encoding: load into one of the encoding "
    "UTF8",
    "23503": "Rows of another table refer to rows that go, or that the export lacks: drop {constraint}, "
    "or correct the rows",
    "25006": "The server or the role is read-only: load into the primary server, as a role that may write",
    "2BP01": "Something of the database's own depends on a table that the export lacks: drop it",
    "42501": "The role may not write there: load as the owner of the tables, or grant it insert and delete "
    "on each of them and create on their schema",
    "53100": "The server's disk is full: make room there",
}
BROKEN_OFF = "The connection broke off: see that the server runs"
OTHERWISE = "Expected a table as the contract has it: drop {constraint}"


def look(url: URL, replace: bool) -> None:
    """Refuse a database that cannot take an export, before one is checked.

    Raises:
        Refused: it holds views in the place of tables, or rows that may not go.
    """
    try:
        with engines.open_for_writing(url).connect() as connection:
            _refuse_views(connection, url)
            refuse_rows(connection, url, replace)
    except DBAPIError as error:
        raise refusal(url, error) from None


def _refuse_views(connection: Connection, url: URL) -> None:
    others = set(connection.execute(text(NO_TABLES)).scalars())
    for name in (name for name in TABLES if name in others):
        raise Refused(
            f"In the database {shown(url)} '{name}' is a view or a foreign table; nothing was written. "
            "Expected a table of its own: load into another database or schema."
        )


def refuse_rows(connection: Connection, url: URL, replace: bool) -> None:
    """Refuse where rows of the contract's tables are there, unless they may go."""
    for name, relation in contents.held(connection).items():
        some = connection.execute(text(f"select 1 from {relation.address} limit 1")).first()
        if some and not replace:
            raise Refused(
                f"The database {shown(url)} already holds rows in '{name}': give --replace "
                "to put the export in their place, or choose another database."
            )


def put(staged_file: Path, url: URL, findings: Findings) -> None:
    """Put the tables of a staged DuckDB file in the place of those of a PostgreSQL database.

    Args:
        findings: of the export; they say which tables are there, and go with a refusal.

    Raises:
        Refused: the database does not take them; nothing is written then.
    """
    staged = engines.open_for_writing(URL.create("duckdb", database=str(staged_file)))
    engine = engines.open_for_writing(url)
    try:
        with engine.begin() as connection:
            # Beside the staged file, in a room that is cleared after a process that was killed.
            _put(connection, staged, staged_file.with_name("rows.csv"), tuple(findings.rows))
    except _NotTaken as not_taken:
        raise _refusal(not_taken.name, url, not_taken.error, findings) from None
    except DBAPIError as error:
        raise _refusal(None, url, error, findings) from None
    finally:
        staged.dispose()


class _NotTaken(Exception):  # noqa: N818 - it is what happens to the rows, and says so
    """The rows of one table were not taken."""

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(name)
        self.name = name
        self.error = error


def _put(connection: Connection, staged: Engine, path: Path, names: tuple[str, ...]) -> None:
    parents_first = [table.name for table in order()]
    there = contents.held(connection)
    schema.create_tables(connection, [name for name in names if name not in there])
    for name in reversed(parents_first):
        _clear(connection, name, name in names)
    for name in (name for name in parents_first if name in names):
        _fill(connection, staged, name, path)


def _clear(connection: Connection, name: str, stays: bool) -> None:
    # An optional table that stays, empty, would say 0 instead of 'not recorded'.
    statement = f"delete from {name}" if stays else f"drop table if exists {name}"
    try:
        connection.execute(text(statement))
    except DBAPIError as error:
        raise _NotTaken(name, error) from None


def _fill(connection: Connection, staged: Engine, name: str, path: Path) -> None:
    columns = ", ".join(TABLES[name].column_names)
    with staged.connect() as rows:
        rows.execute(text(f"copy {name} ({columns}) to '{path}' (format csv, header false)"))
    driver: Any = connection.connection.driver_connection
    copy = f"copy {name} ({columns}) from stdin with (format csv)"
    try:
        with driver.cursor() as cursor, cursor.copy(copy) as into, path.open("rb") as lines:
            while block := lines.read(1 << 20):
                into.write(block)
    except psycopg.Error as error:
        raise _NotTaken(name, error) from None


def _refusal(name: str | None, url: URL, error: Exception, findings: Findings) -> Refused:
    """Return the refusal of a database that did not take an export, by the kind of its error.

    What the server says of a row tells the row's values: names alone are passed on.
    """
    trouble = Trouble.of(error)
    rows = f"the rows of '{name}'" if name else "the export"
    constraint = f"the constraint '{trouble.constraint}'" if trouble.constraint else "constraints of its own"
    advice = BROKEN_OFF if trouble.broken_off else ADVICE.get(trouble.sqlstate, OTHERWISE)
    return Rejected(
        f"The database {shown(url)} did not take {rows} ({trouble.kind}); nothing was written. "
        f"{advice.format(constraint=constraint)}, and load the export again.",
        findings,
    )
