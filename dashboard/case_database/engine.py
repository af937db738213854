"""Open a case database, to read it or to write one.

A dashboard only reads: DuckDB files are opened read-only, transactions on PostgreSQL
begin read-only, and no connection is kept between two uses, so that a file can
be replaced and a server restarted underneath.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from dashboard.case_database import transactions
from dashboard.case_database.trouble import refusal
from dashboard.refusal import Refused

CONNECT_SECONDS = 10
STATEMENT_SECONDS = 300
# Of the machine's memory, what DuckDB may take before it writes to disk.
DUCKDB_MEMORY = "1200MB"
# A file of SQLite would make DuckDB fetch an extension from outside.
NO_EXTENSIONS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


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


def fold_log(url: URL) -> None:
    """Let DuckDB take the log of a program that was killed into its file, before another takes its place.

    A new file would be read with the old log, and could not be opened.

    Raises:
        Refused: the log is that of a file which has gone.
    """
    path = Path(url.database or "").expanduser()
    log = path.with_name(f"{path.name}.wal")
    if not log.exists():
        return
    if not path.exists():
        raise Refused(
            f"The log '{log}' lies where the log of the new file would be, and its own file has gone: "
            "move it away, or choose another path."
        )
    with open_for_writing(url).connect() as connection:
        connection.exec_driver_sql("checkpoint")
    log.unlink(missing_ok=True)


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
    if path.exists() and not path.is_file():
        # A pipe would keep whoever opens it waiting for ever.
        raise Refused(
            f"'{path}' is not a DuckDB file: expected a DuckDB case database; correct the path.",
            "other_kind",
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
    options = url.query.get("options", "")
    own, left = transactions.settings(options if isinstance(options, str) else " ".join(options))
    arguments = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "First Steps dashboard",
        # Without it text from a server that knows no encoding comes as bytes.
        "client_encoding": "utf8",
        # A pooler may give the next transaction a connection that has prepared nothing.
        "prepare_threshold": None,
    }
    engine = create_engine(
        url.difference_update_query(["options"]),
        connect_args=arguments | ({"options": left} if left else {}),
        execution_options={"beginning": transactions.beginning(own, statement_seconds, read_only)},
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    for statement in connection.get_execution_options()["beginning"]:
        # A per cent sign in a setting is no place for a value.
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _try(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("select 1")
    except DBAPIError as error:
        raise refusal(engine.url, error) from None
