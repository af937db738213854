"""Which unknowns a set of equations leaves no choice: what somebody who reckons can find out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np

Unknown = TypeVar("Unknown", bound=Hashable)
# An unknown to the factor that it has in a sum whose value is known.
Equation = dict[Unknown, int]
NOTHING = 1e-9


def solved(equations: Sequence[Equation[Unknown]]) -> set[Unknown]:
    """Return the unknowns that have one solution only."""
    core, peeled = _peeled(equations)
    found = _solved(core)
    # Newest first: each of these has one unknown that is in no equation taken away after it.
    for equation in reversed(peeled):
        open_ones = equation.keys() - found
        if len(open_ones) == 1:
            found |= open_ones
    return found


def _peeled(
    equations: Sequence[Equation[Unknown]],
) -> tuple[list[Equation[Unknown]], list[Equation[Unknown]]]:
    """Return the equations that bind each other, and the others in the order they were taken away.

    An equation with an unknown that is in no other binds none of the others.
    """
    holding: dict[Unknown, set[int]] = defaultdict(set)
    for number, equation in enumerate(equations):
        for key in equation:
            holding[key].add(number)
    left = dict(enumerate(equations))
    peeled: list[Equation[Unknown]] = []
    waiting = [key for key, numbers in holding.items() if len(numbers) == 1]
    while waiting:
        numbers = holding[waiting.pop()]
        if len(numbers) != 1:
            continue
        (number,) = numbers
        peeled.append(left.pop(number))
        for key in peeled[-1]:
            holding[key].discard(number)
            if len(holding[key]) == 1:
                waiting.append(key)
    return list(left.values()), peeled


def _solved(equations: Sequence[Equation[Unknown]]) -> set[Unknown]:
    keys = sorted({key for equation in equations for key in equation}, key=str)
    if not keys:
        return set()
    columns = {key: n for n, key in enumerate(keys)}
    rows = np.zeros((len(equations), len(keys)))
    for row, equation in zip(rows, equations, strict=True):
        for key, factor in equation.items():
            row[columns[key]] = factor
    # In reduced rows, an unknown that has one solution stands alone.
    reduced = np.abs(_reduced(rows)) > NOTHING
    alone = set(np.flatnonzero(reduced[reduced.sum(axis=1) == 1].any(axis=0)))
    return {key for key, n in columns.items() if n in alone}


def _reduced(rows: np.ndarray) -> np.ndarray:
    """Return the reduced row echelon form: the tables are small, and a library call would use every core."""
    rows, place = rows.copy(), 0
    for column in range(rows.shape[1]):
        if place == len(rows):
            break
        best = place + int(np.abs(rows[place:, column]).argmax())
        if abs(rows[best, column]) <= NOTHING:
            continue
        rows[[place, best]] = rows[[best, place]]
        rows[place] /= rows[place, column]
        factors = rows[:, column].copy()
        factors[place] = 0
        rows -= np.outer(factors, rows[place])
        place += 1
    return rows
