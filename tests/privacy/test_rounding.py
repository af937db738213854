"""Headquarters are told rounded numbers, and values that come of these."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from privacy.synthetic import figures_of

from dashboard.privacy.profiles import PROFILES
from dashboard.privacy.release import Release, decided, released
from dashboard.privacy.rounding import to_multiple
from dashboard.privacy.sheet import DENOMINATOR, NUMERATOR, Figure

HEADQUARTERS = PROFILES["headquarters"]
VALUE = 3


@pytest.fixture(scope="module")
def both() -> tuple[Release, Release]:
    """A release as it is told, and the same with its numbers as they are."""
    found = decided(figures_of(250, 2, months=30), HEADQUARTERS)
    found.sheet.profile = replace(HEADQUARTERS, rounding=None)
    exact = released(found)
    found.sheet.profile = HEADQUARTERS
    return released(found), exact


def of(release: Release, *figure: str | None) -> np.ndarray:
    """Return the numbers of a figure's cells, a cell a row, of those that are told."""
    count = len(release.units) * release.width
    first = release.places[Figure(*figure)]
    found = release.numbers[:, first : first + count].T
    return found[~np.isnan(found[:, NUMERATOR])]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, 0),
        (1, 5),
        (2.4, 5),
        (7, 5),
        (8, 10),
        (12, 10),
        (12.5, 15),
        (-13, -15),
        (float("nan"), float("nan")),
    ],
)
def test_a_number_is_told_as_the_nearest_multiple_and_as_0_only_if_it_is(number: float, told: float) -> None:
    np.testing.assert_equal(to_multiple(np.array([number]), 5), [told])


@pytest.mark.parametrize(
    ("figure", "multiple"),
    [
        (("C1", None, None), 5),
        (("V1", None, None), 5),
        (("G1", None, None), 100_000),
        (("G2", None, None), 100_000),
    ],
)
def test_what_is_told_is_near_what_is_true(both, figure, multiple: int) -> None:
    told, exact = (of(release, *figure)[:, NUMERATOR] for release in both)
    assert len(told)
    assert set(told % multiple) == {0}
    assert (np.abs(told - exact) <= multiple / 2).all()
    assert (told != exact).any()


def test_a_share_is_of_rounded_numbers(both) -> None:
    told = of(both[0], "V1", None, None)
    shares = told[~np.isnan(told[:, VALUE])]
    np.testing.assert_allclose(shares[:, VALUE], shares[:, NUMERATOR] / shares[:, DENOMINATOR])


def test_what_is_public_stays_what_it_is(both) -> None:
    for figure in (("G2", None, None), ("C2", None, None)):
        told, exact = (of(release, *figure)[:, DENOMINATOR] for release in both)
        np.testing.assert_array_equal(told, exact)


def test_lines_of_a_budget_are_counted_not_rounded(both) -> None:
    told, exact = (of(release, "G3", "plan", "evenly")[:, NUMERATOR] for release in both)
    assert exact.any()
    np.testing.assert_array_equal(told, exact)


def test_the_same_cells_are_told(both) -> None:
    told, exact = both
    np.testing.assert_array_equal(told.states, exact.states)
    np.testing.assert_array_equal(np.isnan(told.numbers), np.isnan(exact.numbers))
