"""Which cells of one table are hidden: those of few families, and their nearest complement."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.snapshot import Units

Key = tuple[str, str | None]
Told = dict[Key, tuple[int, ...]]


def hidden_cells(told: Told, tree: Units, smallest: int) -> frozenset[Key]:
    """Return the cells (unit, code) of one table that may not be shown.

    A cell is hidden where it tells a number of families from 1 to below
    `smallest`. Where it is the only one hidden among the codes of a unit or the
    children of a unit, a shown total would give it away: the next smallest is
    hidden with it.

    Args:
        told: cell to the numbers of distinct families that showing it tells.
    """
    hidden = {
        key for key, families in told.items() if any(0 < number < smallest for number in families)
    }
    groups = _groups(told, tree)
    while True:
        added = {key for group in groups for key in _complement(group, hidden, told)}
        if not added:
            return frozenset(hidden)
        hidden |= added


def _groups(told: Told, tree: Units) -> list[list[Key]]:
    """Return the cells that add up to one total: codes of a unit, children of a unit."""
    codes: dict[str, list[Key]] = {}
    children: dict[Key, list[Key]] = {}
    for unit, code in told:
        codes.setdefault(unit, []).append((unit, code))
        parent = tree.parent(unit)
        if parent is not None:
            children.setdefault((parent, code), []).append((unit, code))
    return [group for group in (*codes.values(), *children.values()) if len(group) > 1]


def _complement(group: Iterable[Key], hidden: set[Key], told: Told) -> list[Key]:
    if sum(key in hidden for key in group) != 1:
        return []
    others = [key for key in group if key not in hidden and any(told[key])]
    # A tie is broken by the keys, so that every run hides the same cell.
    return sorted(others, key=lambda key: (max(told[key]), str(key)))[:1]
