"""A count for each band of days as upright bars, the bands in their own order."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import altair as alt
import pandas

from dashboard.charts.cell_text import CellText
from dashboard.charts.layers import Pen, Shape, assemble, at, layer, text_layers, tip, x_of, y_of
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.charts.theme import font_size
from dashboard.charts.widths import wrapped
from dashboard.i18n.words import Words
from dashboard.privacy.published import HIDDEN, Cell, Published

HEIGHT, TOP, HALF, NAME_LIMIT = 222, 24, 0.34, 62


def frame(
    published: Published,
    words: Words,
    names: Mapping[str, str],
    late: Collection[str] = (),
    title: str | None = None,
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of upright bars.

    Args:
        published: one unit and period, a cell for each band.
        names: of the bands, in their order.
        late: bands in which someone should act.
        title: what the days count, beneath the bands.
    """
    cell_text = CellText(published, words, currency)
    cells = published.by_code
    bands = [(key, name, cells[key]) for key, name in names.items() if key in cells]
    top = max((cell.value for *_, cell in bands if cell.shown), default=0) or 1
    rows = [
        row
        for place, (key, name, cell) in enumerate(bands)
        for row in band_rows(place, name, cell, cell_text, "warn" if key in late else "accent")
    ]
    heading = [{"role": "title", "text": title}] if title else []
    base = {"role": "base", "x": 0, "x2": len(bands), "y": 0}
    return frame_of([*rows, base, *heading], across=(0, max(1, len(bands))), upward=(0, top))


def band_rows(place: int, name: str, cell: Cell, cell_text: CellText, tone: str) -> list[Row]:
    words, middle = cell_text.words, place + 0.5
    label = wrapped(name, words.language, font_size(words.language), NAME_LIMIT)
    rows: list[Row] = [{"role": "name", "x": middle, "text": label}]
    if not cell.shown:
        role = "hidden" if cell.state == HIDDEN else "word"
        return [*rows, {"role": role, "x": middle, "y": 0, "text": cell_text.text(cell)}]
    corners = {"x": middle - HALF, "x2": middle + HALF, "y": 0, "y2": cell.value}
    return [
        *rows,
        {"role": "bar", "key": cell.code, "tone": tone, "says": cell_text.says(name, cell), **corners},
        {"role": "label", "x": middle, "y": cell.value, "text": cell_text.text(cell)},
    ]


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    line = pen.size + 6
    lines = 2 if any("\n" in name for name in texts_of(frame, "name")) else 1
    foot = 10 + line * (lines + len(texts_of(frame, "title")))
    return Shape(4, 4, TOP, foot, HEIGHT)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of upright bars."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(), "y2": "y2:Q"}
    value = {"x": x_of(), "y": y_of(), "text": "text:N"}
    beneath = {"x": x_of(), "y": at("height - room_foot + 8"), "text": "text:N"}
    title = {"x": at("width / 2"), "y": at("height - 11"), "text": "text:N"}
    hidden = alt.MarkDef(
        "point", shape="M-1,1L1,-1", filled=False, size=340, stroke=pen["hatch"], opacity=0.5, yOffset=-11
    )
    hatches = [alt.MarkDef(**{**hidden.to_dict(), "xOffset": offset}) for offset in range(-24, 25, 12)]
    return assemble(
        [
            layer("bar", alt.MarkDef("rect", strokeWidth=0), **corners, color=pen.tone(), tooltip=tip()),
            layer(
                "base", alt.MarkDef("rule", color=pen["axis"], strokeWidth=1.5), x=x_of(), x2="x2:Q", y=y_of()
            ),
            *text_layers("label", dy=-11, fontWeight=600, encoding=value),
            *(layer("hidden", mark, x=x_of(), y=y_of()) for mark in hatches),
            *text_layers("hidden", pen["card"], dy=-11, fontWeight=600, encoding=value),
            *text_layers("word", dy=-11, color=pen["ink2"], encoding=value),
            *text_layers("name", baseline="top", color=pen["ink2"], encoding=beneath),
            *text_layers("title", color=pen["ink2"], encoding=title),
        ],
        pen,
    )
