"""Which cells a profile is not told, and the proof that nobody can find them out.

A number is safe where other tables exist that agree with all that is shown and
with all that is known to add up, and in which the number lies as far apart as
few families do, one of them out of their reach. Such tables are looked for by
linear programming, in turns. A proof moves hidden numbers alone: these fall into
small groups, and every table that is found tells of all of its numbers. What is
left unproved is moved among all numbers, at the least cost in cells that have to
be hidden for it; what moved there is hidden from then on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import highspy
import numpy as np

from dashboard.privacy.known import Rows, differences, sums
from dashboard.privacy.sheet import MISSING, NUMERATOR, Figure, Sheet

# Turns of choosing for one group, before what is left in it is told to nobody.
TURNS = 60
TURNS_OF_DRAFT = 3
# Turns in which all that is left is moved; after them one number at a time is.
TOGETHER = 8
# A proof ends where a program proves less than this part of what is left: choosing gets further.
WORTHWHILE = 0.1
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
    """Return what is hidden of a sheet: every number of few is proved to be safe."""
    return _Deciding(sheet).decided(TURNS)


def drafted(sheet: Sheet) -> np.ndarray:
    """Return about what would be hidden of a sheet, by cell, without a proof."""
    return _Deciding(sheet).decided(TURNS_OF_DRAFT).hidden


@dataclass(frozen=True)
class Terms:
    """Terms of rows as triples: row, number and factor."""

    row: np.ndarray
    number: np.ndarray
    factor: np.ndarray

    def where(self, kept: np.ndarray) -> Terms:
        return Terms(self.row[kept], self.number[kept], self.factor[kept])


@dataclass(frozen=True)
class Part:
    """Numbers that may move, in order, with all rows that are about them.

    Attributes:
        fixed: rows that stay what they are.
        bounded: rows that have a least.
        targets: rows of which it has to be proved how far they can go.
    """

    members: np.ndarray
    fixed: Terms
    bounded: Terms
    targets: Terms

    def groups(self, moving: np.ndarray, left: np.ndarray) -> Iterator[Part]:
        """Yield the numbers that hang together with some target, the largest groups first.

        Args:
            moving: of each number whether it may move.
            left: of each target whether it is to be proved.
        """
        members = self.members[moving[self.members]]
        fixed, bounded = (terms.where(moving[terms.number]) for terms in (self.fixed, self.bounded))
        targets = self.targets.where(moving[self.targets.number] & left[self.targets.row])
        leader = _joined(members, (fixed, bounded, targets))
        pieces = [
            _pieces(terms, leader[np.searchsorted(members, terms.number)])
            for terms in (fixed, bounded, targets)
        ]
        order = np.argsort(leader, kind="stable")
        of_group = dict(_cut(leader[order], members[order]))
        none = Terms(*(np.zeros(0, dtype=kind) for kind in (np.int64, np.int64, np.float64)))
        for group in sorted(pieces[2], key=lambda group: -len(of_group[group])):
            yield Part(of_group[group], *(piece.get(group, none) for piece in pieces))


class _Deciding:
    """Everything about the numbers of a sheet that the programs need, as arrays by number and by target."""

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
        self.down_to = np.maximum(self.true - self._lowest(), 0)
        # Of cells, and of what is missing from them.
        self.hidden = np.concatenate([sheet.withheld | sheet.few, sheet.withheld | sheet.few_missing])
        self.gate = np.concatenate([np.arange(size), np.arange(size), np.arange(size, 2 * size)])
        self.cost = np.tile(_costs(sheet), 3) * np.log2(2 + np.abs(self.true)) * PER_CELL
        tells = [*differences(sheet)]
        self.fixed, unused_amounts = self._terms(sums(sheet))
        self.bounded, amounts = self._terms([*tells, *self._others()])
        # What is below 0 in the database is nothing that anybody can rely on.
        self.least = np.where(amounts < 0, -np.inf, -amounts)
        self._aim(tells, scale)
        self.given_up = 0

    def decided(self, turns: int) -> Decision:
        whole = Part(np.nonzero(self.moves)[0], self.fixed, self.bounded, self.targets)
        groups = whole.groups(self.moves, np.ones(len(self.width), dtype=bool))
        # The solver works outside of Python, so groups are decided side by side.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            [*pool.map(lambda part: _Group(self, part).decide(turns), groups)]
        size = self.sheet.size
        return Decision(self.hidden[:size], self.hidden[size:], len(self.width), self.given_up)

    def left(self, targets: np.ndarray) -> np.ndarray:
        """Return those targets that are not proved yet."""
        near = 10 * NEARLY
        proved = (self.above >= self.reach - near) & (self.above + self.below >= self.width - near)
        return targets[~proved[targets]]

    def _lowest(self) -> np.ndarray:
        """Return the least that anybody knows a number to be."""
        numerators, denominators, missing = self.sheet.numbers
        alone = np.isnan(denominators)
        # A hidden count is no 0, since that would be shown.
        lowest = np.where(alone, np.minimum(1.0, self.true[: self.sheet.size]), 0.0)
        lowest = np.where(numerators < 0, -np.inf, lowest)
        base = np.minimum(1.0, self.true[self.sheet.size : 2 * self.sheet.size])
        return np.concatenate([lowest, base, np.zeros(len(missing))])

    def _aim(self, tells: list[Rows], scale: np.ndarray) -> None:
        """Note the numbers, and differences of numbers, that nobody may find, and what is to be proved.

        Of every target: `reach`, how far above the truth it has to be possible, `width`, how far
        apart the possible ones have to lie; `above` and `below`, how far it was seen to go.
        """
        rows, aims = [], []
        for number, less, reach, width in self.sheet.told:
            rows.append(([number] if less < 0 else [number, less], [1.0, -1.0][: 1 + (less >= 0)]))
            aims.append((reach * scale[number], max(width * scale[number], 0.5)))
        smallest = self.sheet.profile.small_cell
        for places, factors in tells:
            amounts = self.true[places] @ factors
            for row in np.nonzero((amounts > NEARLY) & (amounts < smallest))[0]:
                rows.append((places[row].tolist(), factors.tolist()))
                aims.append((smallest - amounts[row], smallest - 1.0))
        counts = [len(numbers) for numbers, unused_factors in rows]
        number = np.array([each for numbers, unused_factors in rows for each in numbers], dtype=np.int64)
        factor = np.array([each for unused_numbers, factors in rows for each in factors])
        targets = Terms(np.repeat(np.arange(len(rows)), counts), number, factor)
        self.targets = targets.where(self.moves[number])
        self.reach, self.width = np.array(aims).reshape(-1, 2).T
        self.above, self.below = np.zeros(len(rows)), np.zeros(len(rows))

    def _others(self) -> Iterator[Rows]:
        """Yield denominators less their numerators: none is below 0."""
        size = self.sheet.size
        both = np.nonzero(self.moves[size : 2 * size])[0]
        yield np.stack([both + size, both], axis=1), np.array([1.0, -1.0])

    def _terms(self, blocks: Iterable[Rows]) -> tuple[Terms, np.ndarray]:
        """Return the terms of rows that move, and what each row amounts to."""
        row, number, factor, amounts, first = [], [], [], [np.zeros(0)], 0
        for places, factors in blocks:
            row.append(np.repeat(np.arange(first, first + len(places)), places.shape[1]))
            number.append(places.ravel())
            factor.append(np.tile(factors, len(places)))
            amounts.append(self.true[places] @ factors)
            first += len(places)
        none = np.zeros(0, dtype=np.int64)
        numbers = np.concatenate([none, *number])
        terms = Terms(np.concatenate([none, *row]), numbers, np.concatenate([np.zeros(0), *factor]))
        return terms.where(self.moves[numbers]), np.concatenate(amounts)


class _Quiet(highspy.Highs):
    """The solver without callbacks: taking them, it prints its name where a file for machines is printed."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)


