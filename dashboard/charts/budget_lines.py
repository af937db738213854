"""Each budget line against its plan: what is spent of it, and where the plan stands today."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas

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
from dashboard.charts.named_rows import hidden_layers, hidden_rows, name_row, names, names_room, step_of
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.charts.theme import font_size
from dashboard.charts.widths import room, wrapped
from dashboard.i18n.words import Words
from dashboard.privacy.published import HIDDEN, Cell, Published

STEP, CLOSE, TOP, HALF, REACH, NAME_LIMIT = 46, 38, 26, 0.33, 0.48, 150
FEW_LINES = 5  # up to which lines stand a STEP apart, else CLOSE
TOLERANCE = 0.10  # share of the budget off plan beyond which a line is worth a question


def frame(
    published: Published,
    words: Words,
    names: Mapping[str, str],
    planned: Published | None = None,
    currency: str = "KRW",
) -> pandas.DataFrame:
    """Return the rows of budget lines.

    Args:
        published: budget used (G2) of one unit and day, a cell for each category.
        names: of the categories; lines stand in the order of their budgets, "other" last.
        planned: share of the budget planned by the day, first cell.
    """
    cell_text = CellText(published, words, currency)
    found = published.by_code
    cells = {code: found[code] for code in names if code in found and has_line(found[code])}
    order = sorted(cells, key=lambda code: rank(code, cells[code]))
    plan = planned.only.value if planned is not None and planned.only.shown else None
    end = max([1.0, *(cell.value for cell in cells.values() if cell.shown)])
    rows = [
        row
        for place, code in enumerate(order)
        for row in line_rows(place, code, cells[code], names[code], plan, cell_text, end)
    ]
    if plan is not None and cells:
        # Translators: above the mark of the share of the budget that was planned to be spent by now.
        name = words.gettext("Planned to date {figure}").format(figure=words.fmt.percent(plan))
        rows.append({"role": "plan_name", "x": min(max(plan, 0.25 * end), 0.75 * end), "text": name})
    return frame_of(rows, across=(0, end), upward=(0, max(1, len(cells))))


def rank(code: str, cell: Cell) -> tuple[bool, bool, float]:
    """Return the place of a line: the largest budget first, hidden ones and the rest last."""
    return code == "other", not cell.shown, -cell.denominator if cell.shown else 0


def has_line(cell: Cell) -> bool:
    """Whether there is a budget or a withheld figure: a category without a line has neither."""
    return cell.state == HIDDEN or bool(cell.numbers.denominator)


def line_rows(
    place: int, code: str, cell: Cell, name: str, plan: float | None, cell_text: CellText, end: float
) -> list[Row]:
    words, y = cell_text.words, place + 0.5
    label = wrapped(name, words.language, font_size(words.language), NAME_LIMIT)
    high, low = y - HALF, y + HALF
    rows: list[Row] = [name_row(place, code, label)]
    if not cell.shown:
        return [*rows, *hidden_rows(place, cell_text.text(cell), HALF, end=end)]
    off = plan is not None and abs(cell.value - plan) > TOLERANCE
    rows += [
        {"role": "track", "x": 0, "x2": 1, "y": high, "y2": low},
        {
            "role": "bar",
            "key": cell.code,
            "tone": "warn" if off else "accent",
            "says": cell_text.says(name, cell),
            "x": 0,
            "x2": cell.value,
            "y": high,
            "y2": low,
        },
        {"role": "share", "y": y, "text": cell_text.text(cell)},
        {"role": "money", "y": y, "text": cell_text.of(cell)},
    ]
    if plan is not None:
        rows.append({"role": "plan", "x": plan, "x2": plan, "y": y - REACH, "y2": y + REACH})
    return rows


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    """Return the rooms; `columns` are the widths of share and money."""
    lines = texts_of(frame, "name")
    share = room(texts_of(frame, "share"), words.language, pen.size, bold=True) + 8
    money = room(texts_of(frame, "money"), words.language, pen.size) + 12
    even = STEP if len(lines) <= FEW_LINES else CLOSE
    height = TOP + step_of(lines, len(lines), even) * max(1, len(lines)) + 4
    return Shape(names_room(lines, pen), share + money, TOP, 4, height, (share, money))


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of budget lines."""
    end = f"width - column_1 - ({NARROW} ? 0 : column_2)"
    corners = {"x": x_of(end), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    y, text = y_of(True), "text:N"
    beside = {"x": at(f"width - ({NARROW} ? 0 : column_2)"), "y": y, "text": text}
    amount = {"x": at("width"), "y": y, "text": alt.condition(NARROW, alt.value(""), text)}
    above = {"x": x_of(end), "y": alt.value(TOP - 15), "text": text}
    return assemble(
        [
            *names(pen),
            *hidden_layers(pen, end),
            layer("track", alt.MarkDef("rect", color=pen["track"], strokeWidth=0), **corners),
            layer("bar", alt.MarkDef("rect", strokeWidth=0), **corners, color=pen.tone(), tooltip=tip()),
            layer("plan", alt.MarkDef("rule", color=pen["ink"], strokeWidth=3, opacity=0.75), **corners),
            *text_layers("share", align="right", fontWeight=600, encoding=beside),
            *text_layers("money", align="right", color=pen["ink2"], encoding=amount),
            *text_layers("plan_name", color=pen["ink2"], encoding=above),
        ],
        pen,
    )
