"""Readers who open pages: the application on a database, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from prepared import Prepared
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import settings
from dashboard.keeper import _keeper

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
Open = Callable[..., AppTest]


def opened(page: str = "overview", **link: str) -> AppTest:
    """Return a page as a reader sees it who follows a link."""
    reader = AppTest.from_file(str(APP), default_timeout=120)
    reader._bidi_component_manager = no_components()
    for name, value in link.items():
        reader.query_params[name] = value
    return turned(reader, page)


@cache
def no_components() -> BidiComponentManager:
    """Components of other packages: we use none, and looking for them took a third of each page's time."""
    return BidiComponentManager()


def turned(reader: AppTest, page: str) -> AppTest:
    """Return the same reader on another page, as the navigation leads there."""
    # AppTest.switch_page knows pages of their own file only; these are functions.
    reader._page_hash = "" if page == "overview" else calc_hash(page)
    return reader.run()


def said(reader: AppTest) -> str:
    """Return all text of a page that is not a style sheet."""
    bodies = [part.proto.body for part in reader.get("html")]
    links = [part.proto.label for part in reader.get("page_link")]
    return "\n".join([*(body for body in bodies if not body.startswith("<style")), *links])


@pytest.fixture(scope="session")
def synthetic(prepared: Prepared) -> Path:
    """A small synthetic database."""
    return prepared.database


@pytest.fixture(scope="session")
def cache_folder(prepared: Prepared) -> Path:
    """Snapshots of one database are taken once for all tests of a session."""
    return prepared.cache_folder


@pytest.fixture(scope="module")
def served_last() -> Iterator[dict[str, str]]:
    """The settings that were served last: who asks for the same finds the figures as a next reader does."""
    yield {}
    forget()


@pytest.fixture
def serve(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch, served_last: dict[str, str]
) -> Iterator[Callable[..., Open]]:
    """Return a function that lets pages show a database, and returns how to open one."""

    def start(database: object, **more: str) -> Open:
        named = {"database": str(database), "cache_folder": str(cache_folder), **more}
        for name, value in named.items():
            monkeypatch.setenv(f"DASHBOARD_{name.upper()}", value)
        settings.current.cache_clear()
        if named != served_last:
            forget()
        served_last.clear()
        served_last.update(named)
        return opened

    yield start
    settings.current.cache_clear()


def forget() -> None:
    """Let the next reader find the settings and the database anew."""
    if _keeper.cache_info().currsize:
        _keeper().stop()
        _keeper.cache_clear()
    settings.current.cache_clear()
