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
from dashboard.privacy.sheet import MISSING, NUMERATOR, Figure, Sheet, length

# Turns of choosing for one group, before what is left in it is told to nobody.
TURNS = 60
# Turns in which all that is left is moved; after them one number at a time is.
TOGETHER = 8
# What takes longer than this is not proved, and so told to nobody.
SECONDS = 120.0
# A proof ends where a program proves less than this part of what is left: choosing gets further.
WORTHWHILE = 0.1
NEARLY = 1e-6
# Sums of money are reckoned in amounts of this size, so that no program mixes millions and ones.
USUAL_AMOUNT = 20.0
# What it costs to hide a cell of a month: a total more than a code, the programme more than a centre.
COSTS = {"programme": 1000.0, "region": 100.0, "centre": 1.0}
COST_OF_TOTAL = 10.0
COST_OF_KEY_FIGURE = 10.0
PER_CELL = 1e-3
# More than any cost: what a target is worth that has to be moved.
MUST = 1e6


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
    return _Deciding(sheet).decided()


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
        # A cell with nothing in it is shown, unless its table is not told, and so is a public
        # denominator. What the release before told as it is, its readers know.
        untold = sheet.withheld & ~sheet.beneath_nothing
        free = (counted | untold) & ~sheet.known[0]
        free_missing = ((sheet.numbers[MISSING] > 0) | untold) & ~sheet.known[1]
        moves = np.concatenate([free, free & ~_public(sheet), free_missing])
        self.moves = moves & ~np.isnan(sheet.numbers.ravel())
        self.down_to = np.maximum(self.true - self._lowest(), 0)
        # Of cells, and of what is missing from them.
        few = np.stack([sheet.few, sheet.few_missing])
        self.hidden = (few | sheet.kept | sheet.withheld).ravel()
        self.gate = np.concatenate([np.arange(size), np.arange(size), np.arange(size, 2 * size)])
        self.cost = np.tile(_costs(sheet), 3) * np.log2(2 + np.abs(self.true)) * PER_CELL
        tells = [*differences(sheet)]
        self.fixed, unused_amounts = self._terms(sums(sheet))
        self.bounded, amounts = self._terms([*tells, *self._others()])
        # What is below 0 in the database is nothing that anybody can rely on.
        self.least = np.where(amounts < 0, -np.inf, -amounts)
        self._aim(tells, scale)
        self.given_up = 0

    def decided(self) -> Decision:
        whole = Part(np.nonzero(self.moves)[0], self.fixed, self.bounded, self.targets)
        groups = whole.groups(self.moves, np.ones(len(self.width), dtype=bool))
        # The solver works outside of Python, so groups are decided side by side.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            [*pool.map(lambda part: _Group(self, part).decide(), groups)]
        size = self.sheet.size
        return Decision(self.hidden[:size], self.hidden[size:], len(self.width), self.given_up)

    def left(self, targets: np.ndarray) -> np.ndarray:
        """Return those targets that are not proved yet."""
        near = 10 * NEARLY
        proved = (self.above >= self.reach - near) & (self.above + self.below >= self.width - near)
        return targets[~proved[targets]]

    def _lowest(self) -> np.ndarray:
        """Return the least that anybody knows a number to be."""
        sheet = self.sheet
        numerators, denominators, missing = sheet.numbers
        # A hidden count is no 0, since that would be shown, where its table is told.
        shown = 1.0 - sheet.withheld
        lowest = np.where(np.isnan(denominators), np.minimum(shown, self.true[: sheet.size]), 0.0)
        lowest = np.where(numerators < 0, -np.inf, lowest)
        base = np.minimum(shown, self.true[sheet.size : 2 * sheet.size])
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
        self.setOptionValue("time_limit", SECONDS)


class _Group:
    """Numbers that hang together: what is hidden of them, until every target among them is proved."""

    def __init__(self, of: _Deciding, part: Part) -> None:
        self._of = of
        self._part = part
        self._idle = set[bytes]()

    def decide(self) -> None:
        """Hide what has to be hidden, until every target is proved or the turns are over."""
        of, program = self._of, _Program(self._of, self._part)
        gates = of.gate[self._part.members]
        for turn in range(TURNS):
            self._prove()
            left = of.left(program.targets)
            if not len(left):
                return
            alone = turn >= TOGETHER
            moved = program.moved(left[:1] if alone else left, MUST if alone else 4.0**turn)
            if moved is None:
                break
            of.hidden[gates[np.abs(moved) > NEARLY]] = True
        # Whatever cannot be proved is told to nobody, and nothing that hangs together with it.
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
        before = np.inf
        while len(left) and len(left) <= (1 - WORTHWHILE) * before:
            if program.moved(left, 1.0) is None:
                return
            before, left = len(left), self._of.left(left)


