"""The rows of a PostgreSQL database, copied to where they are counted.

DuckDB counts several times faster than the server, which so has nothing to do
but to hand over rows, and nothing to allow but select. The rows come as Arrow,
table by table, from one snapshot and in the order in which they lie there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import adbc_driver_manager
from adbc_driver_postgresql import dbapi
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, ProgrammingError

from dashboard.case_database import unreadable
from dashboard.case_database.address import shown
from dashboard.case_database.contents import Contents, Relation, contents
from dashboard.case_database.contract import Column
from dashboard.case_database.findings import Findings
from dashboard.case_database.prepared_rows import compress
from dashboard.case_database.trouble import ENCODING, TEXT, Trouble, refusal
from dashboard.refusal import Refused

# What the driver makes of an endless day: it counts from 1970, the server from 2000.
ENDLESS = "date '5877612-06-21 (BC)'"
# The SQLSTATE of a right that is missing.
NO_RIGHT = "42501"


def copied(connection: Connection, engine: Engine) -> Contents:
    """Copy what a PostgreSQL database holds of the contract, and return where it is now.

    Raises:
        Refused: the database lacks something, holds values of other types, or
            does not answer.
    """
    found, address = _found(engine)
    unread = Findings()
    relations: dict[str, Relation] = {}
    failed = ""
    with _connected(engine, address) as source:
        for name, relation in found.relations.items():
            try:
                relations[name] = _copied(connection, source, relation, engine.url)
            except DataError:
                connection.rollback()
                failed = failed or name
                _count_unreadable(connection, source, relation, unread)
    if failed:
        raise unreadable.refused(unread, failed)
    return Contents(relations, found.absent)


def _found(engine: Engine) -> tuple[Contents, str]:
    """Return what there is, and the address for the driver that hands over Arrow."""
    try:
        with engine.connect() as server:
            driver: Any = server.connection.driver_connection
            info = driver.info
            address = make_conninfo(info.dsn, password=info.password, client_encoding="utf8")
            return contents(server), address
    except DBAPIError as error:
        raise refusal(engine.url, error) from None


@contextmanager
def _connected(engine: Engine, address: str) -> Iterator[dbapi.Connection]:
    try:
        source = dbapi.connect(address)
    except adbc_driver_manager.Error as error:
        raise refusal(engine.url, error) from None
    with source:
        for statement in engine.get_execution_options()["beginning"]:
            with closing(source.cursor()) as cursor:
                cursor.execute(statement)
        yield source


def _copied(connection: Connection, source: dbapi.Connection, relation: Relation, url: URL) -> Relation:
    copy = f"copied_{relation.table.name}"
    stored = ", ".join(_stored(column, relation) for column in relation.table.columns)
    try:
        with _arriving(connection, source, relation) as rows:
            connection.exec_driver_sql(f"create table {copy} as select {stored} from {rows}")
    except (adbc_driver_manager.Error, ProgrammingError) as error:
        raise _broken_off(relation, url, error) from None
    # Rows are many before they are compressed, and the next table brings more.
    compress(connection)
    return Relation(relation.table, copy, numbered=True, other_types=frozenset(), days=frozenset())


@contextmanager
def _arriving(connection: Connection, source: dbapi.Connection, relation: Relation) -> Iterator[str]:
    """Yield the name under which DuckDB reads the rows that the server sends, once."""
    sent = ", ".join(_sent(column, relation) for column in relation.table.columns)
    duckdb: Any = connection.connection.driver_connection
    with closing(source.cursor()) as cursor:
        cursor.execute(f"select {sent} from {relation.address}")
        duckdb.register("arriving", cursor.fetch_record_batch())
        yield "arriving"


def _count_unreadable(
    connection: Connection, source: dbapi.Connection, relation: Relation, findings: Findings
) -> None:
    columns = [column for column in relation.table.columns if _as_text(column, relation)]
    with _arriving(connection, source, relation) as rows:
        unreadable.count(connection, rows, relation, columns, findings)


def _as_text(column: Column, relation: Relation) -> bool:
    """Whether a column is sent as text: what is of another type, and numbers, which so keep every digit."""
    if column.name in relation.days:
        return column.type not in ("date", "timestamp")
    return column.name in relation.other_types or column.type.startswith("numeric")


def _sent(column: Column, relation: Relation) -> str:
    if _as_text(column, relation):
        return f"cast({column.name} as text) as {column.name}"
    if column.name in relation.days:
        # The server knows the day in Seoul, which is the zone of the transaction.
        return f"cast({column.name} as {column.type}) as {column.name}"
    return column.name


def _stored(column: Column, relation: Relation) -> str:
    name = column.name
    if _as_text(column, relation):
        return f"{unreadable.cast(column, relation)} as {name}"
    if column.type == "date":
        return f"case when {name} = {ENDLESS} then date 'infinity' else {name} end as {name}"
    return name


def _broken_off(relation: Relation, url: URL, error: Exception) -> Refused:
    trouble = Trouble.of(error)
    name, kind = relation.table.name, trouble.sqlstate or "while rows arrived"
    if trouble.sqlstate in ENCODING:
        return Refused(f"The table '{name}' of {shown(url)} {TEXT}", "unreachable")
    advice = "its log says why; where the table takes longer than a statement may, raise --statement-limit"
    if trouble.sqlstate.startswith("22"):
        # The server's words tell a row's value.
        advice = "a value cannot be read as the view wants it; its log says which: correct it, or the view"
    elif trouble.sqlstate == NO_RIGHT:
        advice = "the view reads what its owner may not read: grant select to the owner"
    return Refused(
        f"The server broke off the reading of '{name}' from {shown(url)} ({kind}): {advice}.", "unreachable"
    )
