"""Which cells a profile is not told, and the proof that nobody can find them out.

A number is safe where another table exists that agrees with all that is shown
and with all that is known to add up, and in which the number lies far enough
from the truth. Such tables are looked for by linear programming: each program
moves as many small numbers up as it can, at the least cost in cells that have
to be hidden for it. What it moved is hidden, so the table that it found stays
possible, and is the proof for each number that it moved far enough.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import highspy
import numpy as np

from dashboard.privacy.known import Rows, differences, sums
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
        groups: what was decided by what it was decided from, for a decision that differs in little.
    """

    hidden: np.ndarray
    missing_hidden: np.ndarray
    targets: int
    given_up: int
    groups: dict[bytes, np.ndarray]


def decide(sheet: Sheet, before: Decision | None = None) -> Decision:
    """Return what is hidden of a sheet.

    Args:
        before: a decision about the same sheet before tables were taken out of it.
    """
    return _Deciding(sheet).decided(before.groups if before else {})


@dataclass(frozen=True)
class Terms:
    """The terms of rows as triples: row, number and factor; and for each row the least that it may become."""

    row: np.ndarray
    number: np.ndarray
    factor: np.ndarray
    least: np.ndarray

    def of(self, leader: np.ndarray, group: int) -> Terms:
        """Return the rows of a group; the terms are in the order of groups."""
        first, last = np.searchsorted(leader[self.number], [group, group + 1])
        rows, row = np.unique(self.row[first:last], return_inverse=True)
        return Terms(row, self.number[first:last], self.factor[first:last], self.least[rows])


@dataclass(frozen=True)
class Part:
    """Numbers that hang together, what is known of them, and what is to be proved of them."""

    members: np.ndarray
    fixed: Terms
    bounded: Terms
    targets: list[Target]


class _Deciding:
    """Everything about the numbers of a sheet that the programs need, as arrays by number."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        size = sheet.size
        scale = np.tile(_scales(sheet), 3)
        # Denominators are counts, also those beside money: budgets are public.
        self.true = np.nan_to_num(sheet.numbers.ravel()) * scale
        counted = np.nan_to_num(sheet.numbers[:2]).any(axis=0)
        # A cell with nothing in it is shown, and so is a public denominator.
        moves = np.concatenate([counted, counted & ~_public(sheet), sheet.numbers[MISSING] > 0])
        self.moves = moves & ~np.isnan(sheet.numbers.ravel())
        self.lowest = self._lowest()
        # Of cells, and of what is missing from them.
        self.hidden = np.concatenate([sheet.withheld | sheet.few, sheet.withheld | sheet.few_missing])
        self.gate = np.concatenate([np.arange(size), np.arange(size), np.arange(size, 2 * size)])
        self.cost = np.tile(_costs(sheet), 3) * np.log2(2 + np.abs(self.true)) * PER_CELL
        self._differences = [*differences(sheet)]
        self.targets = [*self._targets(scale)]
        self.given_up = 0

    def decided(self, before: dict[bytes, np.ndarray]) -> Decision:
        groups: dict[bytes, np.ndarray] = {}

        def decide(part: Part) -> None:
            gates = self.gate[part.members]
            key = self._key(part, gates)
            if key in before:
                self.hidden[gates] = before[key]
            else:
                _Group(self, part).decide()
            groups[key] = self.hidden[gates]

        # The solver works outside of Python, so groups are decided side by side.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            [*pool.map(decide, self._parts())]
        size = self.sheet.size
        return Decision(self.hidden[:size], self.hidden[size:], len(self.targets), self.given_up, groups)

    def _key(self, part: Part, gates: np.ndarray) -> bytes:
        """Return what a group is decided from."""
        of = (part.members, part.fixed.number, part.bounded.number, self.hidden[gates])
        targets = repr([target.terms for target in part.targets]).encode()
        return hashlib.sha256(b"".join(each.tobytes() for each in of) + targets).digest()

    def _lowest(self) -> np.ndarray:
        """Return the least that anybody knows a number to be."""
        numerators, denominators, missing = self.sheet.numbers
        alone = np.isnan(denominators)
        # A hidden count is no 0, since that would be shown.
        lowest = np.where(alone, np.minimum(1.0, self.true[: self.sheet.size]), 0.0)
        lowest = np.where(numerators < 0, -np.inf, lowest)
        base = np.minimum(1.0, self.true[self.sheet.size : 2 * self.sheet.size])
        return np.concatenate([lowest, base, np.zeros(len(missing))])

    def _targets(self, scale: np.ndarray) -> Iterator[Target]:
        for number, less, distance in self.sheet.told:
            terms = ((number, 1.0),) if less < 0 else ((number, 1.0), (less, -1.0))
            yield Target(terms, max(distance * scale[number], 0.5))
        smallest = self.sheet.profile.small_cell
        for places, factors in self._differences:
            amounts = self.true[places] @ factors
            for row in places[(amounts > NEARLY) & (amounts < smallest)]:
                yield Target(tuple(zip(row.tolist(), factors.tolist(), strict=True)), float(smallest - 1))

    def _parts(self) -> Iterator[Part]:
        fixed = self._terms(sums(self.sheet))
        bounded = self._terms([*self._differences, *self._others()])
        leader = _joined(len(self.true), self._links(fixed, bounded))
        fixed, bounded = (_in_order(terms, leader) for terms in (fixed, bounded))
        of_group: dict[int, list[Target]] = {}
        for target in self.targets:
            moving = [place for place, unused_factor in target.terms if self.moves[place]]
            if moving:
                of_group.setdefault(int(leader[moving[0]]), []).append(target)
        members = np.nonzero(self.moves)[0]
        members = members[np.argsort(leader[members], kind="stable")]
        for group, targets in sorted(of_group.items(), key=lambda each: -len(each[1])):
            first, last = np.searchsorted(leader[members], [group, group + 1])
            yield Part(members[first:last], fixed.of(leader, group), bounded.of(leader, group), targets)

    def _others(self) -> Iterator[Rows]:
        """Yield denominators less their numerators: none is below 0."""
        size = self.sheet.size
        both = np.nonzero(self.moves[size : 2 * size])[0]
        yield np.stack([both + size, both], axis=1), np.array([1.0, -1.0])

    def _terms(self, rows: Iterable[Rows]) -> Terms:
        """Return the terms of rows that move."""
        row, number, factor, least, first = [], [], [], [np.zeros(0)], 0
        for places, factors in rows:
            row.append(np.repeat(np.arange(first, first + len(places)), places.shape[1]))
            number.append(places.ravel())
            factor.append(np.tile(factors, len(places)))
            least.append(-(self.true[places] @ factors))
            first += len(places)
        if not row:
            none = np.zeros(0, dtype=np.int64)
            return Terms(none, none, np.zeros(0), np.zeros(0))
        numbers = np.concatenate(number)
        kept = self.moves[numbers]
        flat = (np.concatenate(row)[kept], numbers[kept], np.concatenate(factor)[kept])
        return Terms(*flat, np.minimum(np.concatenate(least), 0.0))

    def _links(self, *every: Terms) -> Iterator[tuple[int, int]]:
        """Yield pairs of numbers of which one may move the other."""
        for terms in every:
            same = terms.row[1:] == terms.row[:-1]
            yield from zip(terms.number[:-1][same].tolist(), terms.number[1:][same].tolist(), strict=True)


class _Quiet(highspy.Highs):
    """The solver without callbacks: taking them, it prints its name where a file for machines is printed."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)


