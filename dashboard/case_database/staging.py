"""A DuckDB file in which an export is checked before it goes anywhere.

Values are taken in as text first, each with the number of its row; only when
all of them are of their column's type are the contract's own tables made.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, CursorResult
from sqlalchemy import Row as Found

from dashboard.case_database import broken_rows, preconditions, rules
from dashboard.case_database.contract import TABLES, Column, Table
from dashboard.case_database.findings import Finding, Findings
from dashboard.case_database.preconditions import Breach
from dashboard.case_database.reading import newest_load
from dashboard.case_database.sheets import Row, Sheet, rows, unreadable

ROWS_AT_ONCE = 50_000
# Findings of one rule and table that are kept for the list; all are counted.
KEPT = 100
# Patterns as DuckDB matches them, on the whole value.
PATTERNS = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "integer": r"-?\d+",
    "numeric": r"-?\d+(\.\d+)?",
    "boolean": r"true|false|t|f|1|0",
    "timestamp": r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?",
}


def take_in(connection: Connection, sheet: Sheet, findings: Findings) -> bool:
    """Take a file in as text; return whether it could be read.

    The table is `raw_<table>`: the columns of the contract as text, and `line`.
    """
    table = TABLES[sheet.table]
    finding = unreadable(sheet)
    if finding is None:
        try:
            return _take_rows(connection, table, sheet, findings)
        except csv.Error:
            finding = Finding("not_csv", sheet.file)
    findings.add(finding)
    return False


def _take_rows(connection: Connection, table: Table, sheet: Sheet, findings: Findings) -> bool:
    lines = rows(sheet)
    unused_number, header = next(lines, (1, []))
    names = [(name or "").strip() for name in header]
    if not _header_holds(names, table, sheet, findings):
        return False
    columns = ", ".join(f"{name} text" for name in table.column_names)
    _run(connection, f"create temporary table raw_{table.name} (line bigint, {columns})")
    places = [names.index(name) for name in table.column_names]
    wrong = 0
    while chunk := list(islice(lines, ROWS_AT_ONCE)):
        fitting = [row for row in chunk if len(row[1]) == len(names)]
        for number, unused_values in (row for row in chunk if len(row[1]) != len(names)):
            wrong += 1
            if wrong <= KEPT:
                findings.add(Finding("wrong_width", sheet.file, number))
            else:
                findings.counts["wrong_width", sheet.file] += 1
        _append(connection, table, fitting, places)
    return wrong == 0


def _header_holds(names: list[str], table: Table, sheet: Sheet, findings: Findings) -> bool:
    if not any(names):
        findings.add(Finding("no_header", sheet.file))
        return False
    repeated = sorted({name for name in names if name and names.count(name) > 1})
    missing = [name for name in table.column_names if name not in names]
    unknown = [name for name in names if name not in table.column_names and name not in repeated]
    for rule, listed in (
        ("repeated_column", repeated),
        ("without_column", missing),
        ("unknown_column", unknown),
    ):
        for name in listed:
            findings.add(Finding(rule, sheet.file, 1, name or "a column without a name"))
    return not missing and not repeated


def _append(connection: Connection, table: Table, chunk: list[Row], places: list[int]) -> None:
    arrays = [pa.array([number for number, unused in chunk], pa.int64())]
    arrays += [pa.array([values[place] for unused, values in chunk], pa.string()) for place in places]
    chunk_rows = pa.Table.from_arrays(arrays, names=["line", *table.column_names])
    duckdb: Any = connection.connection.driver_connection
    duckdb.register("chunk_rows", chunk_rows)
    _run(connection, f"insert into raw_{table.name} select * from chunk_rows")
    duckdb.unregister("chunk_rows")


def check_types(connection: Connection, sheet: Sheet, findings: Findings) -> None:
    """Find the values of `raw_<table>` that are not of their column's type."""
    for column in TABLES[sheet.table].columns:
        condition = _not_of_type(column)
        if condition:
            bad = f"from raw_{sheet.table} where {condition}"
            count = _run(connection, f"select count(*) {bad}").scalar_one()
            _list(
                findings,
                (f"not_{column.type.split('(')[0]}", sheet.file, column.name),
                _run(connection, f"select line {bad} order by line limit {KEPT}").scalars(),
                count,
            )


