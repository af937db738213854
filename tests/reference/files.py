"""The files of an export read once more: their rows, what is told of them, and what cannot be stored.

Plain and slow as the rest: a value is looked at one by one, with Python's own days and decimals.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.case_database.contract import TABLES, Column, Table

from .rows import Tables, from_rows

# What cannot be seen, beyond what Unicode calls a space.
UNSEEN = "\u200b\ufeff"
NOTHING = {"NULL", "null", "(null)", "NaN", "nan", "<NA>", "NaT", "\\N", "None", "undefined", "\x1a"}
MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(:00(\.0+)?)?")
MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(\.[0-9]+)?)?")
YES, NO = ("true", "t", "1"), ("false", "f", "0")

# Rule, number of the row in its file, and column.
Note = tuple[str, int | None, str | None]


class CannotBeStored(Exception):  # noqa: N818 - it is what a file or a value is
    """A file or a value that no database takes as the contract has it."""


@dataclass
class Read:
    """A file of one table: its rows with their numbers, and what is told of how they were read."""

    lines: list[int] = field(default_factory=list)
    rows: list[dict[str, str | None]] = field(default_factory=list)
    notes: set[Note] = field(default_factory=set)


@dataclass
class Export:
    """All files: what was read by table, the files that cannot be stored, and names of tables not there."""

    read: dict[str, Read] = field(default_factory=dict)
    file: dict[str, str] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    @property
    def absent(self) -> set[str]:
        return {name for name in TABLES if name not in self.file}

    def tables(self) -> Tables:
        return from_rows({name: read.rows for name, read in self.read.items()})


def from_files(files: dict[str, bytes]) -> Export:
    """Read the files of a folder, by name."""
    export = Export()
    known = {name: PurePath(name).stem.strip().lower() for name in files if _is_read(name)}
    for name, table in sorted(known.items()):
        if table not in TABLES:
            export.unknown.add(name)
            continue
        export.file[table] = name
        if [*known.values()].count(table) > 1:
            export.wrong.add(name)
            continue
        try:
            export.read[table] = _read(name, files[name], TABLES[table])
        except CannotBeStored:
            export.wrong.add(name)
    export.wrong |= {name for name in export.absent if TABLES[name].required}
    for table in ("org_unit", "data_load"):
        if table in export.read and not export.read[table].rows:
            export.wrong.add(export.file[table])
    return export


def _is_read(name: str) -> bool:
    return name.lower().endswith((".csv", ".tsv", ".parquet")) and not name.startswith(".")


def _read(name: str, content: bytes, table: Table) -> Read:
    if name.lower().endswith(".parquet"):
        return _of_table(_of_parquet(content), table)
    separator, lines = _of_csv(content, table)
    found = _of_table(lines, table)
    if separator != "," and name.lower().endswith(".csv"):
        found.notes.add(("other_separator", None, None))
    return found


def _of_csv(content: bytes, table: Table) -> tuple[str, list[tuple[int, list[str]]]]:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise CannotBeStored from None
    if "\0" in text:
        raise CannotBeStored
    text = text.lstrip("\ufeff")
    first = re.split(r"\r\n|\r|\n", text)[:20]
    separator = max(",;\t|", key=lambda mark: max(len(_columns(line, mark, table)) for line in first))
    if re.fullmatch(r"(?i)sep=[,;\t|]", first[0]):
        separator = first[0][4]
        text = text[len(first[0]) :]
    return separator, [*_rows(text, separator)]


def _columns(line: str, mark: str, table: Table) -> set[str]:
    return {name.strip(' "') for name in line.split(mark)}.intersection(table.column_names)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 1
    except csv.Error:
        raise CannotBeStored from None


def _of_parquet(content: bytes) -> list[tuple[int, list[str]]]:
    table = pq.read_table(pa.BufferReader(content))
    columns = [[_text(value) for value in column.to_pylist()] for column in table.columns]
    return [(0, table.column_names), *((n + 1, [*row]) for n, row in enumerate(zip(*columns, strict=True)))]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _of_table(lines: list[tuple[int, list[str]]], table: Table) -> Read:
    filled = [(number, row) for number, row in lines if any(value.strip() for value in row)]
    if not filled:
        raise CannotBeStored
    (number, header), *below = filled
    names = [_bare(name).lower() for name in header]
    if any(names.count(column) != 1 for column in table.column_names):
        raise CannotBeStored
    others = [name for name in names if name not in table.column_names]
    if any(name and others.count(name) > 1 for name in others):
        raise CannotBeStored
    found = Read()
    found.notes |= {("unknown_column", number or None, name or "a column without a name") for name in others}
    for line, row in below:
        if len(row) != len(names):
            raise CannotBeStored
        found.lines.append(line)
        cells = dict(zip(names, row, strict=True))
        found.rows.append({c.name: _value(cells[c.name], c, line, found.notes) for c in table.columns})
    return found


def _bare(text: str) -> str:
    while text and (text[0].isspace() or text[0] in UNSEEN):
        text = text[1:]
    while text and (text[-1].isspace() or text[-1] in UNSEEN):
        text = text[:-1]
    return text


def _value(text: str, column: Column, line: int, notes: set[Note]) -> str | None:
    bare = _bare(unicodedata.normalize("NFC", text))
    if _bare(text) not in ("", text):
        notes.add(("spaces", line, column.name))
    if unicodedata.normalize("NFC", text) != text:
        notes.add(("composed_letters", line, column.name))
    if not bare:
        return None
    kind = column.type.split("(")[0]
    if kind == "date" and (day := MIDNIGHT.fullmatch(bare)):
        notes.add(("midnight", line, column.name))
        bare = day[1]
    if kind == "integer" and re.fullmatch(r"-?[0-9]+\.0+", bare):
        notes.add(("whole_with_point", line, column.name))
        bare = bare.split(".")[0]
    try:
        return READERS[kind](bare, column)
    except ValueError:
        raise CannotBeStored from None


def _words(text: str, column: Column) -> str:
    # A code is looked at by the rules.
    if (text.startswith("#") and text.endswith(("!", "?", "A"))) or (not column.codes and text in NOTHING):
        raise ValueError
    return text


def _day(text: str, unused_column: Column) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError
    return date.fromisoformat(text).isoformat()


def _whole(text: str, unused_column: Column) -> str:
    if not re.fullmatch(r"-?[0-9]+", text) or not -(2**31) <= int(text) < 2**31:
        raise ValueError
    return str(int(text))


def _number(text: str, column: Column) -> str:
    digits, places = map(int, re.findall(r"[0-9]+", column.type))
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError
    number = Decimal(text)
    if number != round(number, places) or abs(number) >= 10 ** (digits - places):
        raise ValueError
    return text


def _yes_or_no(text: str, unused_column: Column) -> str:
    if text.lower() not in (*YES, *NO):
        raise ValueError
    return str(text.lower() in YES).lower()


def _moment(text: str, unused_column: Column) -> str:
    if not MOMENT.fullmatch(text):
        raise ValueError
    return str(datetime.fromisoformat(text))


READERS = {
    "text": _words,
    "date": _day,
    "integer": _whole,
    "numeric": _number,
    "boolean": _yes_or_no,
    "timestamp": _moment,
}
