"""Ends and steps of an axis, from nothing but the figures that are shown."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def step_for(top: float, parts: int) -> float:
    """Return the smallest round step of which `parts` reach `top`."""
    rough = top / parts
    power = 10.0 ** floor(log10(rough))
    return next(power * step for step in STEPS if power * step >= rough * (1 - 1e-9))


def ticks(values: Iterable[float], parts: int = 3, digits: int = 0) -> tuple[float, ...]:
    """Return round ticks from 0 to the first that is not below the largest value.

    `digits`: after the point of their labels, so that no label is rounded.
    Without a value above 0 the axis ends at 1.
    """
    top = max((value for value in values if value), default=0) or 1.0
    step = written(step_for(top, parts), digits)
    count = ceil(top / step - 1e-9)
    return tuple(round(step * n, 10) for n in range(count + 1))


def written(step: float, digits: int) -> float:
    """Return the smallest step from this one on that a label can say with so many digits."""
    smallest = 10.0**-digits
    return ceil(step / smallest - 1e-9) * smallest


SHARE_TICKS = (0.0, 0.4, 0.8)
SHARE_TOP = 1.0
