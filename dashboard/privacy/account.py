"""What was decided about a release, for the operator: how much of it is told, and why a cell is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.periods import Period
from dashboard.privacy.known import sums
from dashboard.privacy.release import Decided
from dashboard.privacy.sheet import DENOMINATOR, NUMERATOR, Figure, Sheet, Table

# Of the small cells beside a hidden one so many are named.
NAMED = 5


@dataclass(frozen=True)
class Line:
    """One table: its cells, those that are shown, hidden as few, and hidden to protect others."""

    table: Table
    cells: int
    shown: int
    few: int
    protecting: int
    coarsened: bool


def lines(of: Decided) -> Iterator[Line]:
    """Yield the tables of a release, those that are not told at their detail among them."""
    sheet, decision = of
    for table, cells in sheet.tables(coarsened=True):
        few = int(sheet.few[cells].sum())
        if table in sheet.coarsened:
            yield Line(table, len(cells), 0, few, len(cells) - few, coarsened=True)
        else:
            hidden = int(decision.hidden[cells].sum())
            yield Line(table, len(cells), len(cells) - hidden, few, hidden - few, coarsened=False)


def why(of: Decided, figure: Figure, unit: str, period: Period) -> str:
    """Return why a cell is hidden, or that it is not, in a sentence for the operator.

    Raises:
        KeyError: there is no such figure, unit or time.
    """
    sheet, decision = of
    row = sheet.units.index(unit) if unit in sheet.units else None
    if row is None or figure not in sheet.place:
        raise KeyError(unit if row is None else ".".join(map(str, figure)))
    cell = int(sheet.cells(figure)[row, sheet.time(figure.stock, (period.first, period.last))])
    if figure.of_one:
        return (
            "It is hidden: it is the row of a single family by its nature, and told to no protected reader."
        )
    if period.kind not in sheet.profile.kinds(sheet.tree.level(unit), figure.split is None):
        return "It is hidden: this profile is not told it at this detail."
    if sheet.taken_out[cell]:
        return (
            "It is hidden: more than "
            f"{sheet.profile.most_hidden:.0%} of its table would be, so it is not told at this detail."
        )
    if sheet.few[cell]:
        people = "members of staff" if figure.of_staff else "families"
        return f"It is hidden: fewer {people} stand behind it, or behind its complement, than may be told."
    if decision.hidden[cell]:
        beside = ", ".join(_name(sheet, each) for each in _beside(of, cell)[:NAMED])
        return f"It is hidden to protect others: beside it stand {beside or 'cells that others protect'}."
    return "It is shown."


def _beside(of: Decided, cell: int) -> list[int]:
    """Return the cells of few in the sums that a cell is part of."""
    sheet, found = of.sheet, set[int]()
    numbers = [number * sheet.size + cell for number in (NUMERATOR, DENOMINATOR)]
    for places, unused_factors in sums(sheet):
        rows = np.isin(places, numbers).any(axis=1)
        found.update((places[rows] % sheet.size).ravel().tolist())
    return sorted(each for each in found if sheet.few[each] and each != cell)


def _name(sheet: Sheet, cell: int) -> str:
    figure, rest = divmod(cell, len(sheet.units) * sheet.times)
    unit, time = divmod(rest, sheet.times)
    of = sheet.figures[figure]
    first, last = sheet.spans[of.stock][time]
    split = "" if of.split is None else f".{of.split}={of.code}"
    months = f"{first:%Y-%m}" if first == last else f"{first:%Y-%m} to {last:%Y-%m}"
    return f"{of.indicator}{split} of {sheet.units[unit]} in {months}"
