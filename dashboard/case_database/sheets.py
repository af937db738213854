"""An export as it lies there: a folder of CSV files, or a workbook of sheets.

Values come out as text with the number of their row, so that whatever is wrong
with one can be told by file, row and column, the same for both.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from dashboard.case_database.findings import Finding
from dashboard.refusal import Refused

# A field of the contract is short; a longer one is a quote that never closes.
LONGEST_FIELD = 131_072
Row = tuple[int, list[str | None]]


@dataclass(frozen=True)
class Sheet:
    """One file or sheet: `file` as a person finds it, `table` as it is named."""

    file: str
    table: str
    path: Path


def sheets(source: Path) -> list[Sheet]:
    """Return the files or sheets of an export, by name.

    Raises:
        Refused: missing, or neither a folder nor a workbook.
    """
    if not source.exists():
        raise Refused(
            f"The export '{source}' does not exist: expected a folder of CSV files "
            "or an XLSX workbook; correct the path.",
            "missing",
        )
    if source.is_dir():
        paths = sorted(path for path in source.iterdir() if path.suffix.lower() == ".csv")
        return [Sheet(path.name, path.stem, path) for path in paths]
    if source.suffix.lower() != ".xlsx":
        raise Refused(
            f"'{source}' is neither a folder of CSV files nor an XLSX workbook: give one of the two.",
            "other_kind",
        )
    book = _workbook(source)
    names = book.sheetnames
    book.close()
    return [Sheet(f"{source.name}, sheet {name}", name, source) for name in names]


def unreadable(sheet: Sheet) -> Finding | None:
    """Return what keeps a file from being read as text, if anything."""
    if sheet.path.suffix.lower() != ".csv":
        return None
    with sheet.path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if b"\0" in line:
                return Finding("not_utf8", sheet.file, number)
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return Finding("not_utf8", sheet.file, number)
    return None


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield (row number as in the file, values), the header first; empty is None.

    Raises:
        csv.Error: the file is not CSV; its message names no value.
    """
    if sheet.path.suffix.lower() == ".csv":
        yield from _csv_rows(sheet.path)
    else:
        yield from _workbook_rows(sheet)


def _csv_rows(path: Path) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        start = 1
        for fields in reader:
            if fields:
                yield start, [field or None for field in fields]
            # A quoted field may span lines: the next row starts after them.
            start = reader.line_num + 1


def _workbook(path: Path) -> Workbook:
    try:
        return load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, OSError, ValueError):
        raise Refused(
            f"'{path}' cannot be read as an XLSX workbook: save it again as XLSX.", "other_kind"
        ) from None


def _workbook_rows(sheet: Sheet) -> Iterator[Row]:
    book = _workbook(sheet.path)
    width = None
    for number, cells in enumerate(book[sheet.table].iter_rows(values_only=True), start=1):
        values = [_text(cell) for cell in cells]
        if width is None:
            # Cells to the right of the header's last are formatting, or a mistake.
            width = max((n for n, value in enumerate(values, 1) if value), default=0)
        while len(values) > width and values[-1] is None:
            values.pop()
        if any(value is not None for value in values):
            yield number, values + [None] * (width - len(values))
    book.close()


def _text(cell: object) -> str | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        # A workbook has no days, only midnights.
        return str(cell.date()) if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
