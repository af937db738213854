"""An export as it lies there: files of a folder or a ZIP archive, or the sheets of a workbook.

Values come out as text with the number of their row, so that whatever is wrong
with one can be told by file, row and column, the same for all kinds of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dashboard.case_database.contract import NOTES
from dashboard.case_database.findings import Finding, SheetOf
from dashboard.case_database.sheets import archives, csv_files, old_workbooks, parquet_files, workbooks
from dashboard.case_database.sheets.books import Books
from dashboard.case_database.sheets.sheet import Row, Sheet, Unreadable
from dashboard.refusal import Refused

__all__ = ["Row", "Sheet", "Unreadable", "export", "read_how", "rows"]

READERS = {
    ".csv": csv_files.rows,
    ".tsv": csv_files.rows,
    ".parquet": parquet_files.rows,
    ".xlsx": workbooks.rows,
    ".xlsm": workbooks.rows,
    ".xls": old_workbooks.rows,
}
WORKBOOKS = (".xlsx", ".xlsm")
OLD_WORKBOOKS = (".xls",)
IN_A_FOLDER = (".csv", ".tsv", ".parquet")
EXPECTED = "a folder or a ZIP archive of CSV or Parquet files, or an XLSX or XLS workbook"


@contextmanager
def export(source: Path, encoding: str = "utf-8") -> Iterator[list[Sheet]]:
    """Yield the files or sheets of an export, by name; those of an archive are there for as long.

    Args:
        encoding: of CSV files, as Python names it.

    Raises:
        Refused: missing, or nothing that can be read.
    """
    if not source.exists():
        raise Refused(
            f"The export '{source}' does not exist: expected {EXPECTED}; correct the path.", "missing"
        )
    if source.suffix.lower() == ".zip" and source.is_file():
        with (
            archives.unpacked(source) as folder,
            _sheets(_only_workbook(folder) or folder, encoding, source.name) as found,
        ):
            yield found
    else:
        with _sheets(source, encoding, source.name) as found:
            yield found


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield (row number as in the file, values), the header first; empty is None.

    Rows without any value are none. Values are as long as the header, or the row is wrong.

    Raises:
        Unreadable: the file cannot be read from some row on; its finding says why.
    """
    return READERS[sheet.path.suffix.lower()](sheet)


def read_how(sheet: Sheet) -> Finding | None:
    """Return the note of a file that is read in another way than its name says."""
    if sheet.path.suffix.lower() == ".csv" and csv_files.separator(sheet) != ",":
        return Finding("other_separator", sheet.file)
    return None


@contextmanager
def _sheets(source: Path, encoding: str, name: str) -> Iterator[list[Sheet]]:
    kind = source.suffix.lower()
    if source.is_dir():
        yield [
            Sheet(path.name, path.stem, path, encoding)
            for path in sorted(source.iterdir())
            if path.suffix.lower() in READERS and not path.name.startswith(".") and path.is_file()
        ]
    elif source.is_file() and kind in WORKBOOKS:
        with closing(Books(source)) as books:
            yield [
                Sheet(SheetOf(name, title), title, source, books=books)
                for title in _tables(workbooks.names(books))
            ]
    elif source.is_file() and kind in OLD_WORKBOOKS:
        yield [Sheet(SheetOf(name, title), title, source) for title in _tables(old_workbooks.names(source))]
    else:
        raise Refused(f"'{source}' is no export that can be read: expected {EXPECTED}.", "other_kind")


def _tables(titles: list[str]) -> list[str]:
    return [title for title in titles if not title.startswith(NOTES)]


def _only_workbook(folder: Path) -> Path | None:
    """Return the workbook of an archive that holds nothing else."""
    found = list(folder.iterdir())
    return found[0] if len(found) == 1 and found[0].suffix.lower() in (*WORKBOOKS, *OLD_WORKBOOKS) else None
