"""Writing a synthetic case database: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
from sqlalchemy import URL

from dashboard.case_database import address, schema
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import fold_log
from dashboard.case_database.synthetic.days import MONTHS
from dashboard.case_database.synthetic.making import PART, UNTIL, parts
from dashboard.refusal import Refused
from dashboard.workroom import workroom

Progress = Callable[[float], None]
"""Is told how much is done, 0 to 1."""


def write(
    url: URL | str | Path,
    families: int,
    seed: int,
    progress: Progress | None = None,
    until: date = UNTIL,
    months: int = MONTHS,
) -> Path:
    """Write a synthetic case database into a new DuckDB file and return its path.

    The rows go into a file of this run's own that takes the name only when all
    are in: a run that breaks leaves nothing, an old file stays until then, and
    of two runs at once the one that ends later has it.

    Args:
        families: rows of `case_file`, at least FEWEST_FAMILIES.
        seed: the same seed gives the same rows.
        progress: is told how much is done.
        until: last day of the data.
        months: of history, the last one included, at least 2.

    Raises:
        Refused: the address is not that of a DuckDB file.
    """
    path = _path(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    with workroom("making", path.parent) as room:
        making = room / path.name
        _fill(making, families, seed, progress or (lambda _share: None), until, months)
        fold_log(URL.create("duckdb", database=str(path)))
        making.replace(path)
    return path


def _path(url: URL | str | Path) -> Path:
    found = url if isinstance(url, URL) else address.parse(str(url))
    if found.drivername != "duckdb" or not found.database or found.database == ":memory:":
        raise Refused(
            f"A synthetic database cannot be written to {address.shown(found)}: "
            "expected the path of a DuckDB file."
        )
    return Path(found.database)


def _fill(path: Path, families: int, seed: int, progress: Progress, until: date, months: int) -> None:
    steps = len(TABLES) + 3 * ((families - 1) // PART)
    with duckdb.connect(str(path)) as connection:
        for name in TABLES:
            connection.execute(f"create table {name} ({schema.columns(TABLES[name])})")
        for step, (name, rows) in enumerate(parts(families, seed, until, months), start=1):
            _insert(connection, name, rows)
            progress(step / steps)


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("made_rows", rows)
    connection.execute(f"insert into {name} by name select * from made_rows")
    connection.unregister("made_rows")
