"""Which code of the contract is meant, probably, where another one stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.case_database.catalogue import nearest
from dashboard.case_database.contract import TABLES, Column
from dashboard.case_database.reading import Reading

# Of the values in a column that are no code; more of them are no slips of a hand.
LOOKED_AT = 1000


@dataclass(frozen=True)
class NearCode:
    """A code of the contract, and how many rows hold something close to it."""

    table: str
    column: str
    code: str
    rows: int


def find(found: Reading) -> tuple[NearCode, ...]:
    """Return the codes close to those that the contract does not know, by column."""
    coded = (column for table in TABLES.values() for column in table.columns if column.codes)
    return tuple(each for column in coded if column.table in found.addresses for each in _near(found, column))


def _near(found: Reading, column: Column) -> Iterator[NearCode]:
    name = column.name
    rows = found.connection.exec_driver_sql(
        f"select unknown.{name}, count(*) from {found.addresses[column.table]} as unknown "
        "inner join broken_row on unknown.rowid = broken_row.row_id "
        f"where broken_row.rule = 'unknown_code' and broken_row.table_name = '{column.table}' "
        f"and broken_row.columns = '{name}' group by unknown.{name} limit {LOOKED_AT}"
    )
    counts: Counter[str] = Counter()
    for value, number in rows:
        code = nearest(str(value), column.codes)
        if code:
            counts[code] += number
    for code in column.codes:
        if counts[code]:
            yield NearCode(column.table, name, code, counts[code])
