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
from sqlalchemy import Connection, Engine, StaticPool, create_engine
from sqlalchemy.exc import DBAPIError

from dashboard.case_database.contract import Column
from dashboard.case_database.engine import Relation, contents, no_answer, refusal
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
    try:
        with dbapi.connect(address) as source:
            for relation in relations.values():
                _copy(source, target, relation)
    except (adbc_driver_manager.Error, duckdb.Error) as error:
        raise no_answer(engine.url, _said(error)) from None


def _address(connection: Connection) -> str:
    """Return all that opened a connection, for the driver that hands over Arrow."""
    info = connection.connection.driver_connection.info
    return make_conninfo(info.dsn, password=info.password, client_encoding="utf8")


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
            raise Refused(
                f"The table '{name}' holds values that are not of the contract's types: "
                "correct them in the view that maps it.",
                "without_column",
            ) from None
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


def _said(error: Exception) -> str:
    """Return the server's own words of what an error says."""
    return str(error).strip().splitlines()[0].rpartition("]: ")[2]
