"""The rows of a line over months: target, solid and dashed pieces, labels and points."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.cell_text import CellText
from dashboard.charts.months import runs
from dashboard.charts.rows import Row
from dashboard.privacy.published import Cell


def target_rows(
    cells: Sequence[Cell], target: float | None, top: float, cell_text: CellText, last: float
) -> list[Row]:
    """Return the target's line and its name, above or below the line where no figures run."""
    if target is None:
        return []
    place, side = free_place(cells, target, top)
    # Translators: beside the line that marks the target, as in "Target 80%".
    name = cell_text.words.gettext("Target {figure}").format(figure=cell_text.number(target))
    return [
        {"role": "target", "x": -0.5, "x2": last, "y": target},
        {"role": f"target_{side}", "x": place - 0.5, "y": target, "text": name},
    ]


def free_place(cells: Sequence[Cell], target: float, top: float) -> tuple[int, str]:
    """Return the first month over or under whose line the target's name crosses no figures."""
    reach, room = max(2, len(cells) // 3), 0.16 * top
    for place in range(max(1, len(cells) - reach)):
        near = [cell.value for cell in cells[place : place + reach + 1] if cell.shown]
        if all(value < target for value in near) or all(value > target + room for value in near):
            return place, "above"
        # Near the base there is no room beneath the line.
        if target > room and (all(v > target for v in near) or all(v < target - room for v in near)):
            return place, "below"
    return 0, "above"


def line_rows(cells: Sequence[Cell], open_from: int) -> list[Row]:
    """Return the corners of the solid line and of the dashed one, which begins where that ends."""
    rows: list[Row] = []
    for first, last in runs(cells, lambda cell: cell.shown):
        for place in range(first, last + 1):
            corner = {"key": str(first), "x": place, "y": cells[place].value}
            rows += [{"role": "line", **corner}] if place < open_from else []
            rows += [{"role": "dashed", **corner}] if place >= open_from - 1 and last >= open_from else []
        if first == last:
            rows.append({"role": "dot", "x": first, "y": cells[first].value})
    return rows


def label_rows(
    cells: Sequence[Cell], target: float | None, ends: tuple[float, float], cell_text: CellText
) -> list[Row]:
    """Return the figure of the last shown month, and of the highest where it is not beside it."""
    shown = [place for place, cell in enumerate(cells) if cell.shown]
    if not shown:
        return []
    last = shown[-1]
    highest = max(shown, key=lambda place: cells[place].value)
    named = [last] if last - highest < 3 or highest < 1 else [highest, last]
    return [label_row(place, cells, target, ends, cell_text) for place in named]


def label_row(
    place: int, cells: Sequence[Cell], target: float | None, ends: tuple[float, float], cell_text: CellText
) -> Row:
    """Return a label on the side of its point where neither the line nor the target runs."""
    value, (low, top) = cells[place].value, ends
    beside = [cell.value for cell in cells[max(0, place - 1) : place + 2] if cell.shown]
    above = value >= max(beside)
    if target is not None and abs(value - target) < 0.2 * (top - low):
        above = value >= target
    above = (above or value < low + 0.2 * (top - low)) and value < low + 0.9 * (top - low)
    role = "label_above" if above else "label_below"
    return {"role": role, "x": place, "y": value, "text": cell_text.text(cells[place])}


def point_row(place: int, cell: Cell, cell_text: CellText) -> Row:
    says = cell_text.says(cell_text.words.fmt.period(cell.period), cell)
    return {"role": "point", "key": cell.period.code, "x": place, "y": cell.value, "says": says}
