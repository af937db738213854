"""Which cells are hidden: those of few families, and those that would give them away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.privacy.solving import Equation, solved

# What names a cell.
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Sum(Generic[Key]):
    """A cell, and the cells that add up to it; a single part is the same figure once more."""

    total: Key
    parts: tuple[Key, ...]


def hidden_cells(
    families_behind: Mapping[Key, tuple[int, ...]],
    sums: Iterable[Sum[Key]],
    smallest: int,
    tables: Iterable[Iterable[Sum[Key]]] = (),
) -> frozenset[Key]:
    """Return the cells that may not be shown.

    A cell is hidden where it tells a number of families from 1 to below
    `smallest`. Where the rest of a sum would tell it, or tells that a few cells
    together have fewer families than that, the next smallest cell of that sum
    is hidden with it, and so on through all sums, until none tells any more.

    Args:
        families_behind: cell to the numbers of distinct families that showing it tells.
        tables: of the sums, those that are solved together as equations, too.
    """
    sizes = {key: max(families, default=0) for key, families in families_behind.items()}
    few = {
        key for key, families in families_behind.items() if any(0 < number < smallest for number in families)
    }
    holding: dict[Key, list[Sum[Key]]] = defaultdict(list)
    for each in sums:
        for key in (each.total, *each.parts):
            holding[key].append(each)
    hidden: set[Key] = set()
    _hide(sorted(few, key=str), hidden, holding, sizes, smallest)
    for table in map(tuple, tables):
        while known := solved(_unknown(table, hidden, sizes)) & few:
            around = [each for each in table if known.intersection(each.parts)]
            key = _least((part for each in around for part in each.parts), hidden, sizes)
            if key is None:
                break
            _hide([key], hidden, holding, sizes, smallest)
    return frozenset(hidden)


def _hide(
    keys: Iterable[Key],
    hidden: set[Key],
    holding: Mapping[Key, list[Sum[Key]]],
    sizes: Mapping[Key, int],
    smallest: int,
) -> None:
    """Hide cells, and all that would give them away in one sum."""
    keys = list(keys)
    hidden.update(keys)
    waiting = [each for key in keys for each in holding[key]]
    while waiting:
        each = waiting.pop()
        with_it = _next(each, hidden, sizes, smallest)
        if with_it is not None:
            hidden.add(with_it)
            waiting += holding[with_it]


def _next(each: Sum[Key], hidden: set[Key], sizes: Mapping[Key, int], smallest: int) -> Key | None:
    """Return the cell of a sum to be hidden next, or None where the sum tells nothing."""
    unknown = [key for key in each.parts if key in hidden and sizes[key]]
    if each.total in hidden:
        return None if unknown else _least(each.parts, hidden, sizes)
    if not unknown:
        return None
    # What the unknown parts have together is the total less the others. As many
    # families as parts: one in each.
    together = sum(sizes[key] for key in unknown)
    if len(unknown) > 1 and together >= smallest and together > len(unknown):
        return None
    part = _least(each.parts, hidden, sizes)
    return each.total if part is None else part


def _least(parts: Iterable[Key], hidden: set[Key], sizes: Mapping[Key, int]) -> Key | None:
    shown = [key for key in parts if key not in hidden and sizes[key]]
    # A tie is broken by the keys, so that every run hides the same cell.
    return min(shown, key=lambda key: (sizes[key], str(key)), default=None)


def _unknown(table: Iterable[Sum[Key]], hidden: set[Key], sizes: Mapping[Key, int]) -> list[Equation[Key]]:
    """Return the sums as equations of what is not known in them."""
    equations: list[Equation[Key]] = []
    for each in table:
        equation = {key: 1 for key in each.parts if key in hidden and sizes[key]}
        if each.total in hidden and sizes[each.total]:
            equation[each.total] = -1
        if equation:
            equations.append(equation)
    return equations
