"""Open a case database, to read it or to write one.

A dashboard only reads: DuckDB files are opened read-only, PostgreSQL sessions
begin read-only, and no connection is kept between two uses, so that a file can
be replaced and a server restarted underneath.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from dashboard.case_database.address import shown
from dashboard.refusal import Refused

CONNECT_SECONDS = 10
STATEMENT_SECONDS = 300
# Of the machine's memory, what DuckDB may take before it writes to disk.
DUCKDB_MEMORY = "1200MB"
# A file of SQLite would make DuckDB fetch an extension from outside.
NO_EXTENSIONS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
# How DuckDB says that a file is none of its own: a text, a folder, one of SQLite.
NO_DUCKDB_FILE = ("not a valid DuckDB database", "Is a directory", ".duckdb_extension")


def open_engine(url: URL, statement_seconds: int = STATEMENT_SECONDS) -> Engine:
    """Return an engine that reads, after one connection has shown that it can.

    Raises:
        Refused: missing, unreachable or other_kind.
    """
    if url.get_backend_name() == "duckdb":
        engine = _duckdb(url, read_only=True)
    else:
        engine = _postgresql(url, statement_seconds, read_only=True)
    _try(engine)
    return engine


def open_for_writing(url: URL) -> Engine:
    """Return an engine that writes; a DuckDB file is made when it is not there."""
    if url.get_backend_name() == "duckdb":
        engine = _duckdb(url, read_only=False)
    else:
        engine = _postgresql(url, 0, read_only=False)
    _try(engine)
    return engine


def _duckdb(url: URL, read_only: bool) -> Engine:
    path = Path(url.database or "").expanduser()
    if not url.database or url.database == ":memory:":
        raise Refused("The database address names no DuckDB file: expected duckdb:///PATH.", "missing")
    if read_only and not path.exists():
        raise Refused(
            f"The DuckDB file '{path}' does not exist: expected a case database; "
            "correct the path, or write one with 'dashboard load' or 'dashboard demo'.",
            "missing",
        )
    if not read_only and not path.parent.is_dir():
        raise Refused(f"The folder '{path.parent}' does not exist: make it, or correct the path.", "missing")
    config = {
        "memory_limit": DUCKDB_MEMORY,
        "temp_directory": tempfile.gettempdir(),
    }
    arguments = {"read_only": read_only, "config": config | NO_EXTENSIONS}
    return create_engine(URL.create("duckdb", database=str(path)), connect_args=arguments, poolclass=NullPool)


def _postgresql(url: URL, statement_seconds: int, read_only: bool) -> Engine:
    options = {
        "statement_timeout": str(statement_seconds * 1000),
        "default_transaction_read_only": "on" if read_only else "off",
    }
    if read_only:
        # One snapshot, its rows in the order in which they lie, days as we write them.
        options |= {
            "default_transaction_isolation": r"repeatable\ read",
            "synchronize_seqscans": "off",
            "datestyle": "ISO",
        }
    given = url.query.get("options", "")
    ours = " ".join(f"-c {name}={value}" for name, value in options.items())
    # The operator's own options come last and win.
    arguments = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "First Steps dashboard",
        "options": f"{ours} {given}".strip(),
    }
    url = url.difference_update_query(["options"])
    return create_engine(url, connect_args=arguments, poolclass=NullPool)


def _try(engine: Engine) -> None:
    try:
        with engine.connect():
            pass
    except DBAPIError as error:
        raise refusal(engine.url, error) from None


def refusal(url: URL, error: Exception) -> Refused:
    """Return the refusal that an engine's error stands for."""
    # What a driver puts before the server's own words ends so.
    said = _first_line(error).rpartition("]: ")[2]
    if any(sign in said for sign in NO_DUCKDB_FILE):
        return Refused(
            f"'{url.database}' is not a DuckDB file: expected a DuckDB case database; correct the path.",
            "other_kind",
        )
    if "does not exist" in said and "database" in said:
        return Refused(
            f"The database of {shown(url)} does not exist on its server: create it, or correct the address.",
            "missing",
        )
    if said.startswith("Out of Memory"):
        return Refused(
            f"To count the case database {shown(url)} takes more memory than there is: "
            "run the dashboard where there is more.",
            "unreachable",
        )
    return Refused(
        f"The case database {shown(url)} does not answer ({said}): start its server, "
        "close what holds its file, or correct the address.",
        "unreachable",
    )


def _first_line(error: Exception) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    return (said.strip() or "no reason given").splitlines()[0]
