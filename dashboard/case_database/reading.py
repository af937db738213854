"""One reading of a case database: a single snapshot of its rows, tidied.

Inside a reading the contract's names mean the rows that figures are made of:
none that breaks an error rule or refers to one that does, as they stood on the
as-of day. Temporary views stand for the names, so every query stays plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DataError, DBAPIError, NotSupportedError, ProgrammingError

from dashboard.case_database import (
    as_it_stood,
    broken_rows,
    days,
    in_memory,
    preconditions,
    rules,
    schema,
    unreadable,
)
from dashboard.case_database.contents import Contents, Relation
from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.findings import Findings
from dashboard.case_database.prepared_rows import compress
from dashboard.case_database.row_counts import row_counts


@dataclass(frozen=True)
class Load:
    """A row of data_load: `latest_event_on` is the newest event in the data."""

    number: int
    source: str
    loaded_at: datetime
    latest_event_on: date


@dataclass(frozen=True)
class Reading:
    """An open reading.

    `left_out` counts rows by (rule, table); `absent` names the optional tables
    that the database does not have, which read as empty. `addresses` says where
    the rows of each table are as loaded, broken ones among them, and `counts` how
    many they are.
    """

    connection: Connection
    load: Load
    as_of: date
    absent: frozenset[str]
    left_out: dict[tuple[str, str], int]
    addresses: dict[str, str]
    counts: dict[str, int]


@contextmanager
def reading(engine: Engine, as_of: date | None = None) -> Iterator[Reading]:
    """Open a reading, by default as of the newest event.

    Raises:
        Refused: the database cannot be read, now or while it is.
    """
    with in_memory.beside(engine) as (connection, found):
        yield _open(connection, found, as_of)


def of_any_day(found: Reading, name: str) -> str:
    """Return the rows of a table that no rule leaves out, whatever their day, in SQL."""
    kept = broken_rows.kept(TABLES[name], name)
    return f"(select * from {found.addresses[name]} as {name} where {kept}) as {name}"


def newest_load(connection: Connection, address: str = "data_load") -> Load:
    """Return the newest row of data_load, which lies at an address and meets the preconditions."""
    row = connection.execute(
        text(
            f"select load_id, source, loaded_at, latest_event_on from {address} "
            "order by load_id desc nulls last, rowid limit 1"
        )
    ).one()
    return Load(*row)


def _open(connection: Connection, found: Contents, as_of: date | None) -> Reading:
    addresses = _addresses(connection, found)
    counts = row_counts(connection, addresses)
    addresses |= days.bounded(connection, {name: addresses[name] for name in addresses if counts[name]})
    # A row that is copied gets its number for good only now, and broken rows are known by theirs.
    compress(connection)
    load = newest_load(connection, addresses["data_load"])
    checks = rules.errors(load.latest_event_on, found.absent)
    broken_rows.find(connection, checks, addresses, counts)
    left_out = broken_rows.leave_out(connection, addresses)
    preconditions.require(preconditions.families_left_out(connection, addresses))
    as_of = as_of or load.latest_event_on
    tidy = {table for unused_rule, table in left_out}
    shadows = (_shadow(table, addresses, as_of, load, table.name in tidy) for table in broken_rows.order())
    connection.exec_driver_sql(";\n".join(shadows))
    return Reading(connection, load, as_of, found.absent, left_out, addresses, counts)


def _addresses(connection: Connection, found: Contents) -> dict[str, str]:
    """Return where the rows of each table are.

    Raises:
        Refused: values of some are not of the contract's types.
    """
    addresses: dict[str, str] = {}
    unread = Findings()
    failed = ""
    for name, relation in found.relations.items():
        try:
            addresses[name] = _address(connection, relation)
        except (DataError, NotSupportedError, ProgrammingError):
            connection.rollback()
            failed = failed or name
            _count_unreadable(connection, relation, unread)
    if failed:
        raise unreadable.refused(unread, failed)
    return addresses


def _address(connection: Connection, relation: Relation) -> str:
    """Return where the rows are: a copy where they have no number of their own."""
    if relation.numbered and not relation.other_types:
        return relation.address
    name = relation.table.name
    casts = ", ".join(f"{unreadable.cast(c, relation)} as {c.name}" for c in relation.table.columns)
    connection.exec_driver_sql(f"create table copied_{name} as select {casts} from {relation.address}")
    return f"copied_{name}"


def _count_unreadable(connection: Connection, relation: Relation, findings: Findings) -> None:
    columns = [column for column in relation.table.columns if column.name in relation.other_types]
    # A view that itself fails at some rows cannot be counted in.
    with suppress(DBAPIError):
        unreadable.count(connection, relation.address, relation, columns, findings)
    connection.rollback()


def _shadow(table: Table, addresses: dict[str, str], as_of: date, load: Load, some_left_out: bool) -> str:
    """Return the statement that puts the rows of a reading behind the name of a table."""
    name = table.name
    if name not in addresses:
        return f"create temporary table {name} ({schema.columns(table)})"
    day = f"date '{as_of}'"
    conditions = [f"({as_it_stood.condition(table, day)})"]
    columns = as_it_stood.columns(table, day)
    if as_of >= load.latest_event_on:
        # Rows of a later day break a rule and are left out already.
        columns = ", ".join(table.column_names)
        conditions = [f"due_on - 280 <= {day}"] if name == "pregnancy" else []
    if some_left_out:
        conditions.append(broken_rows.kept(table, name))
    where = f" where {' and '.join(conditions)}" if conditions else ""
    return f"create temporary view {name} as select {columns} from {addresses[name]} as {name}{where}"
