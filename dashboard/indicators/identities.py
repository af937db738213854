"""What holds among figures, as definitions write it, read into terms.

A figure is written as `V1`, `V1.status=missed` or, for all codes of a split
together, `R2.days=*`. It stands for the numerator; `V1/D` is the denominator
and `V1/M` what is missing. `C1@start` is a stock on the day before the period,
`G2@sofar` one that begins anew each year, `G2@2` one two months before the end
of the period. `A = B + C - D` holds in every database; `A ~ B + C` but for what
no figure tells (families that move).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

NUMBERS = ("N", "D", "M")
START, SO_FAR = -1, -2
NAMED = {"start": START, "sofar": SO_FAR}
_TERM = re.compile(
    r"(?P<indicator>\w+?)(?:\.(?P<split>\w+)=(?P<code>\w+|\*))?(?:/(?P<number>[DM]))?(?:@(?P<before>start|sofar|\d+))?"
)


class Term(NamedTuple):
    """One number of a figure, with its factor.

    `code` is "*" for all codes of the split together; `before` is None for the
    period itself, START or SO_FAR for the day before it, or months before its end.
    """

    factor: int
    indicator: str
    split: str | None
    code: str | None
    number: str
    before: int | None


@dataclass(frozen=True)
class Identity:
    """Terms that add up to nothing: exactly, or to what no figure tells."""

    text: str
    terms: tuple[Term, ...]
    exact: bool


def identity(text: str) -> Identity:
    """Return an identity as it is written: `A = B + C` or `A ~ B + C`.

    Raises:
        ValueError: it is not written like this.
    """
    left, sign, right = re.split(r" ([=~]) ", text)
    negative = (term._replace(factor=-term.factor) for term in difference(right))
    return Identity(text, (*difference(left), *negative), sign == "=")


def difference(text: str) -> tuple[Term, ...]:
    """Return the terms of `A + B - C`.

    Raises:
        ValueError: it is not written like this.
    """
    return tuple(_terms(text))


def _terms(text: str) -> Iterator[Term]:
    factor = 1
    for word in text.split(" "):
        if word in ("+", "-"):
            factor = 1 if word == "+" else -1
            continue
        found = _TERM.fullmatch(word)
        if found is None:
            raise ValueError(f"'{word}' in '{text}' is no figure: write it like V1.status=missed or V1/D.")
        of = found.groupdict()
        yield Term(
            factor, of["indicator"], of["split"], of["code"], of["number"] or "N", _before(of["before"])
        )


def _before(text: str | None) -> int | None:
    if text is None:
        return None
    return NAMED[text] if text in NAMED else int(text)
