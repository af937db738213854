"""A cell has a number where it may be read, and says so loudly where it has none."""

from datetime import date

import pytest

from dashboard.periods import Period
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, NOT_RECORDED, NOT_SET, SHOWN, Cell, NotShown

JUNE = Period.month(date(2026, 6, 1))
READ = ("value", "numerator", "denominator")


def test_a_shown_cell_is_read_as_numbers():
    cell = Cell("A", JUNE, None, SHOWN, 12, 16, 0, 0.75)
    assert [getattr(cell, name) for name in READ] == [0.75, 12, 16]
    assert (cell.shown, cell.value_or(0)) == (True, 0.75)


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("state", [EMPTY, FEW, HIDDEN, NOT_RECORDED, NOT_SET])
def test_what_a_cell_does_not_have_cannot_be_read(name, state):
    with pytest.raises(NotShown, match=rf"'A' in 2026-06 is {state} and has no {name}"):
        getattr(Cell("A", JUNE, None, state), name)


def test_a_share_of_few_has_its_two_numbers_and_no_value():
    cell = Cell("A", JUNE, None, FEW, 5, 7, 0)
    assert (cell.numerator, cell.denominator, cell.numbers.value, cell.value_or(0)) == (5, 7, None, 0)


def test_a_file_takes_the_numbers_as_they_stand():
    assert Cell("A", JUNE, None, EMPTY, 0, 0, 0).numbers == (0, 0, 0, None, None, None)
    assert Cell("A", JUNE, None, HIDDEN).numbers == (None,) * 6


def test_hidden_cells_are_told_apart_by_their_place_alone():
    assert Cell("A", JUNE, "x", HIDDEN) == Cell("A", JUNE, "x", HIDDEN)
