"""Small pieces from which every kind of chart is laid together with Altair.

Nothing is left to Vega's axes and legends: their rooms, words and breaks
would follow the browser. Labels are text marks from rows of the frame, in
rooms that scales keep free (`span`), so they stand on every width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard.charts.theme import CATEGORIES, SEQUENCE, SEQUENCE_INK, TOKENS, font_size, vega_config

# Letters on pieces that are not of the sequence.
ON = {
    "light": {"on_context": "#17202B", "on_warn": "#FFFFFF"},
    "dark": {"on_context": "#FFFFFF", "on_warn": "#0F161D"},
}
NARROW = "width < 430"
# Channels that may be given as a field alone, such as "x2:Q".
FIELDS = {"text": alt.Text, "x2": alt.X2, "y2": alt.Y2, "detail": alt.Detail}
DATASET = "source"  # the name under which Streamlit hands the frame over


@dataclass(frozen=True)
class Shape:
    """Rooms of a picture in px.

    left, right, top and foot surround the plot; height is the whole picture's;
    columns are the widths of what stands in columns, as the kind says.
    A kept specification knows them by the names of `parameters`, so that one
    specification serves every length of label and number of lines.
    """

    left: int
    right: int
    top: int
    foot: int
    height: int
    columns: tuple[int, ...] = ()

    def parameters(self) -> list[dict[str, object]]:
        """Return the rooms as a specification's parameters."""
        rooms = {"left": self.left, "right": self.right, "top": self.top, "foot": self.foot}
        named = {f"room_{side}": width for side, width in rooms.items()}
        widths = {f"column_{place}": width for place, width in enumerate((*self.columns, 0, 0, 0, 0)[:4], 1)}
        return [{"name": name, "value": value} for name, value in {**named, **widths}.items()]


@dataclass(frozen=True)
class Pen:
    """Colours and letters of one language and theme."""

    language: str
    theme: str

    @property
    def size(self) -> int:
        return font_size(self.language)

    def __getitem__(self, token: str) -> str:
        return TOKENS[self.theme][token]

    @property
    def tones(self) -> dict[str, str]:
        """Every colour that a row can ask for by name."""
        numbered = {
            f"{name}{place}": colour
            for name, colours in (("category", CATEGORIES), ("class", SEQUENCE), ("on", SEQUENCE_INK))
            for place, colour in enumerate(colours[self.theme], start=1)
        }
        return {**TOKENS[self.theme], **numbered, **ON[self.theme]}

    def tone(self) -> alt.Color:
        """Colour by the row's `tone`: one scale, shared by all layers."""
        names, colours = zip(*self.tones.items(), strict=True)
        return alt.Color("tone:N", scale=alt.Scale(domain=list(names), range=list(colours)), legend=None)


def layer(role: str, mark: alt.MarkDef, **encoding: Any) -> alt.Chart:
    """Return the layer that draws the rows of one role.

    Marks are silent: a screen reader hears the picture's own description, in
    the reader's language, instead of Vega's English words for each mark.
    """
    mark.aria = False
    # `Chart.encode` would look through Vega-Lite's whole schema for each value in px.
    channels = {
        name: FIELDS[name](value) if isinstance(value, str) else value for name, value in encoding.items()
    }
    rows = alt.FilterTransform(f"datum.role === '{role}'")
    return alt.Chart(mark=mark, encoding=alt.FacetedEncoding(**channels), transform=[rows])


def text_layers(role: str, ground: str | None = None, **options: Any) -> list[alt.Chart]:
    """Return a text layer, drawn first in the ground's colour where it lies over something."""
    encoding = options.pop("encoding")
    options = {"baseline": "middle", "lineBreak": "\n", **options}
    halo = {"stroke": ground, "strokeWidth": 6, "strokeJoin": "round", "fill": ground}
    plain = layer(role, alt.MarkDef("text", **options), **encoding)
    if ground is None:
        return [plain]
    under = {channel: value for channel, value in encoding.items() if channel != "color"}
    return [layer(role, alt.MarkDef("text", **{**options, **halo}), **under), plain]


def span(start: str, end: str) -> list[alt.ExprRef]:
    """Return a scale's range in px, its ends expressions of rooms, width and height."""
    return [alt.ExprRef(start), alt.ExprRef(end)]


def at(expression: str) -> Any:
    """A place in px that depends on the picture's width."""
    return alt.value(alt.ExprRef(expression))


def x_of(end: str = "width - room_right") -> alt.X:
    """The row's x, 0 to 1, along the plot; `end` is the plot's right end in px."""
    scale = alt.Scale(domain=[0, 1], range=span("room_left", end))
    return alt.X("x:Q", scale=scale, axis=None)


def y_of(downward: bool = False) -> alt.Y:
    """The row's y, 0 to 1: upward for values, downward for rows of names."""
    ends = span("room_top", "height - room_foot")
    scale = alt.Scale(domain=[0, 1], range=ends if downward else ends[::-1])
    return alt.Y("y:Q", scale=scale, axis=None)


def tip() -> alt.Tooltip:
    """The row's own sentence: a tooltip without field names or browser formats."""
    return alt.Tooltip("says:N")


def assemble(layers: list[alt.Chart], pen: Pen) -> dict[str, object]:
    """Return the specification of a layered picture, without data and without its rooms.

    The container gives the width; CSS never scales it, so letters keep their size.
    """
    chart = alt.LayerChart(
        data=alt.NamedData(DATASET),
        layer=layers,
        width="container",
        padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
    )
    chart.config = alt.Config(**vega_config(pen.language, pen.theme))
    return chart.to_dict(validate=False)