class _Program:
    """Linear programs about numbers that hang together; they differ in what they move, and what is hidden.

    Their columns are how far each number goes, with how far it goes down in a
    column of its own where it is shown, since that costs as much as up; then how
    far each target goes that is more than one number.
    """

    def __init__(self, of: _Deciding, part: Part) -> None:
        self._of = of
        self._members = part.members
        self.targets, self._of_target = np.unique(part.targets.row, return_inverse=True)
        self._places = np.searchsorted(part.members, part.targets.number)
        self._factors = part.targets.factor
        self._random = np.random.default_rng(len(part.members))
        counts = np.bincount(self._of_target, minlength=len(self.targets))
        self._single = (counts == 1)[self._of_target] & (self._factors == 1)
        (fixed, of_fixed), (bounded, of_bounded) = (
            np.unique(terms.row, return_inverse=True) for terms in (part.fixed, part.bounded)
        )
        self._row = np.concatenate([of_fixed, len(fixed) + of_bounded])
        numbers = np.concatenate([part.fixed.number, part.bounded.number])
        self._column = np.searchsorted(part.members, numbers)
        self._value = np.concatenate([part.fixed.factor, part.bounded.factor])
        self._least = np.concatenate([np.zeros(len(fixed)), of.least[bounded]])
        self._most = np.concatenate([np.zeros(len(fixed)), np.full(len(bounded), np.inf)])

    def moved(self, wanted: np.ndarray, gain: float) -> np.ndarray | None:
        """Return how far each number moves in a possible table, or None where none was found in time.

        Args:
            wanted: the targets that are to be moved as far as it takes.
            gain: what a target is worth that is moved all the way.
        """
        chosen = np.isin(self.targets, wanted)
        far = np.maximum(self._of.reach, self._of.width - self._of.below)[self.targets]
        shown = np.nonzero(~self._of.hidden[self._of.gate[self._members]])[0]
        highs = _Quiet()
        highs.passModel(self._model(shown, chosen, np.maximum(far, NEARLY), gain))
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(highs.getSolution().col_value)
        moved = found[: len(self._members)]
        moved[shown] -= found[len(moved) : len(moved) + len(shown)]
        self._note(moved)
        return moved

    def _note(self, moved: np.ndarray) -> None:
        """Note how far each target is seen to go."""
        went = np.zeros(len(self.targets))
        np.add.at(went, self._of_target, self._factors * moved[self._places])
        of, at = self._of, self.targets
        of.above[at] = np.maximum(of.above[at], went)
        of.below[at] = np.maximum(of.below[at], -went)

    def _model(self, shown: np.ndarray, chosen: np.ndarray, far: np.ndarray, gain: float) -> highspy.HighsLp:
        count, rows = len(self._members), len(self._least)
        down = self._of.down_to[self._members]
        lower, upper, cost = -down, np.full(count, np.inf), np.zeros(count)
        lower[shown] = 0
        cost[shown] = self._of.cost[self._members[shown]]
        single = self._single & chosen[self._of_target]
        upper[self._places[single]] = far[self._of_target[single]]
        # Targets that compete get all or nothing: half a way proves nothing.
        gains = gain * self._random.exponential(size=len(far)) / far
        cost[self._places[single]] -= gains[self._of_target[single]]
        several = ~self._single & chosen[self._of_target]
        targets, of_several = np.unique(self._of_target[several], return_inverse=True)
        down_of, own = count + np.arange(len(shown)), count + len(shown) + np.arange(len(targets))
        places = np.full(count, -1)
        places[shown] = down_of
        row = np.concatenate([self._row, rows + of_several])
        column = np.concatenate([self._column, self._places[several]])
        value = np.concatenate([self._value, self._factors[several]])
        twice = places[column] >= 0
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = count + len(shown) + len(targets), rows + len(targets)
        model.col_cost_ = np.concatenate([cost, self._of.cost[self._members[shown]], -gains[targets]])
        model.col_lower_ = np.concatenate([lower, np.zeros(len(shown)), np.full(len(targets), -np.inf)])
        model.col_upper_ = np.concatenate([upper, down[shown], far[targets]])
        model.row_lower_ = np.concatenate([self._least, np.zeros(len(targets))])
        model.row_upper_ = np.concatenate([self._most, np.full(len(targets), np.inf)])
        _fill(
            model,
            np.concatenate([row, row[twice], rows + np.arange(len(targets))]),
            np.concatenate([column, places[column[twice]], own]),
            np.concatenate([value, -value[twice], -np.ones(len(targets))]),
        )
        return model


def _fill(model: highspy.HighsLp, row: np.ndarray, column: np.ndarray, value: np.ndarray) -> None:
    """Set the matrix of a model."""
    order = np.lexsort((column, row))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.searchsorted(row[order], np.arange(model.num_row_ + 1)).astype(np.int32)
    model.a_matrix_.index_ = column[order].astype(np.int32)
    model.a_matrix_.value_ = value[order]


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
    of_unit = np.array([COSTS[sheet.tree.level(unit)] for unit in sheet.units])
    of_time = {stock: np.ones(sheet.times) for stock in (True, False)}
    for stock, spans in sheet.spans.items():
        # Long periods are hidden last.
        of_time[stock][: len(spans)] = [max(length(span, stock), 1) for span in spans]
    return np.concatenate(
        [_cost(figure) * np.outer(of_unit, of_time[figure.stock]).ravel() for figure in sheet.figures]
    )
