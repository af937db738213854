"""Where a case database lives: a DuckDB file or a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dashboard.refusal import Refused

EXPECTED = "expected the path of a DuckDB file, duckdb:///PATH or postgresql://USER@HOST/DATABASE"
# A list of settings (host=… password=…), or an address whose beginning was mistyped: neither is a path.
NO_PATH = re.compile(
    r"^\s*(host|hostaddr|port|dbname|user|service)\s*=|pass(word|file)\s*=|^(?!\w:[\\/]).*:.*@", re.IGNORECASE
)
# An address that can be read in one way alone: no sign that parts it stands in a name or a password.
UNAMBIGUOUS = re.compile(
    r"[\w+]+://([^:/?@]*(:[^:/?@]*)?@)?([^:/?@\[\]]*|\[[^/?@\]]*\])(:\d*)?"
    # What follows a question mark may belong to a password where no path came before.
    r"(/[^?@]*(\?([^=&@]+=[^&]*&?)*)?|\?[^@]*)?"
)
# What a message may tell of the settings after the question mark.
NO_SECRETS = ("host", "port", "dbname", "user", "service")


def parse(address: str) -> URL:
    """Return the SQLAlchemy URL of an address as a person writes it.

    Args:
        address: a SQLAlchemy URL, or the path of a DuckDB file.

    Raises:
        Refused: the address names an engine that is neither of the two, or
            cannot be read. The sentence repeats nothing that may be a password.
    """
    if "://" not in address:
        if NO_PATH.search(address):
            raise _unreadable()
        return URL.create("duckdb", database=str(Path(address).expanduser()))
    engine = address.partition("://")[0]
    if engine.startswith("postgres") and not UNAMBIGUOUS.fullmatch(address):
        raise _ambiguous()
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise _unreadable() from None
    if url.drivername == "duckdb":
        return url
    if url.drivername.split("+")[0] in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise Refused(f"The database address names the engine '{url.drivername}': {EXPECTED}.", "other_kind")


def _unreadable() -> Refused:
    return Refused(f"The database address cannot be read: {EXPECTED}.", "other_kind")


def _ambiguous() -> Refused:
    return Refused(
        "The database address can be read in more than one way, and is not shown here as it may hold a "
        "password: expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE; within the user name and the "
        "password write @ as %40, : as %3A, / as %2F, ? as %3F and % as %25.",
        "other_kind",
    )


def shown(url: URL) -> str:
    """Return the address for a message: where the database lies and who asks, no password in any form."""
    if url.get_backend_name() == "duckdb":
        return f"duckdb:///{url.database or ''}"
    kept = {name: value for name, value in url.query.items() if name in NO_SECRETS}
    place = URL.create("postgresql", url.username, None, url.host, url.port, url.database, kept)
    return place.render_as_string()
