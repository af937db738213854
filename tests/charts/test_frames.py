"""Frames: nothing of a hidden cell, every word the reader's, bars from zero."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pandas
import pytest
from charts.drawn import DRAWN, MONTHS, QUARTER, coded, named, over, published

from dashboard.cards.classes import SHARES
from dashboard.cards.visits import OUTCOMES
from dashboard.charts import bars, budget_lines, centres, heat, months_bars, months_line, stacked_months
from dashboard.charts.rows import NUMBERS, TEXTS
from dashboard.i18n.words import words
from dashboard.indicators.registry import INDICATORS
from dashboard.privacy.published import _SEAL, SHOWN, Cell, Published

LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("kind", DRAWN)
def test_a_hidden_cell_changes_nothing_by_what_it_is(kind: str) -> None:
    proper, leaky = DRAWN[kind](words("en")), DRAWN[kind](words("en"), leaky=True)
    pandas.testing.assert_frame_equal(proper, leaky)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_frame_has_the_same_columns_whatever_the_kind(kind: str) -> None:
    assert tuple(DRAWN[kind](words("ja")).columns) == (*TEXTS, *NUMBERS)


@pytest.mark.parametrize("kind", [kind for kind in DRAWN if kind != "pace"])
def test_hidden_is_said_where_the_figure_would_stand(kind: str) -> None:
    assert "hidden" in set(DRAWN[kind](words("en"))["text"])


@pytest.mark.parametrize("kind", DRAWN)
def test_every_word_comes_from_the_catalogue(kind: str) -> None:
    frame = DRAWN[kind](words("en_XA"))
    texts = [*frame["text"].dropna(), *frame["says"].dropna()]
    assert not [text for text in texts if LETTERS.search(text) and "⟦" not in text]


@pytest.mark.parametrize("kind", DRAWN)
def test_all_stands_within_the_plot(kind: str) -> None:
    frame = DRAWN[kind](words("fr"))
    places = frame[["x", "x2", "y", "y2"]]
    assert (places.isna() | ((places >= -1e-9) & (places <= 1 + 1e-9))).all(axis=None)


def roles(frame: pandas.DataFrame, role: str) -> pandas.DataFrame:
    return frame[frame["role"] == role]


def test_bars_begin_at_zero() -> None:
    upright = months_bars.frame(published("C1", over([300, 340])), words("en"))
    lying = bars.frame(
        published("C1", coded({"m0_5": 30, "m6_11": 60}), "stage"), words("en"), named(["m0_5", "m6_11"])
    )
    assert list(roles(upright, "bar")["y"]) == [0, 0]
    assert list(roles(lying, "bar")["x"]) == [0, 0]
    assert list(roles(lying, "bar")["x2"]) == [0.5, 1]


def test_two_counts_stand_side_by_side_and_a_month_that_hides_one_says_so() -> None:
    new, closed = published("C1n", over([12, 8])), published("C1x", over([6, "hidden"]))
    frame = months_bars.frame(new, words("en"), beside=closed)
    drawn = roles(frame, "bar")
    assert list(drawn["tone"]) == ["accent", "accent", "context"]
    first, unused_second, beside = drawn[["x", "x2"]].to_numpy().tolist()
    assert first[1] <= beside[0]
    assert list(roles(frame, "band_word")["text"]) == ["hidden"]


def test_a_provisional_month_that_is_hidden_has_one_band_and_one_word() -> None:
    shares = published("V2", over([0.7, 0.6, "hidden"]))
    open_months = [period.first for period in MONTHS[1:3]]
    frame = months_line.frame(shares, words("en"), provisional=open_months)
    assert list(roles(frame, "band_word")["text"]) == ["hidden", "provisional"]
    bands = roles(frame, "band")[["x", "x2"]].to_numpy()
    assert bands == pytest.approx(np.array([[2 / 3, 1], [1 / 3, 2 / 3]]))


def test_the_longest_bar_stands_first_and_other_last() -> None:
    figures = {"other": 90, "m0_5": 30, "m6_11": "hidden", "m12_17": 60}
    frame = bars.frame(
        published("C1", coded(figures), "stage"), words("en"), named(list(figures)), by_size=True
    )
    assert list(roles(frame, "name")["key"]) == ["m12_17", "m0_5", "m6_11", "other"]


def test_the_lowest_centre_stands_first_and_few_after_all_shown() -> None:
    frame = DRAWN["centres"](words("en"))
    assert list(roles(frame, "name")["key"]) == ["c", "b", "a", "e", "d"]
    assert list(roles(frame, "square")["key"]) == ["c"]
    assert list(roles(frame, "dot")["key"]) == ["b"]
    assert roles(frame, "few")["text"].item() == "5 of 7"


def test_a_centres_axis_reaches_no_lower_than_what_is_shown() -> None:
    shown = {("a", QUARTER, None): 90, ("b", QUARTER, None): "hidden"}
    frame = centres.frame(published("V2", shown, leaky=True), words("en"), named(["a", "b"]), "1")
    assert [*roles(frame, "tick")["text"], *roles(frame, "tick_wide")["text"]] == ["100%", "80%"]


def stacked(figures: list[object], whole: int | None) -> pandas.DataFrame:
    """Return a month of planned visits by outcome, of so many in all (None: the whole is not told)."""
    names = named(["done_on_time", "done_late", "missed", "overdue"])
    table = {("C", MONTHS[0], code): figure for code, figure in zip(names, figures, strict=True)}
    all_of_them = None
    if whole is not None:
        cells = (Cell("C", MONTHS[0], None, SHOWN, 60, whole, 0, 60 / whole),)
        all_of_them = Published(_SEAL, INDICATORS["V1"], None, cells, date(2026, 6, 30), 412)
    return stacked_months.frame(
        published("V1", table, "status", leaky=True), words("en"), names, OUTCOMES, all_of_them
    )


def test_outcomes_that_are_hidden_together_are_one_piece_of_the_month() -> None:
    frame = stacked([60, "hidden", "hidden", 0], 80)
    assert list(roles(frame, "piece")["x2"]) == [0.75, 0.75]
    assert roles(frame, "hidden")[["x", "x2"]].to_numpy().tolist() == [[0.75, 1]]
    assert list(roles(frame, "hidden_word")["text"]) == ["hidden"]


@pytest.mark.parametrize(
    ("figures", "whole"), [([60, "hidden", 15, 0], 80), ([60, "hidden", "hidden", 0], None)]
)
def test_a_month_is_hidden_where_its_rest_would_tell_or_is_not_known(
    figures: list, whole: int | None
) -> None:
    frame = stacked(figures, whole)
    assert roles(frame, "piece").empty
    assert roles(frame, "hidden")[["x", "x2"]].to_numpy().tolist() == [[0, 1]]


def test_a_column_tells_families_by_their_number() -> None:
    shown = {("a", QUARTER, None): 90, ("b", QUARTER, None): 80}
    unseen = published("V5", {("a", QUARTER, None): 12, ("b", QUARTER, None): "few"})
    frame = centres.frame(published("V2", shown), words("en"), named(["a", "b"]), "1", [("2", unseen)])
    figures = roles(frame, "figure")
    assert set(figures[figures["column"] == "second"]["text"]) == {"12", "5/7"}


def test_a_small_share_has_an_axis_of_its_own_with_the_targets_name_above_the_base() -> None:
    frame = months_line.frame(published("V5", over([4, 17, 12])), words("en"), target=0.02)
    assert list(roles(frame, "grid")["text"]) == ["0%", "10%", "20%"]
    assert roles(frame, "target_below").empty


def test_the_targets_name_stands_where_the_line_does_not_cross() -> None:
    crossing = months_line.frame(
        published("V2", over([80, 60, 90, 60, 60, 60, 60, 60])), words("en"), target=0.8
    )
    assert roles(crossing, "target_above")["x"].item() == pytest.approx(3 / 8)


def test_classes_end_at_their_limits() -> None:
    months = over([49, 50, 60, 70, 80])
    frame = heat.frame(published("V2", months), words("en"), {"C": "C"}, SHARES)
    assert list(roles(frame, "cell")["tone"]) == ["class1", "class2", "class3", "class4", "class5"]


def test_a_line_breaks_where_a_month_is_missing_and_dashes_where_it_is_provisional() -> None:
    table = published("V2", over([70, 71, "empty", 72, 73]))
    frame = months_line.frame(table, words("en"), provisional={table.cells[4].period.first})
    assert list(roles(frame, "line")["key"]) == ["0", "0", "3"]
    assert list(roles(frame, "dashed")["key"]) == ["3", "3"]


def test_only_lines_beyond_ten_points_of_plan_are_in_colour() -> None:
    figures = {"a": 61, "b": 60, "c": 39}
    planned = published("G3", coded({"planned_share": 50}), "part")
    frame = budget_lines.frame(
        published("G2", coded(figures), "category"), words("en"), named(list(figures)), planned
    )
    assert list(roles(frame, "bar")["tone"]) == ["warn", "accent", "warn"]


def test_a_gap_stands_to_both_sides_of_zero() -> None:
    gaps = {place: figure / 100 for place, figure in over([2, -6]).items()}
    frame = months_line.frame(published("G3", gaps), words("en"))
    assert list(roles(frame, "grid")["text"]) == ["−10 pp", "±0 pp", "+10 pp"]
    assert roles(frame, "base")["y"].item() == 0.5


def test_a_long_label_stands_above_its_neighbours_bars() -> None:
    short = months_bars.frame(published("C1", over([30, 60, 50])), words("en"))
    long = months_bars.frame(published("G1", over([20_000_000, 60_000_000, 50_000_000])), words("ja"))
    assert list(roles(short, "label")["y"] == roles(short, "bar")["y2"].iloc[[0, 2]].to_numpy()) == [
        True,
        True,
    ]
    highest = roles(long, "bar")["y2"].max()
    assert list(roles(long, "label")["y"]) == [highest, highest]
