"""The form of an indicator's arithmetic: cubes in, and a function that computes one figure."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.result import Result

# unit (its place in the tree), period, split and code (None: the total).
Compute = Callable[[int, Span, str | None, str | None], Result]
Arithmetic = Callable[[Cubes], Compute]
