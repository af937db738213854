"""The rows of spending through a year: plan, spent, today, and where the year may end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.charts.cell_text import CellText
from dashboard.charts.rows import Row
from dashboard.i18n.words import Words
from dashboard.privacy.published import Published

PLOT = 220  # px: height of the plot
APART = 20  # px between the labels at the year's end
START = -0.1  # month at which the axis begins
NAMED = (1, 3, 6, 9, 12)  # months that are named


def forecast_ends(forecast: Published | None) -> dict[str, float]:
    cells = forecast.by_code if forecast is not None else {}
    return {code: cell.value for code, cell in cells.items() if cell.shown}


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
        {
            "role": "tick" if month in (1, 6, 12) else "tick_wide",
            "x": month,
            "text": words.fmt.month_short(date(year, month, 1)),
        }
        for month in NAMED
    ]


def line_rows(role: str, places: Sequence[tuple[int, float]]) -> list[Row]:
    return [{"role": role, "x": month, "y": amount} for month, amount in places]


def budget_rows(budget: float, words: Words, currency: str) -> list[Row]:
    # Translators: beside the line of the year's budget, as in "Budget ₩410M".
    name = words.gettext("Budget {amount}").format(amount=words.fmt.money(budget, currency))
    return [
        {"role": "budget", "x": START, "x2": 12, "y": budget},
        {"role": "budget_name", "y": budget, "text": name},
    ]


def now_rows(
    spent: Sequence[tuple[int, float]],
    plan: Sequence[tuple[int, float]],
    top: float,
    used: Published,
    cell_text: CellText,
) -> list[Row]:
    """Return points to hover over, the open ring of today, and the names of spent and planned."""
    if not spent:
        return []
    words, money = cell_text.words, lambda value: cell_text.words.fmt.money(value, cell_text.currency)
    month, amount = spent[-1]
    # Translators: beside the line of spending, as in "Spent ₩189M".
    name = words.gettext("Spent {amount}").format(amount=money(amount))
    rows: list[Row] = [
        {
            "role": "point",
            "x": cell.period.last.month,
            "y": cell.numerator,
            "says": cell_text.says(words.fmt.period(cell.period), cell),
        }
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
    messages = {
        "low": words.gettext("Low {amount}"),
        "median": words.gettext("Likely {amount}"),
        "high": words.gettext("High {amount}"),
    }
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
