"""What a case database holds of the contract: tables, and views that stand in for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DataError, DBAPIError

from dashboard.case_database import catalogue, hidden_rows, preconditions
from dashboard.case_database.catalogue import CODE, DAY, NUMBER, TEXT, YES_OR_NO, HeldTable, nearest
from dashboard.case_database.contract import TABLES, Column, Table
from dashboard.case_database.findings import Finding, Findings, Rejected
from dashboard.case_database.trouble import refusal
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
# Of which kinds a column may be; as text anything can be read.
KINDS = {
    "date": (DAY, TEXT),
    "timestamp": (DAY, TEXT),
    "integer": (NUMBER, TEXT),
    "numeric": (NUMBER, TEXT),
    "boolean": (YES_OR_NO, NUMBER, TEXT, CODE),
}
KINDS_OF_REFUSAL = {"no_table": "without_table", "no_column": "without_column"}
# What is missing, in the order in which it is best mended, as a sentence about a table and its columns.
SENTENCES = {
    "no_table": "The case database has no table {table} that may be read, and the contract requires it. "
    f"{EXPECTED}: add the table or a view of that name, and grant select on it.",
    "no_right": "The role may not read {columns} of the table {table}: grant select on each such column.",
    "no_column": f"The table {{table}} lacks {{columns}}. {EXPECTED}: add the column, or map it in a view.",
    "other_type": "The table {table} holds {columns} in a type that cannot be read as that of the contract: "
    "cast it in a view.",
    "hidden_rows": "Row-level security may hide rows of the table {table} from the role, and figures would "
    "lack them: give the role the attribute bypassrls or a policy for select using (true), or put a view of "
    "the table's owner in its place.",
    "hidden_by_view": "The view {table} depends on who asks, and shows the role no row: let it show all rows "
    "to the role.",
}


@dataclass(frozen=True)
class Relation:
    """A table of the contract as the database holds it.

    `address` is its full name, quoted. `numbered` says that its rows have a
    number of their own, as those of a table in DuckDB do and those of a view do
    not. `other_types` are the columns that are not of the contract's types,
    `days` those of them that hold days or times.
    """

    table: Table
    address: str
    numbered: bool
    other_types: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True)
class Contents:
    """What a case database holds: relations by name, optional tables not there."""

    relations: dict[str, Relation]
    absent: frozenset[str]


def inspect(engine: Engine) -> Contents:
    """Return what the database holds; see `inspected`."""
    with inspected(engine) as (unused_connection, found):
        return found


@contextmanager
def inspected(engine: Engine) -> Iterator[tuple[Connection, Contents]]:
    """Yield a connection to the database, and what it holds.

    Raises:
        Refused: without_table, without_column, unreadable or empty; unreachable.
    """
    try:
        with engine.connect() as connection:
            yield connection, contents(connection)
    except DBAPIError as error:
        raise refusal(engine.url, error) from None


def contents(connection: Connection) -> Contents:
    """Return what the database behind an open connection holds; see `inspected`."""
    there = catalogue.tables(connection)
    found = [*_missing_tables(connection, there), *_wrong_columns(there)]
    relations = _relations(there)
    if connection.dialect.name == "postgresql":
        found += _hidden_rows(connection, relations)
    _refuse(found)
    for name in ("org_unit", "data_load"):
        _require_rows(connection, relations[name])
    _require_preconditions(connection, relations)
    return Contents(relations, frozenset(TABLES) - frozenset(relations))


def held(connection: Connection) -> dict[str, Relation]:
    """Return the relations of the contract that are there.

    Raises:
        Refused: without_column or unreadable, for what one of them lacks.
    """
    there = catalogue.tables(connection)
    _refuse([*_wrong_columns(there)])
    return _relations(there)


def _readable(there: HeldTable) -> bool:
    """Whether the role may read any of it: a table of which it may read nothing is not there for it."""
    return any(column.may_be_read for column in there.columns.values())


def _relations(there: dict[str, HeldTable]) -> dict[str, Relation]:
    return {name: _relation(TABLES[name], at) for name, at in there.items() if _readable(at)}


def _relation(table: Table, at: HeldTable) -> Relation:
    others = {
        column.name: at.columns[column.name].kind
        for column in table.columns
        if column.name in at.columns
        and at.columns[column.name].type_name not in TYPE_NAMES[column.type.split("(")[0]]
    }
    days = frozenset(name for name, kind in others.items() if kind == DAY)
    return Relation(table, at.address, at.has_row_number, frozenset(others), days)


def _missing_tables(connection: Connection, there: dict[str, HeldTable]) -> Iterator[Finding]:
    missing = [t.name for t in TABLES.values() if t.required and not _there(there, t.name)]
    names = catalogue.other_names(connection) if missing else []
    for name in missing:
        yield Finding("no_table", name, near=None if name in there else nearest(name, names))


def _there(there: dict[str, HeldTable], name: str) -> bool:
    return name in there and _readable(there[name])


def _wrong_columns(there: dict[str, HeldTable]) -> Iterator[Finding]:
    for table in TABLES.values():
        if _there(there, table.name):
            for column in table.columns:
                yield from _wrong_column(column, there[table.name])


def _wrong_column(column: Column, at: HeldTable) -> Iterator[Finding]:
    kinds = KINDS.get(column.type.split("(")[0])
    if column.name not in at.columns:
        others = [name for name in at.columns if name not in TABLES[column.table].column_names]
        yield Finding("no_column", column.table, column=column.name, near=nearest(column.name, others))
    elif not at.columns[column.name].may_be_read:
        yield Finding("no_right", column.table, column=column.name)
    elif kinds and at.columns[column.name].kind not in kinds:
        yield Finding("other_type", column.table, column=column.name)


def _hidden_rows(connection: Connection, relations: dict[str, Relation]) -> Iterator[Finding]:
    addresses = {name: relation.address for name, relation in relations.items()}
    secured = hidden_rows.by_security(connection) & set(relations)
    by_views = hidden_rows.by_views(connection, addresses) - secured
    for name in TABLES:
        if name in secured:
            yield Finding("hidden_rows", name)
        if name in by_views:
            yield Finding("hidden_by_view", name)


def _refuse(found: list[Finding]) -> None:
    if not found:
        return
    first = min(found, key=lambda each: [*SENTENCES].index(each.rule))
    alike = [each for each in found if (each.rule, each.file) == (first.rule, first.file)]
    columns = ", ".join(f"'{each.column}'" for each in alike)
    told = SENTENCES[first.rule].format(table=f"'{first.file}'", columns=columns)
    near = [f"'{each.near}'" for each in alike if each.near]
    if near:
        told += f" The nearest that is there: {', '.join(near)}."
    if len(found) > len(alike):
        told += f" 'dashboard check' lists all {len(found)} such things."
    findings = Findings()
    for each in sorted(found, key=lambda each: [*SENTENCES].index(each.rule)):
        findings.add(each)
    kind = KINDS_OF_REFUSAL.get(first.rule, "unreadable")
    if len(found) == len(alike):
        # One sentence is enough for what it says whole.
        raise Refused(told, kind)
    raise Rejected(told, findings, kind)


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
        raise Refused(
            "The table 'data_load' holds values that are not of the contract's types: "
            "correct them in the view that maps it.",
            "without_column",
        ) from None
