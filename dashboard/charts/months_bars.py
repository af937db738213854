"""A count month by month as bars from zero: the last is this figure, the others are for comparison.

With a second count beside it, the bars of the first are this figure in every
month, and those of the second are for comparison.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import altair as alt
import pandas

from dashboard.charts import axis
from dashboard.charts.cell_text import CellText
from dashboard.charts.layers import Pen, Shape, assemble, layer, text_layers, tip, x_of, y_of
from dashboard.charts.month_axes import FOOT, TOP, axis_rows, band_words, plane
from dashboard.charts.months import missing_rows, provisional_rows, tick_rows
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.charts.widths import room
from dashboard.i18n.words import Words
from dashboard.privacy.published import HIDDEN, Cell, Published

HEIGHT = 206
SHORT = 4  # characters of a label that is no wider than its bar
HALF = 0.34  # of a month: half a bar's width
ALONE, PAIR = ((-HALF, HALF),), ((-HALF, -0.02), (0.02, HALF))


def frame(
    published: Published,
    words: Words,
    provisional: Collection[date] = (),
    currency: str = "KRW",
    beside: Published | None = None,
) -> pandas.DataFrame:
    """Return the rows of bars over months.

    Args:
        published: one unit (and code) over months, time forwards.
        provisional: first days of the months whose figures may still rise.
        beside: a second count of the same unit and months.
    """
    cells, cell_text = published.cells, CellText(published, words, currency)
    others = beside.cells if beside else ()
    periods = [cell.period for cell in cells]
    ticks = axis.ticks([cell.value for cell in (*cells, *others) if cell.shown], parts=2)
    both = either(cells, others)
    top, open_from = ticks[-1] * 1.12, sum(period.first not in provisional for period in periods)
    return frame_of(
        [
            *axis_rows(ticks, [cell_text.number(value) for value in ticks], len(cells) - 0.5),
            *tick_rows(periods, words),
            *missing_rows(both, (0, top), words),
            *provisional_rows(both, open_from, (0, top), words),
            *series_rows(published, cell_text, PAIR[0] if beside else ALONE[0], bool(beside)),
            *(series_rows(beside, CellText(beside, words, currency), PAIR[1]) if beside else ()),
            *(() if beside else label_rows(cells, cell_text)),
        ],
        across=(-0.5, len(cells) - 0.5),
        upward=(0, top),
    )


def either(cells: Sequence[Cell], others: Sequence[Cell]) -> list[Cell]:
    """Return the cells, in a month that hides the second count that one's: a band tells of both."""
    hiding = {place: cell for place, cell in enumerate(others) if cell.state == HIDDEN}
    return [hiding.get(place, cell) for place, cell in enumerate(cells)]


def series_rows(
    published: Published, cell_text: CellText, sides: tuple[float, float], accented: bool = False
) -> list[Row]:
    """Return the bars of one count; `sides` are a bar's edges from the middle of its month."""
    last = len(published.cells) - 1
    return [
        {
            "role": "bar",
            "key": f"{published.indicator.id}-{cell.period.code}",
            "tone": "accent" if accented or (sides == ALONE[0] and place == last) else "context",
            "says": cell_text.says(cell_text.words.fmt.period(cell.period), cell),
            "x": place + sides[0],
            "x2": place + sides[1],
            "y": 0,
            "y2": cell.value,
        }
        for place, cell in enumerate(published.cells)
        if cell.shown
    ]


def label_rows(cells: tuple[Cell, ...], cell_text: CellText) -> list[Row]:
    """Return the figures of the first and the last shown month."""
    shown = [place for place, cell in enumerate(cells) if cell.shown]
    ends = sorted({shown[0], shown[-1]}) if shown else []
    return [
        {"role": "label", "x": place, "y": height(cells, place, text), "text": text}
        for place, text in ((place, cell_text.text(cells[place])) for place in ends)
    ]


def height(cells: Sequence[Cell], place: int, text: str) -> float:
    """Return where a label stands: a long one above its neighbours' bars too."""
    reach = 1 if len(text) > SHORT else 0
    beneath = cells[max(0, place - reach) : place + reach + 1]
    return max(cell.value for cell in beneath if cell.shown)


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    left = room(texts_of(frame, "grid"), words.language, pen.size) + 8
    half = (
        room((*texts_of(frame, "label"), *texts_of(frame, "tick")), words.language, pen.size, bold=True) // 2
    )
    return Shape(left, max(4, half - 12), TOP, FOOT, HEIGHT)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of bars over months."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(), "y2": "y2:Q"}
    place = {"x": x_of(), "y": y_of(), "text": "text:N"}
    return assemble(
        [
            *plane(pen),
            layer("bar", alt.MarkDef("rect", strokeWidth=0), **corners, color=pen.tone(), tooltip=tip()),
            *band_words(pen),
            *text_layers("label", pen["card"], dy=-11, fontWeight=600, encoding=place),
        ],
        pen,
    )
