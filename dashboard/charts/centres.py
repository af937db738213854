"""Centres side by side: the share of each with its 95 % interval, and further figures in columns.

A young or small centre must not be ranked by its luck: the interval shows how
far its share may be trusted, and below the smallest base there is only a count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor

import altair as alt
import pandas

from dashboard.charts.cell_text import CellText
from dashboard.charts.centre_rows import COLUMN_NAMES, head_rows, line_rows
from dashboard.charts.layers import (
    NARROW,
    Pen,
    Shape,
    assemble,
    at,
    layer,
    text_layers,
    tip,
    x_of,
    y_of,
)
from dashboard.charts.named_rows import hidden_layers, names, names_room, plain_texts
from dashboard.charts.rows import frame_of, texts_of
from dashboard.charts.widths import room
from dashboard.charts.wilson import wilson
from dashboard.i18n.words import Words
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, NOT_SET, Cell, Published

STEP, TOP, FOOT, GAP = 26, 26, 26, 16
WIDTHS = tuple(f"column_{place}" for place in range(1, 5))
LAST_WIDTH = "(column_4 || column_3 || column_2)"
# A narrow picture keeps the first and the last column.
PLOT_END = f"width - 8 - ({NARROW} ? column_1 + {LAST_WIDTH} : {' + '.join(WIDTHS)})"
LAST = {FEW: 1, EMPTY: 2, HIDDEN: 3}


def frame(
    published: Published,
    words: Words,
    names: Mapping[str, str],
    title: str,
    columns: Sequence[tuple[str, Published]] = (),
    target: float | None = None,
    limit: float | None = None,
    notes: Mapping[str, str] | None = None,
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of centres side by side, the lowest first.

    Args:
        published: a share of units in one period.
        names: of the units.
        title: head of the column of the share's figures.
        columns: at most three more, each a head and figures of the same units;
            of a share of families their number.
        target: share that the line marks.
        limit: share below which a centre is in the colour of alarm; the card's title names it.
        notes: what else stands beside a count of few ("opened in June").
    """
    cell_text = CellText(published, words, currency)
    cells = {cell.unit: cell for cell in published.cells if cell.unit in names}
    order = sorted(cells, key=lambda unit: rank(cells[unit], unit, list(names)))
    more = [
        (head, {cell.unit: cell for cell in table.cells}, CellText(table, words, currency))
        for head, table in columns
    ]
    low = lowest_end([cell for cell in cells.values() if cell.shown], target)
    rows = [
        row
        for place, unit in enumerate(order)
        for row in line_rows(place, names[unit], cells[unit], low, limit, (notes or {}).get(unit), cell_text)
        + column_rows(place, unit, more)
    ]
    heads = head_rows([title, *(head for head, _ in columns)], low, target, len(order), cell_text)
    return frame_of([*heads, *rows], across=(low, 1.0), upward=(0, max(1, len(order))))


def rank(cell: Cell, unit: str, names: Sequence[str]) -> tuple[int, float, int]:
    """Return the place of a centre: by its share, then those without one, in the order of names."""
    return LAST.get(cell.state, 0 if cell.shown else 4), cell.value if cell.shown else 0, names.index(unit)


def lowest_end(shown: Sequence[Cell], target: float | None) -> float:
    """Return the low end of the axis in steps of 20 points, from the shown intervals alone."""
    ends = [wilson(min(cell.numerator, cell.denominator), cell.denominator)[0] for cell in shown]
    lowest = min(*ends, 0.8 if target is None else target, 0.8)
    return floor(lowest * 5) / 5


def column_rows(
    place: int, unit: str, more: Sequence[tuple[str, Mapping[str, Cell], CellText]]
) -> list[dict[str, object]]:
    return [
        {
            "role": "figure",
            "column": COLUMN_NAMES[column],
            "y": place + 0.5,
            "text": column_text(cells.get(unit), cell_text),
        }
        for column, (_, cells, cell_text) in enumerate(more, start=1)
    ]


def column_text(cell: Cell | None, cell_text: CellText) -> str:
    """Return the figure; of a share of families their number, which says who is to be visited."""
    if cell is None:
        return cell_text.words.fmt.missing
    if cell.state == NOT_SET:
        # Its words are wider than the column.
        return cell_text.words.fmt.missing
    return cell_text.count(cell) if cell_text.published.indicator.families else cell_text.text(cell)


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    """Return the rooms; `columns` are the widths of the text columns."""
    lines = texts_of(frame, "name")
    widths = []
    for column in COLUMN_NAMES:
        texts = texts_of(frame, "figure", column) + texts_of(frame, "head", column)
        if texts:
            widths.append(room(texts, words.language, pen.size) + GAP)
    return Shape(
        names_room(lines, pen), sum(widths), TOP, FOOT, TOP + STEP * len(lines) + FOOT, tuple(widths)
    )


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of centres side by side."""
    end = PLOT_END
    place = {"x": x_of(end), "y": y_of(True)}
    line = {"x": x_of(end), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    return assemble(
        [
            layer("grid", alt.MarkDef("rule", color=pen["grid"], strokeWidth=1.5), **line),
            *axis_names(pen, end),
            *names(pen),
            *hidden_layers(pen, end),
            layer("target", alt.MarkDef("rule", color=pen["ink2"], strokeDash=[5, 4]), **line),
            layer("interval", alt.MarkDef("rule", strokeWidth=7, opacity=0.32), **line, color=pen.tone()),
            layer("dot", alt.MarkDef("point", size=95, color=pen["accent"]), **place, tooltip=tip()),
            layer(
                "square",
                alt.MarkDef("point", shape="square", size=95, color=pen["bad"]),
                **place,
                tooltip=tip(),
            ),
            *plain_texts("few", pen, pen["card"], end, color=pen["ink2"], dx=4),
            *figures(pen),
        ],
        pen,
    )


def axis_names(pen: Pen, end: str) -> list[alt.Chart]:
    foot, top = at("height - room_foot + 16"), alt.value(TOP - 14)
    x = x_of(end)
    narrow_away = alt.condition(NARROW, alt.value(""), "text:N")
    return [
        *text_layers("tick", color=pen["ink2"], encoding={"x": x, "y": foot, "text": "text:N"}),
        *text_layers("tick_wide", color=pen["ink2"], encoding={"x": x, "y": foot, "text": narrow_away}),
        *text_layers("target_name", color=pen["ink2"], encoding={"x": x, "y": top, "text": "text:N"}),
        *text_layers(
            "target_left",
            align="right",
            dx=30,
            color=pen["ink2"],
            encoding={"x": x, "y": top, "text": "text:N"},
        ),
    ]


def figures(pen: Pen) -> list[alt.Chart]:
    """Return the columns of texts and their heads, right-aligned; middle ones only where there is room."""
    layers: list[alt.Chart] = []
    top = alt.value(TOP - 14)
    for place, column in enumerate(COLUMN_NAMES):
        right = " + ".join(["0", *WIDTHS[place + 1 :]])
        narrow = LAST_WIDTH if place == 0 else "0"
        x = at(f"width - 4 - ({NARROW} ? {narrow} : {right})")
        after = WIDTHS[place + 1] if place + 1 < len(WIDTHS) else "0"
        kept = "text:N" if place == 0 else alt.condition(f"{NARROW} && {after} > 0", alt.value(""), "text:N")
        for role, ink, y in (("figure", "ink", y_of(True)), ("head", "ink3", top)):
            drawn = text_layers(role, align="right", color=pen[ink], encoding={"x": x, "y": y, "text": kept})
            layers += [text.transform_filter(f"datum.column === '{column}'") for text in drawn]
    return layers
