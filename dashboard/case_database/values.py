"""Values of an export while they are still text: what may be read otherwise, and what cannot be stored.

Each is a condition in SQL about one column, so that a table is told in one scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dashboard.case_database.contract import Column, Table
from dashboard.case_database.sheets.sheet import NOT_CALCULATED

# Patterns as DuckDB matches them, on the whole value.
PATTERNS = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "integer": r"-?\d+",
    "numeric": r"-?\d+(\.\d+)?",
    "boolean": r"true|false|t|f|1|0",
    "timestamp": r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?",
}
# Whatever stands round a value and cannot be seen, no-break and wide spaces among it.
SPACES = " \t\r\n\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff"
# How one value of a type may be written otherwise, what it means, and how that is told.
OTHERWISE = {
    "integer": (r"^(-?\d+)\.0+$", "whole_with_point"),
    "date": (r"^(\d{4}-\d{2}-\d{2})[ T]00:00(:00(\.0+)?)?$", "midnight"),
}
SPREADSHEET_ERRORS = (
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#GETTING_DATA",
)
WORDS_FOR_NOTHING = ("NULL", "null", "(null)", "NaN", "nan", "<NA>", "NaT", "\\N", "None", "undefined")


class Condition(NamedTuple):
    """What is looked for in one column: rows for which `holds` is true, in SQL."""

    rule: str
    column: str
    holds: str


def tidied(column: Column) -> str:
    bare = f"nullif({_bare(column.name)}, '')"
    if column.type not in OTHERWISE:
        return bare
    return f"regexp_replace({bare}, '{OTHERWISE[column.type][0]}', '\\1')"


def _bare(name: str) -> str:
    return f"trim(nfc_normalize({name}), '{SPACES}')"


def read_otherwise(table: Table) -> Iterator[Condition]:
    """Yield what is told of values that are read as they can only be meant."""
    for column in table.columns:
        name = column.name
        yield Condition("spaces", name, f"trim({name}, '{SPACES}') not in ('', {name})")
        yield Condition("composed_letters", name, f"nfc_normalize({name}) <> {name}")
        if column.type in OTHERWISE:
            pattern, rule = OTHERWISE[column.type]
            yield Condition(rule, name, f"regexp_matches({_bare(name)}, '{pattern}')")


def wrong_values(table: Table) -> Iterator[Condition]:
    """Yield what keeps a value from being stored."""
    for column in table.columns:
        name = column.name
        no_value = f"{name} in ({_listed(SPREADSHEET_ERRORS)}, '{NOT_CALCULATED}')"
        yield Condition("not_calculated", name, f"{name} = '{NOT_CALCULATED}'")
        yield Condition("spreadsheet_error", name, f"{name} in ({_listed(SPREADSHEET_ERRORS)})")
        if column.type != "text":
            kind = column.type.split("(")[0]
            yield Condition(f"not_{kind}", name, f"not {no_value} and ({_not_of_type(column, kind)})")
        elif not column.codes:
            yield Condition("word_for_nothing", name, f"{name} in ({_listed(WORDS_FOR_NOTHING)})")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _not_of_type(column: Column, kind: str) -> str:
    name, option = column.name, ", 'i'" if kind == "boolean" else ""
    conditions = [
        f"not regexp_full_match({name}, '{PATTERNS[kind]}'{option})",
        f"try_cast({name} as {column.type}) is null",
    ]
    if kind in ("date", "timestamp"):
        # The engine counts a year 0, which no calendar has: exports write it where a day is not known.
        conditions.append(f"{name} like '0000-%'")
    if kind == "numeric":
        # Digits that the column cannot hold would be rounded away unseen.
        conditions.append(f"try_cast({name} as {column.type}) <> try_cast({name} as decimal(38, 12))")
    return " or ".join(conditions)
