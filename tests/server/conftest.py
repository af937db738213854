"""One server for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Server, serving

from dashboard.case_database.synthetic import write


@pytest.fixture(scope="session")
def case_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small synthetic database."""
    file = tmp_path_factory.mktemp("database") / "case.duckdb"
    write(str(file), 120, 7)
    return file


@pytest.fixture(scope="session")
def server(case_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    cache = {"DASHBOARD_CACHE_FOLDER": str(folder / "cache")}
    named = ("--database", str(case_database), "--hosts", "figures.example.org")
    with serving(*named, folder=folder, **cache) as running:
        yield running
