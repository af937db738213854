"""Medians and percentiles from counts per whole day: exact after any roll-up."""

from __future__ import annotations

import numpy as np


def quantile(values: np.ndarray, counts: np.ndarray, q: float) -> float | None:
    """Return the q-quantile of values that occur `counts` times, or None of none.

    Interpolates between the closest ranks, at position (count − 1) × q.

    Args:
        values: ascending.
    """
    reached = np.cumsum(counts)
    if not len(reached) or reached[-1] <= 0:
        return None
    position = (reached[-1] - 1) * q
    below = int(position)
    ranks = np.searchsorted(reached, [below, min(below + 1, reached[-1] - 1)], side="right")
    low, high = values[ranks]
    return float(low + (high - low) * (position - below))


def longest(counts: np.ndarray) -> int | None:
    """Return the last place that holds a count, or None where none does."""
    held = np.flatnonzero(counts)
    return int(held[-1]) if len(held) else None


def within(counts: np.ndarray, first: int, last: int | None) -> float:
    """Return how many lie from the first to the last place (None: to the end)."""
    return float(counts[first : None if last is None else last + 1].sum())
