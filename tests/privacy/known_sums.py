"""What adds up in each indicator, in the words of somebody outside who wants to find a small cell.

Written apart from the definitions, so that what they forget is attacked as well.
"""

from __future__ import annotations

from typing import NamedTuple

from dashboard.indicators.definitions import Part


class Known(NamedTuple):
    """What is known of an indicator.

    `sums` are equations. "numerator" and "denominator" are those of the total,
    "stage" the numerators of all codes of a split, "stage:denominator" their
    denominators, "stage=m0_5" the numerator of one code. `apart` are splits
    whose codes are in no sum. `of_each_unit` are splits of which a unit's
    figure is no sure sum of those beneath it, even where it happens to be:
    medians, least and most. `of_staff` are numbers that no family is in.
    """

    sums: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    of_each_unit: tuple[str, ...] = ()
    of_staff: tuple[str, ...] = ()


KNOWN: dict[str, Known] = {
    "R1": Known(("numerator = source", "numerator = stage", "numerator = area"), ("funnel", "open")),
    "R2": Known(("denominator = days",)),
    "R3": Known(),
    "R4": Known(apart=("decision",)),
    "R5": Known(("numerator = days", "waited=over_14 = days=d15_30 + days=d31")),
    "R6": Known(),
    "C1": Known(("numerator = status", "numerator = stage", "numerator = level", "numerator = entry")),
    "C1n": Known(),
    "C1x": Known(("numerator = reason",)),
    "C1s": Known(),
    "C2": Known(),
    "C3": Known(apart=("families", "savers"), of_staff=("denominator",)),
    "C4": Known(),
    "C5": Known(),
    "C6": Known(
        (
            "numerator + part=leaving = part=now + part=waiting + part=births",
            "denominator = part=ceiling",
        ),
        of_staff=("denominator",),
    ),
    "O4": Known(),
    "V1": Known(
        (
            "numerator = status=done_on_time + status=done_late",
            "denominator = numerator + status=missed + status=overdue",
            "timing=on_time = status=done_on_time",
        ),
        ("reason",),
    ),
    "V2": Known(("numerator = stage", "denominator = stage:denominator")),
    "V3": Known(),
    "V4": Known(("numerator = days",), ("late",)),
    "V5": Known(apart=("seen",)),
    "V6": Known(),
    "V7": Known(("numerator = milestone", "denominator = milestone:denominator")),
    "V8": Known(apart=("months",)),
    "V9": Known(),
    "S1": Known(apart=("measure",)),
    "S2": Known(
        (
            "denominator = valid",
            "numerator = valid=lasting + valid=expiring",
            "cert=expiring_60 = valid=expiring",
        ),
    ),
    "S3": Known(("denominator = session", "numerator = session=held")),
    "S4": Known(("denominator = observed", "numerator = observed=observed")),
    "G1": Known(("numerator = category",), ("families",)),
    "G2": Known(("numerator = category", "denominator = category:denominator")),
    "G3": Known(apart=("part", "forecast", "plan"), of_each_unit=("forecast",)),
    "G4": Known(("numerator = age",)),
    "G5": Known(
        (
            "numerator = decision",
            "numerator = reason + decision=approved + decision=undecided",
            "numerator = reason + decision=approved + decision=undecided + decision=withdrawn",
        )
    ),
    "G6": Known(),
    "G7": Known(apart=("mirror",)),
    "G8": Known(("numerator = age",)),
    "Q1": Known(),
    "Q2": Known(),
    "Q3": Known(),
}
# Split, code, and which number of the cell.
Term = tuple[str | None, str | None, str]


def equations(indicator_id: str, parts: list[Part]) -> list[dict[Term, int]]:
    """Return the sums of an indicator: each number in one with its sign, right less left."""
    return [_equation(text, parts) for text in KNOWN[indicator_id].sums]


def _equation(text: str, parts: list[Part]) -> dict[Term, int]:
    left, right = text.split(" = ")
    signs = ((left, -1), (right, 1))
    return {term: sign for side, sign in signs for name in side.split(" + ") for term in _terms(name, parts)}


def _terms(name: str, parts: list[Part]) -> list[Term]:
    if name in ("numerator", "denominator"):
        return [(None, None, name)]
    if "=" in name:
        split, code = name.split("=")
        return [(split, code, "numerator")]
    split, _, number = name.partition(":")
    return [(*part, number or "numerator") for part in parts if part[0] == split]
