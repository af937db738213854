"""Damage to a sound database, as it happens at sites: to cells, days, keys, rows, tables and types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import worlds
from hypothesis import strategies as st
from site_exports import as_text

from dashboard.case_database.contract import TABLES, Column
from properties.drawing.programmes import Programme
from properties.drawing.rows import Rows

# What may stand in a column of each type, at the ends of what it can hold and beside what it should.
VALUES: dict[str, tuple[str | None, ...]] = {
    "text": (
        None,
        "castle",
        "모름",
        "a" * 300,
        "line\nbreak",
        "it's",
        ":name",
        "%s {x}",
        "\u202e",
        "P",
        "A",
        "F0",
    ),
    "date": (
        None,
        "0001-01-01",
        "1677-09-20",
        "2014-12-31",
        "2015-01-01",
        "2026-02-28",
        "2026-07-01",
        "2262-04-12",
        "9999-12-31",
        "10000-01-01",
        "infinity",
        "-infinity",
    ),
    "integer": (None, "0", "-1", "1", "2147483647", "-2147483648"),
    "numeric": (None, "0", "-1", "0.01", "9.99"),
    "boolean": (None, "true", "false"),
    "timestamp": (
        None,
        "0001-01-01 00:00:00",
        "2026-06-29 23:59:59",
        "2026-06-30 00:00:00",
        "9999-12-31 23:59:59",
        "infinity",
        "-infinity",
    ),
}
# Types in which a site may hold a column of each type of the contract.
OTHER_TYPES = {
    "date": ("text", "timestamp", "timestamp with time zone"),
    "integer": ("text", "bigint"),
    "numeric": ("text", "double precision"),
    "boolean": ("text",),
    "timestamp": ("text",),
}
# What is of no type but text.
JUNK = ("abc", "2026-13-01", "1,5", "네", " ")


@dataclass(frozen=True)
class Damaged:
    """A database after the damage.

    Attributes:
        rows: complete rows by table, values as the text of their type.
        types: columns of another type than the contract's, by table and name.
        without: tables that are not there.
        lacking: columns that are not there, by table and name.
        views: tables of which a view stands in the place.
        done: what has happened, for the eye.
    """

    rows: Rows
    types: dict[tuple[str, str], str]
    without: frozenset[str]
    lacking: frozenset[tuple[str, str]]
    views: frozenset[str]
    done: tuple[str, ...] = ()

    def __repr__(self) -> str:
        lost = sorted([*self.without, *(".".join(column) for column in self.lacking)])
        return f"{'; '.join(self.done)}; types {self.types}; without {lost}; views {sorted(self.views)}"

    def _repr_pretty_(self, printer: Any, unused_cycle: bool) -> None:
        """Tell Hypothesis what has happened, and not every row."""
        printer.text(repr(self))

    @property
    def cannot_be_read(self) -> bool:
        """Whether a required table, a column or a type is such that no row is looked at."""
        return (
            any(TABLES[name].required for name in self.without)
            or any(table not in self.without for table, unused_column in self.lacking)
            or any(
                row[column] in JUNK
                for table, column in self.types
                if table not in self.without
                for row in self.rows[table]
            )
            or any(not self.rows[name] for name in ("org_unit", "data_load"))
        )


@st.composite
def damaged(draw: st.DrawFn, programme: Programme) -> Damaged:
    """Draw a programme to which one to three things have happened."""
    told = worlds.ALWAYS | programme.rows
    rows = {name: [_text(row) for row in worlds.complete(name, told.get(name, []))] for name in TABLES}
    database = Damaged(rows, {}, frozenset(programme.without), frozenset(), frozenset())
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)):
        database = draw(kind(database))
    return database


def _text(row: dict) -> dict:
    """Return the row with the text of its values, and None for what is empty."""
    return {name: as_text(value) or None for name, value in row.items()}


@st.composite
def _table(draw: st.DrawFn, database: Damaged, first: tuple[str, ...] = ()) -> str:
    """Draw a table with rows; those that everything hangs on come more often."""
    filled = [name for name in TABLES if database.rows[name]]
    return draw(st.sampled_from([*(name for name in first if database.rows[name]), *filled]))


@st.composite
def _cell(draw: st.DrawFn, database: Damaged) -> tuple[str, int, Column]:
    table = draw(_table(database, ("org_unit", "data_load", "case_file", "visit_plan", "visit")))
    place = draw(st.integers(0, len(database.rows[table]) - 1))
    return table, place, draw(st.sampled_from(TABLES[table].columns))


@st.composite
def _value(draw: st.DrawFn, database: Damaged, column: Column) -> str | None:
    kind = column.type.split("(")[0]
    there = [row[column.name] for row in database.rows[column.table]]
    own = [*column.codes, *there]
    return draw(st.sampled_from(VALUES[kind]) | st.sampled_from(own))


@st.composite
def other_cell(draw: st.DrawFn, database: Damaged) -> Damaged:
    table, place, column = draw(_cell(database))
    value = draw(_value(database, column))
    return _with(database, table, place, column.name, value)


@st.composite
def other_column(draw: st.DrawFn, database: Damaged) -> Damaged:
    """Draw one value for all rows, as a wrong formula or a wrong view gives it."""
    table, unused_place, column = draw(_cell(database))
    value = draw(_value(database, column))
    rows = [row | {column.name: value} for row in database.rows[table]]
    return _rows(database, table, rows, f"{column.name} is {value!r} throughout")


@st.composite
def another_parent(draw: st.DrawFn, database: Damaged) -> Damaged:
    """Draw a tree of units that may be none."""
    place = draw(st.integers(0, len(database.rows["org_unit"]) - 1)) if database.rows["org_unit"] else 0
    keys = [row["org_id"] for row in database.rows["org_unit"]] or [None]
    return _with(database, "org_unit", place, "parent_id", draw(st.sampled_from([None, "X", *keys])))


@st.composite
def no_row(draw: st.DrawFn, database: Damaged) -> Damaged:
    table, place, unused_column = draw(_cell(database))
    rows = database.rows[table]
    return _rows(database, table, [*rows[:place], *rows[place + 1 :]], f"no row {place}")


@st.composite
def row_again(draw: st.DrawFn, database: Damaged) -> Damaged:
    """Draw a row a second time, often with another value in it."""
    table, place, column = draw(_cell(database))
    row = database.rows[table][place]
    again = row | {column.name: draw(_value(database, column))}
    at = draw(st.integers(0, len(database.rows[table])))
    rows = [*database.rows[table]]
    rows.insert(at, draw(st.sampled_from([row, again])))
    return _rows(
        database, table, rows, f"row {place} again at {at}, with {column.name} {rows[at][column.name]!r}"
    )


@st.composite
def other_order(draw: st.DrawFn, database: Damaged) -> Damaged:
    table = draw(_table(database))
    return _rows(database, table, draw(st.permutations(database.rows[table])), "another order")


@st.composite
def emptied(draw: st.DrawFn, database: Damaged) -> Damaged:
    return _rows(database, draw(_table(database)), [], "no rows")


@st.composite
def other_type(draw: st.DrawFn, database: Damaged) -> Damaged:
    """Draw a column of another type, at times with something in it that is none of its own."""
    table, place, column = draw(_cell(database))
    kind = column.type.split("(")[0]
    if kind not in OTHER_TYPES:
        return database
    type_ = draw(st.sampled_from(OTHER_TYPES[kind]))
    database = replace(database, types=database.types | {(table, column.name): type_})
    if type_ == "text" and draw(st.sampled_from([False, False, False, True])):
        return _with(database, table, place, column.name, draw(st.sampled_from(JUNK)))
    return database


@st.composite
def a_view(draw: st.DrawFn, database: Damaged) -> Damaged:
    return replace(database, views=database.views | {draw(st.sampled_from(sorted(TABLES)))})


@st.composite
def no_table(draw: st.DrawFn, database: Damaged) -> Damaged:
    """Draw a table that is not there, more often one that need not be."""
    optional = [name for name in TABLES if not TABLES[name].required]
    return replace(database, without=database.without | {draw(st.sampled_from(2 * optional + [*TABLES]))})


@st.composite
def no_column(draw: st.DrawFn, database: Damaged) -> Damaged:
    table = draw(st.sampled_from(sorted(TABLES)))
    column = draw(st.sampled_from(TABLES[table].column_names))
    return replace(database, lacking=database.lacking | {(table, column)})


def _with(database: Damaged, table: str, place: int, column: str, value: str | None) -> Damaged:
    rows = [*database.rows[table]]
    rows[place : place + 1] = [row | {column: value} for row in rows[place : place + 1]]
    return _rows(database, table, rows, f"{column} of row {place} is {value!r}")


def _rows(database: Damaged, table: str, rows: list[dict], what: str) -> Damaged:
    return replace(database, rows=database.rows | {table: rows}, done=(*database.done, f"{table}: {what}"))


KINDS: tuple[Callable[[Damaged], st.SearchStrategy[Damaged]], ...] = (
    # What happens to values comes more often than what is told at once.
    *(5 * [other_cell]),
    *(2 * [other_column]),
    *(2 * [no_row]),
    *(2 * [row_again]),
    *(2 * [other_type]),
    *(2 * [a_view]),
    other_order,
    another_parent,
    emptied,
    no_table,
    no_column,
)
