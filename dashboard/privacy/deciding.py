"""Which cells a profile is not told, and the proof that nobody can find them out.

A number is safe where another table exists that agrees with all that is shown
and with all that is known to add up, and in which the number lies far enough
from the truth. Such tables are looked for by linear programming: each program
moves as many small numbers up as it can, at the least cost in cells that have
to be hidden for it. What it moved is hidden, so the table that it found stays
possible, and is the proof for each number that it moved far enough.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import highspy
import numpy as np

from dashboard.privacy.known import differences, sums
from dashboard.privacy.sheet import MISSING, NUMERATOR, Figure, Sheet

# Programs for one group of numbers, before each number left gets one of its own.
TOGETHER = 20
SECONDS = 30.0
NEARLY = 1e-6
# Sums of money are reckoned in amounts of this size, so that no program mixes millions and ones.
USUAL_AMOUNT = 20.0
# What it costs to hide a cell: a total more than a code, the programme more than a centre.
COSTS = {"programme": 1000.0, "region": 100.0, "centre": 1.0}
COST_OF_TOTAL = 10.0
COST_OF_KEY_FIGURE = 10.0
PER_CELL = 1e-3
NO_COST = 1e-7
# More than any cost: what a target is worth that has to be moved.
MUST = 1e4


@dataclass(frozen=True)
class Target:
    """A number, or one less others, that nobody may find: its terms and how far it has to move."""

    terms: tuple[tuple[int, float], ...]
    distance: float


@dataclass(frozen=True)
class Decision:
    """Cells that are hidden, and of which what is missing is; what was proved, and what was not.

    Attributes:
        hidden, missing_hidden: by cell.
        targets: how many numbers had to be proved.
        given_up: cells hidden because they could not be proved otherwise.
    """

    hidden: np.ndarray
    missing_hidden: np.ndarray
    targets: int
    given_up: int


def decide(sheet: Sheet) -> Decision:
    """Return what is hidden of a sheet."""
    return _Deciding(sheet).decided()


class _Deciding:
    """Everything about the numbers of a sheet that the programs need, as arrays by number."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        size = sheet.size
        self.scale = np.tile(_scales(sheet), 3)
        # Denominators are counts, also those beside money: budgets are public.
        self.true = np.nan_to_num(sheet.numbers.ravel()) * self.scale
        self.there = ~np.isnan(sheet.numbers.ravel())
        empty = np.nan_to_num(sheet.numbers[:2]).any(axis=0)
        # A cell with nothing in it is shown, and so is a public denominator.
        self.moves = self.there & np.concatenate([empty, empty & ~_public(sheet), sheet.numbers[MISSING] > 0])
        self.lowest = self._lowest()
        # Of cells, and of what is missing from them.
        self.hidden = np.concatenate([sheet.withheld | sheet.few, sheet.withheld | sheet.few_missing])
        self.gate = np.concatenate([np.arange(size), np.arange(size), np.arange(size, 2 * size)])
        self.cost = np.tile(_costs(sheet), 3) * np.log2(2 + np.abs(self.true)) * PER_CELL
        self.rows = [*sums(sheet)]
        self.targets = [*self._targets()]
        self.given_up = 0

    def decided(self) -> Decision:
        for group in self._groups():
            _Group(self, *group).decide()
        size = self.sheet.size
        return Decision(self.hidden[:size], self.hidden[size:], len(self.targets), self.given_up)

    def _lowest(self) -> np.ndarray:
        """Return the least that anybody knows a number to be."""
        numerators, denominators, missing = self.sheet.numbers
        alone = np.isnan(denominators)
        # A hidden count is no 0, since that would be shown.
        lowest = np.where(alone, np.minimum(1.0, self.true[: self.sheet.size]), 0.0)
        lowest = np.where(numerators < 0, -np.inf, lowest)
        base = np.minimum(1.0, self.true[self.sheet.size : 2 * self.sheet.size])
        return np.concatenate([lowest, base, np.zeros(len(missing))])

    def _targets(self) -> Iterator[Target]:
        for number, less, distance in self.sheet.told:
            terms = ((number, 1.0),) if less < 0 else ((number, 1.0), (less, -1.0))
            yield Target(terms, max(distance * self.scale[number], 0.5))
        smallest = self.sheet.profile.small_cell
        for places, factors in differences(self.sheet):
            amounts = self.true[places] @ factors
            for row in places[(amounts > NEARLY) & (amounts < smallest)]:
                yield Target(tuple(zip(row.tolist(), factors.tolist(), strict=True)), float(smallest - 1))

    def _groups(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, list[Target]]]:
        """Yield the numbers that hang together, with their rows and what is to be proved of them."""
        row, number, factor = _flat(self.rows, self.moves)
        leader = _joined(len(self.true), self._links(row, number))
        of_target: dict[int, list[Target]] = {}
        for target in self.targets:
            moving = [place for place, unused_factor in target.terms if self.moves[place]]
            if moving:
                of_target.setdefault(int(leader[moving[0]]), []).append(target)
        members = np.nonzero(self.moves)[0]
        members = members[np.argsort(leader[members], kind="stable")]
        order = np.argsort(leader[number], kind="stable")
        row, number, factor = row[order], number[order], factor[order]
        for group, targets in sorted(of_target.items()):
            of_members = slice(*np.searchsorted(leader[members], [group, group + 1]))
            of_rows = slice(*np.searchsorted(leader[number], [group, group + 1]))
            yield members[of_members], row[of_rows], number[of_rows], factor[of_rows], targets

    def _links(self, row: np.ndarray, number: np.ndarray) -> Iterator[tuple[int, int]]:
        """Yield pairs of numbers of which one may move the other."""
        same = row[1:] == row[:-1]
        yield from zip(number[:-1][same].tolist(), number[1:][same].tolist(), strict=True)
        size = self.sheet.size
        both = np.nonzero(self.moves[:size] & self.moves[size : 2 * size])[0]
        yield from zip(both.tolist(), (both + size).tolist(), strict=True)
        for target in self.targets:
            moving = [place for place, unused_factor in target.terms if self.moves[place]]
            yield from itertools.pairwise(moving)


