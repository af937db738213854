"""Which rows break a rule, and which rows are left out with them.

The rows are named by their own numbers in temporary tables: `broken_row` has a
row for each rule, column and row; `left_out` has each row that no figure sees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from sqlalchemy import Connection, text

from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.rules import Check

REFERS = "refers_to_left_out"


def order() -> tuple[Table, ...]:
    """Return the tables of the contract, each after those that it refers to."""
    needs = {
        table.name: {parent for parent, unused_column, unused_key in _references(table)} - {table.name}
        for table in TABLES.values()
    }
    return tuple(TABLES[name] for name in TopologicalSorter(needs).static_order())


def find(
    connection: Connection, checks: Iterable[Check], addresses: dict[str, str], counts: Mapping[str, int]
) -> None:
    """Fill `broken_row`, which is made here: rule, table_name, columns, row_id."""
    connection.execute(
        text(
            "create temporary table broken_row "
            "(rule text, severity text, table_name text, columns text, row_id bigint)"
        )
    )
    add(connection, checks, addresses, counts)


def add(
    connection: Connection, checks: Iterable[Check], addresses: dict[str, str], counts: Mapping[str, int]
) -> None:
    """Add the rows that break further rules to `broken_row`.

    Args:
        counts: how many rows each table holds; one without rows is not asked.
    """
    alone: dict[str, list[Check]] = defaultdict(list)
    for check in checks:
        if not counts[check.table]:
            continue
        if check.alone:
            alone[check.table].append(check)
        else:
            _insert(connection, _one(check, addresses))
    for table, of_table in alone.items():
        _insert(connection, _many(table, of_table, addresses))


def leave_out(connection: Connection, addresses: dict[str, str]) -> dict[tuple[str, str], int]:
    """Fill `left_out`, which is made here: broken rows and all that refer to them.

    Returns:
        Rows left out by (rule, table); a row may break several rules. Rows that
        only refer to others are under the rule `refers_to_left_out`.
    """
    connection.execute(text("create temporary table left_out (table_name text, row_id bigint)"))
    connection.execute(
        text(
            "insert into left_out select distinct table_name, row_id from broken_row where severity = 'error'"
        )
    )
    counts = _counts(connection)
    affected = {table for unused_rule, table in counts}
    for table in order():
        if table.name in addresses:
            added = _follow(connection, table, addresses, affected)
            if added:
                affected.add(table.name)
                counts[REFERS, table.name] = added
    return counts


def kept(table: Table, alias: str) -> str:
    """Return the condition for a row that is not left out."""
    return f"not {_is_left_out(table.name, alias)}"


def _counts(connection: Connection) -> dict[tuple[str, str], int]:
    rows = connection.execute(
        text(
            "select rule, table_name, count(distinct row_id) as left_out from broken_row "
            "where severity = 'error' group by rule, table_name order by rule, table_name"
        )
    )
    return {(row.rule, row.table_name): row.left_out for row in rows}


def _follow(
    connection: Connection,
    table: Table,
    addresses: dict[str, str],
    affected: set[str],
) -> int:
    """Leave out the rows that refer to a row left out; return how many."""
    added = 0
    again = True
    while again:
        found = sum(
            connection.execute(text(_refers(table, reference, addresses))).rowcount
            for reference in _references(table)
            if reference[0] in affected and reference[0] in addresses
        )
        added += found
        # Only a table that refers to itself can go on.
        again = found > 0 and any(parent == table.name for parent, *unused in _references(table))
        if found:
            affected = affected | {table.name}
    return added


def _references(table: Table) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (column.references[0], column.name, column.references[1])
        for column in table.columns
        if column.references
    )


def _refers(table: Table, reference: tuple[str, str, str], addresses: dict[str, str]) -> str:
    parent, column, key = reference
    # A key that another row still holds has not gone.
    return (
        f"insert into left_out select '{table.name}', child_row.rowid "
        f"from {addresses[table.name]} as child_row where child_row.{column} in ("
        f"select gone.{key} from {addresses[parent]} as gone "
        f"where {_is_left_out(parent, 'gone')} and gone.{key} is not null "
        f"and not exists (select 1 from {addresses[parent]} as still "
        f"where still.{key} = gone.{key} and {kept(TABLES[parent], 'still')})"
        f") and {kept(table, 'child_row')}"
    )


def _is_left_out(table: str, alias: str) -> str:
    return (
        "exists (select 1 from left_out where "
        f"left_out.table_name = '{table}' and left_out.row_id = {alias}.rowid)"
    )


def _insert(connection: Connection, select: str) -> None:
    connection.execute(text(f"insert into broken_row {select}"))


def _one(check: Check, addresses: dict[str, str]) -> str:
    condition = check.condition.format_map(addresses)
    return (
        f"select {_labels(check)}, {check.table}.rowid "
        f"from {addresses[check.table]} as {check.table} where {condition}"
    )


def _many(table: str, checks: list[Check], addresses: dict[str, str]) -> str:
    """Return one scan for all the checks that need nothing but the row."""
    told = ", ".join(f"{check.condition} as check_{n}" for n, check in enumerate(checks))
    any_of = " or ".join(check.condition for check in checks)
    parts = " union all ".join(
        f"select {_labels(check)}, row_id from broken where check_{n}" for n, check in enumerate(checks)
    )
    return (
        f"with broken as materialized (select {table}.rowid as row_id, {told} "
        f"from {addresses[table]} as {table} where {any_of}) {parts}"
    )


def _labels(check: Check) -> str:
    return f"'{check.rule}', '{check.severity}', '{check.table}', '{', '.join(check.columns)}'"