class _Group:
    """Numbers that hang together: what is hidden of them, until every target among them is proved."""

    def __init__(self, of: _Deciding, part: Part) -> None:
        self._of = of
        self._part = part
        self._idle = set[bytes]()

    def decide(self, turns: int) -> None:
        """Hide what has to be hidden, until every target is proved or the turns are over."""
        of, part = self._of, self._part
        program = _Program(of, part)
        for turn in range(turns):
            self._prove()
            left = of.left(program.targets)
            if not len(left):
                return
            alone = turn >= TOGETHER
            costs = np.where(of.hidden[of.gate[part.members]], NO_COST, of.cost[part.members])
            moved = program.moved(costs, left[:1] if alone else left, MUST if alone else 4.0**turn)
            if moved is None:
                break
            of.hidden[of.gate[part.members[np.abs(moved) > NEARLY]]] = True
        if turns == TURNS_OF_DRAFT:
            return
        # Whatever cannot be proved is told to nobody, and nothing that hangs together with it.
        gates = of.gate[part.members]
        of.given_up += int((~of.hidden[gates]).sum())
        of.hidden[gates] = True

    def _prove(self) -> None:
        """Move what is hidden, as long as that proves more."""
        of = self._of
        left = np.zeros(len(of.width), dtype=bool)
        left[of.left(np.unique(self._part.targets.row))] = True
        for part in self._part.groups(of.moves & of.hidden[of.gate], left):
            key = part.members.tobytes()
            if key not in self._idle:
                self._idle.add(key)
                self._move(_Program(of, part))

    def _move(self, program: _Program) -> None:
        left = self._of.left(program.targets)
        costs = np.full(len(program.members), NO_COST)
        before = np.inf
        while len(left) and len(left) <= (1 - WORTHWHILE) * before:
            if program.moved(costs, left, 1.0) is None:
                return
            before, left = len(left), self._of.left(left)


