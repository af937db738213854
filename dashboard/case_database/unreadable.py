"""Values that cannot be read as the contract's types: counted by table and column, never told."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from dashboard.case_database.contents import Relation
from dashboard.case_database.contract import TABLES, Column
from dashboard.case_database.findings import Finding, Findings, Rejected
from dashboard.refusal import Refused


def cast(column: Column, relation: Relation) -> str:
    """Return how a column of another type is read, as SQL of DuckDB whose zone is Seoul's."""
    return _cast("cast", column, relation)


def _cast(how: str, column: Column, relation: Relation) -> str:
    value = column.name
    if column.type in ("date", "timestamp") and column.name in relation.other_types - relation.days:
        # A text may name a zone, and then means its time in Seoul.
        value = f"{how}({value} as timestamptz)"
    return f"{how}({value} as {column.type})"


def count(
    connection: Connection, rows: str, relation: Relation, columns: Iterable[Column], findings: Findings
) -> None:
    """Add how many values of these columns cannot be read in the rows at an address."""
    listed = [column for column in columns if column.type != "text"]
    counts = ", ".join(
        f"count(*) filter (where {each.name} is not null and {_cast('try_cast', each, relation)} is null)"
        for each in listed
    )
    found = connection.exec_driver_sql(f"select {counts} from {rows}").one()
    for column, wrong in zip(listed, found, strict=True):
        if wrong:
            rule = f"not_{column.type.split('(')[0]}"
            findings.add(Finding(rule, column.table, column=column.name), wrong)


def refused(findings: Findings, table: str) -> Refused:
    """Return the refusal of values that cannot be read; `table` holds some where none was counted."""
    if not findings.listed:
        return Refused(
            f"The table '{table}' holds values that are not of the contract's types: "
            "correct them in the view that maps it.",
            "unreadable",
        )
    first = findings.listed[0]
    kind = TABLES[first.file].column(first.column or "").type
    rows = findings.counts[first.rule, first.file]
    told = (
        f"The table '{first.file}' holds values in '{first.column}' that cannot be read as {kind} "
        f"({rows} {'row' if rows == 1 else 'rows'}): correct them, or leave them empty in the view that "
        "maps the table."
    )
    if len(findings.listed) == 1:
        return Refused(told, "unreadable")
    return Rejected(
        f"{told} 'dashboard check' lists all {len(findings.listed)} such columns.", findings, "unreadable"
    )
