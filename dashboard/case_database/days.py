"""Days beyond any calendar: a database can hold them, and nothing can reckon with them.

PostgreSQL and DuckDB know endless days and years of seven digits. A sum with
one of them fails in the engine, and Python has no such day. They mean "never"
or "always", and so do the first and the last day of the calendar.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, text

from dashboard.case_database.contract import TABLES, Column, Table

FIRST, LAST = f"date '{date.min}'", f"date '{date.max}'"


def bounded(connection: Connection, addresses: Mapping[str, str]) -> dict[str, str]:
    """Return where the rows of tables are with each day within the years 1 to 9999.

    They stay where they are unless a day lies outside; then it is a copy.
    """
    return {name: _bounded(connection, TABLES[name], address) for name, address in addresses.items()}


def _bounded(connection: Connection, table: Table, address: str) -> str:
    days = [column.name for column in table.columns if column.type == "date"]
    outside = " or ".join(f"{day} not between {FIRST} and {LAST}" for day in days)
    if not days or not _some(connection, address, outside):
        return address
    columns = ", ".join(map(_column, table.columns))
    connection.execute(text(f"create table bounded_{table.name} as select {columns} from {address}"))
    return f"bounded_{table.name}"


def _some(connection: Connection, address: str, condition: str) -> bool:
    statement = text(f"select exists (select 1 from {address} where {condition})")
    return bool(connection.execute(statement).scalar_one())


def _column(column: Column) -> str:
    name = column.name
    if column.type != "date":
        return name
    return (
        f"case when {name} < {FIRST} then {FIRST} when {name} > {LAST} then {LAST} else {name} end as {name}"
    )
