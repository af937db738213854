"""What a reader may see of the data's quality: records by rule and by table, as loaded.

A cell is hidden where fewer than the smallest number of families or workers
stand behind it, or behind the part of it that one rule and one table share: so
neither the other rules of a table nor the other tables of a rule tell it.
What would tell a hidden cell as the rest of a sum over units is hidden with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeVar

import pandas as pd

from dashboard.indicators.definitions import Indicator
from dashboard.indicators.record_quality import BROKEN_RULES, LEFT_OUT
from dashboard.periods import Period
from dashboard.privacy.hiding import Sum, hidden_cells
from dashboard.privacy.published import _SEAL, HIDDEN, SHOWN, Cell, Published
from dashboard.snapshot import Snapshot

# Stands for the records of the programme whose centre cannot be told.
NO_CENTRE = ""

# Code and unit.
Key = tuple[str, str]
# A code, or a code and the name of a part of what it counts.
Code = TypeVar("Code", bound=Hashable)
# Code, name of a part of what the code counts, unit, and the people behind that part.
Part = tuple[str, str, str, int]


class RecordQuality:
    """The records of one snapshot that break a rule or are left out.

    Args:
        units: those that the reader may see, in tree order.
        small_cell: fewer people than this are hidden (0: nothing is).
    """

    def __init__(self, snapshot: Snapshot, units: tuple[str, ...], small_cell: int) -> None:
        self._load = snapshot.load
        self._tree = snapshot.units
        self._units = units
        self._small_cell = small_cell
        findings, left_out = snapshot.findings, snapshot.left_out_rows
        self._hidden_rules = self._hidden(_rows(findings, "rule", "table_name", "unit", "people"))
        self._hidden_tables = self._hidden(_parts_of_tables(findings, left_out))
        self._by_rule = self._told(_rows(findings, "rule", "unit", "rows"), self._hidden_rules)
        self._by_table = self._told(_rows(left_out, "table_name", "unit", "rows"), self._hidden_tables)

    def rules(self, units: Iterable[str], period: Period) -> Published:
        """Return the records that break each rule, by unit and rule."""
        cells = (
            self._cell(self._by_rule, self._hidden_rules, unit, period, rule)
            for unit in units
            for rule in BROKEN_RULES.splits["rule"]
        )
        return self._published(BROKEN_RULES, "rule", cells)

    def left_out(self, units: Iterable[str], period: Period, tables: Iterable[str]) -> Published:
        """Return the records left out, by unit: those of the tables together, then of each.

        What they are together is told only where each of them is.
        """
        chosen = tuple(tables)
        cells = (cell for unit in units for cell in self._of_tables(unit, period, chosen))
        return self._published(LEFT_OUT, "table", cells)

    def _of_tables(self, unit: str, period: Period, tables: tuple[str, ...]) -> Iterator[Cell]:
        cells = [self._cell(self._by_table, self._hidden_tables, unit, period, table) for table in tables]
        if any(cell.state == HIDDEN for cell in cells):
            yield Cell(unit, period, None, HIDDEN)
        else:
            yield _shown(unit, period, None, sum(cell.value for cell in cells))
        yield from cells

    def _cell(self, rows: Counter[Key], hidden: frozenset[Key], unit: str, period: Period, code: str) -> Cell:
        if (code, unit) in hidden:
            return Cell(unit, period, code, HIDDEN)
        return _shown(unit, period, code, rows[code, unit])

    def _published(self, indicator: Indicator, split: str, cells: Iterator[Cell]) -> Published:
        return Published(_SEAL, indicator, split, tuple(cells), self._load.as_of, self._load.number)

    def _told(self, rows: Iterable[tuple[str, str, int]], hidden: frozenset[Key]) -> Counter[Key]:
        """Return numbers by code and unit; of what is hidden there is none."""
        found = self._over_units(rows)
        return Counter({key: number for key, number in found.items() if key not in hidden})

    def _hidden(self, parts: Iterable[Part]) -> frozenset[Key]:
        if not self._small_cell:
            return frozenset()
        people = self._over_units(((code, part), unit, n) for code, part, unit, n in parts)
        behind: dict[Key, tuple[int, ...]] = defaultdict(tuple)
        for ((code, unused_part), unit), number in people.items():
            behind[code, unit] += (number,)
        sums = {code: list(self._sums(code)) for code in {code for code, unused_unit in behind}}
        cells = {key for each in sums.values() for one in each for key in (one.total, *one.parts)}
        people_behind = {key: behind.get(key, ()) for key in cells | set(behind)}
        everything = [one for each in sums.values() for one in each]
        return hidden_cells(people_behind, everything, self._small_cell, sums.values())

    def _over_units(self, rows: Iterable[tuple[Code, str, int]]) -> Counter[tuple[Code, str]]:
        """Add numbers up by (code, unit) for each unit and all above it."""
        found: Counter[tuple[Code, str]] = Counter()
        for code, unit, number in rows:
            for place in self._places(unit):
                found[code, place] += int(number)
        return found

    def _places(self, unit: str) -> tuple[str, ...]:
        if unit == self._tree.programme or unit not in self._tree:
            return (NO_CENTRE, self._tree.programme)
        return (unit, *self._tree.ancestors(unit))

    def _sums(self, code: str) -> Iterator[Sum[Key]]:
        for unit in self._units:
            parts = [(code, child) for child in self._tree.children(unit) if child in self._units]
            if parts and unit == self._tree.programme:
                parts.append((code, NO_CENTRE))
            if parts:
                yield Sum((code, unit), tuple(parts))


def _parts_of_tables(findings: pd.DataFrame, left_out: pd.DataFrame) -> Iterator[Part]:
    for table, unit, people, referring in _rows(left_out, "table_name", "unit", "people", "referring"):
        yield table, "all", unit, people
        yield table, "refers", unit, referring
    for severity, *part in _rows(findings, "severity", "table_name", "rule", "unit", "people"):
        if severity == "error":
            table, rule, unit, people = part
            yield table, rule, unit, people


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Return some columns row by row: what a row holds is known to the snapshot."""
    return zip(*(frame[column] for column in columns), strict=True)


def _shown(unit: str, period: Period, code: str | None, rows: float) -> Cell:
    return Cell(unit, period, code, SHOWN, rows, None, None, rows)
