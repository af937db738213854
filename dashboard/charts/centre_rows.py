"""The rows of centres side by side: axis, dots, intervals, and what stands instead of them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.cell_text import CellText
from dashboard.charts.named_rows import hidden_rows, name_row
from dashboard.charts.rows import Row
from dashboard.charts.wilson import wilson
from dashboard.privacy.published import FEW, HIDDEN, Cell

COLUMN_NAMES = ("first", "second", "third", "fourth")


def head_rows(
    heads: Sequence[str], low: float, target: float | None, count: int, cell_text: CellText
) -> list[Row]:
    """Return the axis in steps of 20 points, the target's line, and the heads of the columns."""
    places = [round(low + 0.2 * step, 1) for step in range(round((1 - low) * 5) + 1)]
    rows: list[Row] = [{"role": "grid", "x": place, "x2": place, "y": 0, "y2": count} for place in places]
    for number, place in enumerate(reversed(places)):
        role = "tick" if number % 2 == 0 else "tick_wide"
        rows.append({"role": role, "x": place, "text": cell_text.words.fmt.percent(place)})
    for column, head in zip(COLUMN_NAMES, heads, strict=False):
        rows.append({"role": "head", "column": column, "text": head})
    if target is not None:
        name = cell_text.words.gettext("Target {figure}").format(figure=cell_text.words.fmt.percent(target))
        rows.append({"role": "target", "x": target, "x2": target, "y": 0, "y2": count})
        # A name near the right end would run into the heads of the columns.
        near_end = target > 1 - 0.15 * (1 - low)
        rows.append({"role": "target_left" if near_end else "target_name", "x": target, "text": name})
    return rows


def line_rows(
    place: int, name: str, cell: Cell, low: float, limit: float | None, note: str | None, cell_text: CellText
) -> list[Row]:
    """Return a centre's name, its figure, and dot with interval, count, or the word for hidden."""
    words, y = cell_text.words, place + 0.5
    figure = words.fmt.missing if cell.state == FEW else cell_text.text(cell)
    rows: list[Row] = [
        name_row(place, cell.unit, name),
        {"role": "figure", "column": COLUMN_NAMES[0], "y": y, "text": figure},
    ]
    if cell.state == HIDDEN:
        return [*rows, *hidden_rows(place, cell_text.text(cell), 0.4, start=low)]
    if cell.state == FEW:
        text = f"{cell_text.of(cell)} · {note}" if note else cell_text.of(cell)
        return [*rows, {"role": "few", "x": low, "y": y, "text": text}]
    return [*rows, *dot_rows(name, cell, y, limit, cell_text)] if cell.shown else rows


def dot_rows(name: str, cell: Cell, y: float, limit: float | None, cell_text: CellText) -> list[Row]:
    tone = "bad" if limit is not None and cell.value < limit else "accent"
    value = min(cell.value, 1.0)
    first, last = wilson(value * cell.denominator, cell.denominator)
    return [
        {"role": "interval", "tone": tone, "x": first, "x2": last, "y": y, "y2": y},
        {
            "role": "square" if tone == "bad" else "dot",
            "key": cell.unit,
            "tone": tone,
            "x": value,
            "y": y,
            "says": cell_text.says(name, cell),
        },
    ]
