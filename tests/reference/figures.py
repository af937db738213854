"""One row of the machine output, and the ways to make one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Figure:
    """Numbers are exact (int or Fraction); None is null."""

    numerator: object
    denominator: object = None
    missing: object = None
    value: object = None
    median: object = None
    p90: object = None


def count(number: object, **ranks: object) -> Figure:
    """Counts and money: the value is the numerator."""
    return Figure(number, None, None, number, **ranks)


def share(numerator: object, denominator: object, missing: object = 0, **ranks: object) -> Figure:
    """A percentage or ratio; of nothing there is no value."""
    value = numerator / denominator if denominator else None
    return Figure(numerator, denominator, missing, value, **ranks)


def reached(facts: list, **ranks: object) -> Figure:
    """Facts whose "reached" is true, of those where it is known; None is missing."""
    known = [fact for fact in facts if fact["reached"] is not None]
    numerator = Fraction(sum(1 for fact in known if fact["reached"]))
    return share(numerator, len(known), len(facts) - len(known), **ranks)


def share_reached(facts: list) -> dict[str | None, Figure]:
    return {None: reached(facts)}


def split(facts: list, dimension: str, codes: tuple, code_of: Callable) -> dict:
    """Counts of the facts by code, every code with a row."""
    return {f"{dimension}={code}": count(sum(1 for fact in facts if code_of(fact) == code)) for code in codes}
