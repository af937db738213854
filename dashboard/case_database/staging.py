"""A DuckDB file in which an export is checked before it goes anywhere.

Values are taken in as text first, each with the number of its row. What is
meant without a doubt is read so, and told; only when all values are of their
column's type are the contract's own tables kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, CursorResult
from sqlalchemy import Row as Found

from dashboard.case_database import broken_rows, preconditions, rules, values
from dashboard.case_database.catalogue import nearest
from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.findings import NAMELESS, Finding, Findings
from dashboard.case_database.preconditions import Breach
from dashboard.case_database.reading import newest_load
from dashboard.case_database.row_counts import row_counts
from dashboard.case_database.sheets import Row, Sheet, Unreadable, read_how, rows
from dashboard.case_database.sheets.csv_files import LINES_TO_HEADER

ROWS_AT_ONCE = 50_000
# The number of a row in its file, and what was probably meant in it.
Line = tuple[int, str | None]


def take_in(connection: Connection, sheet: Sheet, findings: Findings) -> bool:
    """Take a file in as text, and tell what is wrong with its values; return whether all rows came.

    The table is `raw_<table>`: the columns of the contract as text, and `line`.
    """
    table = TABLES[sheet.table]
    try:
        whole = _take_rows(connection, table, sheet, findings)
    except Unreadable as unreadable:
        findings.add(unreadable.finding)
        return False
    if whole:
        if note := read_how(sheet):
            findings.add(note)
        if row_counts(connection, {table.name: f"taken_{table.name}"})[table.name]:
            _find(connection, f"taken_{table.name}", sheet, findings, values.read_otherwise(table))
            _tidy(connection, table)
            _find(connection, f"raw_{table.name}", sheet, findings, values.wrong_values(table))
        else:
            # Conditions take longer to be read than to be asked of a table without rows.
            _run(connection, f"alter table taken_{table.name} rename to raw_{table.name}")
    return whole


def _take_rows(connection: Connection, table: Table, sheet: Sheet, findings: Findings) -> bool:
    lines = rows(sheet)
    number, header = next(lines, (1, []))
    names = _names(header)
    if not _header_holds(names, number, lines, sheet, findings):
        return False
    columns = ", ".join(f"{name} text" for name in table.column_names)
    _run(connection, f"create temporary table taken_{table.name} (line bigint, {columns})")
    places = [names.index(name) for name in table.column_names]
    wrong = 0
    while chunk := list(islice(lines, ROWS_AT_ONCE)):
        fitting = [row for row in chunk if len(row[1]) == len(names)]
        for line, unused_cells in (row for row in chunk if len(row[1]) != len(names)):
            wrong += 1
            if wrong <= findings.most:
                findings.add(Finding("wrong_width", sheet.file, line))
            else:
                findings.counts["wrong_width", sheet.file] += 1
        _append(connection, table, fitting, places)
    return wrong == 0


def _header_holds(
    names: list[str], number: int, below: Iterable[Row], sheet: Sheet, findings: Findings
) -> bool:
    table = TABLES[sheet.table]
    if not any(names):
        findings.add(Finding("no_header", sheet.file))
        return False
    if not _is_header(names, table) and (low := _low_header(below, table)):
        findings.add(Finding("low_header", sheet.file, low))
        return False
    # The names of Parquet's columns stand in no row.
    row = number or None
    if not _are_names(names, table):
        # What stands there may be values of a row, which no finding tells.
        names = [name for name in names if name in table.column_names]
    if not names:
        findings.add(Finding("other_header", sheet.file, row))
        return False
    repeated = sorted({name for name in names if name and names.count(name) > 1})
    missing = [name for name in table.column_names if name not in names]
    unknown = [name for name in names if name not in table.column_names and name not in repeated]
    for name in repeated:
        findings.add(Finding("repeated_column", sheet.file, row, name))
    for name in missing:
        findings.add(Finding("without_column", sheet.file, row, name, nearest(name, unknown)))
    for name in unknown:
        findings.add(Finding("unknown_column", sheet.file, row, name or NAMELESS))
    return not missing and not repeated


def _names(cells: Iterable[str | None]) -> list[str]:
    return [(cell or "").strip(values.SPACES).lower() for cell in cells]


def _is_header(names: Iterable[str], table: Table) -> bool:
    return 2 * len(set(names).intersection(table.column_names)) >= len(table.column_names)


def _are_names(names: Iterable[str], table: Table) -> bool:
    """Whether a first row names columns: codes, such as an approved grant, may be called like one of them."""
    filled = [name for name in names if name]
    like = [name for name in filled if _is_like_a_column(name, table)]
    return _is_header(filled, table) or 2 * len(like) > min(len(filled), len(table.columns))


def _is_like_a_column(name: str, table: Table) -> bool:
    if name in table.column_names:
        return True
    # No column has a digit in its name, but keys have: a worker is worker12.
    return not any(letter.isdigit() for letter in name) and nearest(name, table.column_names) is not None


def _low_header(below: Iterable[Row], table: Table) -> int | None:
    """Return the row that names the columns where the first one does not."""
    for number, cells in islice(below, LINES_TO_HEADER):
        if _is_header(_names(cells), table):
            return number
    return None


def _append(connection: Connection, table: Table, chunk: list[Row], places: list[int]) -> None:
    arrays = [pa.array([number for number, unused in chunk], pa.int64())]
    arrays += [pa.array([cells[place] for unused, cells in chunk], pa.string()) for place in places]
    chunk_rows = pa.Table.from_arrays(arrays, names=["line", *table.column_names])
    duckdb: Any = connection.connection.driver_connection
    duckdb.register("chunk_rows", chunk_rows)
    _run(connection, f"insert into taken_{table.name} select * from chunk_rows")
    duckdb.unregister("chunk_rows")


def _tidy(connection: Connection, table: Table) -> None:
    """Make `raw_<table>`: values without what stands round them, written in one way."""
    columns = ", ".join(f"{values.tidied(column)} as {column.name}" for column in table.columns)
    _run(
        connection,
        f"create temporary table raw_{table.name} as select line, {columns} from taken_{table.name}",
    )
    _run(connection, f"drop table taken_{table.name}")


def _find(
    connection: Connection,
    where: str,
    sheet: Sheet,
    findings: Findings,
    conditions: Iterable[values.Condition],
) -> None:
    """List the rows of a table of text for which a condition holds; all are counted in one scan."""
    wanted = list(conditions)
    counts = _run(
        connection,
        f"select {', '.join(f'count(*) filter (where {each.holds})' for each in wanted)} from {where}",
    ).one()
    for each, count in zip(wanted, counts, strict=True):
        if count:
            lines = f"select line from {where} where {each.holds} order by line limit {findings.most}"
            kind = (each.rule, sheet.file, each.column)
            _list(findings, kind, ((line, None) for line in _run(connection, lines).scalars()), count)


def make_tables(connection: Connection, found: dict[str, Sheet], findings: Findings) -> None:
    """Fill the contract's tables, which are there, from those of text.

    What cannot be stored is empty, so that the rules tell of all the rest.
    """
    findings.rows.update(row_counts(connection, {name: f"raw_{name}" for name in found}))
    for name in (name for name in found if findings.rows[name]):
        casts = ", ".join(f"try_cast({c.name} as {c.type})" for c in TABLES[name].columns)
        _run(connection, f"insert into {name} select {casts} from raw_{name}")


def newest_known(connection: Connection, findings: Findings) -> bool:
    """Whether the newest load says up to which day there are events, so that the rules can be asked."""
    return bool(findings.rows.get("data_load")) and newest_load(connection).latest_event_on is not None


def check_preconditions(connection: Connection, found: dict[str, Sheet], findings: Findings) -> None:
    """Find what must hold before any figure is shown, of the tables that could be read."""
    if not {"org_unit", "data_load"} <= set(found):
        return
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
    absent = frozenset(TABLES) - frozenset(found)
    latest = newest_load(connection).latest_event_on
    checks = (*rules.errors(latest, absent), *rules.warnings(latest, absent))
    broken_rows.find(connection, checks, addresses, findings.rows)
    for name in (name for name in found if findings.rows[name]):
        _forget_unread(connection, TABLES[name])
    left_out = broken_rows.leave_out(connection, addresses)
    if {"org_unit", "case_file"} <= set(found):
        _tell(connection, found, findings, preconditions.families_left_out(connection, addresses))
    kinds = _run(
        connection,
        "select rule, table_name, columns, count(*) as found from broken_row "
        "group by rule, table_name, columns order by rule, columns",
    ).all()
    for kind in sorted(kinds, key=lambda each: list(TABLES).index(each.table_name)):
        place = (kind.rule, found[kind.table_name].file, kind.columns)
        _list(findings, place, _broken_lines(connection, kind, findings.most), kind.found)
    for (rule, table), count in left_out.items():
        if rule == broken_rows.REFERS:
            lines = _referring(connection, table, findings.most)
            _list(findings, (rule, found[table].file, None), lines, count)


def _forget_unread(connection: Connection, table: Table) -> None:
    """Do not call a value empty that only could not be read."""
    unread = " or ".join(
        f"(broken_row.columns = '{column.name}' and raw.{column.name} is not null)"
        for column in table.columns
        if not column.nullable
    )
    _run(
        connection,
        f"delete from broken_row using raw_{table.name} as raw where broken_row.rule = 'missing_required' "
        f"and broken_row.table_name = '{table.name}' and broken_row.row_id = raw.rowid and ({unread})",
    )


def _broken_lines(connection: Connection, kind: Found[Any], most: int) -> Iterator[Line]:
    """Yield where rows break a rule, and the code of the contract that is nearest to an unknown one."""
    codes = TABLES[kind.table_name].column(kind.columns).codes if kind.rule == "unknown_code" else ()
    # Rows were put in by order of line, so a row's number leads to its line.
    found = _run(
        connection,
        f"select raw.line, {f'raw.{kind.columns}' if codes else 'null'} as code "
        f"from broken_row inner join raw_{kind.table_name} as raw "
        f"on broken_row.row_id = raw.rowid where broken_row.rule = '{kind.rule}' "
        f"and broken_row.table_name = '{kind.table_name}' "
        f"and broken_row.columns = '{kind.columns}' order by raw.line limit {most}",
    )
    for row in found:
        yield row.line, nearest(row.code, codes) if codes else None


def _referring(connection: Connection, table: str, most: int) -> Iterator[Line]:
    lines = _run(
        connection,
        f"select raw.line from left_out inner join raw_{table} as raw "
        f"on left_out.row_id = raw.rowid where left_out.table_name = '{table}' "
        "and not exists (select 1 from broken_row where broken_row.severity = 'error' "
        f"and broken_row.table_name = '{table}' and broken_row.row_id = left_out.row_id) "
        f"order by raw.line limit {most}",
    )
    return ((line, None) for line in lines.scalars())


def _list(findings: Findings, kind: tuple[str, str, str | None], lines: Iterable[Line], count: int) -> None:
    rule, file, column = kind
    listed = 0
    for line, meant in lines:
        findings.add(Finding(rule, file, line, column, meant))
        listed += 1
    if count > listed:
        findings.counts[rule, file] += count - listed


def _run(connection: Connection, statement: str) -> CursorResult[Any]:
    # Without SQLAlchemy's text(), which takes a colon in a pattern for a name.
    return connection.exec_driver_sql(statement)
