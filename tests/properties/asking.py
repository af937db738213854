"""Every figure of a drawn programme, as one table to compare with another."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import worlds
from properties.drawing import Rows
from sqlalchemy import URL, Engine

from dashboard.indicators.figures import Figures
from dashboard.indicators.periods import Period
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.snapshot import take

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 1)

Part = tuple[str, str | None, str | None]


@contextmanager
def written(rows: Rows) -> Iterator[Engine]:
    """Write a programme into a DuckDB file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        engine = worlds.write(URL.create("duckdb", database=str(Path(folder) / "cases.duckdb")), **rows)
        yield engine
        engine.dispose()


def figures_of(engine: Engine, as_of: date | None = None) -> Figures:
    return Figures(take(engine, as_of, first_month=FIRST, last_month=LAST))


def ask(rows: Rows, as_of: date | None = None) -> Figures:
    with written(rows) as engine:
        return figures_of(engine, as_of)


def parts(figures: Figures) -> Iterator[Part]:
    """Yield every indicator with each code of its splits, and its total."""
    for id_, indicator in INDICATORS.items():
        if indicator.has_total:
            yield id_, None, None
        for split in indicator.splits:
            for code in figures.codes(id_, split):
                yield id_, split, code


def period(code: str, as_of: date = date(2026, 6, 30)) -> Period:
    found = Period.parse(code, as_of)
    assert found is not None
    return found


def result(figures: Figures, part: Part, unit: str, asked: Period) -> Result:
    id_, split, code = part
    return figures.result(id_, unit, asked, split, code)


def amounts(found: Result) -> tuple[float, float, float]:
    """Return numerator, denominator and missing; what is not there counts as 0."""
    return tuple(round(number or 0, 6) for number in (found.numerator, found.denominator, found.missing))