class _Group:
    """One linear model of numbers that hang together; programs differ in what they move.

    Its columns are how far each number goes up, how far down, and how far each
    target gets, in parts of its distance.
    """

    def __init__(self, of: _Deciding, part: Part) -> None:
        self.of = of
        self.members = part.members
        self.targets = part.targets
        self.gates = of.gate[part.members]
        self.distances = np.array([target.distance for target in part.targets])
        self._random = np.random.default_rng(len(part.members))
        terms = [
            (n, place, factor)
            for n, target in enumerate(part.targets)
            for place, factor in target.terms
            if of.moves[place]
        ]
        self._of_target = np.array([n for n, unused_place, unused_factor in terms], dtype=np.int64)
        self._places = np.searchsorted(part.members, [place for unused_n, place, unused_factor in terms])
        self._factors = np.array([factor for *unused, factor in terms])
        self._highs = _Quiet()
        self._highs.passModel(self._model(part.fixed, part.bounded))

    def decide(self) -> None:
        """Hide what has to be hidden, until every target is proved."""
        left = np.arange(len(self.targets))
        for attempt in range(TOGETHER + 2 * len(self.targets)):
            if not len(left):
                return
            alone = attempt >= TOGETHER
            moved = self._moved(left[:1] if alone else self._some(left), MUST if alone else 2.0**attempt)
            if moved is None:
                break
            self.of.hidden[self.gates[np.abs(moved) > NEARLY]] = True
            left = left[(self._reach(moved) < self.distances - 10 * NEARLY)[left]]
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

    def _model(self, fixed: Terms, bounded: Terms) -> highspy.HighsLp:
        count, targets = len(self.members), len(self.targets)
        first_bounded = len(fixed.least)
        first_target = first_bounded + len(bounded.least)
        row = np.concatenate([fixed.row, first_bounded + bounded.row, first_target + self._of_target])
        numbers = np.concatenate([fixed.number, bounded.number])
        column = np.concatenate([np.searchsorted(self.members, numbers), self._places])
        parts = self._factors / self.distances[self._of_target]
        value = np.concatenate([fixed.factor, bounded.factor, parts])
        # Down is up with the other sign; then each target's own column.
        row = np.concatenate([row, row, first_target + np.arange(targets)])
        column = np.concatenate([column, column + count, 2 * count + np.arange(targets)])
        value = np.concatenate([value, -value, -np.ones(targets)])
        down = np.maximum(self.of.true[self.members] - self.of.lowest[self.members], 0)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * count + targets, first_target + targets
        model.col_cost_ = np.zeros(2 * count + targets)
        model.col_lower_ = np.concatenate([np.zeros(2 * count), np.full(targets, -np.inf)])
        model.col_upper_ = np.concatenate([np.full(count, np.inf), down, np.ones(targets)])
        model.row_lower_ = np.concatenate([np.zeros(first_bounded), bounded.least, np.zeros(targets)])
        above = np.full(len(bounded.least) + targets, np.inf)
        model.row_upper_ = np.concatenate([np.zeros(first_bounded), above])
        order = np.lexsort((column, row))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts = np.searchsorted(row[order], np.arange(model.num_row_ + 1))
        model.a_matrix_.start_ = starts.astype(np.int32)
        model.a_matrix_.index_ = column[order].astype(np.int32)
        model.a_matrix_.value_ = value[order]
        return model


def _in_order(terms: Terms, leader: np.ndarray) -> Terms:
    """Return the terms in the order of groups."""
    order = np.lexsort((terms.row, leader[terms.number]))
    return Terms(terms.row[order], terms.number[order], terms.factor[order], terms.least)


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