def _not_of_type(column: Column) -> str | None:
    name, kind = column.name, column.type.split("(")[0]
    if kind == "text":
        return None
    conditions = [f"not regexp_full_match({name}, '{PATTERNS[kind]}')"]
    if kind == "boolean":
        conditions = [f"not regexp_full_match({name}, '{PATTERNS[kind]}', 'i')"]
    conditions.append(f"try_cast({name} as {column.type}) is null")
    if kind == "numeric":
        # Digits that the column cannot hold would be rounded away unseen.
        conditions.append(f"try_cast({name} as {column.type}) <> try_cast({name} as decimal(38, 12))")
    return f"{name} is not null and ({' or '.join(conditions)})"


def make_tables(connection: Connection, found: dict[str, Sheet], findings: Findings) -> None:
    """Fill the contract's tables, which are there, from those of text."""
    for name in found:
        casts = ", ".join(f"cast({c.name} as {c.type})" for c in TABLES[name].columns)
        made = _run(connection, f"insert into {name} select {casts} from raw_{name}")
        findings.rows[name] = made.rowcount


def check_preconditions(connection: Connection, found: dict[str, Sheet], findings: Findings) -> None:
    """Find what must hold before any rule is asked."""
    _tell(connection, found, findings, preconditions.breaches(connection, {name: name for name in found}))


def _tell(
    connection: Connection, found: dict[str, Sheet], findings: Findings, breaches: Iterable[Breach]
) -> None:
    for breach in breaches:
        line = _run(
            connection, f"select line from raw_{breach.table} order by line limit 1 offset {breach.row}"
        ).scalar_one()
        findings.add(Finding(breach.rule, found[breach.table].file, line, breach.column))


def check_rules(connection: Connection, found: dict[str, Sheet], findings: Findings) -> None:
    """Find the rows that break a data-quality rule, and those that refer to them."""
    addresses = {name: name for name in found}
    latest = newest_load(connection).latest_event_on
    checks = rules.errors(latest, frozenset(TABLES) - frozenset(found))
    broken_rows.find(connection, (*checks, *rules.warnings(latest)), addresses)
    left_out = broken_rows.leave_out(connection, addresses)
    _tell(connection, found, findings, preconditions.families_left_out(connection, addresses))
    kinds = _run(
        connection,
        "select rule, table_name, columns, count(*) as found from broken_row "
        "group by rule, table_name, columns order by table_name, rule, columns",
    ).all()
    for kind in kinds:
        _list(
            findings,
            (kind.rule, found[kind.table_name].file, kind.columns),
            _broken_lines(connection, kind),
            kind.found,
        )
    for (rule, table), count in left_out.items():
        if rule == broken_rows.REFERS:
            _list(findings, (rule, found[table].file, None), _referring(connection, table), count)


def _broken_lines(connection: Connection, kind: Found[Any]) -> Iterator[int]:
    # Rows were put in by order of line, so a row's number leads to its line.
    return _run(
        connection,
        f"select raw.line from broken_row inner join raw_{kind.table_name} as raw "
        f"on broken_row.row_id = raw.rowid where broken_row.rule = '{kind.rule}' "
        f"and broken_row.table_name = '{kind.table_name}' "
        f"and broken_row.columns = '{kind.columns}' order by raw.line limit {KEPT}",
    ).scalars()


def _referring(connection: Connection, table: str) -> Iterator[int]:
    return _run(
        connection,
        f"select raw.line from left_out inner join raw_{table} as raw "
        f"on left_out.row_id = raw.rowid where left_out.table_name = '{table}' "
        "and not exists (select 1 from broken_row where broken_row.severity = 'error' "
        f"and broken_row.table_name = '{table}' and broken_row.row_id = left_out.row_id) "
        f"order by raw.line limit {KEPT}",
    ).scalars()


def _list(findings: Findings, kind: tuple[str, str, str | None], lines: Iterator[int], count: int) -> None:
    rule, file, column = kind
    listed = 0
    for line in lines:
        findings.add(Finding(rule, file, line, column))
        listed += 1
    if count > listed:
        findings.counts[rule, file] += count - listed


def _run(connection: Connection, statement: str) -> CursorResult[Any]:
    # Without SQLAlchemy's text(), which takes a colon in a pattern for a name.
    return connection.exec_driver_sql(statement)
