"""`Published`: the only form in which a figure leaves for charts, tables, sentences and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dashboard.indicators.definitions import Indicator
from dashboard.periods import Period

SHOWN, FEW, EMPTY, HIDDEN = "shown", "few", "empty", "hidden"
# The unit has set nothing to be measured against; the database holds no such records.
NOT_SET, NOT_RECORDED = "not_set", "not_recorded"

# Known to this package alone: `publish` passes it, nobody else can make a Published.
_SEAL = object()


class NotShown(ValueError):  # noqa: N818 - says what the cell is
    """A number was read of a cell that has none."""

    def __init__(self, cell: Cell, number: str) -> None:
        super().__init__(
            f"The cell of '{cell.unit}' in {cell.period.code} is {cell.state} and has no {number}: "
            "ask first whether it is shown, or read what may be missing from its numbers."
        )


class Numbers(NamedTuple):
    """The numbers of a cell as they stand: None where there is none, as a file leaves a field empty."""

    numerator: float | None
    denominator: float | None
    missing: float | None
    value: float | None
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of one unit, period and code of the split (None: the total).

    `state` is one of the six above. A hidden cell carries no number at all, so that
    nothing drawn from it can tell. `few`: a share whose denominator is below
    the smallest of which a percentage may be shown ("7 of 9"). Shares are 0 to
    1, money is in the database's currency, medians in days (money for G1).

    Value, numerator and denominator are numbers wherever they are read: where
    there is none, NotShown is raised rather than nothing drawn as 0. A shown
    cell has a value; a share that is shown or few has both of the others. What
    may be missing from a shown cell is None: missing, median and p90.
    """

    unit: str
    period: Period
    code: str | None
    state: str
    _numerator: float | None = None
    _denominator: float | None = None
    missing: float | None = None
    _value: float | None = None
    median: float | None = None
    p90: float | None = None

    @property
    def shown(self) -> bool:
        """Whether a value may stand on the page as a number with its unit."""
        return self.state == SHOWN

    @property
    def value(self) -> float:
        if self._value is None:
            raise NotShown(self, "value")
        return self._value

    @property
    def numerator(self) -> float:
        if self._numerator is None:
            raise NotShown(self, "numerator")
        return self._numerator

    @property
    def denominator(self) -> float:
        if self._denominator is None:
            raise NotShown(self, "denominator")
        return self._denominator

    def value_or(self, other: float) -> float:
        """Return the value, or another number where no value is shown."""
        return other if self._value is None else self._value

    @property
    def numbers(self) -> Numbers:
        return Numbers(self._numerator, self._denominator, self.missing, self._value, self.median, self.p90)


class Published:
    """Cells of one indicator that a reader may see, in the order asked for.

    Attributes: indicator, split (dimension or None), cells, as_of (day to
    which the figures reach), load (number of the data load).
    """

    __slots__ = ("_index", "as_of", "cells", "indicator", "load", "split")

    def __init__(
        self,
        seal: object,
        indicator: Indicator,
        split: str | None,
        cells: tuple[Cell, ...],
        as_of: date,
        load: int,
    ) -> None:
        if seal is not _SEAL:
            raise TypeError("Published is made by dashboard.privacy alone: call Desk.publish.")
        self.indicator = indicator
        self.split = split
        self.cells = cells
        self.as_of = as_of
        self.load = load
        self._index = {(cell.unit, cell.period, cell.code): cell for cell in cells}

    def cell(self, unit: str, period: Period, code: str | None = None) -> Cell:
        """Return the cell of a unit, period and code.

        Raises:
            KeyError: it was not asked for when this was published.
        """
        return self._index[unit, period, code]

    @property
    def by_code(self) -> dict[str, Cell]:
        """The cells of the codes of a split, in their order; a total is none of them."""
        return {cell.code: cell for cell in self.cells if cell.code is not None}

    @property
    def only(self) -> Cell:
        """Return the first cell: the figure, where one was asked for."""
        return self.cells[0]
