"""How many rows break each rule, and how many are left out, by centre.

Both are counted over the database as loaded, from the temporary tables
`broken_row` and `left_out` of an open reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import text

from dashboard.case_database import broken_rows, row_owners, rules
from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.reading import Reading

RULES = (*rules.ERRORS, *rules.WARNINGS)


@dataclass(frozen=True)
class FindingCount:
    """Rows of one table that break one rule in one unit, each counted once.

    `unit` is the org_id of the centre, or of the programme where no centre can
    be told; None where the database has no unit at all. `people` are the
    distinct families or workers behind the rows, at least 1 where the table
    holds any, else 0.
    """

    rule: str
    severity: str
    table: str
    unit: str | None
    rows: int
    people: int


@dataclass(frozen=True)
class LeftOut:
    """Rows of one table in one unit that are in no figure; `unit` and `people` as above.

    `referring` are the people behind the rows that break no rule themselves,
    and only refer to one that does.
    """

    table: str
    unit: str | None
    rows: int
    people: int
    referring: int


@dataclass(frozen=True)
class Completeness:
    """Values in columns that may not be empty, of the required tables."""

    filled: int
    required: int


def findings(found: Reading) -> tuple[FindingCount, ...]:
    """Return the rows that break a rule, in the order of the rules and the contract.

    The warning rules are looked for here, so call it once in a reading.
    """
    warnings = rules.warnings(found.load.latest_event_on)
    broken_rows.add(found.connection, warnings, found.addresses, found.counts)
    counts = (FindingCount(*row) for row in _counted(found, _broken))
    return tuple(sorted(counts, key=lambda each: (RULES.index(each.rule), *_place(each))))


def left_out(found: Reading) -> tuple[LeftOut, ...]:
    """Return the rows that break an error rule or refer to one that does."""
    counts = (LeftOut(*row) for row in _counted(found, _left_out))
    return tuple(sorted(counts, key=_place))


def completeness(found: Reading) -> Completeness:
    """Return how many of the values that must be there are there.

    Empty ones have been found one by one, so only rows are counted here.
    """
    required = {name: table for name, table in TABLES.items() if table.required}
    values = sum(
        found.counts[name] * sum(not column.nullable for column in table.columns)
        for name, table in required.items()
    )
    names = ", ".join(f"'{name}'" for name in required)
    empty = found.connection.execute(
        text(f"select count(*) from broken_row where rule = 'missing_required' and table_name in ({names})")
    ).scalar_one()
    return Completeness(values - empty, values)


def _place(each: FindingCount | LeftOut) -> tuple[int, str]:
    return (list(TABLES).index(each.table), each.unit or "")


def _counted(found: Reading, select: Callable[[Reading, Table], str]) -> Iterator[tuple]:
    """Yield what a select counts in each table that has a row in broken_row or left_out."""
    names = set(found.connection.execute(text("select distinct table_name from broken_row")).scalars())
    names |= set(found.connection.execute(text("select distinct table_name from left_out")).scalars())
    programme = row_owners.programme(found) if names else None
    for name in (name for name in TABLES if name in names):
        statement = text(select(found, TABLES[name]))
        yield from map(tuple, found.connection.execute(statement, {"programme": programme}))


def _broken(found: Reading, table: Table) -> str:
    return (
        f"select broken_row.rule, broken_row.severity, '{table.name}', {row_owners.UNIT} as unit, "
        f"count(distinct broken_row.row_id) as found, {row_owners.people(table)} as people "
        f"{_from(found, table, 'broken_row')} group by broken_row.rule, broken_row.severity, unit"
    )


def _left_out(found: Reading, table: Table) -> str:
    itself = (
        "left_out.row_id in (select broken_row.row_id from broken_row "
        f"where broken_row.severity = 'error' and broken_row.table_name = '{table.name}')"
    )
    return (
        f"select '{table.name}', {row_owners.UNIT} as unit, count(distinct left_out.row_id) as found, "
        f"{row_owners.people(table)} as people, {row_owners.people(table, f'not {itself}')} as referring "
        f"{_from(found, table, 'left_out')} group by unit"
    )


def _from(found: Reading, table: Table, rows: str) -> str:
    name = table.name
    return (
        f"from {rows} inner join {found.addresses[name]} as {name} on {name}.rowid = {rows}.row_id "
        f"{row_owners.joins(found, table)} where {rows}.table_name = '{name}'"
    )
