"""Spending through the year: spent so far, the plan, the budget, and where the year may end."""

from __future__ import annotations

import altair as alt
import pandas

from dashboard.charts import axis
from dashboard.charts.cell_text import CellText
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
from dashboard.charts.month_axes import axis_rows, plane
from dashboard.charts.pace_rows import (
    PLOT,
    START,
    budget_rows,
    forecast_ends,
    forecast_rows,
    line_rows,
    month_rows,
    now_rows,
    plan_places,
)
from dashboard.charts.rows import frame_of, texts_of
from dashboard.charts.widths import room
from dashboard.i18n.words import Words
from dashboard.privacy.published import Published

TOP, FOOT = 14, 28
HEIGHT = TOP + PLOT + FOOT


def frame(
    used: Published,
    words: Words,
    planned: Published | None = None,
    forecast: Published | None = None,
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of spending through a year.

    Args:
        used: budget used (G2) of one unit, the months of a year in order, of
            which numerator and denominator are money.
        planned: share planned by the end of each of these months (G3, part).
        forecast: low, median and high at the year's end (G3), in money.
    """
    cell_text = CellText(used, words, currency)
    spent = [(cell.period.last.month, cell.numerator) for cell in used.cells if cell.shown]
    budget = next((cell.denominator for cell in reversed(used.cells) if cell.shown), None) or 0
    ends = forecast_ends(forecast)
    highest = max([budget, *(amount for _, amount in spent), *ends.values()]) or 1.0
    top = highest * 1.12
    ticks = tuple(tick for tick in axis.ticks([highest], parts=3) if tick <= top)
    plan = plan_places(planned, used)
    labels = [words.fmt.money(value, currency) for value in ticks]
    return frame_of(
        [
            *axis_rows(ticks, labels, 12, START),
            *month_rows(used.cells[0].period.first.year, words),
            *budget_rows(budget, words, currency),
            *line_rows("planned", plan),
            *line_rows("spent", [(0, 0.0), *spent] if spent else []),
            *now_rows(spent, plan, top, used, cell_text),
            *forecast_rows(spent, ends, top, words, currency),
        ],
        across=(START, 12),
        upward=(0, top),
    )


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    left = room(texts_of(frame, "grid"), words.language, pen.size) + 8
    ends = texts_of(frame, "end") + texts_of(frame, "end_likely")
    return Shape(left, room(ends, words.language, pen.size, bold=True, least=8) + 8, TOP, FOOT, HEIGHT)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of spending through a year."""
    place = {"x": x_of(), "y": y_of()}
    run = {**place, "order": alt.Order("x:Q")}
    across = {**place, "x2": "x2:Q"}
    accent, ink = pen["accent"], pen["ink2"]
    ring = alt.MarkDef("point", size=130, fill=pen["card"], stroke=accent, strokeWidth=3, filled=False)
    return assemble(
        [
            *plane(pen),
            layer("range", alt.MarkDef("area", color=accent, opacity=0.24), **place, y2="y2:Q"),
            layer("budget", alt.MarkDef("rule", color=ink), **across),
            layer(
                "planned", alt.MarkDef("line", color=pen["ink3"], strokeWidth=2.5, strokeDash=[3, 5]), **run
            ),
            layer("likely", alt.MarkDef("line", color=accent, strokeDash=[8, 6]), **run),
            layer("spent", alt.MarkDef("line", color=accent, strokeWidth=3.5), **run),
            layer("ring", ring, **place),
            *labels(pen),
            layer("point", alt.MarkDef("point", size=500, opacity=0), **place, tooltip=tip()),
        ],
        pen,
    )


def labels(pen: Pen) -> list[alt.Chart]:
    accent, ink, card = pen["accent"], pen["ink2"], pen["card"]
    place = {"x": x_of(), "y": y_of(), "text": "text:N"}
    budget = {**place, "x": at("room_left + 6")}
    beside = {"align": "left", "dx": 8, "color": accent, "encoding": place}
    return [
        *text_layers("budget_name", card, align="left", dy=-12, color=ink, encoding=budget),
        *text_layers(
            "spent_below", card, align="left", dx=6, dy=20, fontWeight=600, color=accent, encoding=place
        ),
        *text_layers(
            "spent_above", card, align="right", dx=-8, dy=-16, fontWeight=600, color=accent, encoding=place
        ),
        *planned(pen, "", alt.condition(NARROW, alt.value(""), "text:N")),
        *planned(pen, "_short", alt.condition(NARROW, "text:N", alt.value(""))),
        *text_layers("end", **beside),
        *text_layers("end_likely", **{**beside, "fontWeight": 600}),
    ]


def planned(pen: Pen, length: str, text: object) -> list[alt.Chart]:
    """Return the name of the planned line, on the side away from what was spent."""
    place = {"x": x_of(), "y": y_of(), "text": text}
    ink = {"color": pen["ink2"], "encoding": place}
    return [
        *text_layers(f"planned_above{length}", pen["card"], align="right", dx=-10, dy=-14, **ink),
        *text_layers(f"planned_below{length}", pen["card"], align="left", dx=6, dy=18, **ink),
    ]
