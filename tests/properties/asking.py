"""Every figure of a drawn programme: each indicator, and each code of its splits."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import worlds
from sqlalchemy import URL, Engine

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.periods import Period
from dashboard.snapshot import take
from properties.drawing import LATEST, Programme

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 1)
UNITS = ("P", "R", "S", "A", "B", "C", "D")

Numbers = tuple[float, float, float]


@dataclass(frozen=True)
class Part:
    """The total of an indicator, or one code of a split."""

    id: str
    split: str | None = None
    code: str | None = None

    @property
    def names(self) -> tuple[str, str, str]:
        """The names it goes by in a list: of its indicator, of its split and of its code."""
        split = f"{self.id} {self.split}" if self.split else f"{self.id} total"
        return self.id, split, f"{split}={self.code}"

    def is_in(self, listed: dict[str, str]) -> bool:
        return any(name in listed for name in self.names)


@contextmanager
def written(programme: Programme) -> Iterator[Engine]:
    """Write a programme into a DuckDB file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = URL.create("duckdb", database=str(Path(folder) / "cases.duckdb"))
        engine = worlds.write(url, programme.without, **programme.rows)
        yield engine
        engine.dispose()


def figures_of(engine: Engine, as_of: date | None = None) -> Figures:
    return Figures(take(engine, as_of, first_month=FIRST, last_month=LAST))


def ask(programme: Programme, as_of: date | None = None) -> Figures:
    with written(programme) as engine:
        return figures_of(engine, as_of)


def parts(figures: Figures) -> Iterator[Part]:
    """Yield every indicator with each code of its splits, and its total."""
    for id_, indicator in INDICATORS.items():
        if indicator.has_total:
            yield Part(id_)
        for split in indicator.splits:
            for code in figures.codes(id_, split):
                yield Part(id_, split, code)


def period(code: str) -> Period:
    found = Period.parse(code, LATEST)
    assert found is not None
    return found


def result(figures: Figures, part: Part, unit: str, asked: str) -> Result:
    return figures.result(part.id, unit, period(asked), part.split, part.code)


def numbers(found: Result) -> Numbers:
    """Return numerator, denominator and missing; what is not there counts as 0."""
    return found.numerator or 0, found.denominator or 0, found.missing or 0


def added(found: list[Result]) -> Numbers:
    return tuple(map(math.fsum, zip(*map(numbers, found), strict=False)))


def alike(one: tuple[float | None, ...], other: tuple[float | None, ...]) -> bool:
    """Return whether numbers are the same but for what arithmetic leaves behind."""
    return all(
        a is b if a is None or b is None else math.isclose(a, b, abs_tol=1e-9)
        for a, b in zip(one, other, strict=True)
    )


def everything(figures: Figures, units: tuple[str, ...], periods: tuple[str, ...]) -> dict:
    """Return all that each figure says, by part, unit and period."""
    found = {}
    for part in parts(figures):
        for unit in units:
            for asked in periods:
                each = result(figures, part, unit, asked)
                found[part, unit, asked] = (*numbers(each), each.value, each.median, each.p90)
    return found


def changed(before: dict, now: dict) -> set:
    """Return what no longer says the same, of what was there before."""
    return {key for key, said in before.items() if not alike(said, now[key])}
