"""The 38 tables as lists of plain dicts: table -> rows, column -> value.

Values: text str, date date, integer int, boolean bool, numeric Fraction (so
that sums and comparisons are exact), empty None. The order of the rows is the
order in which they were handed over: the first of two duplicates stays.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from dashboard.case_database.contract import TABLES, Table

Row = dict
Tables = dict[str, list[Row]]


def from_folder(folder: Path) -> Tables:
    """Read a site's CSV files; an absent optional table is empty."""
    return {name: _from_file(Path(folder) / f"{name}.csv", table) for name, table in TABLES.items()}


def from_rows(rows: Mapping[str, Iterable[Mapping]]) -> Tables:
    """Take rows that already hold Python values (from a database, say)."""
    return {name: [_typed(row, table) for row in rows.get(name, ())] for name, table in TABLES.items()}


def _from_file(path: Path, table: Table) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [_typed(row, table) for row in csv.DictReader(lines)]


def _typed(row: Mapping, table: Table) -> Row:
    return {column.name: _value(row[column.name], column.type) for column in table.columns}


def _value(value: object, kind: str) -> object:
    if value is None or value == "" or value != value:  # noqa: PLR0124 - NaN and NaT
        return None
    if kind == "date":
        return day_of(value)
    if kind == "integer":
        return int(value)
    if kind == "boolean":
        return value in (True, "true")
    if kind.startswith("numeric"):
        return Fraction(str(value))
    return value


def day_of(value: object) -> date:
    """Return a day, or the day of a moment."""
    if isinstance(value, str):
        return _of_calendar(value.split(" ")[0])
    return value.date() if isinstance(value, datetime) else value


def _of_calendar(text: str) -> date:
    """A day before the year 1 is the first there is, one after the year 9999 the last."""
    if text == "-infinity":
        return date.min
    if text == "infinity" or text.index("-") > 4:
        return date.max
    return date.fromisoformat(text)


def to_folder(tables: Tables, folder: Path) -> None:
    """Write the rows as a site would hand them over."""
    for name, table in TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, table.column_names)
            writer.writeheader()
            writer.writerows({column: _text(value) for column, value in row.items()} for row in tables[name])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Fraction):
        return format(Decimal(value.numerator) / value.denominator, "f")
    return str(value)
