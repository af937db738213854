"""Linear programs that look for other possible tables: numbers move, and all that is known still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import highspy
import numpy as np

# What takes longer than this is not proved, and so told to nobody.
SECONDS = 120.0
NEARLY = 1e-6


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


@dataclass(frozen=True)
class Limits:
    """How far numbers, by number, and bounded rows, by row, may go.

    Attributes:
        down: how far a number may go down.
        cost: what it costs for each step that a shown number moves.
        least: how far a bounded row may go down, as a number of 0 or less.
    """

    down: np.ndarray
    cost: np.ndarray
    least: np.ndarray


class Program:
    """Linear programs about numbers that hang together; they differ in what they move, and what is hidden.

    Their columns are how far each number goes, with how far it goes down in a
    column of its own where it is shown, since that costs as much as up; then how
    far each target goes that is more than one number.

    Attributes: members (numbers), targets (rows).
    """

    def __init__(self, part: Part, limits: Limits) -> None:
        self.members = part.members
        self.targets, self._of_target = np.unique(part.targets.row, return_inverse=True)
        self._limits = limits
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
        self._least = np.concatenate([np.zeros(len(fixed)), limits.least[bounded]])
        self._most = np.concatenate([np.zeros(len(fixed)), np.full(len(bounded), np.inf)])

    def moved(self, far: np.ndarray, wanted: np.ndarray, shown: np.ndarray, gain: float) -> np.ndarray | None:
        """Return how far each number moves in a possible table, or None where none was found in time.

        Args:
            far: how far above the truth it is worth to move each of the targets.
            wanted: of each target whether it is to be moved.
            shown: of each number whether it is shown.
            gain: what a target is worth that is moved all the way.
        """
        places = np.nonzero(shown)[0]
        highs = _Quiet()
        highs.passModel(self._model(places, wanted, np.maximum(far, NEARLY), gain))
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(highs.getSolution().col_value)
        moved = found[: len(self.members)]
        moved[places] -= found[len(moved) : len(moved) + len(places)]
        return moved

    def went(self, moved: np.ndarray) -> np.ndarray:
        """Return how far each target goes with its numbers."""
        return np.bincount(self._of_target, self._factors * moved[self._places], len(self.targets))

    def aware(self, moved: np.ndarray, of: np.ndarray) -> np.ndarray:
        """Return of each target (row) of which of some owners (column) a number moves together with it.

        A table moves in pieces that have no row in common: each of them alone is possible as well.

        Args:
            of: the place of the owner of each number.
        """
        moving = np.abs(moved) > NEARLY
        piece = self._pieces_of(moving)
        owners = np.zeros((len(moved), of.max(initial=-1) + 1), dtype=bool)
        members = np.nonzero(moving)[0]
        owners[piece[members], of[self.members[members]]] = True
        found = np.zeros((len(self.targets), owners.shape[1]), dtype=bool)
        np.logical_or.at(found, self._of_target, owners[piece[self._places]] & moving[self._places, None])
        return found

    def _pieces_of(self, moving: np.ndarray) -> np.ndarray:
        """Return of each member the first one that moves together with it."""
        goes = moving[self._column]
        return _first_of_each(len(moving), len(self._least), self._row[goes], self._column[goes])

    def _model(self, shown: np.ndarray, chosen: np.ndarray, far: np.ndarray, gain: float) -> highspy.HighsLp:
        count, rows = len(self.members), len(self._least)
        down, price = self._limits.down[self.members], self._limits.cost[self.members[shown]]
        lower, upper, cost = -down, np.full(count, np.inf), np.zeros(count)
        lower[shown], cost[shown] = 0, price
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
        model.col_cost_ = np.concatenate([cost, price, -gains[targets]])
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


class _Quiet(highspy.Highs):
    """The solver without callbacks: taking them, it prints its name where a file for machines is printed."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        self.setOptionValue("time_limit", SECONDS)


def _fill(model: highspy.HighsLp, row: np.ndarray, column: np.ndarray, value: np.ndarray) -> None:
    """Set the matrix of a model."""
    order = np.lexsort((column, row))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.searchsorted(row[order], np.arange(model.num_row_ + 1)).astype(np.int32)
    model.a_matrix_.index_ = column[order].astype(np.int32)
    model.a_matrix_.value_ = value[order]


def _joined(members: np.ndarray, tables: Iterable[Terms]) -> np.ndarray:
    """Return for each member the first one, by its place, that it hangs together with."""
    rows, columns, count = [], [], 0
    for terms in tables:
        found, row = np.unique(terms.row, return_inverse=True)
        rows.append(count + row)
        columns.append(np.searchsorted(members, terms.number))
        count += len(found)
    return _first_of_each(len(members), count, np.concatenate(rows), np.concatenate(columns))


def _first_of_each(members: int, rows: int, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Return of each member the first one that it is joined with by rows of which they are columns."""
    first = np.arange(members)
    while True:
        least = np.full(rows, members)
        np.minimum.at(least, row, first[column])
        new = first.copy()
        np.minimum.at(new, column, least[row])
        # Whoever is joined with a member is joined with what that one is joined with.
        np.minimum.at(new, first, new)
        new = new[new]
        if (new == first).all():
            return first
        first = new


def _pieces(terms: Terms, group: np.ndarray) -> dict[int, Terms]:
    """Return the terms of each group, in the order of their rows."""
    order = np.lexsort((terms.row, group))
    return {of: terms.where(places) for of, places in _cut(group[order], order)}


def _cut(groups: np.ndarray, values: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield each group with its values; both are in the order of groups."""
    found, starts = np.unique(groups, return_index=True)
    if len(found):
        yield from zip(found.tolist(), np.split(values, starts[1:]), strict=True)
