"""The small reckonings behind pictures, worked out by hand."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from dashboard.charts.axis import ticks
from dashboard.charts.pace_rows import spread
from dashboard.charts.sparkline import sparkline
from dashboard.charts.theme import TOKENS
from dashboard.charts.widths import room, wrapped
from dashboard.charts.wilson import wilson


def test_wilson_of_five_in_ten() -> None:
    # z² = 3.841456; centre (0.5 + 0.192073) / 1.384146 = 0.5;
    # spread 1.959964 × √(0.025 + 0.009604) / 1.384146 = 0.263405
    assert wilson(5, 10) == pytest.approx((0.236595, 0.763405), abs=1e-5)


def test_wilson_at_both_ends_stays_a_share() -> None:
    # 0 of 10: upper end z² / (10 + z²) = 3.841456 / 13.841456
    assert wilson(0, 10) == pytest.approx((0, 0.277533), abs=1e-5)
    assert wilson(10, 10) == pytest.approx((0.722467, 1), abs=1e-5)


@pytest.mark.parametrize("share", [(11, 10), (-1, 10), (0, 0)])
def test_what_is_no_share_has_no_interval(share: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not a share"):
        wilson(*share)


@pytest.mark.parametrize(
    ("values", "parts", "digits", "expected"),
    [
        ([291, 342], 2, 0, (0, 200, 400)),
        ([3], 3, 0, (0, 1, 2, 3)),
        ([1], 3, 0, (0, 1)),
        ([22e6], 3, 0, (0, 10e6, 20e6, 30e6)),
        ([1.04], 3, 1, (0, 0.5, 1.0, 1.5)),
        ([0.7], 3, 1, (0, 0.3, 0.6, 0.9)),
        ([], 3, 1, (0, 0.5, 1.0)),
    ],
)
def test_an_axis_has_round_steps_from_zero(values: list, parts: int, digits: int, expected: tuple) -> None:
    assert ticks(values, parts, digits) == pytest.approx(expected)


def test_rooms_come_in_steps_and_hold_the_text() -> None:
    assert room(["방문 충족률"], "ko", 14) == 72  # 5 × 0.93 + 0.25 em of 14 px = 68.6
    assert room([], "ko", 14) == 0


def test_a_wide_name_takes_two_lines_at_its_middle() -> None:
    assert wrapped("Remplacement non trouvé", "fr", 15, 120) == "Remplacement\nnon trouvé"
    assert wrapped("Absence", "fr", 15, 20) == "Absence"


def test_labels_at_the_years_end_stand_apart() -> None:
    assert spread([100, 105, 140], 20) == [85, 105, 140]


@pytest.mark.parametrize("theme", TOKENS)
def test_a_tiles_line_has_a_gap_where_a_month_is_not_shown(theme: str) -> None:
    drawing = unquote(sparkline([1, 2, None, 4, 5], 3, 1, theme).partition(",")[2])
    solid, dashed = (part for part in drawing.split("<path") if 'fill="none"' in part)
    assert solid.count("M") == 1 and "dasharray" not in solid
    assert "dasharray" in dashed
    assert TOKENS[theme]["accent"] in drawing


def test_a_tiles_line_without_a_figure_is_blank() -> None:
    assert "path" not in unquote(sparkline([None, None], 3, 0, "light"))
