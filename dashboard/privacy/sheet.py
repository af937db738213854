"""Every number that readers of a profile could be shown, as arrays: what a release is decided over.

A cell is a figure (indicator, split, code) of a unit at a time. Its place in the
arrays is `(figure × units + unit) × times + time`, and it has three numbers:
numerator, denominator and missing. A stock has its times by months on whose
last day it is told, everything else by its first and last month, so that a half
and a year to date of the same months are one cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np

from dashboard.indicators.definitions import Indicator
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.measures import GAP, MEASURES, SHARE
from dashboard.periods import Period
from dashboard.privacy.profiles import Reader
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, NOT_RECORDED, NOT_SET, SHOWN
from dashboard.privacy.times import Span, length, periods_over, rests, spans_of

# Of a state its place here stands in arrays. What is in no lattice is hidden like all else.
STATES = (HIDDEN, SHOWN, FEW, EMPTY, NOT_SET, NOT_RECORDED)
NOBODY = (STATES.index(SHOWN), STATES.index(EMPTY))
NUMERATOR, DENOMINATOR, MISSING = range(3)
# Fewer people than this who work in a unit are themselves told by a figure about them.
SMALLEST_STAFF = 3
# How closely nobody may find a sum of money, nor one family's part of it who knows another's.
SHARE_OF_MONEY = 0.15


class Figure(NamedTuple):
    """A figure of an indicator, for whatever unit and time."""

    indicator: str
    split: str | None
    code: str | None

    @property
    def definition(self) -> Indicator:
        return INDICATORS[self.indicator]

    @property
    def stock(self) -> bool:
        return self.definition.is_stock(self.split, self.code)

    @property
    def measure(self) -> str:
        return _measure(self)

    @property
    def of_staff(self) -> bool:
        return self.definition.of_staff or self.measure == "savers"

    @property
    def money(self) -> bool:
        """Whether the numerator is money: an amount, or a share of a budget, but no count of lines."""
        of_amounts = MEASURES[self.measure].kind in (SHARE, GAP) and self.definition.base == "money"
        return self.measure == "money" or of_amounts

    @property
    def derived(self) -> bool:
        """Whether it is reckoned from other figures, and shown where they are."""
        return self.split in self.definition.adds_up.made_of

    @property
    def of_one(self) -> bool:
        """Whether it is the row of one family by its nature: a longest wait."""
        return (self.split, self.code) in self.definition.adds_up.never and not self.derived


@cache
def _measure(figure: Figure) -> str:
    return figure.definition.measure_of(figure.split, figure.code)


class Table(NamedTuple):
    """Cells that are told together or not at all: of all units of a level and times of so many months.

    A stock, which is told of a day, has 0 months.
    """

    indicator: str
    split: str | None
    level: str
    months: int


class Sheet:
    """The numbers of one profile, unprotected: only what decides a release may look at them.

    Attributes:
        figures, units: what the cells are of, in their order.
        spans: for stocks (True) and all else (False) the times of the cells.
        numbers: numerator, denominator and missing (rows) of each cell, NaN where there is none.
        centres: the centres that the profile is not told of; their directors know them all the same.
        parts: of each of them (first axis) what it has of the numbers.
        typical: value, median and 90th percentile, likewise.
        states: places in STATES.
        few: cells that tell of too few families or workers.
        few_missing: cells of which what is missing tells of too few.
        beneath_nothing: cells of a unit in whose parent nobody is counted either.
        withheld: cells of tables that are not told at this detail.
        taken_out: those of them whose table would be told, but for how much of it is hidden.
        coarsened: these tables.
        kept: cells (first row), and what is missing of them, that were hidden in the
            release before, and so stay hidden.
        known: likewise what the release before told as it is.
        told: numbers that must not be found out: number, number taken off it or
            -1, how far above the truth it has to be possible, and how far apart
            the possible ones have to lie.
    """

    def __init__(self, figures: Figures, reader: Reader) -> None:
        self._figures = figures
        self.profile = reader.profile
        self.tree = figures.snapshot.units
        self.units = reader.units_seen(self.tree)
        self._row = {unit: n for n, unit in enumerate(self.units)}
        self.as_of = reader.last_day_seen(figures.as_of)
        self.first_month = figures.snapshot.first_month
        self.periods = tuple(periods_over(self.first_month, self.profile, self.as_of))
        self.spans = {stock: spans_of(self.periods, stock) for stock in (True, False)}
        self._counted_in = {total: [*self._periods_of(total)] for total in (True, False)}
        every = {(each.first, each.last) for counted in self._counted_in.values() for each in counted}
        self.spans[False] += sorted(every.difference(self.spans[False]))
        self._time = {stock: {span: n for n, span in enumerate(self.spans[stock])} for stock in (True, False)}
        self.times = max(map(len, self.spans.values()), default=0)
        self.figures = tuple(_figures(figures))
        self.place = {figure: n for n, figure in enumerate(self.figures)}
        self.size = len(self.figures) * len(self.units) * self.times
        self.numbers = np.full((3, self.size), np.nan)
        self.centres = tuple(unit for unit in self.tree.of_level("centre") if unit not in self._row)
        self.parts = np.zeros((len(self.centres), 3, self.size), dtype=np.float32)
        self.typical = np.full((3, self.size), np.nan)
        self.states = np.zeros(self.size, dtype=np.uint8)
        self._counted = np.zeros(self.size, dtype=bool)
        self.beneath_nothing = np.zeros(self.size, dtype=bool)
        self.few = np.zeros(self.size, dtype=bool)
        self.few_missing = np.zeros(self.size, dtype=bool)
        self.told: list[tuple[int, int, float, float]] = []
        self.withheld = np.zeros(self.size, dtype=bool)
        self.taken_out = np.zeros(self.size, dtype=bool)
        for figure in self.figures:
            self._fill(figure)
            self._withhold(figure)
        self.kept, self.known = np.zeros((2, 2, self.size), dtype=bool)
        self.coarsened: list[Table] = []
        self._take_out(self._mostly_few)

    def _mostly_few(self, cells: np.ndarray) -> bool:
        """Return whether too many of the cells in which somebody is counted tell of few.

        Where most cells are 0 or few, the zeros give the others away.
        """
        counted = cells[self._counted[cells]]
        return len(counted) > 0 and self.few[counted].mean() > self.profile.most_hidden

    def take_out_above(self, most: float, hidden: np.ndarray) -> None:
        """Take out the tables of which more than a share is hidden."""
        self._take_out(lambda cells: hidden[cells].mean() > most)

    def tables(self, coarsened: bool = False) -> Iterator[tuple[Table, np.ndarray]]:
        """Yield each table with the cells of it that are told, or were until it was taken out."""
        told = (self.states > 0) | self.taken_out if coarsened else self.states > 0
        levels = np.array([self.tree.level(unit) for unit in self.units])
        alike: dict[tuple[str, str | None, bool], list[Figure]] = {}
        for figure in self.figures:
            alike.setdefault((figure.indicator, figure.split, figure.stock), []).append(figure)
        for (indicator, split, stock), figures in alike.items():
            cells = np.stack([self.cells(figure) for figure in figures])
            lengths = np.array([length(span, stock) for span in self.spans[stock]])
            for level, months in product(dict.fromkeys(levels), sorted(set(lengths.tolist()))):
                table = cells[:, levels == level][:, :, : len(lengths)][:, :, lengths == months].ravel()
                table = table[told[table]]
                if len(table):
                    yield Table(indicator, split, level, months), table

    def _take_out(self, too_little: Callable[[np.ndarray], bool]) -> None:
        """Take out tables: they stay as numbers that nobody is told, but may not find either.

        What was hidden before says nothing of a table as it is now.
        """
        for table, cells in [*self.tables()]:
            new = cells[~self.kept[0, cells]]
            if len(new) and too_little(new):
                self.coarsened.append(table)
                self.withheld[cells] = self.taken_out[cells] = True
        self.states[self.withheld] = 0

    def cells(self, figure: Figure) -> np.ndarray:
        """Return the places of a figure's cells, unit × time."""
        count = len(self.units) * self.times
        first = self.place[figure] * count
        return np.arange(first, first + count).reshape(len(self.units), self.times)

    def time(self, stock: bool, span: Span) -> int:
        """Return the place of a time.

        Raises:
            KeyError: there is none.
        """
        return self._time[stock][(span[1], span[1]) if stock else span]

    def _fill(self, figure: Figure) -> None:
        cells = self.cells(figure)
        above = [self._row.get(self.tree.parent(unit) or "", -1) for unit in self.units]
        for period in self.counted_in(figure):
            column = cells[:, self.time(figure.stock, (period.first, period.last))]
            for row, unit in enumerate(self.units):
                if self.states[column[row]]:
                    continue
                whole = column[above[row]] if above[row] >= 0 else None
                if whole is not None and self._nothing(figure, whole) and self._is_open(unit, period):
                    self._copy(whole, column[row])
                else:
                    self._put(figure, unit, period, int(column[row]))

    def _nothing(self, figure: Figure, cell: int) -> bool:
        """Return whether nobody is counted in a cell, and so nobody beneath it: most codes are rare."""
        return self.states[cell] in NOBODY and not (figure.money or self._counted[cell])

    def _copy(self, cell: int, to: int) -> None:
        self.states[to] = self.states[cell]
        self.beneath_nothing[to] = True
        self.numbers[:, to], self.typical[:, to] = self.numbers[:, cell], self.typical[:, cell]

    def _withhold(self, figure: Figure) -> None:
        """Withhold the cells that no kind of period of the profile tells at this detail."""
        cells = self.cells(figure)
        told = np.zeros(cells.shape, dtype=bool)
        for row, unit in enumerate(self.units):
            kinds = self.profile.kinds(self.tree.level(unit), figure.split is None)
            for period in self.periods:
                if period.kind in kinds:
                    told[row, self.time(figure.stock, (period.first, period.last))] = True
        self.withheld[cells[~told]] = True
        self.states[cells[~told]] = 0

    def counted_in(self, figure: Figure) -> list[Period]:
        """Return the periods in which a figure is counted, the shortest kinds first."""
        return [] if figure.of_one else self._counted_in[figure.split is None]

    def _periods_of(self, total: bool) -> Iterator[Period]:
        levels = {self.tree.level(unit) for unit in self.units}
        kinds = {kind for level in levels for kind in self.profile.kinds(level, total)}
        told = [each for each in self.periods if each.kind in kinds]
        yield from told
        yield from rests(told)

    def _put(self, figure: Figure, unit: str, period: Period, cell: int) -> None:
        if self._figures.not_recorded(figure.indicator):
            self.states[cell] = STATES.index(NOT_RECORDED)
            return
        result = self._figures.result(figure.indicator, unit, period, figure.split, figure.code)
        self.states[cell] = STATES.index(self._state(figure, unit, period, result))
        numbers = (result.numerator, result.denominator, result.missing)
        self.numbers[:, cell] = [np.nan if number is None else number for number in numbers]
        self._counted[cell] = any(numbers)
        typical = (result.value, result.median, result.p90)
        self.typical[:, cell] = [np.nan if number is None else number for number in typical]
        if not figure.derived:
            self._note(figure, result, cell)
            self._note_parts(figure, unit, period, cell)

    def _state(self, figure: Figure, unit: str, period: Period, result: Result) -> str:
        if not self._is_open(unit, period) and not result.numerator:
            return EMPTY
        if result.unset:
            return NOT_SET
        if result.value is None:
            return EMPTY
        share = figure.measure == "share" and result.denominator is not None
        return FEW if share and (result.denominator or 0) < self.profile.smallest_base else SHOWN

    def _is_open(self, unit: str, period: Period) -> bool:
        launched = self.tree.launched_on(unit)
        return launched is None or period.last_day(self.as_of) >= launched

    def _note(self, figure: Figure, result: Result, cell: int) -> None:
        """Note what showing a cell tells of few, and which of its numbers nobody may find."""
        smallest = SMALLEST_STAFF if figure.of_staff else self.profile.small_cell
        for number, less, people, amount in _people(figure, result):
            if amount and 0 < people < smallest:
                at = (number * self.size + cell, -1 if less is None else less * self.size + cell)
                self.told.append((*at, *_distances(figure, amount, smallest)))
                self.few[cell] = True
        if _dominated(figure, result):
            amount = result.numerator or 0.0
            self.told.append((NUMERATOR * self.size + cell, -1, *_distances(figure, amount, smallest)))
            self.few[cell] = True
        self.few[cell] |= any(0 < people < self.profile.small_cell for people in result.families)
        self.few[cell] |= figure.of_staff and 0 < (result.denominator or 0) < smallest
        self.few[cell] |= result.ranked is not None and 0 < result.ranked < self.profile.small_cell
        if 0 < result.families_missing < self.profile.small_cell:
            self.few_missing[cell] = True
            amount = result.missing or 0.0
            self.told.append((MISSING * self.size + cell, -1, *_distances(figure, amount, smallest)))

    def _note_parts(self, figure: Figure, unit: str, period: Period, cell: int) -> None:
        if not self._counted[cell]:
            return
        for place, centre in enumerate(self.centres):
            if unit in self.tree.ancestors(centre):
                part = self._figures.result(figure.indicator, centre, period, figure.split, figure.code)
                self.parts[place, :, cell] = part.numerator or 0, part.denominator or 0, part.missing or 0


