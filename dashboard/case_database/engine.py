"""Open a case database and look at what it holds, before anything is read.

A dashboard only reads: DuckDB files are opened read-only, PostgreSQL sessions
begin read-only, and no connection is kept between two uses, so that a file can
be replaced and a server restarted underneath.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from dashboard.case_database.address import shown
from dashboard.case_database.contract import TABLES, Table
from dashboard.refusal import Refused

CONNECT_SECONDS = 10
STATEMENT_SECONDS = 300
# Of the machine's memory, what DuckDB may take before it writes to disk.
DUCKDB_MEMORY = "1200MB"
# How DuckDB says that a file is none of its own: a text, a folder, one of SQLite.
NO_DUCKDB_FILE = ("not a valid DuckDB database", "Is a directory", ".duckdb_extension")
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

    `address` is its full name, quoted. `numbered` is false for what a site made
    of its own system (a view, a foreign table): its rows have no number of their
    own. `other_types` are the columns that are not of the contract's types.
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


def open_engine(url: URL, statement_seconds: int = STATEMENT_SECONDS) -> Engine:
    """Return an engine that reads, after one connection has shown that it can.

    Raises:
        Refused: missing, unreachable or other_kind.
    """
    if url.get_backend_name() == "duckdb":
        engine = _duckdb(url, read_only=True)
    else:
        engine = _postgresql(url, statement_seconds, read_only=True)
    _try(engine)
    return engine


def open_for_writing(url: URL) -> Engine:
    """Return an engine that writes; a DuckDB file is made when it is not there."""
    if url.get_backend_name() == "duckdb":
        engine = _duckdb(url, read_only=False)
    else:
        engine = _postgresql(url, 0, read_only=False)
    _try(engine)
    return engine


def _duckdb(url: URL, read_only: bool) -> Engine:
    path = Path(url.database or "").expanduser()
    if not url.database or url.database == ":memory:":
        raise Refused(
            "The database address names no DuckDB file: expected duckdb:///PATH.", "missing"
        )
    if read_only and not path.exists():
        raise Refused(
            f"The DuckDB file '{path}' does not exist: expected a case database; "
            "correct the path, or write one with 'dashboard load' or 'dashboard demo'.",
            "missing",
        )
    if not read_only and not path.parent.is_dir():
        raise Refused(
            f"The folder '{path.parent}' does not exist: make it, or correct the path.", "missing"
        )
    config = {
        "memory_limit": DUCKDB_MEMORY,
        "temp_directory": tempfile.gettempdir(),
        # A file of SQLite would make DuckDB fetch an extension from outside.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    arguments = {"read_only": read_only, "config": config}
    return create_engine(
        URL.create("duckdb", database=str(path)), connect_args=arguments, poolclass=NullPool
    )


def _postgresql(url: URL, statement_seconds: int, read_only: bool) -> Engine:
    options = {
        "statement_timeout": str(statement_seconds * 1000),
        "default_transaction_read_only": "on" if read_only else "off",
    }
    if read_only:
        # One snapshot, its rows in the order in which they lie, days as we write them.
        options |= {
            "default_transaction_isolation": r"repeatable\ read",
            "synchronize_seqscans": "off",
            "datestyle": "ISO",
        }
    given = url.query.get("options", "")
    ours = " ".join(f"-c {name}={value}" for name, value in options.items())
    # The operator's own options come last and win.
    arguments = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "First Steps dashboard",
        "options": f"{ours} {given}".strip(),
    }
    url = url.difference_update_query(["options"])
    return create_engine(url, connect_args=arguments, poolclass=NullPool)


def _try(engine: Engine) -> None:
    try:
        with engine.connect():
            pass
    except DBAPIError as error:
        raise refusal(engine.url, error) from None


def refusal(url: URL, error: DBAPIError) -> Refused:
    """Return the refusal that an engine's error stands for."""
    said = (str(error.orig).strip() or "no reason given").splitlines()[0]
    if any(sign in said for sign in NO_DUCKDB_FILE):
        return Refused(
            f"'{url.database}' is not a DuckDB file: expected a DuckDB case database; "
            "correct the path.",
            "other_kind",
        )
    if "does not exist" in said and "database" in said:
        return Refused(
            f"The database of {shown(url)} does not exist on its server: create it, "
            "or correct the address.",
            "missing",
        )
    return no_answer(url, said)


def no_answer(url: URL, said: str) -> Refused:
    """Return the refusal of a database that does not answer; `said` is the reason."""
    return Refused(
        f"The case database {shown(url)} does not answer ({said}): start its server, "
        "close what holds its file, or correct the address.",
        "unreachable",
    )


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
            f"The table '{table.name}' lacks {listed}. {EXPECTED}: add the column, "
            "or map it in a view.",
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
    '"' || columns.table_catalog || '"."' || columns.table_schema || '"."'
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
# A materialised view has row numbers too; a partitioned table has them twice.
POSTGRESQL_COLUMNS = """
select
    pg_class.relname as table_name,
    pg_attribute.attname as column_name,
    format_type(pg_attribute.atttypid, pg_attribute.atttypmod) as type_name,
    format('%I.%I', pg_namespace.nspname, pg_class.relname) as address,
    pg_class.relkind in ('r', 'm') as has_row_number
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
