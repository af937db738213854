"""A picture ready for the page: rows, specification, and the words for who does not see it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas

from dashboard.charts.layers import Pen
from dashboard.charts.specs import KINDS, fitted
from dashboard.i18n.words import N_, Words

# Each kind as a screen reader should name it.
NAMES = {
    "months_line": N_("Line chart by month."),
    "months_bars": N_("Bar chart by month."),
    "bars": N_("Bar chart."),
    "days_bars": N_("Bar chart by number of days."),
    "stacked_months": N_("Stacked bar chart by month."),
    "heat": N_("Table of centres by month, shaded by value."),
    "centres": N_("Dot chart of centres with 95% intervals."),
    "budget_lines": N_("Bar chart of budget lines against plan."),
    "pace": N_("Line chart of spending, plan and forecast."),
}
MOST_SAID = 14


@dataclass(frozen=True)
class Picture:
    """A kind's rows and kept specification, its own height in px, and its description in words."""

    kind: str
    frame: pandas.DataFrame
    spec: dict[str, object]
    height: int
    alt: str


def picture(kind: str, frame: pandas.DataFrame, words: Words, theme: str) -> Picture:
    """Join the rows of a kind with the specification that has room for them."""
    pen = Pen(words.language, theme)
    shape = KINDS[kind].shape(frame, words, pen)
    spec = fitted(kind, words.language, theme, shape)
    return Picture(kind, frame, spec, shape.height, description(kind, frame, words))


def description(kind: str, frame: pandas.DataFrame, words: Words) -> str:
    """Return what the picture shows, figure by figure, as far as one cares to listen."""
    says = list(dict.fromkeys(frame["says"].dropna()))
    told = [*says[: MOST_SAID // 2], *says[-MOST_SAID // 2 :]] if len(says) > MOST_SAID else says
    parts = [words.gettext(NAMES[kind]), "; ".join(told)]
    if len(told) < len(says):
        parts.append(words.gettext("All figures are in the table."))
    return " ".join(part for part in parts if part)
