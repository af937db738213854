"""The plane under pictures over months: grid, values at the left, months beneath, bands."""

from __future__ import annotations

import altair as alt

from dashboard.charts.layers import NARROW, Pen, at, layer, text_layers, x_of, y_of
from dashboard.charts.rows import Row

TOP, FOOT = 12, 28  # px above the plot and for the months beneath it


def axis_rows(ticks: tuple[float, ...], labels: list[str], last: float, first: float = -0.5) -> list[Row]:
    """Return rows of grid and base line."""
    grid = [
        {"role": "grid", "x": first, "x2": last, "y": value, "text": label}
        for value, label in zip(ticks, labels, strict=True)
    ]
    return [*grid, {"role": "base", "x": first, "x2": last, "y": 0}]


def plane(pen: Pen) -> list[alt.Chart]:
    """Return the layers that lie under the figures."""
    across = {"x": x_of(), "x2": "x2:Q", "y": y_of()}
    left = at("room_left - 8")
    return [
        layer("grid", alt.MarkDef("rule", color=pen["grid"], strokeWidth=1.5), **across),
        *text_layers(
            "grid", align="right", color=pen["ink2"], encoding={"x": left, "y": y_of(), "text": "text:N"}
        ),
        *bands(pen),
        layer("base", alt.MarkDef("rule", color=pen["axis"], strokeWidth=1.5), **across),
        *month_names(pen),
    ]


def bands(pen: Pen) -> list[alt.Chart]:
    """Return bands of provisional and hidden months, each with its slants."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(), "y2": "y2:Q"}
    slant = alt.MarkDef("rule", color=pen["hatch"], strokeWidth=1.5, opacity=0.32)
    return [
        layer("band", alt.MarkDef("rect", color=pen["band"], strokeWidth=0), **corners),
        layer("slant", slant, **corners),
    ]


def band_words(pen: Pen) -> list[alt.Chart]:
    foot = at("height - room_foot - 12")
    return text_layers(
        "band_word",
        ground=pen["band"],
        fontWeight=600,
        color=pen["ink2"],
        encoding={"x": x_of(), "y": foot, "text": "text:N"},
    )


def month_names(pen: Pen) -> list[alt.Chart]:
    foot = at("height - room_foot + 17")
    narrow_away = alt.condition(NARROW, alt.value(""), "text:N")
    wide = {"x": x_of(), "y": foot, "text": narrow_away}
    always = {"x": x_of(), "y": foot, "text": "text:N"}
    return [
        *text_layers("tick_first", align="left", dx=-8, color=pen["ink2"], encoding=always),
        *text_layers("tick", color=pen["ink2"], encoding=always),
        *text_layers("tick_wide", color=pen["ink2"], encoding=wide),
    ]
