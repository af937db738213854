"""A copy of a PostgreSQL database in memory, for as long as one reading.

DuckDB counts several times faster than the server, which so has nothing to do
but to hand over rows, and nothing to allow but select. The rows come as Arrow,
table by table, from one snapshot and in the order in which they lie there.
None of them reaches a disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import adbc_driver_manager
import duckdb
from adbc_driver_postgresql import dbapi
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine
from sqlalchemy.exc import DBAPIError

from dashboard.case_database.address import shown
from dashboard.case_database.contents import Relation, contents, other_values
from dashboard.case_database.contract import Column
from dashboard.case_database.engine import refusal
from dashboard.refusal import Refused

NAME = "case_database"
# What the driver makes of an endless day: it counts from 1970, the server from 2000.
ENDLESS = "date '5877612-06-21 (BC)'"


@contextmanager
def copied(engine: Engine) -> Iterator[Engine]:
    """Yield an engine on a copy of what a PostgreSQL database holds of the contract.

    Raises:
        Refused: the database lacks something, holds values of other types, or
            does not answer.
    """
    memory = _memory()
    try:
        _fill(memory, engine)
        yield memory
    finally:
        memory.dispose()


def _memory() -> Engine:
    config = {
        # Where a row cannot be kept in memory, the reading ends.
        "temp_directory": "",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    # One connection, since each would open a memory of its own.
    return create_engine("duckdb://", connect_args={"config": config}, poolclass=StaticPool)


def _fill(memory: Engine, engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            relations = contents(connection).relations
            address = _address(connection)
    except DBAPIError as error:
        raise refusal(engine.url, error) from None
    target = memory.raw_connection().driver_connection
    target.execute(f"attach ':memory:' as {NAME} (compress)")
    target.execute(f"use {NAME}")
    with _connected(engine.url, address) as source:
        for relation in relations.values():
            try:
                _copy(source, target, relation)
            except duckdb.OutOfMemoryException as error:
                raise refusal(engine.url, error) from None
            except (adbc_driver_manager.Error, duckdb.Error) as error:
                raise _broken_off(engine.url, relation, error) from None


def _address(connection: Connection) -> str:
    """Return all that opened a connection, for the driver that hands over Arrow."""
    info = connection.connection.driver_connection.info
    return make_conninfo(info.dsn, password=info.password, client_encoding="utf8")


def _connected(url: URL, address: str) -> dbapi.Connection:
    try:
        return dbapi.connect(address)
    except adbc_driver_manager.Error as error:
        raise refusal(url, error) from None


def _broken_off(url: URL, relation: Relation, error: Exception) -> Refused:
    # The server's words may tell a row's values: only the kind is passed on.
    kind = getattr(error, "sqlstate", None) or "while rows arrived"
    return Refused(
        f"The server broke off the reading of '{relation.table.name}' from {shown(url)} ({kind}): "
        "its log says why; where the table takes longer than a statement may, "
        "raise --statement-limit.",
        "unreachable",
    )


def _copy(
    source: dbapi.Connection, target: duckdb.DuckDBPyConnection, relation: Relation
) -> None:
    name, columns = relation.table.name, relation.table.columns
    sent = ", ".join(_sent(column, relation) for column in columns)
    stored = ", ".join(_stored(column, relation) for column in columns)
    with closing(source.cursor()) as cursor:
        cursor.execute(f"select {sent} from {relation.address}")
        arriving = cursor.fetch_record_batch()
        target.register("arriving", arriving)
        try:
            target.execute(f"create table {name} as select {stored} from arriving")
        except duckdb.ConversionException:
            raise other_values(relation.table) from None
        finally:
            target.unregister("arriving")
    # Rows are compressed here and not before.
    target.execute(f"checkpoint {NAME}")


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
