"""One browser and one server for the tests of this folder; each of them needs Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from prepared import Prepared
from serving import SECONDS_TO_START, Server, browsing, serving

# Of a machine under load; nothing is asserted about it.
expect.set_options(timeout=SECONDS_TO_START * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def server(
    browser: Browser, prepared: Prepared, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Serve a synthetic database; the browser is asked for first, so that a skip starts no server."""
    cache = {"DASHBOARD_CACHE_FOLDER": str(prepared.cache_folder)}
    named = ("--database", str(prepared.database))
    with serving(*named, folder=tmp_path_factory.mktemp("server"), **cache) as running:
        yield running
