"""XLS workbooks, as Excel wrote them until 2003 and report writers still do."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast

import xlrd
from xlrd.sheet import Cell

from dashboard.case_database.findings import Finding
from dashboard.case_database.sheets.sheet import Row, Sheet, Unreadable, as_text, holds_something, in_width
from dashboard.refusal import Refused


def names(path: Path) -> list[str]:
    """Return the names of the sheets.

    Raises:
        Refused: it has a password, or is no workbook that can be read.
    """
    try:
        with _opened(path) as book:
            return book.sheet_names()
    except Exception:  # noqa: BLE001 - xlrd passes on whatever its parsers raise
        raise Refused(
            f"'{path}' cannot be read as an XLS workbook: open it in a spreadsheet and save it "
            "as XLSX without a password.",
            "other_kind",
        ) from None


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows; see `sheets.rows`."""
    header = None
    number = 0
    try:
        with _opened(sheet.path) as book:
            datemode = cast(Literal[0, 1], book.datemode)
            for number, cells in enumerate(book.sheet_by_name(sheet.title).get_rows(), start=1):
                values = in_width([_text(cell, datemode) for cell in cells], header)
                if holds_something(values):
                    header = header or values
                    yield number, values
    except Exception:  # noqa: BLE001 - xlrd passes on whatever its parsers raise
        raise Unreadable(Finding("not_workbook", sheet.file, number + 1)) from None


@contextmanager
def _opened(path: Path) -> Iterator[xlrd.Book]:
    # What it has to say of a file goes nowhere: it may hold values.
    book = xlrd.open_workbook(str(path), logfile=io.StringIO(), on_demand=True)
    try:
        yield book
    finally:
        book.release_resources()


def _text(cell: Cell, datemode: Literal[0, 1]) -> str | None:
    value: Any = cell.value
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#N/A")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return as_text(bool(value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        # Below 1 there is a time alone, which is no day.
        moment = xlrd.xldate.xldate_as_datetime(value, datemode)
        return as_text(moment if value >= 1 else moment.time())
    return as_text(value)
