"""The tables of the contract, made on either engine.

They carry no constraint: a database of real work has broken rows, and these are
counted and left out of the figures instead of being refused. They carry no index
either: a reading takes in whole tables.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from dashboard.case_database.contract import TABLES, Table


def create_tables(connection: Connection, names: Iterable[str] = tuple(TABLES)) -> None:
    """Make those tables that are not there yet, in the caller's transaction."""
    for table in (TABLES[name] for name in names):
        connection.execute(text(f"create table if not exists {table.name} ({columns(table)})"))


def columns(table: Table) -> str:
    """Return the column definitions: both engines know the contract's types."""
    return ", ".join(f"{column.name} {column.type}" for column in table.columns)
