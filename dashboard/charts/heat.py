"""Centres by month as a table shaded in five stated classes, what cannot be shown in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas

from dashboard.charts.cell_text import CellText
from dashboard.charts.layers import Pen, Shape, assemble, layer, text_layers, tip, x_of, y_of
from dashboard.charts.months import line_name, named_places
from dashboard.charts.named_rows import name_row, names, names_room, slants
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.i18n.numbers import exact, half_up
from dashboard.i18n.words import Words
from dashboard.periods import Period
from dashboard.privacy.published import FEW, HIDDEN, Cell, Published

STEP, TOP, HALF = 26, 28, 0.5
ROOMY = 50  # px of a cell in which a word or "5 of 7" stands


def frame(
    published: Published, words: Words, names: Mapping[str, str], limits: Sequence[float]
) -> pandas.DataFrame:
    """Return the rows of a heat map.

    Args:
        published: a share of units by months.
        names: of the units, in the order of the lines.
        limits: four ends of classes, 0 to 1.
    """
    cell_text = CellText(published, words)
    periods = list(dict.fromkeys(cell.period for cell in published.cells))
    rows = [
        row
        for line, (unit, name) in enumerate(names.items())
        for row in line_rows(
            line, name, [published.cell(unit, period) for period in periods], limits, cell_text
        )
    ]
    heads = month_rows(periods, words)
    return frame_of([*heads, *rows], across=(0, len(periods)), upward=(0, len(names)))


def month_rows(periods: Sequence[Period], words: Words) -> list[Row]:
    """Return a name for each column, the less needed ones to be left out where cells are narrow."""
    named = named_places(periods)
    return [
        {
            "role": "month" if place in named or len(periods) <= 6 else "month_wide",
            "x": place + 0.5,
            "text": line_name(period, words),
        }
        for place, period in enumerate(periods)
    ]


def line_rows(
    line: int, name: str, cells: Sequence[Cell], limits: Sequence[float], cell_text: CellText
) -> list[Row]:
    rows: list[Row] = [name_row(line, cells[0].unit, name)]
    for place, cell in enumerate(cells):
        says = cell_text.says(f"{name} · {cell_text.words.fmt.period(cell.period)}", cell)
        corners = {"x": place, "x2": place + 1, "y": line, "y2": line + 1}
        middle = {"x": place + 0.5, "y": line + 0.5}
        if cell.shown:
            rank = rank_of(cell.value, limits)
            figure = cell_text.words.fmt.number(cell.value * 100)
            rows += [
                {"role": "cell", "tone": f"class{rank}", "says": says, **corners},
                {"role": "figure", "tone": f"on{rank}", "text": figure, **middle},
            ]
        else:
            rows += [{"role": "blank", "says": says, **corners}, *blank_rows(cell, place, line, cell_text)]
    return rows


def rank_of(share: float, limits: Sequence[float]) -> int:
    """Return the class, 1 to 5, of a share as it is shown: 79.6% reads 80, and has the colour of 80."""
    shown = half_up(exact(share) * 100)
    return 1 + sum(shown >= exact(limit) * 100 for limit in limits)


def blank_rows(cell: Cell, place: int, line: int, cell_text: CellText) -> list[Row]:
    middle = {"x": place + 0.5, "y": line + 0.5, "text": cell_text.text(cell)}
    if cell.state == HIDDEN:
        slanted = slants(line + 0.5, 0.42, place + 0.04, place + 0.96, step=0.2)
        return [*slanted, {"role": "hidden_word", **middle}]
    if cell.state == FEW:
        return [{"role": "few", **middle}, {"role": "few_short", **middle, "text": cell_text.count(cell)}]
    return [{"role": "none", **middle}]


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    lines = texts_of(frame, "name")
    columns = len(texts_of(frame, "month")) + len(texts_of(frame, "month_wide"))
    return Shape(names_room(lines, pen), 2, TOP, 2, TOP + STEP * len(lines) + 2, (columns,))


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of a heat map."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    middle = {"x": x_of(), "y": y_of(True)}
    cell = "(width - room_left - room_right) / column_1"
    roomy = alt.condition(f"{cell} >= {ROOMY}", "text:N", alt.value(""))
    tight = alt.condition(f"{cell} < {ROOMY}", "text:N", alt.value(""))
    wide = alt.condition(f"{cell} >= 38", "text:N", alt.value(""))
    square = alt.MarkDef("rect", stroke=pen["card"], strokeWidth=2)
    blank = alt.MarkDef("rect", color=pen["band"], stroke=pen["card"], strokeWidth=2)
    slant = alt.MarkDef("rule", color=pen["hatch"], strokeWidth=1.5, opacity=0.5)
    return assemble(
        [
            *names(pen),
            *month_names(pen, wide),
            layer("cell", square, **corners, color=pen.tone(), tooltip=tip()),
            layer("blank", blank, **corners, tooltip=tip()),
            layer("slant", slant, **corners),
            *text_layers(
                "figure", fontWeight=600, encoding={**middle, "text": "text:N", "color": pen.tone()}
            ),
            *text_layers("none", color=pen["ink2"], encoding={**middle, "text": "text:N"}),
            *text_layers("few", color=pen["ink2"], encoding={**middle, "text": roomy}),
            *text_layers("few_short", color=pen["ink2"], encoding={**middle, "text": tight}),
            *text_layers("hidden_word", pen["band"], fontWeight=600, encoding={**middle, "text": roomy}),
        ],
        pen,
    )


def month_names(pen: Pen, wide: object) -> list[alt.Chart]:
    top = {"x": x_of(), "y": alt.value(TOP - 14)}
    return [
        *text_layers("month", color=pen["ink2"], encoding={**top, "text": "text:N"}),
        *text_layers("month_wide", color=pen["ink2"], encoding={**top, "text": wide}),
    ]
