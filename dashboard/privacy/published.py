"""`Published`: the only form in which a figure leaves for charts, tables, sentences and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.indicators.definitions import Indicator
from dashboard.periods import Period

SHOWN, FEW, EMPTY, HIDDEN = "shown", "few", "empty", "hidden"
# The unit has set nothing to be measured against; the database holds no such records.
NOT_SET, NOT_RECORDED = "not_set", "not_recorded"
STATES = (SHOWN, FEW, EMPTY, NOT_SET, HIDDEN, NOT_RECORDED)

# Known to this package alone: `publish` passes it, nobody else can make a Published.
_SEAL = object()


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of one unit, period and code of the split (None: the total).

    `state` is one of STATES. A hidden cell carries no number at all, so that
    nothing drawn from it can tell. `few`: a share whose denominator is below
    the smallest of which a percentage may be shown ("7 of 9"). Shares are 0 to
    1, money is in the database's currency, medians in days (money for G1).
    """

    unit: str
    period: Period
    code: str | None
    state: str
    numerator: float | None = None
    denominator: float | None = None
    missing: float | None = None
    value: float | None = None
    median: float | None = None
    p90: float | None = None

    @property
    def shown(self) -> bool:
        """Whether a value may stand on the page as a number with its unit."""
        return self.state == SHOWN


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
    def only(self) -> Cell:
        """Return the first cell: the figure, where one was asked for."""
        return self.cells[0]
