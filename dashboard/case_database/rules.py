"""The data-quality rules, made from the contract as conditions in SQL.

Each condition speaks of one row of a table under the table's own name, and of
other tables through `{address}` marks, so that the same rules serve a database
that is read and files that are about to be loaded. DuckDB tells both; a row's
own number there is its `rowid`, by which the first of a repeated key is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.case_database.contract import TABLES, Column, Table

ERRORS = (
    "missing_required",
    "unknown_code",
    "orphan",
    "duplicate_key",
    "overlapping_history",
    "date_order",
    "future_event",
    "implausible_date",
    "negative_amount",
    "unknown_currency",
    "payment_without_decision",
)
WARNINGS = (
    "visit_after_closure",
    "duplicate_visit",
    "uncertified_visit",
    "unassigned_active",
    "late_record",
)
FIRST_PLAUSIBLE_DAY = date(2015, 1, 1)
# Days that may lie ahead: what is planned, and the ends of what runs.
MAY_LIE_AHEAD = (
    "due_on",
    "review_due_on",
    "scheduled_on",
    "settle_due_on",
    "followup_due_on",
    "window_from",
    "window_to",
    "expires_on",
    "valid_to",
)
# The days of units and workers are agreed ahead; a budget is planned by month.
TABLES_AHEAD = ("org_unit", "worker", "budget_phase")


@dataclass(frozen=True)
class Check:
    """One rule for one table: `condition` is true for a row that breaks it.

    `columns` are those that a reader of a finding looks at. `alone` says that
    the condition needs nothing but the row, so that many are told in one scan.
    """

    rule: str
    table: str
    columns: tuple[str, ...]
    condition: str
    alone: bool = True

    @property
    def severity(self) -> str:
        return "error" if self.rule in ERRORS else "warning"


def errors(latest: date, absent: frozenset[str] = frozenset()) -> tuple[Check, ...]:
    """Return the checks of the error rules.

    Args:
        latest: newest event of the newest load.
        absent: optional tables that are not there.
    """
    made = (check for table in TABLES.values() for check in _of_table(table, latest))
    return tuple(check for check in (*made, *BETWEEN) if _possible(check, absent))


def warnings(latest: date, absent: frozenset[str] = frozenset()) -> tuple[Check, ...]:
    """Return the checks of the warning rules; arguments as for `errors`.

    They come after the error rules, which find the rows that repeat a key.
    """
    unassigned = UNASSIGNED.replace("{day}", f"date '{latest}'")
    made = (
        Check("visit_after_closure", "visit", ("visited_on",), AFTER_CLOSURE, False),
        Check("duplicate_visit", "visit", ("visited_on",), DUPLICATE_VISIT, False),
        Check("uncertified_visit", "visit", ("worker_id",), UNCERTIFIED, False),
        Check("unassigned_active", "case_file", ("case_id",), unassigned, False),
        Check("late_record", "visit", ("visited_on", "recorded_on"), LATE_RECORD),
    )
    return tuple(check for check in made if _possible(check, absent))


def _possible(check: Check, absent: frozenset[str]) -> bool:
    if check.table in absent:
        return False
    return not any(f"{{{name}}}" in check.condition for name in absent)


def _of_table(table: Table, latest: date) -> Iterator[Check]:
    for column in table.columns:
        yield from _of_column(column, latest)
        if column.references:
            yield _orphan(column, column.references)
    yield _duplicate(table)
    if "valid_from" in table.primary_key:
        yield _overlap(table)


def _of_column(column: Column, latest: date) -> Iterator[Check]:
    name = f"{column.table}.{column.name}"
    if not column.nullable:
        yield _check("missing_required", column, f"{name} is null")
    if column.codes:
        codes = ", ".join(f"'{code}'" for code in column.codes)
        yield _check("unknown_code", column, f"{name} not in ({codes})")
    if column.type == "date":
        yield _check("implausible_date", column, f"{name} < date '{FIRST_PLAUSIBLE_DAY}'")
        if column.table not in TABLES_AHEAD and column.name not in MAY_LIE_AHEAD:
            yield _check("future_event", column, f"{name} > date '{latest}'")
    if column.type == "numeric(15,2)":
        yield _check("negative_amount", column, f"{name} < 0")


def _check(rule: str, column: Column, condition: str) -> Check:
    return Check(rule, column.table, (column.name,), condition)


def _orphan(column: Column, references: tuple[str, str]) -> Check:
    parent, key = references
    name = f"{column.table}.{column.name}"
    condition = (
        f"{name} is not null and not exists ("
        f"select 1 from {{{parent}}} as parent where parent.{key} = {name})"
    )
    return Check("orphan", column.table, (column.name,), condition, alone=False)


def _duplicate(table: Table) -> Check:
    condition = f"{table.name}.rowid in {_after_the_first(table.name, table.primary_key)}"
    return Check("duplicate_key", table.name, table.primary_key, condition, alone=False)


def _after_the_first(table: str, keys: tuple[str, ...], among: str = "true") -> str:
    """Return the rows that have these keys in common with an earlier one."""
    listed = ", ".join(f"{table}.{key}" for key in keys)
    filled = " and ".join(f"{table}.{key} is not null" for key in keys)
    same = " and ".join(f"{table}.{key} = twice.{key}" for key in keys)
    # Keys that appear twice are few: only their rows are put in order.
    return (
        f"(select numbered.row_id from (select {table}.rowid as row_id, "
        f"row_number() over (partition by {listed} order by {table}.rowid) as place "
        f"from {{{table}}} as {table} inner join ("
        f"select {listed} from {{{table}}} as {table} where {among} and {filled} "
        f"group by {listed} having count(*) > 1) as twice on {same} where {among}"
        ") as numbered where numbered.place > 1)"
    )


def _overlap(table: Table) -> Check:
    keys = [key for key in table.primary_key if key != "valid_from"]
    listed = ", ".join(keys)
    filled = " and ".join(f"{key} is not null" for key in table.primary_key)
    condition = (
        f"{table.name}.rowid in (select histories.row_id from ("
        "select rowid as row_id, valid_from, "
        # What has no end has not ended on the last day of the calendar either.
        "max(coalesce(valid_to, date 'infinity')) over ("
        f"partition by {listed} order by valid_from, rowid "
        "rows between unbounded preceding and 1 preceding) as reached, "
        f"row_number() over (partition by {listed}, valid_from order by rowid) as place "
        f"from {{{table.name}}} where {filled}"
        ") as histories where histories.reached > histories.valid_from and histories.place = 1)"
    )
    return Check("overlapping_history", table.name, ("valid_from",), condition, alone=False)


def _of_first(table: str, condition: str) -> str:
    """Return that the first row of a key meets a condition.

    A row that repeats a key is no row of that key; those are found before.
    """
    return f"exists (select 1 from {{{table}}} as {table} where {condition} and {_first(table)})"


def _first(table: str) -> str:
    return (
        "not exists (select 1 from broken_row where broken_row.rule = 'duplicate_key' "
        f"and broken_row.table_name = '{table}' and broken_row.row_id = {table}.rowid)"
    )


# As a join: PostgreSQL tries a row within a row for each payment on its own.
OTHER_CURRENCY = (
    "exists (select 1 from {grant_decision} as grant_decision "
    "inner join {budget_line} as budget_line on budget_line.line_id = grant_decision.line_id "
    "where grant_decision.request_id = grant_payment.request_id "
    "and budget_line.currency <> grant_payment.currency "
    f"and {_first('grant_decision')} and {_first('budget_line')})"
)
_WINDOW = ("window_from", "due_on", "window_to", "expires_on")
# What compares a row with another, or two columns of a row.
BETWEEN = (
    Check("date_order", "case_file", ("intake_on", "opened_on"), "case_file.opened_on < case_file.intake_on"),
    Check(
        "date_order",
        "closure",
        ("closed_on",),
        _of_first(
            "case_file", "case_file.case_id = closure.case_id and closure.closed_on < case_file.opened_on"
        ),
        False,
    ),
    Check("date_order", "visit", ("visited_on", "recorded_on"), "visit.recorded_on < visit.visited_on"),
    Check(
        "date_order",
        "grant_payment",
        ("paid_on",),
        _of_first(
            "grant_decision",
            "grant_decision.request_id = grant_payment.request_id "
            "and grant_payment.paid_on < grant_decision.decided_on",
        ),
        False,
    ),
    Check(
        "date_order",
        "visit_plan",
        _WINDOW,
        "visit_plan.window_from > visit_plan.due_on "
        "or visit_plan.due_on > visit_plan.window_to "
        "or visit_plan.window_to > visit_plan.expires_on",
    ),
    Check(
        "implausible_date",
        "child",
        ("birth_on",),
        _of_first(
            "case_file",
            "case_file.case_id = child.case_id "
            "and child.birth_on + interval '48 months' < case_file.intake_on",
        ),
        False,
    ),
    Check(
        "negative_amount",
        "grant_payment",
        ("amount", "returned"),
        "grant_payment.returned > grant_payment.amount",
    ),
    Check("unknown_currency", "grant_payment", ("currency",), OTHER_CURRENCY, False),
    Check(
        "payment_without_decision",
        "grant_payment",
        ("request_id",),
        "not "
        + _of_first(
            "grant_decision",
            "grant_decision.request_id = grant_payment.request_id "
            "and grant_decision.decision in ('approved', 'partial')",
        ),
        False,
    ),
)

_IN_PERSON = "in ('home', 'centre', 'other_in_person')"
_COMPLETED = f"visit.outcome = 'completed' and visit.mode {_IN_PERSON}"
AFTER_CLOSURE = f"{_COMPLETED} and " + _of_first(
    "closure", "closure.case_id = visit.case_id and visit.visited_on >= closure.closed_on"
)
DUPLICATE_VISIT = "visit.rowid in " + _after_the_first(
    "visit", ("case_id", "worker_id", "visited_on"), _COMPLETED
)
UNCERTIFIED = (
    f"{_COMPLETED} and "
    + _of_first("worker", "worker.worker_id = visit.worker_id and worker.role = 'saver'")
    + " and not "
    + _of_first(
        "certification",
        "certification.worker_id = visit.worker_id "
        "and certification.issued_on <= visit.visited_on "
        "and (certification.expires_on is null or certification.expires_on >= visit.visited_on) "
        "and (certification.revoked_on is null or certification.revoked_on > visit.visited_on)",
    )
)
_VALID = "valid_from <= {day} and (valid_to is null or valid_to > {day})"
UNASSIGNED = (
    _of_first(
        "case_status",
        f"case_status.case_id = case_file.case_id and case_status.status = 'active' and {_VALID}",
    )
    + " and not "
    + _of_first(
        "case_assignment",
        f"case_assignment.case_id = case_file.case_id and case_assignment.duty = 'saver' and {_VALID}",
    )
    # A second row of one family is no second family.
    + f" and {_first('case_file')}"
)
LATE_RECORD = "visit.recorded_on > visit.visited_on + 14"