class _Quiet(highspy.Highs):
    """The solver without callbacks: taking them, it prints its name where a file for machines is printed."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)


class _Group:
    """One linear model of numbers that hang together; programs differ in what they move.

    Its columns are how far each number goes up, how far down, and how far each
    target gets, in parts of its distance.
    """

    def __init__(
        self,
        of: _Deciding,
        members: np.ndarray,
        row: np.ndarray,
        number: np.ndarray,
        factor: np.ndarray,
        targets: list[Target],
    ) -> None:
        self.of = of
        self.members = members
        self.targets = targets
        self.gates = of.gate[members]
        self._row, self._place, self._factor = row, np.searchsorted(members, number), factor
        self._random = np.random.default_rng(len(members))
        self._highs = _Quiet()
        self._highs.setOptionValue("threads", 1)
        self._highs.passModel(self._model())

    def decide(self) -> None:
        """Hide what has to be hidden, until every target is proved."""
        left = np.arange(len(self.targets))
        distances = np.array([target.distance for target in self.targets])
        for attempt in range(TOGETHER + 2 * len(self.targets)):
            if not len(left):
                return
            alone = attempt >= TOGETHER
            moved = self._moved(left[:1] if alone else self._some(left), MUST if alone else 2.0**attempt)
            if moved is None:
                break
            self.of.hidden[self.gates[np.abs(moved) > NEARLY]] = True
            left = left[(self._reach(moved) < distances - 10 * NEARLY)[left]]
        # Whatever cannot be proved is told to nobody, and nothing that hangs together with it.
        self.of.given_up += int((~self.of.hidden[self.gates]).sum())
        self.of.hidden[self.gates] = True

    def _some(self, left: np.ndarray) -> np.ndarray:
        """Return some of the targets, since where one goes up another goes down."""
        some = left[self._random.random(len(left)) < 0.5]
        return some if len(some) else left

    def _moved(self, chosen: np.ndarray, gain: float) -> np.ndarray | None:
        """Return how far each number moves in a possible table, or None where none was found in time."""
        costs = np.where(self.of.hidden[self.gates], NO_COST, self.of.cost[self.members])
        wanted = np.zeros(len(self.targets))
        wanted[chosen] = -gain
        every = np.concatenate([costs, costs, wanted])
        self._highs.changeColsCost(len(every), np.arange(len(every), dtype=np.int32), every)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(self._highs.getSolution().col_value)
        count = len(self.members)
        return found[:count] - found[count : 2 * count]

    def _reach(self, moved: np.ndarray) -> np.ndarray:
        reach = np.zeros(len(self.targets))
        np.add.at(reach, self._of_target, self._factors * moved[self._places])
        return reach

    def _model(self) -> highspy.HighsLp:
        count, targets = len(self.members), len(self.targets)
        of_others, numerators = self._with_others()
        terms = [
            (n, place, factor)
            for n, target in enumerate(self.targets)
            for place, factor in target.terms
            if self.of.moves[place]
        ]
        self._of_target = np.array([n for n, unused_place, unused_factor in terms], dtype=np.int64)
        self._places = np.searchsorted(self.members, [place for unused_n, place, unused_factor in terms])
        self._factors = np.array([factor for *unused, factor in terms])
        distances = np.array([target.distance for target in self.targets])
        known = np.unique(self._row, return_inverse=True)[1] if len(self._row) else self._row
        rows = int(known.max()) + 1 if len(known) else 0
        pairs = len(of_others)
        first_target = rows + pairs
        row = np.concatenate(
            [
                known,
                rows + np.arange(pairs),
                rows + np.arange(pairs),
                first_target + self._of_target,
            ]
        )
        column = np.concatenate([self._place, of_others, numerators, self._places])
        value = np.concatenate(
            [self._factor, np.ones(pairs), -np.ones(pairs), self._factors / distances[self._of_target]]
        )
        # Down is up with the other sign; then each target's own column.
        row = np.concatenate([row, row, first_target + np.arange(targets)])
        column = np.concatenate([column, column + count, 2 * count + np.arange(targets)])
        value = np.concatenate([value, -value, -np.ones(targets)])
        down = np.maximum(self.of.true[self.members] - self.of.lowest[self.members], 0)
        others = self.of.true[self.members[of_others]] - self.of.true[self.members[numerators]]
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * count + targets, rows + pairs + targets
        model.col_cost_ = np.zeros(2 * count + targets)
        model.col_lower_ = np.concatenate([np.zeros(2 * count), np.full(targets, -np.inf)])
        model.col_upper_ = np.concatenate([np.full(count, np.inf), down, np.ones(targets)])
        model.row_lower_ = np.concatenate([np.zeros(rows), -others, np.zeros(targets)])
        model.row_upper_ = np.concatenate([np.zeros(rows), np.full(pairs + targets, np.inf)])
        order = np.lexsort((column, row))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts = np.searchsorted(row[order], np.arange(model.num_row_ + 1))
        model.a_matrix_.start_ = starts.astype(np.int32)
        model.a_matrix_.index_ = column[order].astype(np.int32)
        model.a_matrix_.value_ = value[order]
        return model

    def _with_others(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the places of denominators and of their numerators: none is less than the other."""
        size = self.of.sheet.size
        both = self.members[(self.members >= size) & (self.members < 2 * size)] - size
        both = both[self.of.moves[both]]
        return np.searchsorted(self.members, both + size), np.searchsorted(self.members, both)


