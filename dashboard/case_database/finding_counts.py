"""How many rows break each rule, and how many are left out, by centre.

Both are counted over the database as loaded, from the temporary tables
`broken_row` and `left_out` of an open reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text

from dashboard.case_database import broken_rows, rules
from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.reading import Reading

RULES = (*rules.ERRORS, *rules.WARNINGS)
# Rows that name neither a centre nor a family nor a worker: the row that leads there.
LEADS_BY = {
    "visit_content": ("visit_id", "visit"),
    "plan_goal": ("plan_id", "care_plan"),
    "budget_version": ("line_id", "budget_line"),
    "budget_phase": ("line_id", "budget_line"),
    "grant_decision": ("request_id", "grant_request"),
    # By the request itself: the decision may be what is missing.
    "grant_payment": ("request_id", "grant_request"),
    "settlement": ("advance_id", "advance"),
}


@dataclass(frozen=True)
class FindingCount:
    """Rows of one table that break one rule in one unit, each counted once.

    `unit` is the org_id of the centre, or of the programme where no centre can
    be told; None where the database has no unit at all.
    """

    rule: str
    severity: str
    table: str
    unit: str | None
    rows: int


@dataclass(frozen=True)
class LeftOut:
    """Rows of one table in one unit that are in no figure; `unit` as above."""

    table: str
    unit: str | None
    rows: int


@dataclass(frozen=True)
class Completeness:
    """Values in columns that may not be empty, of the required tables."""

    filled: int
    required: int


def findings(found: Reading) -> tuple[FindingCount, ...]:
    """Return the rows that break a rule, in the order of the rules and the contract.

    The warning rules are looked for here, so call it once in a reading.
    """
    number = broken_rows.row_number(found.connection)
    warnings = rules.warnings(number, found.load.latest_event_on)
    broken_rows.add(found.connection, warnings, found.addresses)
    counts = (FindingCount(*row) for row in _counted(found, "broken_row", ("rule", "severity")))
    return tuple(sorted(counts, key=lambda each: (RULES.index(each.rule), *_place(each))))


def left_out(found: Reading) -> tuple[LeftOut, ...]:
    """Return the rows that break an error rule or refer to one that does."""
    counts = (LeftOut(*row) for row in _counted(found, "left_out", ()))
    return tuple(sorted(counts, key=_place))


def completeness(found: Reading) -> Completeness:
    """Return how many of the values that must be there are there.

    Empty ones have been found one by one, so only rows are counted here.
    """
    required = {name: table for name, table in TABLES.items() if table.required}
    values = sum(
        _number(found, f"select count(*) from {found.addresses[name]}")
        * sum(not column.nullable for column in table.columns)
        for name, table in required.items()
    )
    names = ", ".join(f"'{name}'" for name in required)
    empty = _number(
        found,
        "select count(*) from broken_row "
        f"where rule = 'missing_required' and table_name in ({names})",
    )
    return Completeness(values - empty, values)


def _number(found: Reading, select: str) -> int:
    return found.connection.execute(text(select)).scalar_one()


def _place(each: FindingCount | LeftOut) -> tuple[int, str]:
    return (list(TABLES).index(each.table), each.unit or "")


def _counted(found: Reading, rows: str, labels: tuple[str, ...]) -> Iterator[tuple]:
    """Yield (labels, table, unit, number of rows) of one of the temporary tables."""
    names = set(found.connection.execute(text(f"select distinct table_name from {rows}")).scalars())
    programme = _programme(found) if names else None
    for name in TABLES:
        if name in names:
            select = _by_unit(found, TABLES[name], rows, labels)
            yield from map(tuple, found.connection.execute(text(select), {"programme": programme}))


def _by_unit(found: Reading, table: Table, rows: str, labels: tuple[str, ...]) -> str:
    name, number = table.name, broken_rows.row_number(found.connection)
    marked = "".join(f"{rows}.{label}, " for label in labels)
    return (
        f"select {marked}{rows}.table_name, "
        "coalesce(centre.org_id, cast(:programme as text)) as unit, "
        f"count(distinct {rows}.row_id) as found from {rows} "
        f"inner join {found.addresses[name]} as {name} on {name}.{number} = {rows}.row_id "
        f"{_to_centre(found, table)} where {rows}.table_name = '{name}' "
        f"group by {marked}{rows}.table_name, unit"
    )


def _to_centre(found: Reading, table: Table) -> str:
    """Return the joins that lead from a row to the centre that it belongs to."""
    joins = []
    while "org_id" not in table.column_names and _leads_by(table):
        column, parent = _leads_by(table)
        joins.append(_join(found, parent, parent, f"{parent}.{column} = {table.name}.{column}"))
        table = TABLES[parent]
    org_id = f"{table.name}.org_id" if "org_id" in table.column_names else "null"
    on = f"centre.org_id = {org_id} and centre.level = 'centre'"
    return " ".join([*joins, _join(found, "org_unit", "centre", on)])


def _leads_by(table: Table) -> tuple[str, str] | None:
    # A family first: it may be visited by a worker of another centre.
    if "case_id" in table.column_names:
        return ("case_id", "case_file")
    if "worker_id" in table.column_names:
        return ("worker_id", "worker")
    return LEADS_BY.get(table.name)


def _join(found: Reading, table: str, alias: str, on: str) -> str:
    # A row that repeats a key leads nowhere: each row is counted in one unit.
    number = broken_rows.row_number(found.connection)
    return (
        f"left join (select * from {found.addresses[table]} as {table} where "
        "not exists (select 1 from broken_row as repeated where repeated.rule = 'duplicate_key' "
        f"and repeated.table_name = '{table}' and repeated.row_id = {table}.{number})"
        f") as {alias} on {on}"
    )


def _programme(found: Reading) -> str | None:
    """Return the programme, or what stands at the top where none is named so."""
    return found.connection.execute(text(
        f"select org_id from {found.addresses['org_unit']} where org_id is not null "
        "order by case when level = 'programme' then 0 else 1 end, "
        "case when parent_id is null then 0 else 1 end, org_id limit 1"
    )).scalar()
