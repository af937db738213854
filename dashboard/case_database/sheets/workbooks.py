"""XLSX workbooks: each sheet a table, each cell with a type, each formula with the value it had last."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, nullcontext
from itertools import zip_longest

from openpyxl import Workbook

from dashboard.case_database.findings import Finding
from dashboard.case_database.sheets.books import Books
from dashboard.case_database.sheets.sheet import (
    NOT_CALCULATED,
    Row,
    Sheet,
    Unreadable,
    as_text,
    holds_something,
    in_width,
)
from dashboard.refusal import Refused

# What a workbook with a password begins with, and an old XLS: no archive of XML.
OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")


def names(books: Books) -> list[str]:
    """Return the names of the sheets.

    Raises:
        Refused: it is no workbook that can be read.
    """
    path = books.path
    with path.open("rb") as file:
        if file.read(len(OLE2)) == OLE2:
            raise Refused(
                f"'{path}' has a password, or is an old XLS workbook under another name: "
                "save it as XLSX without a password.",
                "other_kind",
            )
    try:
        found = [sheet.title for sheet in books.shown.worksheets]
    except Exception:  # noqa: BLE001 - openpyxl passes on whatever its parsers raise
        found = []
    if not found:
        raise Refused(
            f"'{path}' cannot be read as an XLSX workbook: open it in a spreadsheet and save it "
            "again as XLSX (not as 'Strict Open XML').",
            "other_kind",
        )
    return found


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows; see `sheets.rows`. A formula without a value says `NOT_CALCULATED`."""
    header = None
    number = 0
    try:
        for number, cells in enumerate(_cells(sheet), start=1):
            values = in_width(cells, header)
            if holds_something(values):
                header = header or values
                yield number, values
    except Exception:  # noqa: BLE001 - openpyxl passes on whatever its parsers raise
        raise Unreadable(Finding("not_workbook", sheet.file, number + 1)) from None


def _cells(sheet: Sheet) -> Iterator[list[str | None]]:
    """Yield rows of text: values, and where there is none what the cell says itself."""
    with nullcontext(sheet.books) if sheet.books else closing(Books(sheet.path)) as books:
        pairs = zip(_all_rows(books.shown, sheet), _all_rows(books.written, sheet), strict=True)
        for values, formulas in pairs:
            yield [
                NOT_CALCULATED if value is None and formula is not None else as_text(value)
                for value, formula in zip_longest(values, formulas)
            ]


def _all_rows(book: Workbook, sheet: Sheet) -> Iterator[tuple[object, ...]]:
    found = book[sheet.title]
    # Writers that stream or append leave a size that is too small.
    found.reset_dimensions()
    return found.iter_rows(values_only=True)
