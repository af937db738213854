"""Which cells a profile is not told, and the proof that nobody can find them out.

A number is safe where other tables exist that agree with all that is shown and
with all that is known to add up, and in which the number lies as far apart as
few families do, one of them out of their reach. Such tables are looked for by
linear programming, in turns. A proof moves hidden numbers alone: these fall into
small groups, and every table that is found tells of all of its numbers. What is
left unproved is moved among all numbers, at the least cost in cells that have to
be hidden for it; what moved there is hidden from then on.

All this holds for whoever reads no more than what is told, and for each
director, who knows every number of the own centre beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from dashboard.privacy.known import Rows, bounds, differences, sums
from dashboard.privacy.prices import costs
from dashboard.privacy.programs import NEARLY, Limits, Part, Program, Terms
from dashboard.privacy.sheet import MISSING, NUMERATOR, Sheet

# Turns of choosing for one group, before what is left in it is told to nobody.
TURNS = 60
# Turns in which all that is left is moved; after them one number at a time is.
TOGETHER = 8
# A proof ends where a program proves less than this part of what is left: choosing gets further.
WORTHWHILE = 0.1
# Sums of money are reckoned in amounts of this size, so that no program mixes millions and ones.
USUAL_AMOUNT = 20.0
PER_CELL = 1e-3
# More than any cost: what a target is worth that has to be moved.
MUST = 1e6
# Somebody who knows no centre's numbers.
OUTSIDER = -1


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


class _Deciding:
    """Everything about the numbers of a sheet that the programs need, as arrays by number and by target.

    Attributes:
        knowing: those against whom everything is proved: OUTSIDER, or the place of a centre.
        above, below: how far every one of them (row) has seen each target to go.
    """

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
        # Of cells, and of what is missing from them.
        few = np.stack([sheet.few, sheet.few_missing])
        self.hidden = (few | sheet.kept | sheet.withheld).ravel()
        self.gate = np.concatenate([np.arange(size), np.arange(size), np.arange(size, 2 * size)])
        self.unit = np.arange(3 * size) % size // sheet.times % len(sheet.units) if size else np.arange(0)
        # What any one director knows to be in a number, without being told.
        self.parts = sheet.parts.reshape(len(sheet.centres), 3 * size) * scale
        tells = [*differences(sheet)]
        self.fixed, unused_amounts, unused_parts = self._terms(sums(sheet))
        self.bounded, amounts, parts = self._terms([*tells, *bounds(sheet), *self._others()])
        lowest = np.maximum(self._lowest(), self.parts.max(axis=0, initial=-np.inf))
        self.limits = Limits(
            down=np.maximum(self.true - lowest, 0),
            cost=np.tile(costs(sheet), 3) * np.log2(2 + np.abs(self.true)) * PER_CELL,
            # What is below 0 in the database is nothing that anybody can rely on.
            least=np.where(amounts < 0, -np.inf, np.minimum(parts - amounts, 0)),
        )
        self._aim(tells, scale)
        self.given_up = 0

    def decided(self) -> Decision:
        for places in self._together():
            self._decide_against(places)
        for place in range(len(self.knowing)):
            self._decide_against(np.array([place]))
        size = self.sheet.size
        return Decision(self.hidden[:size], self.hidden[size:], len(self.width), self.given_up)

    def _together(self) -> Iterator[np.ndarray]:
        """Yield those who know something, one of each region at a time: they are of no help to each other."""
        tree, units = self.sheet.tree, self.sheet.units
        of_region: dict[str | None, list[int]] = {}
        for place, known in enumerate(self.knowing[:-1]):
            unit = units[known]
            region = unit if tree.level(unit) == "region" else tree.parent(unit)
            of_region.setdefault(region, []).append(place)
        for places in zip_longest(*of_region.values()):
            yield np.array([place for place in places if place is not None], dtype=np.int64)

    def _decide_against(self, places: np.ndarray) -> None:
        moves = self.moves & ~np.isin(self.unit, self.knowing[places])
        left = np.zeros(len(self.width), dtype=bool)
        left[self.left(np.arange(len(self.width)), places)] = True
        whole = Part(np.nonzero(moves)[0], self.fixed, self.bounded, self.targets)
        # The solver works outside of Python, so groups are decided side by side.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            [*pool.map(lambda part: _Group(self, part, places, moves).decide(), whole.groups(moves, left))]

    def left(self, targets: np.ndarray, places: np.ndarray) -> np.ndarray:
        """Return those targets that are not proved yet against all of some that know something."""
        at = np.ix_(places, targets)
        near, above, both = 10 * NEARLY, self.above[at], self.above[at] + self.below[at]
        proved = (above >= self.reach[targets] - near) & (both >= self.width[targets] - near)
        return targets[~proved.all(axis=0)]

    def note(self, program: Program, moved: np.ndarray) -> None:
        """Note how far each target is seen to go by those whose own numbers do not move with it."""
        went, aware = program.went(moved), program.aware(moved, self.unit)
        for place, knower in enumerate(self.knowing):
            at = np.nonzero((went != 0) & ~aware[:, knower])[0] if knower != OUTSIDER else slice(None)
            targets = program.targets[at]
            self.above[place, targets] = np.maximum(self.above[place, targets], went[at])
            self.below[place, targets] = np.maximum(self.below[place, targets], -went[at])

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
        self.knowing = np.array([*self._centres(), OUTSIDER])
        self.above, self.below = np.zeros((2, len(self.knowing), len(rows)))
        # What somebody knows anyway needs no proof.
        of = self.unit[[numbers[0] for numbers, unused_factors in rows]] if rows else np.arange(0)
        self.above[self.knowing[:, None] == of] = np.inf

    def _centres(self) -> Iterator[int]:
        """Yield the units that one director knows: a centre, or a region that has no other."""
        for place, unit in enumerate(self.sheet.units):
            if len(self.sheet.tree.centres(unit)) == 1:
                yield place

    def _others(self) -> Iterator[Rows]:
        """Yield denominators less their numerators: none is below 0."""
        size = self.sheet.size
        both = np.nonzero(self.moves[size : 2 * size])[0]
        yield np.stack([both + size, both], axis=1), np.array([1.0, -1.0])

    def _terms(self, blocks: Iterable[Rows]) -> tuple[Terms, np.ndarray, np.ndarray]:
        """Return the terms of rows that move, what each row amounts to, and what one director has of it."""
        row, number, factor, amounts, parts, first = [], [], [], [np.zeros(0)], [np.zeros(0)], 0
        for places, factors in blocks:
            row.append(np.repeat(np.arange(first, first + len(places)), places.shape[1]))
            number.append(places.ravel())
            factor.append(np.tile(factors, len(places)))
            amounts.append(self.true[places] @ factors)
            parts.append((self.parts[:, places] @ factors).max(axis=0, initial=0))
            first += len(places)
        none = np.zeros(0, dtype=np.int64)
        numbers = np.concatenate([none, *number])
        terms = Terms(np.concatenate([none, *row]), numbers, np.concatenate([np.zeros(0), *factor]))
        return terms.where(self.moves[numbers]), np.concatenate(amounts), np.concatenate(parts)


class _Group:
    """Numbers that hang together: what is hidden of them, until every target among them is proved.

    Args:
        places: in `knowing`, against whom it is to be proved.
        moves: numbers that none of them knows.
    """

    def __init__(self, of: _Deciding, part: Part, places: np.ndarray, moves: np.ndarray) -> None:
        self._of = of
        self._part = part
        self._places = places
        self._moves = moves
        self._idle = set[bytes]()

    def decide(self) -> None:
        """Hide what has to be hidden, until every target is proved or the turns are over.

        What is left against several at once may still be proved against each of them.
        """
        of, program = self._of, Program(self._part, self._of.limits)
        gates = of.gate[self._part.members]
        several = len(self._places) > 1
        turn, turns = 0, TOGETHER if several else TURNS
        while turn < turns:
            self._prove()
            left = of.left(program.targets, self._places)
            if not len(left):
                return
            alone = turn >= TOGETHER
            moved = self._moved(program, left[:1] if alone else left, MUST if alone else 4.0**turn)
            if moved is None:
                break
            new = gates[(np.abs(moved) > NEARLY) & ~of.hidden[gates]]
            of.hidden[new] = True
            if alone and not len(new) and OUTSIDER not in of.knowing[self._places]:
                # It follows from what they know themselves, whatever else is hidden.
                of.above[self._places, left[:1]] = np.inf
            else:
                turn += 1
        if not several:
            # Whatever cannot be proved is told to nobody, and nothing that hangs together with it.
            of.given_up += int((~of.hidden[gates]).sum())
            of.hidden[gates] = True

    def _prove(self) -> None:
        """Move what is hidden, as long as that proves more."""
        of = self._of
        left = np.zeros(len(of.width), dtype=bool)
        left[of.left(np.unique(self._part.targets.row), self._places)] = True
        for part in self._part.groups(self._moves & of.hidden[of.gate], left):
            key = part.members.tobytes()
            if key not in self._idle:
                self._idle.add(key)
                self._move(Program(part, of.limits))

    def _move(self, program: Program) -> None:
        left = self._of.left(program.targets, self._places)
        before = np.inf
        while len(left) and len(left) <= (1 - WORTHWHILE) * before:
            if self._moved(program, left, 1.0) is None:
                return
            before, left = len(left), self._of.left(left, self._places)

    def _moved(self, program: Program, wanted: np.ndarray, gain: float) -> np.ndarray | None:
        of, targets = self._of, program.targets
        below = of.below[np.ix_(self._places, targets)].min(axis=0)
        far = np.maximum(of.reach[targets], of.width[targets] - below)
        shown = ~of.hidden[of.gate[program.members]]
        moved = program.moved(far, np.isin(targets, wanted), shown, gain)
        if moved is not None:
            of.note(program, moved)
        return moved


def _scales(sheet: Sheet) -> np.ndarray:
    """Return by what the numbers of a cell are multiplied: money comes in other amounts than families."""
    of_money = np.repeat([figure.money for figure in sheet.figures], len(sheet.units) * sheet.times)
    amounts = np.abs(np.nan_to_num(sheet.numbers[NUMERATOR][of_money]))
    usual = amounts[amounts > 0].mean() if amounts.any() else 1.0
    return np.where(of_money, USUAL_AMOUNT / usual, 1.0)


def _public(sheet: Sheet) -> np.ndarray:
    public = [figure.definition.public_base for figure in sheet.figures]
    return np.repeat(public, len(sheet.units) * sheet.times)
