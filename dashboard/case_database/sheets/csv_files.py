"""CSV files as programs write them: separators, byte-order marks and rows of nothing differ."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from dashboard.case_database.contract import TABLES
from dashboard.case_database.findings import Finding
from dashboard.case_database.sheets.sheet import Row, Sheet, Unreadable, holds_something

# A field of the contract is short; a longer one is a quote that never closes.
LONGEST_FIELD = 131_072
SEPARATORS = (",", ";", "\t", "|")
# A title may stand above the header, which says most names.
LINES_TO_HEADER = 20
MARK = "\ufeff"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def rows(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows; see `sheets.rows`."""
    _require_text(sheet)
    for number, fields in _split(sheet):
        if holds_something(fields):
            yield number, [field or None for field in fields]


def separator(sheet: Sheet) -> str:
    """Return what parts the values: that by which most names of the contract stand in one line.

    Spreadsheets in French or German write semicolons, databases tabs; a first
    line `sep=;` says it.
    """
    with sheet.path.open(encoding=sheet.encoding, newline=None) as lines:
        first = list(islice(_without_marks(lines), LINES_TO_HEADER))
    if first and _says_separator(first[0]):
        return first[0][4]
    known = set(TABLES[sheet.table].column_names)
    found = {mark: max((len(known & _names(line, mark)) for line in first), default=0) for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: found[mark])


def _names(line: str, mark: str) -> set[str]:
    return {name.strip().strip('"').strip() for name in line.split(mark)}


def _split(sheet: Sheet) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    with sheet.path.open(encoding=sheet.encoding, newline="") as lines:
        reader = csv.reader(_plain(lines), delimiter=separator(sheet), strict=True)
        start = 1
        try:
            for fields in reader:
                yield start, list(fields)
                # A quoted field may span lines: the next row starts after them.
                start = reader.line_num + 1
        except csv.Error:
            raise Unreadable(Finding("not_csv", sheet.file, start)) from None


def _plain(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, the first one empty where it only says the separator."""
    for number, line in enumerate(_without_marks(lines)):
        yield "\n" if number == 0 and _says_separator(line) else line


def _without_marks(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines; programs that join files leave more than one byte-order mark before the first."""
    for number, line in enumerate(lines):
        yield line.lstrip(MARK) if number == 0 else line


def _says_separator(line: str) -> bool:
    said = line.rstrip("\r\n")
    return len(said) == len("sep=;") and said.lower().startswith("sep=") and said[-1] in SEPARATORS


def _require_text(sheet: Sheet) -> None:
    """Find the first line that is not text in the encoding of the export."""
    if sheet.encoding != "utf-8":
        _require_decoding(sheet)
        return
    with sheet.path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if b"\0" in line or not _is_utf_8(line):
                raise Unreadable(Finding("not_utf8", sheet.file, number, near=_other(sheet.path)))


def _require_decoding(sheet: Sheet) -> None:
    """Read all of a file in the encoding that was named."""
    try:
        with sheet.path.open(encoding=sheet.encoding) as lines:
            told = next((number for number, line in enumerate(lines, start=1) if "\0" in line), None)
    except UnicodeError:
        told = 1
    if told is not None:
        raise Unreadable(Finding("other_encoding", sheet.file, told))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _other(path: Path) -> str | None:
    """Return the encoding that a file seems to be in: of old Excel, or of Korean Windows."""
    content = path.read_bytes()
    if content.startswith(UTF_16_MARKS):
        return "utf-16"
    try:
        text = content.decode("cp949")
    except UnicodeDecodeError:
        return None
    other = [letter for letter in text if not letter.isascii()]
    hangul = sum("가" <= letter <= "힣" for letter in other)
    return "cp949" if other and hangul == len(other) else None
