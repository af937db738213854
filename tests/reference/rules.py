"""The error rules of the contract, and the rows that stay without their breakers.

Broken rows are found over the database as loaded. Then every row goes that
refers to a row that has gone, until nothing changes any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dashboard.case_database.contract import TABLES

from .checks import CHECKS, orphan
from .rows import Row, Tables


def newest_load(tables: Tables) -> Row:
    numbered = [row for row in tables["data_load"] if row["load_id"] is not None]
    return max(numbered, key=lambda row: row["load_id"])


def without_errors(tables: Tables) -> Tables:
    """Return the rows that break no error rule and refer to none that does."""
    broken = {(table, place) for unused_rule, table, place in broken_rows(tables)}
    left = {
        table: [row for place, row in enumerate(rows) if (table, place) not in broken]
        for table, rows in tables.items()
    }
    while True:
        smaller = _without_orphans(left)
        if all(len(smaller[table]) == len(left[table]) for table in left):
            return smaller
        left = smaller


def broken_rows(tables: Tables) -> Iterator[tuple[str, str, int]]:
    """Yield (rule, table, place of the row in its table) for each finding."""
    first = {table: _first_by_key(table, rows) for table, rows in tables.items()}
    ends_on = newest_load(tables)["latest_event_on"]
    for table, rows in tables.items():
        for place, row in enumerate(rows):
            for rule, breaks in CHECKS.items():
                if breaks(table, row, tables, first, ends_on):
                    yield rule, table, place
        yield from (("duplicate_key", table, at) for at in _duplicates(table, rows))
        yield from (("overlapping_history", table, at) for at in _overlaps(table, rows))


def _without_orphans(tables: Tables) -> Tables:
    first = {table: _first_by_key(table, rows) for table, rows in tables.items()}
    return {
        table: [row for row in rows if not orphan(table, row, tables, first, None)]
        for table, rows in tables.items()
    }


def _key(table: str, row: Row) -> tuple:
    return tuple(row[column] for column in TABLES[table].primary_key)


def _first_by_key(table: str, rows: list[Row]) -> dict[tuple, Row]:
    first: dict[tuple, Row] = {}
    for row in rows:
        first.setdefault(_key(table, row), row)
    return first


def _duplicates(table: str, rows: list[Row]) -> Iterator[int]:
    seen = set()
    for place, row in enumerate(rows):
        key = _key(table, row)
        if None in key:
            continue
        if key in seen:
            yield place
        seen.add(key)


def _overlaps(table: str, rows: list[Row]) -> Iterator[int]:
    """Places of history rows that begin before an earlier one has ended."""
    if "valid_to" not in TABLES[table].column_names:
        return
    histories = defaultdict(list)
    for place, row in enumerate(rows):
        key = _key(table, row)
        if None not in key:
            place_in_key = TABLES[table].primary_key.index("valid_from")
            histories[key[:place_in_key]].append((place, row))
    duplicates = set(_duplicates(table, rows))
    for history in histories.values():
        for place, row in history:
            if place in duplicates:
                continue
            if any(_runs_into(earlier, row) for unused_place, earlier in history):
                yield place


def _runs_into(earlier: Row, later: Row) -> bool:
    if earlier["valid_from"] >= later["valid_from"]:
        return False
    return earlier["valid_to"] is None or earlier["valid_to"] > later["valid_from"]
