"""A figure for each code, unit or period as a bar from zero, its label at the bar's end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas

from dashboard.charts.cell_text import CellText
from dashboard.charts.layers import Pen, Shape, assemble, layer, tip, x_of, y_of
from dashboard.charts.named_rows import (
    hidden_layers,
    hidden_rows,
    name_row,
    names,
    names_room,
    plain_texts,
    step_of,
)
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.charts.theme import font_size
from dashboard.charts.widths import room, wrapped
from dashboard.i18n.words import Words
from dashboard.privacy.published import HIDDEN, Cell, Published

STEP, HALF, NAME_LIMIT = 33, 0.36, 172


def frame(
    published: Published,
    words: Words,
    names: Mapping[str, str],
    tones: Mapping[str, str] | None = None,
    by: str = "code",
    by_size: bool = False,
    remarks: Mapping[str | None, str] | None = None,
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of bars.

    Args:
        published: cells that differ by code, unit or period.
        names: of codes, units or period codes, as a reader reads them. Only
            these are drawn, in this order.
        tones: accent (the default), context, warn, category1 or category2.
        by: what a bar stands for: code, unit or period.
        by_size: longest first, "other" last, instead of the order of `names`.
        remarks: what stands behind the figure of a bar that is shown.
    """
    cell_text = CellText(published, words, currency)
    cells = ordered(published, names, by, by_size)
    end = longest_axis([cell.value for cell in cells.values() if cell.shown], published)
    rows = [
        row
        for place, (key, cell) in enumerate(cells.items())
        for row in with_remark(
            line_rows(place, key, names[key], cell, cell_text, (tones or {}).get(key, "accent"), end),
            (remarks or {}).get(key),
        )
    ]
    return frame_of(rows, across=(0, end), upward=(0, len(cells)))


def longest_axis(shown: Sequence[float], published: Published) -> float:
    """Return the end of the axis: a large share is seen against the whole."""
    longest = max(shown, default=0) or 1.0
    return 1.0 if published.indicator.share and 0.4 < longest <= 1 else longest


def key_of(cell: Cell, by: str) -> str | None:
    return {"code": cell.code, "unit": cell.unit, "period": cell.period.code}[by]


def ordered(published: Published, names: Mapping[str, str], by: str, by_size: bool) -> dict[str, Cell]:
    found = {key_of(cell, by): cell for cell in published.cells}
    cells = {key: found[key] for key in names if key in found}
    if not by_size:
        return cells
    # A hidden bar keeps the order of names, so that its place says nothing.
    return dict(sorted(cells.items(), key=lambda pair: (pair[0] == "other", -size(pair[1]))))


def size(cell: Cell) -> float:
    """Return by what a bar is put in order: below all figures where there is none to show."""
    return cell.value if cell.shown else float("-inf")


def line_rows(
    place: int, key: str, name: str, cell: Cell, cell_text: CellText, tone: str, end: float
) -> list[Row]:
    words = cell_text.words
    label = wrapped(name, words.language, font_size(words.language), NAME_LIMIT)
    rows = [name_row(place, key, label)]
    if cell.state == HIDDEN:
        return [*rows, *hidden_rows(place, cell_text.text(cell), HALF, end=end)]
    if not cell.shown:
        return [*rows, {"role": "word", "x": 0, "y": place + 0.5, "text": cell_text.text(cell)}]
    text = cell_text.text(cell)
    if cell_text.measure(cell.code) == "share" and cell.numbers.denominator:
        text = f"{text} · {cell_text.of(cell)}"
    corners = {"x": 0, "x2": cell.value, "y": place + 0.5 - HALF, "y2": place + 0.5 + HALF}
    says = cell_text.says(name, cell)
    return [
        *rows,
        {"role": "bar", "key": key, "tone": tone, "says": says, **corners},
        {"role": "label", "x": cell.value, "y": place + 0.5, "text": text},
    ]


def with_remark(rows: list[Row], remark: str | None) -> list[Row]:
    """Return the rows of a bar, the remark behind its figure."""
    if not remark:
        return rows
    return [row | {"text": f"{row['text']} · {remark}"} if row["role"] == "label" else row for row in rows]


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    lines = texts_of(frame, "name")
    right = room(texts_of(frame, "label"), words.language, pen.size, bold=True, least=16) + 8
    height = step_of(lines, len(lines), STEP) * len(lines) + 8
    return Shape(names_room(lines, pen), right, 4, 4, height)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of bars."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    return assemble(
        [
            *names(pen),
            *hidden_layers(pen),
            layer("bar", alt.MarkDef("rect", strokeWidth=0), **corners, color=pen.tone(), tooltip=tip()),
            *plain_texts("label", pen, fontWeight=600),
            *plain_texts("word", pen, color=pen["ink2"], dx=2),
        ],
        pen,
    )
