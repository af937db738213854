"""Spending through the year: spent so far, the plan, the budget, and where the year may end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import altair as alt
import pandas

from dashboard.charts import axis
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
from dashboard.charts.plane import axis_rows, plane
from dashboard.charts.readings import Reader
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.charts.widths import room
from dashboard.i18n.words import Words
from dashboard.privacy.published import Cell, Published

HEIGHT, TOP, FOOT = 262, 14, 28
PLOT = HEIGHT - TOP - FOOT
APART = 20  # px between the labels at the year's end
START = -0.1  # month at which the axis begins
NAMED = (1, 3, 6, 9, 12)  # months that are named


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
    reader = Reader(used, words, currency)
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
            *now_rows(spent, plan, top, used, reader),
            *forecast_rows(spent, ends, top, words, currency),
        ],
        across=(START, 12),
        upward=(0, top),
    )


def forecast_ends(forecast: Published | None) -> dict[str, float]:
    cells = forecast.cells if forecast is not None else ()
    return {cell.code: cell.value for cell in cells if cell.shown}


def plan_places(planned: Published | None, used: Published) -> list[tuple[int, float]]:
    """Return month and money planned, from nothing at the year's start."""
    budgets = {cell.period: cell.denominator for cell in used.cells if cell.shown}
    cells = planned.cells if planned is not None else ()
    places = [
        (cell.period.last.month, cell.value * budgets[cell.period])
        for cell in cells
        if cell.shown and cell.period in budgets
    ]
    return [(0, 0.0), *places] if places else []


def month_rows(year: int, words: Words) -> list[Row]:
    return [
        {"role": "tick" if month in (1, 6, 12) else "tick_wide", "x": month, "text": words.fmt.month_short(date(year, month, 1))}
        for month in NAMED
    ]


def line_rows(role: str, places: Sequence[tuple[int, float]]) -> list[Row]:
    return [{"role": role, "x": month, "y": amount} for month, amount in places]


def budget_rows(budget: float, words: Words, currency: str) -> list[Row]:
    # Translators: beside the line of the year's budget, as in "Budget ₩410M".
    name = words.gettext("Budget {amount}").format(amount=words.fmt.money(budget, currency))
    return [{"role": "budget", "x": START, "x2": 12, "y": budget}, {"role": "budget_name", "y": budget, "text": name}]


def now_rows(
    spent: Sequence[tuple[int, float]],
    plan: Sequence[tuple[int, float]],
    top: float,
    used: Published,
    reader: Reader,
) -> list[Row]:
    """Return points to hover over, the open ring of today, and the names of spent and planned."""
    if not spent:
        return []
    words, money = reader.words, lambda value: reader.words.fmt.money(value, reader.currency)
    month, amount = spent[-1]
    # Translators: beside the line of spending, as in "Spent ₩189M".
    name = words.gettext("Spent {amount}").format(amount=money(amount))
    rows: list[Row] = [
        {"role": "point", "x": cell.period.last.month, "y": cell.numerator, "says": reader.says(words.fmt.period(cell.period), cell)}
        for cell in used.cells
        if cell.shown
    ]
    below = not plan or plan[-1][1] >= amount
    rows += [
        {"role": "ring", "x": month, "y": amount},
        {"role": "spent_below" if below else "spent_above", "x": month, "y": amount, "text": name},
    ]
    if plan:
        # Translators: beside the line of planned spending, as in "Planned ₩205M".
        planned = words.gettext("Planned {amount}").format(amount=money(plan[-1][1]))
        # Translators: planned spending; short for "Planned ₩205M" where there is little room.
        short = words.pgettext("spending", "Planned")
        role, place = "planned_above" if below else "planned_below", {"x": month, "y": plan[-1][1]}
        rows += [{"role": role, "text": planned, **place}, {"role": f"{role}_short", "text": short, **place}]
    return rows


def forecast_rows(
    spent: Sequence[tuple[int, float]], ends: dict[str, float], top: float, words: Words, currency: str
) -> list[Row]:
    """Return the likely line, the range around it, and its three ends named at the right."""
    if not spent or set(ends) != {"low", "median", "high"} or spent[-1][0] >= 12:
        return []
    month, amount = spent[-1]
    rows: list[Row] = [
        {"role": "range", "x": month, "y": amount, "y2": amount},
        {"role": "range", "x": 12, "y": ends["low"], "y2": ends["high"]},
        *line_rows("likely", [(month, amount), (12, ends["median"])]),
    ]
    messages = {"low": words.gettext("Low {amount}"), "median": words.gettext("Likely {amount}"), "high": words.gettext("High {amount}")}
    places = spread([ends[name] / top * PLOT for name in messages], APART)
    for (name, message), place in zip(messages.items(), places, strict=True):
        text = message.format(amount=words.fmt.money(ends[name], currency))
        role = "end_likely" if name == "median" else "end"
        rows.append({"role": role, "x": 12, "y": place / PLOT * top, "text": text, "says": text})
    return rows


def spread(places: Sequence[float], apart: float) -> list[float]:
    """Return ascending places moved as little as keeps them `apart`, the middle one staying."""
    low, middle, high = places
    return [min(low, middle - apart), middle, max(high, middle + apart)]


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
            layer("planned", alt.MarkDef("line", color=pen["ink3"], strokeWidth=2.5, strokeDash=[3, 5]), **run),
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
        *text_layers("spent_below", card, align="left", dx=6, dy=20, fontWeight=600, color=accent, encoding=place),
        *text_layers("spent_above", card, align="right", dx=-8, dy=-16, fontWeight=600, color=accent, encoding=place),
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
