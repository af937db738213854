"""Damage to the files of a sound export, as programs and people do it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import worlds
from hypothesis import strategies as st
from site_exports import as_text

from dashboard.case_database.contract import TABLES, Column

Values = list[list[str]]

SOUND = worlds.ALWAYS | {name: [{}] for name in worlds.DEFAULTS if name not in ("service_level", "data_load")}
# What a column of each type may hold, at its ends and beside what it should.
OF_TYPE = {
    "text": ("castle", "모름", "P", "A", "F", "W"),
    "date": (
        "2026-02-28",
        "2026-06-30",
        "2026-07-01",
        "2015-01-01",
        "2014-12-31",
        "0001-01-01",
        "9999-12-31",
    ),
    "integer": ("0", "1", "-1", "2147483647"),
    "numeric": ("0", "0.01", "9.99", "-1"),
    "boolean": ("true", "f", "FALSE"),
    "timestamp": ("2026-06-30 00:00:00", "2026-06-29 23:59:59", "2026-07-01"),
}
# What programs and people write in its place.
CELLS = (
    "",
    " ",
    "castle",
    "네",
    "#N/A",
    "1,5",
    "60.0",
    "1e3",
    "nan",
    "NULL",
    "-1",
    "2147483648",
    "0.0000000000000001",
    "１２",
    "TRUE",
    "0000-00-00",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2026-02-30",
    "2026-06-30",
    "2026-06-30 00:00:00",
    "2026-06-30T23:59:59",
    "2026-07-02",
    "30.06.2026",
    'a "b" c',
    "line\r\nbreak",
    "\u00a0A\u00a0",
    "P",
    "R",
    "B",
    "F",
    "\u1100\u1161",
    "\u200b",
    "\u202e",
    "x" * 300,
)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "cp949", "latin-1", "euc-jp")
BYTES = (
    b'"',
    b'""',
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\r\n",
    b"\n\n",
    b",",
    b",,,,\r\n",
    b"\x1a",
    b"=",
)


@dataclass(frozen=True)
class Export:
    """The files of an export by name, whether they lie in an archive, and what has happened to them."""

    files: dict[str, bytes]
    packed: bool = False
    done: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "; ".join((*self.done, *(["packed"] if self.packed else [])))

    def _repr_pretty_(self, printer: Any, unused_cycle: bool) -> None:
        """Tell Hypothesis what has happened, and not every row."""
        printer.text(repr(self))


def sound_export() -> Export:
    return Export({f"{name}.csv": written(_sound(name)) for name in TABLES})


def _sound(table: str) -> Values:
    rows = worlds.complete(table, SOUND.get(table, []))
    return [[*TABLES[table].column_names], *([as_text(value) for value in row.values()] for row in rows)]


def written(values: Values, separator: str = ",", line_end: str = "\r\n") -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=separator, lineterminator=line_end).writerows(values)
    return lines.getvalue().encode()


def values_of(content: bytes) -> Values:
    """Return the values of a file, as far as it has some."""
    try:
        return [*csv.reader(io.StringIO(content.decode(), newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return []


@st.composite
def damaged_exports(draw: st.DrawFn) -> Export:
    """Draw an export to which one to three things have happened."""
    export = replace(sound_export(), packed=draw(st.sampled_from([False, False, False, True])))
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)):
        export = draw(kind(export))
    return export


@st.composite
def _file(draw: st.DrawFn, export: Export) -> str:
    """Draw a file; those that figures or everything hang on come more often."""
    first = [f"{name}.csv" for name in ("visit", "case_file", "data_load", "org_unit")]
    return draw(st.sampled_from([*(name for name in first if name in export.files), *export.files]))


@st.composite
def _rows_of(draw: st.DrawFn, export: Export) -> tuple[str, Values, int]:
    """Draw a file with its values and the place of a row beneath the header, 0 where there is none."""
    name = draw(_file(export))
    values = values_of(export.files[name])
    return name, values, draw(st.integers(1, len(values) - 1)) if len(values) > 1 else 0


@st.composite
def other_cell(draw: st.DrawFn, export: Export) -> Export:
    name, values, row = draw(_rows_of(export))
    return draw(_with_cell(export, name, values, row)) if row and values[row] else export


@st.composite
def _with_cell(draw: st.DrawFn, export: Export, name: str, values: Values, row: int) -> Export:
    place = draw(st.integers(0, len(values[row]) - 1))
    column = _column(name, values[0][place] if place < len(values[0]) else "")
    codes = column.codes if column else ()
    of_type = st.sampled_from(OF_TYPE[column.type.split("(")[0] if column else "text"])
    own = st.sampled_from([*codes, *(line[0] for line in values[1:] if line)])
    value = draw(of_type | of_type | own | st.sampled_from(CELLS))
    changed = [[*line] for line in values]
    changed[row][place] = value
    return _with(export, name, written(changed))


def _column(file: str, name: str) -> Column | None:
    table = TABLES.get(PurePath(file).stem.lower())
    return table.column(name) if table and name in table.column_names else None


@st.composite
def another_parent(draw: st.DrawFn, export: Export) -> Export:
    """Draw a tree of units that may be none."""
    values = values_of(export.files.get("org_unit.csv", b""))
    if len(values) < 2 or "parent_id" not in values[0]:
        return export
    row, place = draw(st.integers(1, len(values) - 1)), values[0].index("parent_id")
    if place >= len(values[row]):
        return export
    values[row][place] = draw(st.sampled_from(["", "X", "P", "R", "A", "B"]))
    return _with(export, "org_unit.csv", written(values))


@st.composite
def row_again(draw: st.DrawFn, export: Export) -> Export:
    """Draw a row a second time, with another value in it."""
    name, values, row = draw(_rows_of(export))
    if not row or not values[row]:
        return export
    at = draw(st.integers(1, len(values)))
    return draw(_with_cell(export, name, [*values[:at], values[row], *values[at:]], at))


@st.composite
def no_row(draw: st.DrawFn, export: Export) -> Export:
    name, values, row = draw(_rows_of(export))
    return _with(export, name, written([*values[:row], *values[row + 1 :]])) if row else export


@st.composite
def other_order(draw: st.DrawFn, export: Export) -> Export:
    """Draw the columns in another order: it says the same."""
    name, values, row = draw(_rows_of(export))
    if not row or any(len(line) != len(values[0]) for line in values):
        return export
    order = draw(st.permutations(range(len(values[0]))))
    return _with(export, name, written([[line[place] for place in order] for line in values]))


@st.composite
def another_column(draw: st.DrawFn, export: Export) -> Export:
    """Draw a column that is not of the contract: it is not loaded."""
    name, values, unused_row = draw(_rows_of(export))
    if not values:
        return export
    told = draw(st.sampled_from(["note", "", "org id", values[0][0] if values[0] else "note"]))
    return _with(export, name, written([[*values[0], told], *([*line, "-"] for line in values[1:])]))


@st.composite
def other_header(draw: st.DrawFn, export: Export) -> Export:
    name, values, unused_row = draw(_rows_of(export))
    if not values or not values[0]:
        return export
    place = draw(st.integers(0, len(values[0]) - 1))
    old = values[0][place]
    values[0][place] = draw(st.sampled_from([old.upper(), f" {old} ", old[:-1], "", "note", *values[0]]))
    return _with(export, name, written(values))


@st.composite
def no_header(draw: st.DrawFn, export: Export) -> Export:
    """Draw a file whose first row already holds values, or one with a title above its header."""
    name, values, row = draw(_rows_of(export))
    if not row:
        return export
    return _with(export, name, written(draw(st.sampled_from([values[1:], [["Export"], *values]]))))


@st.composite
def other_form(draw: st.DrawFn, export: Export) -> Export:
    """Draw another separator, or other ends of lines."""
    name, values, row = draw(_rows_of(export))
    separator, end = draw(st.sampled_from([";", "\t", "|", ","])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    before = draw(st.sampled_from([b"", b"", f"sep={separator}{end}".encode(), end.encode()]))
    return _with(export, name, before + written(values, separator, end)) if row else export


@st.composite
def other_encoding(draw: st.DrawFn, export: Export) -> Export:
    name = draw(_file(export))
    try:
        content = export.files[name].decode().encode(draw(st.sampled_from(ENCODINGS)))
    except UnicodeError:
        return export
    return _with(export, name, content)


@st.composite
def cut_off(draw: st.DrawFn, export: Export) -> Export:
    name = draw(_file(export))
    content = export.files[name]
    return _with(export, name, content[: draw(st.integers(0, len(content)))])


@st.composite
def other_bytes(draw: st.DrawFn, export: Export) -> Export:
    """Draw some bytes within a file: a quote that never ends, half a letter, a line too many."""
    name = draw(_file(export))
    content = export.files[name]
    at, length = draw(st.integers(0, len(content))), draw(st.integers(0, 2))
    return _with(export, name, content[:at] + draw(st.sampled_from(BYTES)) + content[at + length :])


@st.composite
def other_kind(draw: st.DrawFn, export: Export) -> Export:
    """Draw a file as Parquet, its columns of the contract's types or of text: it says the same."""
    name, values, row = draw(_rows_of(export))
    if not row or any(len(line) != len(values[0]) for line in values) or len({*values[0]}) < len(values[0]):
        return export
    typed = draw(st.booleans())
    columns = {
        head: _typed([line[place] for line in values[1:]], _column(name, head) if typed else None)
        for place, head in enumerate(values[0])
    }
    content = io.BytesIO()
    pq.write_table(pa.table(columns), content)
    left = {other: held for other, held in export.files.items() if other != name}
    return _with(replace(export, files=left), f"{PurePath(name).stem}.parquet", content.getvalue())


