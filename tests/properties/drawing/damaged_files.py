"""Damage to the files of a sound export, as programs and people do it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import worlds
from hypothesis import strategies as st
from site_exports import as_text

from dashboard.case_database.contract import TABLES

Values = list[list[str]]

SOUND = worlds.ALWAYS | {name: [{}] for name in worlds.DEFAULTS if name not in ("service_level", "data_load")}
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
    "-1",
    "TRUE",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "2026-06-30",
    "30.06.2026",
    'a "b" c',
    "line\r\nbreak",
    "\u00a0A\u00a0",
    "가",
    "\u200b",
    "x" * 300,
)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "cp949", "latin-1", "euc-jp")


@dataclass(frozen=True)
class Export:
    """The files of an export: their bytes by name, and what of them may read otherwise.

    Attributes:
        cells: table, place of the row and column of the values that were changed.
        tables: tables whose bytes were changed, of which anything may have become.
        done: what has happened, for the eye.
    """

    files: dict[str, bytes]
    cells: frozenset[tuple[str, int, str]] = frozenset()
    tables: frozenset[str] = frozenset()
    done: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "; ".join(self.done)


def rows_of(table: str) -> list[dict]:
    """Return the rows of a table of the sound export, as text."""
    rows = worlds.complete(table, SOUND.get(table, []))
    return [{name: as_text(value) for name, value in row.items()} for row in rows]


def sound_export() -> Export:
    return Export(
        {
            f"{name}.csv": written([list(table.column_names), *(list(row.values()) for row in rows_of(name))])
            for name, table in TABLES.items()
        }
    )


def written(values: Values, separator: str = ",", line_end: str = "\r\n") -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=separator, lineterminator=line_end).writerows(values)
    return lines.getvalue().encode()


def values_of(content: bytes) -> Values | None:
    """Return the values of a file that nothing has happened to but to its values."""
    try:
        return [*csv.reader(io.StringIO(content.decode(), newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return None


@st.composite
def damaged_exports(draw: st.DrawFn) -> Export:
    """Draw an export to which one to three things have happened."""
    export = sound_export()
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)):
        export = draw(kind(export))
    return export


@st.composite
def _file(draw: st.DrawFn, export: Export) -> tuple[str, str]:
    name = draw(
        st.sampled_from(["org_unit.csv", "data_load.csv", *export.files]).filter(export.files.__contains__)
    )
    return name, name.removesuffix(".csv")


@st.composite
def other_cell(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    values = values_of(export.files[name])
    if not values or len(values) < 2 or values[0] != list(TABLES[table].column_names):
        return export
    row, column = draw(st.integers(1, len(values) - 1)), draw(st.integers(0, len(values[0]) - 1))
    if column >= len(values[row]):
        return export
    values[row][column] = draw(st.sampled_from(CELLS))
    cell = (table, row - 1, values[0][column])
    return replace(_with(export, name, written(values)), cells=export.cells | {cell})


@st.composite
def other_order(draw: st.DrawFn, export: Export) -> Export:
    """Draw the columns in another order: it says the same."""
    name, unused_table = draw(_file(export))
    values = values_of(export.files[name])
    if not values or any(len(row) != len(values[0]) for row in values):
        return export
    order = draw(st.permutations(range(len(values[0]))))
    return _with(export, name, written([[row[place] for place in order] for row in values]))


@st.composite
def another_column(draw: st.DrawFn, export: Export) -> Export:
    """Draw a column that is not of the contract: it is not loaded."""
    name, unused_table = draw(_file(export))
    values = values_of(export.files[name])
    if not values:
        return export
    return _with(export, name, written([[*values[0], "note"], *([*row, "-"] for row in values[1:])]))


@st.composite
def other_header(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    values = values_of(export.files[name])
    if not values:
        return export
    place = draw(st.integers(0, len(values[0]) - 1))
    old = values[0][place]
    new = [old.upper(), f" {old} ", old[:-1], "", "note", *values[0]]
    values[0][place] = draw(st.sampled_from(new))
    return _otherwise(export, name, table, written(values))


@st.composite
def other_form(draw: st.DrawFn, export: Export) -> Export:
    """Draw another separator, or other ends of lines."""
    name, table = draw(_file(export))
    values = values_of(export.files[name])
    if not values:
        return export
    separator, end = draw(st.sampled_from([";", "\t", "|", ","])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return _otherwise(export, name, table, written(values, separator, end))


@st.composite
def other_encoding(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    try:
        content = export.files[name].decode().encode(draw(st.sampled_from(ENCODINGS)))
    except UnicodeError:
        return export
    return _otherwise(export, name, table, content)


@st.composite
def cut_off(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    content = export.files[name]
    return _otherwise(export, name, table, content[: draw(st.integers(0, len(content)))])


@st.composite
def other_bytes(draw: st.DrawFn, export: Export) -> Export:
    """Draw some bytes within a file: a quote that never ends, half a letter, a line too many."""
    name, table = draw(_file(export))
    content = export.files[name]
    at = draw(st.integers(0, len(content)))
    put = draw(
        st.sampled_from(
            [b'"', b'""', b"\0", b"\xff", b"\xed\xa0\x80", b"\r\n", b"\n\n", b",", b",,,,\r\n", b"\x1a", b"="]
        )
    )
    length = draw(st.integers(0, 2))
    return _otherwise(export, name, table, content[:at] + put + content[at + length :])


@st.composite
def no_file(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    left = {other: content for other, content in export.files.items() if other != name}
    return replace(export, files=left, tables=export.tables | {table}, done=(*export.done, f"no {name}"))


@st.composite
def other_name(draw: st.DrawFn, export: Export) -> Export:
    name, table = draw(_file(export))
    new = draw(
        st.sampled_from([name.upper(), f"{table}.CSV", f"{table} (1).csv", f"~{name}", f"{table}.csv.bak"])
    )
    left = {other: content for other, content in export.files.items() if other != name}
    renamed = _otherwise(replace(export, files=left), new, table, export.files[name])
    return replace(renamed, done=(*export.done, f"{name} is called {new}"))


def _with(export: Export, name: str, content: bytes) -> Export:
    what = f"{name} is {content[:600]!r}"
    return replace(export, files=export.files | {name: content}, done=(*export.done, what))


def _otherwise(export: Export, name: str, table: str, content: bytes) -> Export:
    return replace(_with(export, name, content), tables=export.tables | {table})


KINDS: tuple[Callable[[Export], st.SearchStrategy[Export]], ...] = (
    # Most often values: the rest is told before any is looked at.
    other_cell,
    other_cell,
    other_cell,
    other_order,
    another_column,
    other_header,
    other_form,
    other_encoding,
    cut_off,
    other_bytes,
    no_file,
    other_name,
)
