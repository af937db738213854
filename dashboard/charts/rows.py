"""The one table that a picture is drawn from: a row for each mark, told apart by `role`.

Streamlit hands a kept specification one table; so labels, target, provisional
band and hidden cells are rows of it beside the figures, and nothing that
changes from reader to reader stands in the specification.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas
import pyarrow

NUMBERS = ("x", "x2", "y", "y2")
TEXTS = ("role", "key", "column", "tone", "text", "says")

Row = dict[str, Any]


def frame_of(
    rows: Iterable[Row], across: tuple[float, float] = (0, 1), upward: tuple[float, float] = (0, 1)
) -> pandas.DataFrame:
    """Return the rows as a frame of TEXTS, then NUMBERS.

    Places come out as parts of the plot, 0 to 1: both ends of its axes are
    known here, so a browser need not search all rows for them.

    Args:
        rows: with places in the units of the kind.
        across, upward: the ends of the two axes in these units.

    Columns: role (which layer draws the row), key (unit, code or period that
    it belongs to), column (of a text beside the plot), tone (its colour, by
    name), text (a ready label), says (the tooltip's sentence), and x, x2, y,
    y2. What a row does not need is None or NaN.
    """
    listed = [dict(row) for row in rows]
    texts = {name: [row.get(name) for row in listed] for name in TEXTS}
    ends = {"x": across, "x2": across, "y": upward, "y2": upward}
    numbers = {name: [part(row.get(name), *ends[name]) for row in listed] for name in NUMBERS}
    # Two blocks of one type each: a column at a time costs four times as much.
    return pandas.concat(
        [pandas.DataFrame(texts, dtype=object), pandas.DataFrame(numbers, dtype=float)], axis="columns"
    )


def part(value: object, low: float, high: float) -> float:
    """Return how far along an axis a value lies."""
    return float("nan") if value is None else (float(value) - low) / (high - low)  # type: ignore[arg-type]


def texts_of(frame: pandas.DataFrame, role: str, column: str | None = None) -> tuple[str, ...]:
    """Return the labels of a role, from which the room for them is measured."""
    # As lists: pandas takes its time over each value of a column.
    rows = zip(*(frame[name].tolist() for name in ("role", "column", "text")), strict=True)
    return tuple(
        text
        for of_role, of_column, text in rows
        if of_role == role and column in (None, of_column) and text is not None
    )


def arrow(frame: pandas.DataFrame) -> pyarrow.Table:
    """Return the rows as they are sent: types are known here, so nothing need look for them."""
    texts = {name: pyarrow.array(frame[name].tolist(), pyarrow.string()) for name in TEXTS}
    numbers = {
        name: pyarrow.array(frame[name].to_numpy(), pyarrow.float64(), from_pandas=True) for name in NUMBERS
    }
    return pyarrow.table({**texts, **numbers})
