from datetime import date
from fractions import Fraction

from .days import add_months, completed_months, median, p90


def test_adding_months_takes_the_last_day_where_there_is_no_such_day():
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), -12) == date(2023, 2, 28)


def test_a_month_is_completed_on_the_last_day_where_there_is_no_such_day():
    assert completed_months(date(2026, 1, 31), date(2026, 2, 27)) == 0
    assert completed_months(date(2026, 1, 31), date(2026, 2, 28)) == 1


def test_ranks_interpolate_between_the_closest_values():
    assert median([1, 2, 4, 9]) == 3
    assert p90([0, 10]) == 9
    assert p90([7]) == 7
    assert median([]) is None
    assert median([1, 2]) == Fraction(3, 2)
