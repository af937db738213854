"""Without an optional table only the figures that need it are gone."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import URL

from dashboard.case_database import synthetic
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.indicators import machine
from dashboard.indicators.registry import INDICATORS

OPTIONAL = [table.name for table in TABLES.values() if not table.required]
# Without phases a budget is planned evenly, which is a figure too; without
# settlements nothing of an advance is settled.
OTHERWISE_COUNTED = {"budget_phase": {"G3"}, "settlement": {"G8"}}

Rows = dict[tuple, dict]


def rows_of(path: Path) -> Rows:
    engine = open_engine(URL.create("duckdb", database=str(path)))
    try:
        rows = machine.indicator_rows(engine, None, date(2026, 4, 1), date(2026, 6, 1))
    finally:
        engine.dispose()
    return {(row["indicator"], row["unit"], row["split"]): row for row in rows}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    path = synthetic.write(tmp_path_factory.mktemp("whole") / "cases.duckdb", 100, 3)
    return path, rows_of(path)


def test_every_optional_table_that_an_indicator_needs_is_optional():
    needed = {table for indicator in INDICATORS.values() for table in indicator.needs}
    assert needed <= set(OPTIONAL)
    assert "area_births" in needed


@pytest.mark.parametrize("absent", OPTIONAL)
def test_an_absent_table_takes_away_its_figures_alone(whole, tmp_path, absent):
    path, rows = whole
    without = Path(shutil.copy(path, tmp_path / "without.duckdb"))
    with duckdb.connect(str(without)) as connection:
        connection.execute(f"drop table {absent}")
    found = rows_of(without)
    assert found.keys() == rows.keys()
    gone = {id_ for id_, indicator in INDICATORS.items() if absent in indicator.needs}
    changed = {key[0] for key in rows if found[key] != rows[key]}
    assert changed - gone <= OTHERWISE_COUNTED.get(absent, set())
    numbers = {
        found[key][name]
        for key in rows
        if key[0] in gone
        for name in ("numerator", "denominator", "missing", "value")
    }
    assert numbers <= {None}
