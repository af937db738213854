"""The SQL files of `queries/`: their headers are read, and hold.

A file counts rows (`queries/`), prepares rows that several files count from
(`queries/relations/`) or says what the figures are about: units, targets and
the like (`queries/about/`). The header names parameters, columns with their types,
and the tables that the file reads, so that relations are made in the right
order and a test can hold each file to what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from sqlalchemy import Connection, TextClause, text

from dashboard.case_database.prepared_rows import compress
from dashboard.resources import QUERIES

SECTIONS = ("Parameters", "Grain", "Columns", "Tables")
ENTRY = re.compile(r"(\w+)\s{2,}(\w+(?: precision|\(\d+,\d+\))?)(?:\s{2,}|$)")


@dataclass(frozen=True)
class Query:
    """One SQL file: `columns` is name to type, `tables` what it reads."""

    name: str
    says: str
    parameters: tuple[str, ...]
    columns: dict[str, str]
    tables: tuple[str, ...]
    sql: str

    def bound(self, **values: object) -> TextClause:
        """Return the statement with those of the values that it declares."""
        return text(self.sql).bindparams(**{name: values[name] for name in self.parameters})


@cache
def counts() -> dict[str, Query]:
    """Return the files that count, by name."""
    return {path.stem: read(path) for path in sorted(QUERIES.glob("*.sql"))}


@cache
def about() -> dict[str, Query]:
    """Return the files that say what the figures are about, by name."""
    return {path.stem: read(path) for path in sorted((QUERIES / "about").glob("*.sql"))}


@cache
def relations() -> dict[str, Query]:
    """Return the files that prepare rows, each after those that it reads."""
    found = {path.stem: read(path) for path in sorted((QUERIES / "relations").glob("*.sql"))}
    needs = {name: {t for t in query.tables if t in found} for name, query in found.items()}
    return {name: found[name] for name in TopologicalSorter(needs).static_order()}


def tables_behind(name: str) -> frozenset[str]:
    """Return the tables of the contract that a file counts from, through its relations too."""
    query = counts().get(name) or relations()[name]
    through = [tables_behind(table) for table in query.tables if table in relations()]
    return frozenset(query.tables).difference(relations()).union(*through)


def prepare(connection: Connection, **values: object) -> None:
    """Make a table of every relation, each after those that it reads."""
    for name, query in relations().items():
        columns = ", ".join(f"{column} {type_}" for column, type_ in query.columns.items())
        connection.execute(text(f"create table {name} ({columns})"))
        connection.execute(_insert(name, query, values))
        compress(connection)


def _insert(name: str, query: Query, values: dict[str, object]) -> TextClause:
    into = f"insert into {name} ({', '.join(query.columns)})\n"
    chosen = {parameter: values[parameter] for parameter in query.parameters}
    return text(into + query.sql).bindparams(**chosen)


def read(path: Path) -> Query:
    """Read one SQL file.

    Raises:
        ValueError: its header lacks a section.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    length = next(n for n, line in enumerate(lines) if not line.startswith("--"))
    header = [line[2:].strip() for line in lines[:length]]
    sections = _sections(header)
    missing = [section for section in SECTIONS if section not in sections]
    if missing:
        raise ValueError(f"queries: the header of {path.name} has no section {missing[0]!r}.")
    return Query(
        name=path.stem,
        says=header[0],
        parameters=tuple(_entries(sections["Parameters"])),
        columns=_entries(sections["Columns"]),
        tables=_names(sections["Tables"]),
        sql="\n".join(lines[length:]),
    )


def _sections(header: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in header:
        if line in SECTIONS:
            current = found.setdefault(line, [])
        else:
            current.append(line)
    return found


def _entries(lines: list[str]) -> dict[str, str]:
    matches = (ENTRY.match(line) for line in lines)
    return {match[1]: match[2] for match in matches if match}


def _names(lines: list[str]) -> tuple[str, ...]:
    words = re.findall(r"\w+", " ".join(lines))
    return () if words == ["none"] else tuple(words)
