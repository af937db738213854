"""Where a case database lives: a DuckDB file or a PostgreSQL database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dashboard.refusal import Refused

EXPECTED = "expected the path of a DuckDB file, duckdb:///PATH or postgresql://USER@HOST/DATABASE"


def parse(address: str) -> URL:
    """Return the SQLAlchemy URL of an address as a person writes it.

    Args:
        address: a SQLAlchemy URL, or the path of a DuckDB file.

    Raises:
        Refused: the address names an engine that is neither of the two.
    """
    if "://" not in address:
        return URL.create("duckdb", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except ArgumentError:
        raise Refused(f"The database address cannot be read: {EXPECTED}.", "other_kind") from None
    if url.drivername == "duckdb":
        return url
    if url.drivername.split("+")[0] in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise Refused(f"The database address names the engine '{url.drivername}': {EXPECTED}.", "other_kind")


def shown(url: URL) -> str:
    """Return the address for a message: without its password."""
    return url.render_as_string(hide_password=True)
