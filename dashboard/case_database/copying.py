"""The rows of a PostgreSQL database, copied to where they are counted.

DuckDB counts several times faster than the server, which so has nothing to do
but to hand over rows, and nothing to allow but select. The rows come as Arrow,
table by table, from one snapshot and in the order in which they lie there.
"""

from __future__ import annotations

from contextlib import closing
from typing import Any

import adbc_driver_manager
from adbc_driver_postgresql import dbapi
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, ProgrammingError

from dashboard.case_database.address import shown
from dashboard.case_database.contents import Contents, Relation, contents, other_values
from dashboard.case_database.contract import Column
from dashboard.case_database.engine import refusal
from dashboard.case_database.prepared_rows import compress
from dashboard.refusal import Refused

# What the driver makes of an endless day: it counts from 1970, the server from 2000.
ENDLESS = "date '5877612-06-21 (BC)'"


def copied(connection: Connection, engine: Engine) -> Contents:
    """Copy what a PostgreSQL database holds of the contract, and return where it is now.

    Raises:
        Refused: the database lacks something, holds values of other types, or
            does not answer.
    """
    found, address = _found(engine)
    with _connected(engine.url, address) as source:
        relations = {
            name: _copied(connection, source, relation, engine.url)
            for name, relation in found.relations.items()
        }
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


def _connected(url: URL, address: str) -> dbapi.Connection:
    try:
        return dbapi.connect(address)
    except adbc_driver_manager.Error as error:
        raise refusal(url, error) from None


def _copied(connection: Connection, source: dbapi.Connection, relation: Relation, url: URL) -> Relation:
    try:
        address = _copy(connection, source, relation)
    except DataError:
        raise other_values(relation.table) from None
    except (adbc_driver_manager.Error, ProgrammingError) as error:
        raise _broken_off(relation, url, error) from None
    # Rows are many before they are compressed, and the next table brings more.
    compress(connection)
    return Relation(relation.table, address, numbered=True, other_types=frozenset())


def _copy(connection: Connection, source: dbapi.Connection, relation: Relation) -> str:
    columns = relation.table.columns
    sent = ", ".join(_sent(column, relation) for column in columns)
    stored = ", ".join(_stored(column, relation) for column in columns)
    copy = f"copied_{relation.table.name}"
    duckdb: Any = connection.connection.driver_connection
    with closing(source.cursor()) as cursor:
        cursor.execute(f"select {sent} from {relation.address}")
        duckdb.register("arriving", cursor.fetch_record_batch())
        connection.exec_driver_sql(f"create table {copy} as select {stored} from arriving")
    return copy


def _sent(column: Column, relation: Relation) -> str:
    # Numbers go as text, which keeps every digit.
    if column.name in relation.other_types or column.type.startswith("numeric"):
        return f"cast({column.name} as text) as {column.name}"
    return column.name


def _stored(column: Column, relation: Relation) -> str:
    name = column.name
    if name in relation.other_types or column.type.startswith("numeric"):
        return f"cast({name} as {column.type}) as {name}"
    if column.type == "date":
        return f"case when {name} = {ENDLESS} then date 'infinity' else {name} end as {name}"
    return name


def _broken_off(relation: Relation, url: URL, error: Exception) -> Refused:
    # The server's words may tell a row's values: only the kind is passed on.
    kind = getattr(error, "sqlstate", None) or "while rows arrived"
    return Refused(
        f"The server broke off the reading of '{relation.table.name}' from {shown(url)} ({kind}): "
        "its log says why; where the table takes longer than a statement may, "
        "raise --statement-limit.",
        "unreachable",
    )
