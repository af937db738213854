"""Rounding for readers far away: every number of a release to a multiple, values from what is rounded."""

from __future__ import annotations

import numpy as np

from dashboard.measures import GAP, MEASURES
from dashboard.privacy.profiles import Rounding
from dashboard.privacy.sheet import Figure, Sheet

# Counts of what anybody may know: budgets are public.
PUBLIC = ("lines",)
# How a value comes of its numerator and denominator.
FORMS = (
    lambda numerator, denominator: numerator,
    lambda numerator, denominator: numerator / denominator,
    lambda numerator, denominator: 1000 * numerator / denominator,
    lambda numerator, denominator: denominator - numerator,
)


def rounded(sheet: Sheet, rounding: Rounding) -> np.ndarray:
    """Return numbers and typical values of a sheet as they are told, rows as in a release.

    What is public stays what it is. Sums of what is rounded are not forced.

    Raises:
        ValueError: the values of a figure come of its numbers in no known way.
    """
    found = np.concatenate([sheet.numbers, sheet.typical])
    for figure in sheet.figures:
        if figure.measure in PUBLIC:
            continue
        cells = sheet.cells(figure).ravel()
        found[:, cells] = _rounded(figure, rounding, found[:, cells])
    return found


def _rounded(figure: Figure, rounding: Rounding, exact: np.ndarray) -> np.ndarray:
    numerator, denominator, missing, value, median, p90 = exact
    amount = rounding.money if figure.money else rounding.counts
    new = to_multiple(numerator, amount)
    base = denominator if figure.definition.public_base else to_multiple(denominator, rounding.counts)
    values = _values(figure, (numerator, denominator), (new, base), value)
    of_money = MEASURES[figure.measure].name == "money"
    medians = (to_multiple(each, amount) if of_money else each for each in (median, p90))
    return np.stack([new, base, to_multiple(missing, amount), values, *medians])


def _values(
    figure: Figure,
    exact: tuple[np.ndarray, np.ndarray],
    told: tuple[np.ndarray, np.ndarray],
    value: np.ndarray,
) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        if MEASURES[figure.measure].kind == GAP:
            # What was planned is public, and stays what it is.
            return value + told[0] / told[1] - exact[0] / exact[1]
        # A share that is public stands alone.
        there = ~np.isnan(value) & ~np.isnan(exact[0])
        for form in FORMS:
            if np.allclose(form(*exact)[there], value[there]):
                return np.where(there, form(*told), value)
    raise ValueError(f"The values of {figure} come of its numbers in no known way: add the way to FORMS.")


def to_multiple(numbers: np.ndarray, of: int) -> np.ndarray:
    """Return numbers as the nearest multiples, but of what is not 0 none as 0."""
    sizes = np.maximum(np.floor(np.abs(numbers) / of + 0.5), 1) * of
    return np.where(numbers == 0, 0.0, np.sign(numbers) * sizes)
