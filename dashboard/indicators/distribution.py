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


def longest(values: np.ndarray, counts: np.ndarray) -> int | None:
    """Return the largest value that occurs, or None where none does."""
    held = np.flatnonzero(counts)
    return int(values[held[-1]]) if len(held) else None


def within(values: np.ndarray, counts: np.ndarray, first: int, last: int | None) -> float:
    """Return how many lie from the first to the last value (None: without an end)."""
    begin = np.searchsorted(values, first)
    end = len(values) if last is None else np.searchsorted(values, last, side="right")
    return float(counts[begin:end].sum())
