"""What an engine's own catalogue says of the contract's tables, and which other names there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection, Row, text

from dashboard.case_database.contract import TABLES

_NAMES = ", ".join(f"'{name}'" for name in TABLES)
# Views of a site stand in for tables, so both are looked for.
DUCKDB_COLUMNS = f"""
select
    columns.table_name,
    columns.column_name,
    columns.data_type as type_name,
    '"' || replace(columns.table_catalog, '"', '""') || '"."' || columns.table_schema || '"."'
    || columns.table_name || '"' as address,
    tables.table_type = 'BASE TABLE' as has_row_number,
    true as may_be_read
from information_schema.columns as columns
inner join information_schema.tables as tables
    on
        columns.table_catalog = tables.table_catalog
        and columns.table_schema = tables.table_schema
        and columns.table_name = tables.table_name
where
    columns.table_catalog = current_catalog()
    and columns.table_schema = current_schema()
    and columns.table_name in ({_NAMES})
"""
# Its rows are copied, and numbered where they lie then.
POSTGRESQL_COLUMNS = f"""
select
    pg_class.relname as table_name,
    pg_attribute.attname as column_name,
    format_type(pg_attribute.atttypid, pg_attribute.atttypmod) as type_name,
    cast(pg_type.typcategory as text) as category,
    format('%I.%I', pg_namespace.nspname, pg_class.relname) as address,
    false as has_row_number,
    has_column_privilege(pg_class.oid, pg_attribute.attnum, 'select') as may_be_read
from pg_class
inner join pg_namespace on pg_class.relnamespace = pg_namespace.oid
inner join pg_attribute on pg_class.oid = pg_attribute.attrelid
inner join pg_type on pg_attribute.atttypid = pg_type.oid
where
    pg_class.relkind in ('r', 'm', 'v', 'f', 'p')
    and pg_table_is_visible(pg_class.oid)
    and pg_class.relname in ({_NAMES})
    and pg_attribute.attnum > 0
    and not pg_attribute.attisdropped
"""
DUCKDB_NAMES = """
select tables.table_name from information_schema.tables as tables
where tables.table_catalog = current_catalog()
"""
# Those of another schema with its name, which the search path then lacks.
POSTGRESQL_NAMES = """
select
    case
        when pg_table_is_visible(pg_class.oid) then pg_class.relname
        else pg_namespace.nspname || '.' || pg_class.relname
    end as table_name
from pg_class
inner join pg_namespace on pg_class.relnamespace = pg_namespace.oid
where
    pg_class.relkind in ('r', 'm', 'v', 'f', 'p')
    and pg_namespace.nspname not in ('pg_catalog', 'information_schema')
"""
# The letters are PostgreSQL's for kinds of types.
DAY, NUMBER, YES_OR_NO, TEXT, CODE, OTHER = "D", "N", "B", "S", "E", "U"
DUCKDB_KINDS = (
    (r".*\]|STRUCT.*|MAP.*|UNION.*|BLOB|BIT|UUID|TIME|INTERVAL", OTHER),
    (r"DATE|TIMESTAMP.*", DAY),
    (r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|FLOAT|DOUBLE|BIGNUM", NUMBER),
    (r"BOOLEAN", YES_OR_NO),
    (r"ENUM.*", CODE),
)


@dataclass(frozen=True)
class Held:
    """A column as the database holds it: `kind` is one of the letters above."""

    name: str
    type_name: str
    kind: str
    may_be_read: bool


@dataclass(frozen=True)
class HeldTable:
    """A table or a view of a name of the contract, with all its columns."""

    address: str
    has_row_number: bool
    columns: dict[str, Held]


def tables(connection: Connection) -> dict[str, HeldTable]:
    """Return what there is of the contract's names, readable or not."""
    duckdb = connection.dialect.name == "duckdb"
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(text(DUCKDB_COLUMNS if duckdb else POSTGRESQL_COLUMNS)):
        found.setdefault(row.table_name, []).append(row)
    return {name: _table(rows, duckdb) for name, rows in found.items()}


def _table(rows: list[Row[Any]], duckdb: bool) -> HeldTable:
    columns = {
        row.column_name: Held(
            row.column_name,
            row.type_name.split("(")[0],
            _duckdb_kind(row.type_name) if duckdb else _kind(row),
            row.may_be_read,
        )
        for row in rows
    }
    return HeldTable(rows[0].address, rows[0].has_row_number, columns)


def _duckdb_kind(type_name: str) -> str:
    return next((kind for names, kind in DUCKDB_KINDS if re.fullmatch(names, type_name)), TEXT)


def _kind(row: Row[Any]) -> str:
    # A time of day is of the kind of days, and holds none.
    return OTHER if re.match(r"time(tz)?\b(?!stamp)", row.type_name) else row.category


def other_names(connection: Connection) -> list[str]:
    """Return the names of tables and views that are none of the contract's where they are."""
    duckdb = connection.dialect.name == "duckdb"
    names = connection.execute(text(DUCKDB_NAMES if duckdb else POSTGRESQL_NAMES)).scalars()
    return sorted(name for name in names if name not in TABLES)


def nearest(name: str, among: Sequence[str]) -> str | None:
    """Return the name that is most like another one, whatever its case; None where none is close."""
    # Of two that are alike the one that is found without its schema stays.
    plain = {_plain(other): other for other in sorted(among, key=lambda other: "." not in other)}
    close = get_close_matches(_plain(name), plain, 1, 0.7)
    return plain[close[0]] if close else None


def _plain(name: str) -> str:
    return name.rpartition(".")[2].casefold().replace("_", "")
