"""Ordered outcomes of each month as pieces of one bar: on time, late, missed, overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas

from dashboard.charts.cell_text import CellText
from dashboard.charts.layers import Pen, Shape, assemble, layer, text_layers, tip, x_of, y_of
from dashboard.charts.months import line_name
from dashboard.charts.named_rows import (
    SLANT_STEP,
    hidden_layers,
    hidden_rows,
    name_row,
    names,
    names_room,
    plain_texts,
    slants,
)
from dashboard.charts.rows import Row, frame_of, texts_of
from dashboard.i18n.words import Words
from dashboard.periods import Period
from dashboard.privacy.published import EMPTY, HIDDEN, NOT_RECORDED, NOT_SET, Cell, Published

STEP, HALF = 38, 0.37
LEAST_LABELLED = 0.09
LEAST_WORDED = 0.2  # share of a piece that has room for "hidden" in every language
SMALLEST_BASE = 10

# Name of an outcome as a reader reads it, and its tone.
Outcome = tuple[str, str]


def frame(
    published: Published,
    words: Words,
    names: Mapping[str, str],
    tones: Mapping[str, str],
    whole: Published | None = None,
) -> pandas.DataFrame:
    """Return the rows of stacked months.

    Args:
        published: one unit over months, a count for each outcome.
        names: of at most four outcomes, best first.
        tones: of the outcomes.
        whole: a share of the same unit and months whose denominator is all of
            these outcomes; with it a month of hidden outcomes shows the others.
    """
    cell_text = CellText(published, words)
    periods = list(dict.fromkeys(cell.period for cell in published.cells))
    unit, outcomes = published.only.unit, [(names[code], tones[code]) for code in names]
    rows = []
    for place, period in enumerate(periods):
        cells = [published.cell(unit, period, code) for code in names]
        total = whole.cell(unit, period) if whole else None
        rows += month_rows(place, period, cells, outcomes, cell_text, total)
    return frame_of(rows, across=(0, 1), upward=(0, len(periods)))


def month_rows(
    place: int,
    period: Period,
    cells: Sequence[Cell],
    outcomes: Sequence[Outcome],
    cell_text: CellText,
    whole: Cell | None,
) -> list[Row]:
    words = cell_text.words
    rows: list[Row] = [name_row(place, period.code, line_name(period, words))]
    hidden = sum(cell.state == HIDDEN for cell in cells)
    if hidden:
        # What is left of the whole would tell a lone hidden outcome.
        if hidden == 1 or whole is None or not whole.shown or whole.denominator < SMALLEST_BASE:
            return [*rows, *hidden_rows(place, words.gettext("hidden"))]
        shown = pieces(place, period, cells, outcomes, whole.denominator, words)
        return [*rows, *shown, *remainder(place, period, shown, words)]
    total = sum(cell.value_or(0) for cell in cells)
    if not total or any(cell.state in (EMPTY, NOT_SET, NOT_RECORDED) for cell in cells):
        return [*rows, {"role": "word", "x": 0, "y": place + 0.5, "text": words.fmt.missing}]
    if total < SMALLEST_BASE:
        count = words.fmt.counted(total, cell_text.measure(cells[0].code))
        return [*rows, {"role": "word", "x": 0, "y": place + 0.5, "text": count}]
    return [*rows, *pieces(place, period, cells, outcomes, total, words)]


def pieces(
    place: int, period: Period, cells: Sequence[Cell], outcomes: Sequence[Outcome], total: float, words: Words
) -> list[Row]:
    rows: list[Row] = []
    start = 0.0
    for cell, (label, tone) in zip(cells, outcomes, strict=True):
        if not cell.shown:
            continue
        share = cell.value / total
        figure = f"{words.fmt.percent(share)} · {words.fmt.of(cell.value, total, 'visits')}"
        says = words.gettext("{name}: {figure}").format(
            name=f"{words.fmt.period(period)} · {label}", figure=figure
        )
        corners = {"x": start, "x2": start + share, "y": place + 0.5 - HALF, "y2": place + 0.5 + HALF}
        rows.append({"role": "piece", "key": cell.code, "tone": tone, "says": says, **corners})
        if share >= LEAST_LABELLED:
            middle = {"x": start + share / 2, "y": place + 0.5}
            rows.append(
                {"role": "label", "tone": letters_on(tone), "text": words.fmt.number(share * 100), **middle}
            )
        start += share
    return rows


def letters_on(tone: str) -> str:
    """Return the tone of letters on a piece: on5 on class5, on_warn on warn."""
    return tone.replace("class", "on") if tone.startswith("class") else f"on_{tone}"


def remainder(place: int, period: Period, shown: Sequence[Row], words: Words) -> list[Row]:
    """Return one slanted piece from the end of those shown: all that is hidden, together."""
    start = max((row["x2"] for row in shown if row["role"] == "piece"), default=0.0)
    if start > 1 - 1e-9:
        return []
    middle, word = place + 0.5, words.gettext("hidden")
    says = words.gettext("{name}: {figure}").format(name=words.fmt.period(period), figure=word)
    corners = {"x": start, "x2": 1, "y": middle - HALF, "y2": middle + HALF}
    rows: list[Row] = [{"role": "hidden", "says": says, **corners}]
    rows += slants(middle, HALF, start, 1, min(SLANT_STEP, (1 - start) / 2))
    if 1 - start >= LEAST_WORDED:
        rows.append({"role": "hidden_word", "x": start, "y": middle, "text": word})
    return rows


def shape(frame: pandas.DataFrame, words: Words, pen: Pen) -> Shape:
    lines = texts_of(frame, "name")
    step = STEP if len(lines) <= 6 else 26
    return Shape(names_room(lines, pen), 4, 2, 2, step * len(lines) + 4)


def build(pen: Pen) -> dict[str, object]:
    """Return the specification of stacked months."""
    corners = {"x": x_of(), "x2": "x2:Q", "y": y_of(True), "y2": "y2:Q"}
    middle = {"x": x_of(), "y": y_of(True), "text": "text:N", "color": pen.tone()}
    piece = alt.MarkDef("rect", stroke=pen["card"], strokeWidth=2)
    return assemble(
        [
            *names(pen),
            *hidden_layers(pen),
            layer("piece", piece, **corners, color=pen.tone(), tooltip=tip()),
            *text_layers("label", fontWeight=600, encoding=middle),
            *plain_texts("word", pen, color=pen["ink2"], dx=2),
        ],
        pen,
    )
