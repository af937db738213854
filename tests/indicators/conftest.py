"""Figures of a small world, asked for in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import worlds
from sqlalchemy import URL

from dashboard.indicators.figures import Figures
from dashboard.indicators.result import Result
from dashboard.periods import Period
from dashboard.snapshot import take


class Answers:
    """The figures of a world: `of("C1", "2026-02", "A", "status=active")`."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def of(self, indicator: str, period: str, unit: str = "A", split: str = "") -> Result:
        dimension, unused_sign, code = split.partition("=")
        wanted = Period.parse(period, self.figures.as_of)
        assert wanted is not None
        return self.figures.result(indicator, unit, wanted, dimension or None, code or None)

    def number(self, indicator: str, period: str, unit: str = "A", split: str = "") -> float | None:
        """Return the numerator alone."""
        return self.of(indicator, period, unit, split).numerator

    def ratio(self, indicator: str, period: str, unit: str = "A", split: str = "") -> tuple:
        """Return numerator, denominator and missing."""
        result = self.of(indicator, period, unit, split)
        return result.numerator, result.denominator, result.missing


@pytest.fixture
def answers(duckdb_address: URL) -> Callable[..., Answers]:
    """Write a world and return its figures: `answers(case_file=[{}])`.

    In DuckDB alone: rows of PostgreSQL are counted there too, once they are
    copied, and that they arrive as they are is asked of whole databases.
    """

    def ask(as_of: str | None = None, **tables: list[dict]) -> Answers:
        day = date.fromisoformat(as_of) if as_of else None
        return Answers(Figures(take(worlds.write(duckdb_address, **tables), day)))

    return ask
