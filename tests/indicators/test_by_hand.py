"""Both engines answer as worked out by hand, on the boundary days too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reference.by_hand import EXPECTED, QUESTIONS, world
from reference.compare import differences
from reference.rows import to_folder
from sqlalchemy import URL, Engine

from dashboard.case_database import load
from dashboard.case_database.engine import open_engine
from dashboard.indicators import machine


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("by_hand")
    to_folder(world(), folder)
    return folder


@pytest.fixture(scope="module", params=("duckdb", "postgresql"))
def engine(
    request: pytest.FixtureRequest,
    export: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engine]:
    if request.param == "postgresql":
        url = request.getfixturevalue("new_schema")()
    else:
        file = tmp_path_factory.mktemp("loaded") / "by_hand.duckdb"
        url = URL.create("duckdb", database=str(file))
    load.load(export, url)
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_product_answers_as_worked_out_by_hand(engine: Engine, question: str) -> None:
    expected = {
        (indicator, unit, split): figure
        for (indicator, unit), figures in EXPECTED[question].items()
        for split, figure in figures.items()
    }
    answered = {
        (row["indicator"], row["unit"], row["split"]): row
        for row in machine.indicator_rows(engine, *QUESTIONS[question])
        if (row["indicator"], row["unit"]) in EXPECTED[question]
    }
    assert [*differences(answered, expected)] == []