def _typed(cells: list[str], column: Column | None) -> pa.Array:
    """Return the cells with the type of their column, or as text where one is none of it."""
    types = {
        "date": (date.fromisoformat, pa.date32()),
        "timestamp": (datetime.fromisoformat, pa.timestamp("us")),
        "integer": (float, pa.float64()),
        "numeric": (Decimal, None),
        "boolean": ({"true": True, "false": False}.__getitem__, pa.bool_()),
    }
    try:
        read, kind = types[column.type.split("(")[0] if column else ""]
        return pa.array([read(cell) if cell else None for cell in cells], kind)
    except (KeyError, ValueError, ArithmeticError):
        return pa.array(cells, pa.string())


@st.composite
def no_file(draw: st.DrawFn, export: Export) -> Export:
    name = draw(_file(export))
    left = {other: content for other, content in export.files.items() if other != name}
    return replace(export, files=left, done=(*export.done, f"no {name}"))


@st.composite
def other_name(draw: st.DrawFn, export: Export) -> Export:
    """Draw another name, or a copy under another one."""
    name = draw(_file(export))
    stem, kind = PurePath(name).stem, PurePath(name).suffix
    new = draw(
        st.sampled_from(
            [
                name.upper(),
                f"{stem}{kind.upper()}",
                f"{stem} (1){kind}",
                f"~{name}",
                f"{name}.bak",
                f".{name}",
            ]
        )
    )
    kept = draw(st.booleans())
    left = {other: content for other, content in export.files.items() if kept or other != name}
    done = f"{name} is {'also ' if kept else ''}called {new}"
    return replace(export, files=left | {new: export.files[name]}, done=(*export.done, done))


def _with(export: Export, name: str, content: bytes) -> Export:
    what = f"{name} is {content[:600]!r}"
    return replace(export, files=export.files | {name: content}, done=(*export.done, what))


KINDS: tuple[Callable[[Export], st.SearchStrategy[Export]], ...] = (
    # What happens to values comes more often than what is told of a whole file.
    *(6 * [other_cell]),
    *(3 * [row_again]),
    *(2 * [no_row]),
    *(2 * [other_order]),
    *(2 * [other_form]),
    *(2 * [other_kind]),
    *(2 * [other_name]),
    another_parent,
    another_column,
    other_header,
    no_header,
    other_encoding,
    cut_off,
    other_bytes,
    no_file,
)
