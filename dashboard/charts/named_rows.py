"""Pictures made of lines of names: their places, their names at the left, and lines that are hidden."""

from __future__ import annotations

from collections.abc import Iterable

import altair as alt

from dashboard.charts.layers import Pen, at, layer, text_layers, x_of, y_of
from dashboard.charts.rows import Row
from dashboard.charts.widths import room

END = "width - room_right"  # of a plot with nothing in columns
SLANT_STEP = 0.035  # of the axis
HALF_A_LINE = 9  # of text, in px; half a pixel more in Latin letters


def name_row(place: int, key: str, name: str) -> Row:
    return {"role": "name", "key": key, "y": place + 0.5, "text": name}


def names_room(names: Iterable[str], pen: Pen) -> int:
    return room(names, pen.language, pen.size) + 8


def step_of(names: Iterable[str], count: int, even: int) -> int:
    """Return the height of a line in px: `even`, less for many, more where a name takes two lines."""
    if any("\n" in name for name in names):
        return 42
    return even if count <= 7 else min(even, 27)


def hidden_rows(place: int, word: str, half: float = 0.36, start: float = 0.0, end: float = 1.0) -> list[Row]:
    """Return a slanted band over a line, from end to end of its axis, with the word for its figure."""
    middle = place + 0.5
    step = SLANT_STEP * (end - start)
    return [
        {"role": "hidden", "x": start, "x2": end, "y": middle - half, "y2": middle + half},
        *slants(middle, half, start, end, step),
        {"role": "hidden_word", "x": start, "y": middle, "text": word},
    ]


def slants(middle: float, half: float, start: float, end: float, step: float) -> list[Row]:
    """Return slanted rules across a band from `start` to `end`, one each `step`."""
    lean, place, rows = step * 0.7, start + step * 0.15, []
    while place + lean <= end:
        rows.append(
            {"role": "slant", "x": place, "x2": place + lean, "y": middle + half, "y2": middle - half}
        )
        place += step
    return rows


def hidden_layers(pen: Pen, end: str = END) -> list[alt.Chart]:
    corners = {"x": x_of(end), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    slant = alt.MarkDef("rule", color=pen["hatch"], strokeWidth=1.5, opacity=0.5)
    return [
        layer("hidden", alt.MarkDef("rect", color=pen["band"], strokeWidth=0), **corners),
        layer("slant", slant, **corners),
        *plain_texts("hidden_word", pen, ground=pen["band"], fontWeight=600, end=end, dx=10),
    ]


def plain_texts(
    role: str, pen: Pen, ground: str | None = None, end: str = END, **options: object
) -> list[alt.Chart]:
    """Return texts that begin at their place in the plot."""
    place = {"x": x_of(end), "y": y_of(True), "text": "text:N"}
    return text_layers(role, ground, **{"align": "left", "dx": 7, **options}, encoding=place)


def names(pen: Pen) -> list[alt.Chart]:
    """Return the names of the lines at the left; one of two lines stands as high above its place as below."""
    place = {"x": at("room_left - 10"), "y": y_of(True), "text": "text:N"}
    raised = alt.ExprRef(f"(1 - length(split(datum.text, '\\n'))) * {HALF_A_LINE}")
    return text_layers("name", align="right", dy=raised, color=pen["ink"], encoding=place)
