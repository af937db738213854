"""The tables of the contract, made on either engine.

They carry no constraint: a database of real work has broken rows, and these are
counted and left out of the figures instead of being refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, text

from dashboard.case_database.contract import TABLES, Table

# What is looked up for one family, one worker or one request on PostgreSQL.
INDEXES = {
    "case_assignment": ("case_id", "worker_id"),
    "case_file": ("case_id", "org_id"),
    "case_level": ("case_id",),
    "case_status": ("case_id",),
    "child": ("case_id",),
    "grant_decision": ("request_id",),
    "grant_payment": ("request_id",),
    "grant_request": ("case_id",),
    "pregnancy": ("case_id",),
    "visit": ("case_id", "plan_visit_id"),
    "visit_plan": ("case_id",),
}


def create(engine: Engine) -> None:
    """Make every table of the contract that is not there yet."""
    with engine.begin() as connection:
        create_tables(connection)


def create_tables(connection: Connection, names: Iterable[str] = tuple(TABLES)) -> None:
    """Make those tables that are not there yet, in the caller's transaction."""
    for table in (TABLES[name] for name in names):
        connection.execute(text(f"create table if not exists {table.name} ({columns(table)})"))


def columns(table: Table) -> str:
    """Return the column definitions: both engines know the contract's types."""
    return ", ".join(f"{column.name} {column.type}" for column in table.columns)


def finish(connection: Connection, there: Iterable[str] = tuple(TABLES)) -> None:
    """Make the indexes and collect statistics, once the rows are in; PostgreSQL only."""
    if connection.dialect.name != "postgresql":
        return
    for table in there:
        for name in INDEXES.get(table, ()):
            connection.execute(
                text(f"create index if not exists {table}_{name} on {table} ({name})")
            )
        connection.execute(text(f"analyze {table}"))
