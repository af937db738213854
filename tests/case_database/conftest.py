"""Databases on a PostgreSQL server, as sites have them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import URL, create_engine, text

from dashboard.case_database.engine import open_for_writing

NUMBERS = itertools.count()


def run_in(url: URL) -> Callable[..., None]:
    """Return what runs statements in a database, in one transaction."""

    def run(*statements: str) -> None:
        with open_for_writing(url).begin() as connection:
            for statement in statements:
                connection.execute(text(statement))

    return run


@pytest.fixture
def server(new_schema):
    """An empty place on a PostgreSQL server: its address, and what runs statements there."""
    url = new_schema()
    return url, run_in(url)


@pytest.fixture
def role(server) -> Iterator[tuple[URL, Callable[..., None]]]:
    """A role that may look into the place of `server`: its address there, and what the owner runs."""
    url, run = server
    name = f"reader_{next(NUMBERS)}"
    schema = url.query["options"].split("=")[1]
    run(f"create role {name} login", f"grant usage on schema {schema} to {name}")
    yield url.set(username=name), run
    run(f"drop owned by {name}", f"drop role {name}")


@pytest.fixture
def new_database(postgresql_server: URL) -> Iterator[Callable[[str], URL]]:
    """Return a function that makes an empty database in an encoding and returns its address."""
    admin = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def make(encoding: str) -> URL:
        made.append(f"found_{next(NUMBERS)}")
        with admin.connect() as connection:
            connection.execute(
                text(
                    f"create database {made[-1]} encoding '{encoding}' template template0 "
                    "lc_collate 'C' lc_ctype 'C'"
                )
            )
        return postgresql_server.set(database=made[-1])

    yield make
    with admin.connect() as connection:
        for name in made:
            connection.execute(text(f"drop database {name} with (force)"))
    admin.dispose()
