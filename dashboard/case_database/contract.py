"""The contract of the case database, read from `tables.csv` beside this file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

# The zone of every day and time in a case database.
SEOUL = ZoneInfo("Asia/Seoul")
# What a sheet of a workbook is called that explains the others; it holds no rows.
NOTES = "_"


@dataclass(frozen=True)
class Column:
    """One column: `type` as in the contract (text, date, integer, boolean,
    timestamp or numeric(p,s)); `references` is (table, column) or None."""

    table: str
    name: str
    type: str
    nullable: bool
    primary_key: bool
    references: tuple[str, str] | None
    codes: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table with its columns in the contract's order."""

    name: str
    required: bool
    columns: tuple[Column, ...]

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def primary_key(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.primary_key)

    def column(self, name: str) -> Column:
        return self.columns[self.column_names.index(name)]


def codes(table: str, column: str) -> tuple[str, ...]:
    """Return the codes that the contract allows in a column, in its order."""
    return TABLES[table].column(column).codes


def _column(row: dict[str, str]) -> Column:
    parent, unused_dot, key = row["references"].partition(".")
    return Column(
        table=row["table"],
        name=row["column"],
        type=row["type"],
        nullable=row["nullable"] == "yes",
        primary_key=row["primary_key"] == "yes",
        references=(parent, key) if parent else None,
        codes=tuple(row["codes"].split("|")) if row["codes"] else (),
        meaning=row["meaning"],
    )


def _read() -> dict[str, Table]:
    text = Path(__file__).with_name("tables.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    columns: dict[str, list[Column]] = {}
    for row in rows:
        columns.setdefault(row["table"], []).append(_column(row))
    required = {row["table"]: row["need"] == "required" for row in rows}
    return {name: Table(name, required[name], tuple(of_table)) for name, of_table in columns.items()}


TABLES: dict[str, Table] = _read()
