"""Every kind of picture drawn from small published tables, with shown, few, empty and hidden cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pandas

from dashboard.cards.classes import SHARES
from dashboard.cards.visits import OUTCOMES
from dashboard.charts.specs import KINDS
from dashboard.i18n.words import Words
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period, add_months
from dashboard.privacy.published import _SEAL, EMPTY, FEW, HIDDEN, SHOWN, Cell, Published

MONTHS = [Period.month(add_months(date(2025, 7, 1), count)) for count in range(12)]
QUARTER = Period.containing(date(2026, 6, 1), "quarter")
LEAK = 777_777

# What a hidden cell must never carry; a picture must not look at it even then.
NUMBERS = (LEAK, LEAK, None, LEAK, LEAK, LEAK)

Place = tuple[str, Period, str | None]


def published(
    indicator: str, figures: dict[Place, object], split: str | None = None, leaky: bool = False
) -> Published:
    """Return figures: a number (of 100, for a share), or "few", "empty" or "hidden"."""
    share = INDICATORS[indicator].measure_of(split) == "share"
    cells = tuple(cell(place, figure, share, leaky) for place, figure in figures.items())
    return Published(_SEAL, INDICATORS[indicator], split, cells, date(2026, 6, 30), 412)


def cell(place: Place, figure: object, share: bool, leaky: bool) -> Cell:
    if figure == HIDDEN:
        return Cell(*place, HIDDEN, *(NUMBERS if leaky else ()))
    if figure == FEW:
        return Cell(*place, FEW, 5, 7, 0)
    if figure == EMPTY:
        return Cell(*place, EMPTY, 0, 0, 0)
    value = figure / 100 if share else figure
    return Cell(*place, SHOWN, figure, 100 if share else None, 0, value)


def over(figures: Sequence[object], code: str | None = None) -> dict[Place, object]:
    return {("C", month, code): figure for month, figure in zip(MONTHS, figures, strict=False)}


def coded(figures: dict[str, object]) -> dict[Place, object]:
    return {("C", QUARTER, code): figure for code, figure in figures.items()}


def named(codes: Sequence[str]) -> dict[str, str]:
    """Return names without letters, so that every letter in a picture is a word of ours."""
    return {code: f"{number}." for number, code in enumerate(codes, start=1)}


def months_line(words: Words, leaky: bool = False) -> pandas.DataFrame:
    table = published("V2", over([76, 77, "hidden", 76, "few", 75, "empty", 75, 74, 72, 70, 71]), leaky=leaky)
    late = {month.first for month in MONTHS[10:]}
    return KINDS["months_line"].frame(table, words, target=0.8, provisional=late)


def months_bars(words: Words, leaky: bool = False) -> pandas.DataFrame:
    table = published("C1", over([291, 296, "hidden", 303, 309, 312]), leaky=leaky)
    return KINDS["months_bars"].frame(table, words)


def bars(words: Words, leaky: bool = False) -> pandas.DataFrame:
    figures = {"m0_5": 88, "m6_11": "few", "m12_17": "hidden", "m18_24": "empty", "over_24": 40}
    table = published("V2", coded(figures), "stage", leaky)
    return KINDS["bars"].frame(table, words, named(list(figures)), by_size=True)


def days_bars(words: Words, leaky: bool = False) -> pandas.DataFrame:
    figures = {"d1_3": 11, "d4_7": "hidden", "d8_14": 9, "d15": 5}
    table = published("V4", coded(figures), "days", leaky)
    return KINDS["days_bars"].frame(table, words, named(list(figures)), late=("d15",))


def stacked_months(words: Words, leaky: bool = False) -> pandas.DataFrame:
    codes = ("done_on_time", "done_late", "missed", "overdue")
    figures = {
        ("C", month, code): figure
        for month, row in zip(
            MONTHS, ([68, 16, 12, 4], [70, "hidden", 11, 4], [3, 2, 1, 0], [0, 0, 0, 0]), strict=False
        )
        for code, figure in zip(codes, row, strict=True)
    }
    return KINDS["stacked_months"].frame(
        published("V1", figures, "status", leaky), words, named(codes), OUTCOMES
    )


def heat(words: Words, leaky: bool = False) -> pandas.DataFrame:
    rows = {"a": [41, 58, 69], "b": [79, "hidden", 80], "c": ["empty", "few", 86]}
    figures = {
        (unit, month, None): figure
        for unit, row in rows.items()
        for month, figure in zip(MONTHS, row, strict=False)
    }
    return KINDS["heat"].frame(published("V2", figures, leaky=leaky), words, named(list(rows)), SHARES)


def centres(words: Words, leaky: bool = False) -> pandas.DataFrame:
    figures = {"a": "few", "b": 86, "c": 46, "d": "hidden", "e": "empty"}
    table = published("V2", {(unit, QUARTER, None): figure for unit, figure in figures.items()}, leaky=leaky)
    unseen = published(
        "V4", {(unit, QUARTER, None): "hidden" if unit == "b" else 4 for unit in figures}, leaky=leaky
    )
    return KINDS["centres"].frame(
        table, words, named(list(figures)), "1", [("2", unseen)], target=0.8, limit=0.5
    )


def budget_lines(words: Words, leaky: bool = False) -> pandas.DataFrame:
    figures = {"living": 62, "housing": 41, "medical": "hidden", "other": 26}
    table = published("G2", coded(figures), "category", leaky)
    planned = published("G3", coded({"planned_share": 50}), "part")
    return KINDS["budget_lines"].frame(table, words, named(list(figures)), planned)


def pace(words: Words, leaky: bool = False) -> pandas.DataFrame:
    used = published("G2", over([4, 10, "hidden", 28], None), leaky=leaky)
    planned = published("G3", over([6, 12, 20, 31], "planned_share"), "part")
    ends = published(
        "G3",
        {("C", MONTHS[3], code): n for code, n in (("median", 93), ("low", 81), ("high", 99))},
        "forecast",
    )
    return KINDS["pace"].frame(used, words, planned, ends)


DRAWN: dict[str, Callable[..., pandas.DataFrame]] = {
    made.__name__: made
    for made in (
        months_line,
        months_bars,
        bars,
        days_bars,
        stacked_months,
        heat,
        centres,
        budget_lines,
        pace,
    )
}
