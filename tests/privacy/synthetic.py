"""Figures of synthetic databases."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.synthetic import UNTIL, write
from dashboard.indicators.figures import Figures
from dashboard.snapshot import take


@cache
def figures_of(families: int, seed: int, months: int = 12, until: date = UNTIL) -> Figures:
    """Return the figures of a synthetic database of so many families and months."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.duckdb"
        write(path, families, seed, until=until, months=months)
        return Figures(take(open_engine(parse(str(path)))))
