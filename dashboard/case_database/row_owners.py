"""Whose a row is: the centre that it is counted in, and the family or worker behind it."""

from __future__ import annotations

from sqlalchemy import text

from dashboard.case_database.contract import TABLES, Table
from dashboard.case_database.reading import Reading

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

# With the joins: the centre, or the programme where none can be told.
UNIT = "coalesce(centre.org_id, cast(:programme as text))"


def joins(found: Reading, table: Table) -> str:
    """Return the joins that lead from a row to the centre that it belongs to."""
    steps = []
    while "org_id" not in table.column_names and (leads := _leads_by(table)):
        column, parent = leads
        steps.append(_join(found, parent, parent, f"{parent}.{column} = {table.name}.{column}"))
        table = TABLES[parent]
    org_id = f"{table.name}.org_id" if "org_id" in table.column_names else "null"
    on = f"centre.org_id = {org_id} and centre.level = 'centre'"
    return " ".join([*steps, _join(found, "org_unit", "centre", on)])


def _leads_by(table: Table) -> tuple[str, str] | None:
    # A family first: it may be visited by a worker of another centre.
    if "case_id" in table.column_names:
        return ("case_id", "case_file")
    if "worker_id" in table.column_names:
        return ("worker_id", "worker")
    return LEADS_BY.get(table.name)


def _join(found: Reading, table: str, alias: str, on: str) -> str:
    # A row that repeats a key leads nowhere: each row is counted in one unit.
    return (
        f"left join (select * from {found.addresses[table]} as {table} where "
        "not exists (select 1 from broken_row as repeated where repeated.rule = 'duplicate_key' "
        f"and repeated.table_name = '{table}' and repeated.row_id = {table}.rowid)"
        f") as {alias} on {on}"
    )


def programme(found: Reading) -> str:
    """Return the programme, which is there and the only one: see `preconditions`."""
    statement = text("select org_id from org_unit where level = 'programme'")
    return found.connection.execute(statement).scalar_one()


def people(table: Table, among: str = "true") -> str:
    """Return the count of distinct families or workers behind rows, in SQL."""
    person = _person(table)
    if person is None:
        return "0"
    # A row of a person who is not named is a person's all the same.
    return (
        f"greatest(count(distinct {person}) filter (where {among}), "
        f"case when count(*) filter (where {among}) > 0 then 1 else 0 end)"
    )


def _person(table: Table) -> str | None:
    for key in ("case_id", "worker_id", "referral_id"):
        if key in table.column_names:
            return f"{table.name}.{key}"
    leads = _leads_by(table)
    return _person(TABLES[leads[1]]) if leads else None
