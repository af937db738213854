"""The queries and the plain reference say the same of an untidy synthetic world."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from reference import from_folder, from_rows, indicator_rows, without_errors
from reference.compare import differences
from reference.rows import Tables, to_folder
from reference.untidy import untidy
from sqlalchemy import URL, Engine

from dashboard.case_database import load, synthetic
from dashboard.case_database.engine import open_engine
from dashboard.indicators import machine

FAMILIES, SEED = 120, 11
# as_of (None: the newest event), first and last month of the period
QUESTIONS = {
    "half a year to the newest event": (None, date(2026, 1, 1), date(2026, 6, 1)),
    "a month that has just begun": (date(2025, 8, 17), date(2025, 3, 1), date(2025, 8, 1)),
    "a year looked back on": (date(2026, 2, 28), date(2025, 1, 1), date(2025, 12, 1)),
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of CSV files with rows that break every error rule."""
    folder = tmp_path_factory.mktemp("untidy_export")
    tidy = {table: rows.to_pylist() for table, rows in synthetic.generate(FAMILIES, SEED).items()}
    to_folder(untidy(from_rows(tidy), SEED), folder)
    return folder


@pytest.fixture(scope="module")
def loaded(export: Path) -> Tables:
    return from_folder(export)


@pytest.fixture(scope="module")
def tables(loaded: Tables) -> Tables:
    return without_errors(loaded)


@pytest.fixture(scope="module")
def engine(
    request: pytest.FixtureRequest,
    export: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engine]:
    """The export loaded into each engine in turn."""
    if request.param == "postgresql":
        url = request.getfixturevalue("new_schema")()
    else:
        file = tmp_path_factory.mktemp("untidy") / "untidy.duckdb"
        url = URL.create("duckdb", database=str(file))
    load.load(export, url)
    opened = open_engine(url)
    yield opened
    opened.dispose()


# One question is enough to see that a server's rows arrive as a file's do.
@pytest.mark.parametrize(
    ("engine", "question"),
    [*product(["duckdb"], QUESTIONS), ("postgresql", "half a year to the newest event")],
    indirect=["engine"],
)
def test_product_and_reference_agree_on_every_row(
    engine: Engine, loaded: Tables, tables: Tables, question: str
) -> None:
    as_of, first, last = QUESTIONS[question]
    counted = {
        (row["indicator"], row["unit"], row["split"]): row
        for row in machine.indicator_rows(engine, as_of, first, last)
    }
    reference = indicator_rows(tables, as_of, first, last, loaded=loaded)
    assert [*differences(counted, reference)] == []