def _flat(rows: list[tuple[np.ndarray, np.ndarray]], moves: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return the rows as triples: row, number, factor; of numbers that move alone."""
    row, number, factor, first = [], [], [], 0
    for places, factors in rows:
        row.append(np.repeat(np.arange(first, first + len(places)), places.shape[1]))
        number.append(places.ravel())
        factor.append(np.tile(factors, len(places)))
        first += len(places)
    if not row:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    flat = tuple(np.concatenate(each) for each in (row, number, factor))
    kept = moves[flat[1]]
    return tuple(each[kept] for each in flat)


def _joined(count: int, links: Iterator[tuple[int, int]]) -> np.ndarray:
    """Return for each number the least number that it hangs together with."""
    leader = list(range(count))

    def first(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in links:
        low, high = sorted((first(one), first(other)))
        leader[high] = low
    return np.array([first(number) for number in range(count)])


def _scales(sheet: Sheet) -> np.ndarray:
    """Return by what the numbers of a cell are multiplied: money comes in other amounts than families."""
    of_money = np.repeat([figure.money for figure in sheet.figures], len(sheet.units) * sheet.times)
    amounts = np.abs(np.nan_to_num(sheet.numbers[NUMERATOR][of_money]))
    usual = amounts[amounts > 0].mean() if amounts.any() else 1.0
    return np.where(of_money, USUAL_AMOUNT / usual, 1.0)


def _public(sheet: Sheet) -> np.ndarray:
    public = [figure.definition.public_base for figure in sheet.figures]
    return np.repeat(public, len(sheet.units) * sheet.times)


def _cost(figure: Figure) -> float:
    if figure.split is not None:
        return 1.0
    return COST_OF_TOTAL * (COST_OF_KEY_FIGURE if figure.definition.key else 1.0)


def _costs(sheet: Sheet) -> np.ndarray:
    of_figure = np.array([_cost(figure) for figure in sheet.figures])
    of_unit = np.array([COSTS[sheet.tree.level(unit)] for unit in sheet.units])
    return np.repeat((of_figure[:, None] * of_unit[None, :]).ravel(), sheet.times)
