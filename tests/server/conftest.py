"""One server for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prepared import Prepared
from serving import Server, serving


@pytest.fixture(scope="session")
def server(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    cache = {"DASHBOARD_CACHE_FOLDER": str(prepared.cache_folder)}
    named = ("--database", str(prepared.database), "--hosts", "figures.example.org")
    with serving(*named, folder=tmp_path_factory.mktemp("server"), **cache) as running:
        yield running