class _Program:
    """One linear model of numbers that hang together; programs differ in what they move, and at what cost.

    Its columns are how far each number goes up, how far down, and how far each
    target is wanted to go.
    """

    def __init__(self, of: _Deciding, part: Part) -> None:
        self._of = of
        self.members = part.members
        self.targets, self._of_target = np.unique(part.targets.row, return_inverse=True)
        self._places = np.searchsorted(part.members, part.targets.number)
        self._factors = part.targets.factor
        self._highs = _Quiet()
        self._highs.passModel(self._model(part))

    def moved(self, costs: np.ndarray, wanted: np.ndarray, gain: float) -> np.ndarray | None:
        """Return how far each number moves in a possible table, or None where none was found in time.

        Args:
            costs: of moving each number.
            wanted: the targets that are to be moved as far as it takes.
            gain: what a target is worth that is moved all the way.
        """
        of, count, targets = self._of, len(self.members), len(self.targets)
        chosen = np.isin(self.targets, wanted)
        far = np.maximum(of.reach, of.width - of.below)[self.targets]
        columns = np.arange(2 * count + targets, dtype=np.int32)
        # A target that is not wanted is free: its column may lie anywhere below its way.
        gains = np.where(chosen, -gain / np.maximum(far, NEARLY), 0.0)
        self._highs.changeColsCost(len(columns), columns, np.concatenate([costs, costs, gains]))
        bounds = np.full(targets, -np.inf), np.where(chosen, far, 0.0)
        self._highs.changeColsBounds(targets, columns[2 * count :], *bounds)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(self._highs.getSolution().col_value)
        moved = found[:count] - found[count : 2 * count]
        self._note(moved)
        return moved

    def _note(self, moved: np.ndarray) -> None:
        """Note how far each target is seen to go."""
        went = np.zeros(len(self.targets))
        np.add.at(went, self._of_target, self._factors * moved[self._places])
        of, at = self._of, self.targets
        of.above[at] = np.maximum(of.above[at], went)
        of.below[at] = np.maximum(of.below[at], -went)

    def _model(self, part: Part) -> highspy.HighsLp:
        count, targets = len(self.members), len(self.targets)
        (fixed, of_fixed), (bounded, of_bounded) = (
            np.unique(terms.row, return_inverse=True) for terms in (part.fixed, part.bounded)
        )
        first_target = len(fixed) + len(bounded)
        row = np.concatenate([of_fixed, len(fixed) + of_bounded, first_target + self._of_target])
        numbers = np.concatenate([part.fixed.number, part.bounded.number])
        column = np.concatenate([np.searchsorted(self.members, numbers), self._places])
        value = np.concatenate([part.fixed.factor, part.bounded.factor, self._factors])
        # Down is up with the other sign; then each target's own column.
        row = np.concatenate([row, row, first_target + np.arange(targets)])
        column = np.concatenate([column, column + count, 2 * count + np.arange(targets)])
        value = np.concatenate([value, -value, -np.ones(targets)])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = 2 * count + targets, first_target + targets
        model.col_cost_ = np.zeros(2 * count + targets)
        model.col_lower_ = np.concatenate([np.zeros(2 * count), np.full(targets, -np.inf)])
        down = self._of.down_to[self.members]
        model.col_upper_ = np.concatenate([np.full(count, np.inf), down, np.zeros(targets)])
        least = self._of.least[bounded]
        model.row_lower_ = np.concatenate([np.zeros(len(fixed)), least, np.zeros(targets)])
        above = np.full(len(bounded) + targets, np.inf)
        model.row_upper_ = np.concatenate([np.zeros(len(fixed)), above])
        order = np.lexsort((column, row))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts = np.searchsorted(row[order], np.arange(model.num_row_ + 1))
        model.a_matrix_.start_ = starts.astype(np.int32)
        model.a_matrix_.index_ = column[order].astype(np.int32)
        model.a_matrix_.value_ = value[order]
        return model


def _joined(members: np.ndarray, tables: Iterable[Terms]) -> np.ndarray:
    """Return for each member the first one, by its place, that it hangs together with."""
    leader = list(range(len(members)))

    def first(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for terms in tables:
        same = terms.row[1:] == terms.row[:-1]
        places = np.searchsorted(members, terms.number)
        for one, other in zip(places[:-1][same].tolist(), places[1:][same].tolist(), strict=True):
            low, high = sorted((first(one), first(other)))
            leader[high] = low
    return np.array([first(number) for number in range(len(members))], dtype=np.int64)


def _pieces(terms: Terms, group: np.ndarray) -> dict[int, Terms]:
    """Return the terms of each group, in the order of their rows."""
    order = np.lexsort((terms.row, group))
    return {of: terms.where(places) for of, places in _cut(group[order], order)}


def _cut(groups: np.ndarray, values: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield each group with its values; both are in the order of groups."""
    found, starts = np.unique(groups, return_index=True)
    if len(found):
        yield from zip(found.tolist(), np.split(values, starts[1:]), strict=True)


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
