"""Specifications of all kinds of picture, each built once by Altair and kept without data."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import ModuleType

from altair.utils.schemapi import debug_mode

from dashboard.charts import (
    bars,
    budget_lines,
    centres,
    days_bars,
    heat,
    months_bars,
    months_line,
    pace,
    stacked_months,
)
from dashboard.charts.layers import Pen, Shape
from dashboard.charts.theme import THEMES

KINDS: dict[str, ModuleType] = {
    "months_line": months_line,
    "months_bars": months_bars,
    "bars": bars,
    "days_bars": days_bars,
    "stacked_months": stacked_months,
    "heat": heat,
    "centres": centres,
    "budget_lines": budget_lines,
    "pace": pace,
}


@cache
def spec(kind: str, language: str, theme: str) -> dict[str, object]:
    """Return the specification of a kind without its rooms, built once; never to be changed.

    Args:
        kind: one of KINDS.
        language: code of the reader's language, for letters and their size.
        theme: light or dark.
    """
    # Checking against the schema takes most of the time; the tests do it.
    with debug_mode(False):
        return KINDS[kind].build(Pen(language, theme))


@cache
def fitted(kind: str, language: str, theme: str, shape: Shape) -> dict[str, object]:
    """Return the specification with rooms in px; the same object each time, never to be changed."""
    return {**spec(kind, language, theme), "height": shape.height, "params": shape.parameters()}


def build_all(languages: Iterable[str]) -> None:
    """Build the specifications of all kinds and themes, so that no reader waits for one."""
    for language in languages:
        for theme in THEMES:
            for kind in KINDS:
                spec(kind, language, theme)
