"""What a case database holds of the contract: tables, and views that stand in for them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DataError, DBAPIError

from dashboard.case_database import preconditions
from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.engine import refusal
from dashboard.refusal import Refused

EXPECTED = "The contract of the case database names what is expected"
# What the engines call the types of the contract; any other is cast when read.
TYPE_NAMES = {
    "text": ("VARCHAR", "text", "character varying"),
    "date": ("DATE", "date"),
    "integer": ("INTEGER", "BIGINT", "SMALLINT", "integer", "bigint", "smallint"),
    "boolean": ("BOOLEAN", "boolean"),
    "timestamp": ("TIMESTAMP", "timestamp without time zone"),
    "numeric": ("DECIMAL", "numeric"),
}


@dataclass(frozen=True)
class Relation:
    """A table of the contract as the database holds it.

    `address` is its full name, quoted. `numbered` says that its rows have a
    number of their own, as those of a table in DuckDB do and those of a view do
    not. `other_types` are the columns that are not of the contract's types.
    """

    table: Table
    address: str
    numbered: bool
    other_types: frozenset[str]


@dataclass(frozen=True)
class Contents:
    """What a case database holds: relations by name, optional tables not there."""

    relations: dict[str, Relation]
    absent: frozenset[str]


def inspect(engine: Engine) -> Contents:
    """Return what the database holds.

    Raises:
        Refused: without_table, without_column or empty; unreachable.
    """
    try:
        with engine.connect() as connection:
            return contents(connection)
    except DBAPIError as error:
        raise refusal(engine.url, error) from None


def contents(connection: Connection) -> Contents:
    """Return what the database behind an open connection holds; see `inspect`."""
    relations = held(connection)
    for table in TABLES.values():
        if table.required and table.name not in relations:
            raise _without_table(table)
    for name in ("org_unit", "data_load"):
        _require_rows(connection, relations[name])
    _require_preconditions(connection, relations)
    return Contents(relations, frozenset(TABLES) - frozenset(relations))


def held(connection: Connection) -> dict[str, Relation]:
    """Return the relations of the contract that are there.

    Raises:
        Refused: without_column, one of them lacks a column.
    """
    found = _columns(connection)
    for name, rows in found.items():
        _require_columns(TABLES[name], {row.column_name for row in rows})
    return {name: _relation(TABLES[name], rows) for name, rows in found.items()}


def _without_table(table: Table) -> Refused:
    return Refused(
        f"The case database has no table '{table.name}' that may be read, and the contract "
        f"requires it. {EXPECTED}: add the table or a view of that name, and grant select on it.",
        "without_table",
    )


def _require_columns(table: Table, there: set[str]) -> None:
    missing = [name for name in table.column_names if name not in there]
    if missing:
        listed = ", ".join(f"'{name}'" for name in missing)
        raise Refused(
            f"The table '{table.name}' lacks {listed}. {EXPECTED}: add the column, or map it in a view.",
            "without_column",
        )


def other_values(table: Table) -> Refused:
    """Return the refusal of values that cannot be read as the contract's types."""
    return Refused(
        f"The table '{table.name}' holds values that are not of the contract's types: "
        "correct them in the view that maps it.",
        "without_column",
    )


def _require_rows(connection: Connection, relation: Relation) -> None:
    some = connection.execute(text(f"select 1 from {relation.address} limit 1")).first()
    if some is None:
        raise Refused(
            f"The case database is empty: its table '{relation.table.name}' has no row. "
            "Load an export with 'dashboard load', or write a synthetic database with "
            "'dashboard demo'.",
            "empty",
        )


def _require_preconditions(connection: Connection, relations: dict[str, Relation]) -> None:
    addresses = {name: relation.address for name, relation in relations.items()}
    try:
        preconditions.require(preconditions.breaches(connection, addresses))
    except DataError:
        # The keys and levels of units are text: only what the load says has another type.
        raise other_values(TABLES["data_load"]) from None


def _relation(table: Table, rows: list) -> Relation:
    types = {row.column_name: row.type_name.split("(")[0] for row in rows}
    others = frozenset(
        column.name
        for column in table.columns
        if types[column.name] not in TYPE_NAMES[column.type.split("(")[0]]
    )
    return Relation(table, rows[0].address, rows[0].has_row_number, others)


# Views of a site stand in for tables, so both are looked for.
DUCKDB_COLUMNS = """
select
    columns.table_name,
    columns.column_name,
    columns.data_type as type_name,
    '"' || replace(columns.table_catalog, '"', '""') || '"."' || columns.table_schema || '"."'
    || columns.table_name || '"' as address,
    tables.table_type = 'BASE TABLE' as has_row_number
from information_schema.columns as columns
inner join information_schema.tables as tables
    on
        columns.table_catalog = tables.table_catalog
        and columns.table_schema = tables.table_schema
        and columns.table_name = tables.table_name
where
    columns.table_catalog = current_catalog()
    and columns.table_schema = current_schema()
"""
# Its rows are copied, and numbered where they lie then.
POSTGRESQL_COLUMNS = """
select
    pg_class.relname as table_name,
    pg_attribute.attname as column_name,
    format_type(pg_attribute.atttypid, pg_attribute.atttypmod) as type_name,
    format('%I.%I', pg_namespace.nspname, pg_class.relname) as address,
    false as has_row_number
from pg_class
inner join pg_namespace on pg_class.relnamespace = pg_namespace.oid
inner join pg_attribute on pg_class.oid = pg_attribute.attrelid
where
    pg_class.relkind in ('r', 'm', 'v', 'f', 'p')
    and pg_table_is_visible(pg_class.oid)
    and has_table_privilege(pg_class.oid, 'select')
    and pg_attribute.attnum > 0
    and not pg_attribute.attisdropped
"""


def _columns(connection: Connection) -> dict[str, list]:
    duckdb = connection.dialect.name == "duckdb"
    statement = text(DUCKDB_COLUMNS if duckdb else POSTGRESQL_COLUMNS)
    found: dict[str, list] = {}
    for row in connection.execute(statement):
        if row.table_name in TABLES:
            found.setdefault(row.table_name, []).append(row)
    return found