def _people(figure: Figure, result: Result) -> Iterator[tuple[int, int | None, float, float]]:
    """Yield the numbers of a cell: which one, less which other, people behind it, and how much it is."""
    counted = figure.of_staff or figure.definition.families or figure.measure == "families"
    behind = [*result.families, 0, 0][:2]
    numerator = result.numerator or 0.0
    yield NUMERATOR, None, numerator if counted else behind[0], numerator
    if result.denominator is None or figure.definition.public_base:
        return
    others = result.denominator - numerator
    yield DENOMINATOR, NUMERATOR, others if counted else behind[1], others
    yield DENOMINATOR, None, result.denominator if counted else max(behind), result.denominator


def _dominated(figure: Figure, result: Result) -> bool:
    """Return whether one family's amount could be told from a sum by the family with the next one."""
    first, second = result.largest
    return figure.money and abs(result.numerator or 0.0) - first - second < SHARE_OF_MONEY * first


def _distances(figure: Figure, amount: float, smallest: int) -> tuple[float, float]:
    """Return how far above the truth a guess must be able to lie, and how far apart guesses must."""
    if figure.money:
        share = SHARE_OF_MONEY * abs(amount)
        return share, share
    return max(smallest - amount, 0.0), smallest - 1.0


def _figures(figures: Figures) -> Iterator[Figure]:
    for id_, indicator in INDICATORS.items():
        if indicator.has_total:
            yield Figure(id_, None, None)
        for split in indicator.splits:
            yield from (Figure(id_, split, code) for code in figures.codes(id_, split))
