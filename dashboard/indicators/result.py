"""One computed figure, unprotected: only `privacy` may look at it and publish it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.indicators.cubes import Cubes, Span


@dataclass(frozen=True, slots=True)
class Result:
    """Numerator, denominator, missing and value of one figure.

    `value` is None where there is nothing to divide by. `families` are the
    numbers of distinct families that showing the figure tells: exact for
    families, a lower bound for the families behind visits and money; empty
    where no family stands behind it (savers). `families_missing` is the same
    for what is missing: a small number hides itself, not the figure beside it.
    `ranked`: of how many median and p90 are taken, where that is another number.
    `largest`: of a sum of money, the two largest amounts of one family.
    `unset`: the unit has nothing to be measured against, which is not 0.
    """

    numerator: float | None
    denominator: float | None = None
    missing: float | None = None
    value: float | None = None
    median: float | None = None
    p90: float | None = None
    families: tuple[int, ...] = ()
    families_missing: int = 0
    ranked: int | None = None
    largest: tuple[float, float] = (0.0, 0.0)
    unset: bool = False


# unit (its place in the tree), period, split and code (None: the total).
Compute = Callable[[int, Span, str | None, str | None], Result]
# An indicator's arithmetic: cubes in, and a function that computes one figure.
Arithmetic = Callable[[Cubes], Compute]


def count(
    number: float | None,
    families: tuple[float, ...] = (),
    median: float | None = None,
    p90: float | None = None,
) -> Result:
    """Return a count or a sum of money: its value is its numerator."""
    return Result(number, None, None, number, median, p90, _whole(families))


def share(
    numerator: float,
    denominator: float,
    missing: float = 0,
    families: tuple[float, ...] = (),
    families_missing: float = 0,
) -> Result:
    """Return a quotient; without a denominator it is empty, which is not 0."""
    value = numerator / denominator if denominator else None
    return Result(
        numerator,
        denominator,
        missing,
        value,
        families=_whole(families),
        families_missing=int(families_missing),
    )


def rate(
    numerator: float,
    denominator: float,
    missing: float = 0,
    families: tuple[float, ...] = (),
    families_missing: float = 0,
) -> Result:
    """Return a rate per 1,000."""
    found = share(numerator, denominator, missing, families, families_missing)
    return replace(found, value=None if found.value is None else found.value * 1000)


def share_of_families(numerator: float, denominator: float) -> Result:
    """Return a share of families: those in it and those not in it are told alike."""
    return share(numerator, denominator, 0, (numerator, denominator - numerator))


def _whole(families: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(int(number) for number in families)
