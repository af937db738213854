"""What must hold before any figure is shown: a tree of units, and a newest load that can be.

A row that breaks a rule of data quality is left out and counted. What is asked
here cannot be left out: a unit that has no place in the tree would take its
families out of every figure without a word, and the newest load says to which
day all figures reach. So the whole database is refused, with the rows that are
wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, text

from dashboard.case_database.broken_rows import kept
from dashboard.case_database.contract import TABLES
from dashboard.case_database.rules import FIRST_PLAUSIBLE_DAY
from dashboard.refusal import Refused

# Levels beneath which a unit of each level may stand; the programme stands beneath none.
PARENTS: dict[str, tuple[str, ...]] = {
    "programme": (),
    "region": ("programme",),
    "centre": ("programme", "region"),
}
# Figures are made for each month up to the newest event: of the year 9999, for a hundred thousand.
LAST_DAY_OF_A_LOAD = date(2099, 12, 31)
NAMED = 5

# What is wrong with the newest load, by rule.
LOADS = {
    "load_without_number": "no load has a 'load_id'",
    "load_without_time": "its 'loaded_at' is empty",
    "load_without_event": "its 'latest_event_on' is empty",
    "event_after_load": "its 'latest_event_on' lies after the day of its 'loaded_at'",
    "load_out_of_time": f"its days do not lie between {FIRST_PLAUSIBLE_DAY} and {LAST_DAY_OF_A_LOAD}",
}
NEWEST_LOAD = f"""
select
    numbered.place,
    case
        when numbered.load_id is null then 'load_without_number'
        when numbered.loaded_at is null then 'load_without_time'
        when numbered.latest_event_on is null then 'load_without_event'
        when numbered.latest_event_on > cast(numbered.loaded_at as date) then 'event_after_load'
        when
            numbered.latest_event_on < date '{FIRST_PLAUSIBLE_DAY}'
            or cast(numbered.loaded_at as date) > date '{LAST_DAY_OF_A_LOAD}'
            then 'load_out_of_time'
    end as rule
from (
    select
        row_number() over () - 1 as place,
        cast(load_id as bigint) as load_id,
        cast(loaded_at as timestamp) as loaded_at,
        cast(latest_event_on as date) as latest_event_on
    from {{data_load}}
) as numbered
order by numbered.load_id desc nulls last, numbered.place
limit 1
"""
UNITS = "select cast(org_id as text), cast(parent_id as text), cast(level as text) from {org_unit}"
# A repeated key of a unit that stays takes no family away: its row is only a finding, and so is the row
# of a centre without families. Any other unit that a rule leaves out takes families with it, of its own
# or of the units beneath it, and the programme takes everything.
UNITS_LEFT_OUT = f"""
with units as (
    select
        rowid as row_id,
        row_number() over (order by rowid) - 1 as place,
        org_id,
        level
    from {{org_unit}}
),

lost_units as (
    select
        units.row_id,
        units.place,
        units.org_id,
        units.level
    from units
    where
        units.org_id is not null
        and not exists (
            select 1 from {{org_unit}} as still
            where still.org_id = units.org_id and {kept(TABLES["org_unit"], "still")}
        )
)
select lost_units.place, lost_units.org_id
from lost_units
where
    lost_units.row_id in (
        select broken_row.row_id from broken_row
        where broken_row.table_name = 'org_unit' and broken_row.severity = 'error'
    )
    and exists (
        select 1 from lost_units as emptied
        where
            emptied.level = 'programme'
            or emptied.org_id in (select case_file.org_id from {{case_file}} as case_file)
    )
order by lost_units.place
"""
# What may be found, as `findings` words it for a file.
RULES = (*LOADS, "without_unit", "wrong_level", "second_programme", "wrong_parent", "unit_left_out")


@dataclass(frozen=True)
class Breach:
    """One row that breaks a precondition.

    `row` is its place in its table, the first being 0, and `unit` its org_id
    where it is one of a unit.
    """

    rule: str
    table: str
    column: str
    row: int
    unit: str | None = None


def breaches(connection: Connection, addresses: Mapping[str, str]) -> list[Breach]:
    """Return what is wrong with the newest load and with the tree of units."""
    newest = connection.execute(text(NEWEST_LOAD.format_map(addresses))).first()
    found = [_of_load(newest)] if newest and newest.rule else []
    units = connection.execute(text(UNITS.format_map(addresses))).all()
    return [*found, *_misplaced(units)]


def families_left_out(connection: Connection, addresses: Mapping[str, str]) -> list[Breach]:
    """Return the units that rules leave out although they have families, once `left_out` is filled."""
    found = connection.execute(text(UNITS_LEFT_OUT.format_map(addresses)))
    return [Breach("unit_left_out", "org_unit", "org_id", place, unit) for place, unit in found]


def require(found: Sequence[Breach]) -> None:
    """Refuse a database in which something was found.

    Raises:
        Refused: with the rows that are wrong; a unit's key is that of no person.
    """
    for breach in found:
        if breach.table == "data_load":
            raise Refused(
                f"The newest load in 'data_load' cannot be used, since {LOADS[breach.rule]}: expected its "
                "number, its time and, not after that day, the day of the newest event; correct the row."
            )
    if found and found[0].rule == "unit_left_out":
        raise Refused(
            "Families would be in no figure, since a rule of the contract leaves their units out: expected "
            f"rows of 'org_unit' that break none, such as by a day before {FIRST_PLAUSIBLE_DAY}; "
            f"correct {_named(found)}."
        )
    if found:
        raise Refused(
            "The table 'org_unit' holds no tree of units: expected exactly one programme, without a parent, "
            "regions beneath the programme, and centres beneath a region or the programme; correct the key, "
            f"the level or the parent of {_named(found)}."
        )


def _named(found: Sequence[Breach]) -> str:
    named = ", ".join(f"'{breach.unit}'" if breach.unit else "its rows" for breach in found[:NAMED])
    more = len(found) - NAMED
    return f"{named} and {more} more" if more > 0 else named


def _of_load(newest: Row) -> Breach:
    columns = {"load_without_number": "load_id", "load_without_time": "loaded_at"}
    return Breach(newest.rule, "data_load", columns.get(newest.rule, "latest_event_on"), newest.place)


def _misplaced(rows: Sequence[Row]) -> Iterator[Breach]:
    """Yield the units that have no place in the tree, by (org_id, parent_id, level).

    Where each level stands beneath a higher one there is no circle.
    """
    units: dict[str, tuple[int, str | None, str | None]] = {}
    for place, (unit, parent, level) in enumerate(rows):
        # Rows without a key or with a repeated one are no units: they are left out and counted.
        if unit is not None:
            units.setdefault(unit, (place, parent, level))
    tops = sum(level == "programme" and parent is None for unused_place, parent, level in units.values())
    for unit, (place, parent, level) in units.items():
        above = units[parent][2] if parent in units else None
        if level not in PARENTS:
            yield Breach("wrong_level", "org_unit", "level", place, unit)
        elif level == "programme" and parent is None:
            if tops > 1:
                yield Breach("second_programme", "org_unit", "level", place, unit)
        elif above not in PARENTS[level]:
            yield Breach("wrong_parent", "org_unit", "parent_id", place, unit)
    if rows and not units:
        yield Breach("without_unit", "org_unit", "org_id", 0)
