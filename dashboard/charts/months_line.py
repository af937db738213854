"""A figure month by month as a line, against its target, provisional months set apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import altair as alt
import pandas

from dashboard.charts import axis
from dashboard.charts.cell_text import CellText, digits
from dashboard.charts.layers import Pen, Shape, assemble, layer, text_layers, tip, x_of, y_of
from dashboard.charts.month_axes import FOOT, TOP, axis_rows, band_words, plane
from dashboard.charts.months import missing_rows, provisional_rows, tick_rows
from dashboard.charts.months_line_rows import label_rows, line_rows, point_row, target_rows
from dashboard.charts.rows import frame_of, texts_of
from dashboard.charts.widths import room
from dashboard.i18n.words import Words
from dashboard.privacy.published import Published

HEIGHT = 222
SMALL_SHARE = 0.4  # of which an axis to 100 % would leave most of the plot empty


def frame(
    published: Published,
    words: Words,
    target: float | None = None,
    provisional: Collection[date] = (),
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of a line over months.

    Args:
        published: one unit (and code) over months, time forwards.
        target: on the scale of the figure, or None.
        provisional: first days of the months whose figures may still rise.
    """
    cells, cell_text = published.cells, CellText(published, words, currency)
    periods = [cell.period for cell in cells]
    open_from = sum(period.first not in provisional for period in periods)
    shown = [cell.value for cell in cells if cell.shown]
    ticks, ends = scale(shown, target, published)
    last = len(cells) - 0.5
    return frame_of(
        [
            *axis_rows(ticks, [cell_text.number(value) for value in ticks], last),
            *tick_rows(periods, words),
            *missing_rows(cells, ends, words),
            *provisional_rows(cells, open_from, ends, words),
            *target_rows(cells, target, ends[1], cell_text, last),
            *line_rows(cells, open_from),
            *label_rows(cells, target, ends, cell_text),
            *(point_row(place, cell, cell_text) for place, cell in enumerate(cells) if cell.shown),
        ],
        across=(-0.5, last),
        upward=ends,
    )


def scale(
    shown: Sequence[float], target: float | None, published: Published
) -> tuple[tuple[float, ...], tuple[float, float]]:
    """Return ticks and both ends: of a share the whole, unless it is small, of a gap both sides of 0."""
    if min(shown, default=0) < 0:
        reach = axis.written(axis.step_for(max(abs(value) for value in shown) * 100, 1), 0) / 100
        return (-reach, 0.0, reach), (-reach * 1.1, reach * 1.1)
    values = [*shown, *([target] if target else [])]
    if not published.indicator.share:
        ticks = axis.ticks(values, digits=digits(published.indicator.measure))
    elif SMALL_SHARE < max(values, default=1) <= 1:
        return axis.SHARE_TICKS, (0.0, axis.SHARE_TOP)
    else:
        # In whole points: labels of shares have no decimals.
        ticks = tuple(tick / 100 for tick in axis.ticks([value * 100 for value in values]))
    return ticks, (0.0, ticks[-1] * 1.06)


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    left = room(texts_of(frame, "grid"), words.language, pen.size) + 8
    ends = texts_of(frame, "label_below") + texts_of(frame, "label_above") + texts_of(frame, "tick")
    half = room(ends, words.language, pen.size, bold=True) // 2
    return Shape(left, max(8, half - 16), TOP, FOOT, HEIGHT)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of a line over months."""
    place = {"x": x_of(), "y": y_of()}
    run = {**place, "detail": "key:N", "order": alt.Order("x:Q")}
    ring = alt.MarkDef("point", size=130, fill=pen["card"], stroke=pen["accent"], strokeWidth=3, filled=False)
    last_ring = layer("point", ring, **place)
    last_ring.transform = [*last_ring.transform, *newest()]
    return assemble(
        [
            *plane(pen),
            layer(
                "target",
                alt.MarkDef("rule", strokeDash=[6, 4], color=pen["ink2"]),
                **place,
                x2="x2:Q",
            ),
            *target_names(pen),
            layer("line", alt.MarkDef("line", color=pen["accent"]), **run),
            layer("dashed", alt.MarkDef("line", color=pen["accent"], strokeDash=[7, 6]), **run),
            layer("dot", alt.MarkDef("point", color=pen["accent"]), **place),
            last_ring,
            *band_words(pen),
            *labels(pen),
            layer("point", alt.MarkDef("point", size=500, opacity=0), **place, tooltip=tip()),
        ],
        pen,
    )


def newest() -> list[object]:
    """Keep the row furthest to the right."""
    chart = alt.Chart().transform_joinaggregate(newest="max(x)").transform_filter("datum.x === datum.newest")
    return chart.transform


def target_names(pen: Pen) -> list[alt.Chart]:
    place = {"x": x_of(), "y": y_of(), "text": "text:N"}
    return [
        *text_layers(
            "target_above", pen["card"], align="left", dx=4, dy=-12, color=pen["ink2"], encoding=place
        ),
        *text_layers(
            "target_below", pen["card"], align="left", dx=4, dy=13, color=pen["ink2"], encoding=place
        ),
    ]


def labels(pen: Pen) -> list[alt.Chart]:
    place = {"x": x_of(), "y": y_of(), "text": "text:N"}
    ink = {"color": pen["accent"], "fontWeight": 600, "encoding": place}
    return [
        *text_layers("label_below", pen["card"], dy=20, **ink),
        *text_layers("label_above", pen["card"], dy=-18, **ink),
    ]
