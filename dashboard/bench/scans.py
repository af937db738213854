"""What the questions of the pages cost when they are asked of the tables themselves.

The statements of `scans/` are as a person would write them who needs just one
answer; a snapshot answers these and more, and is measured against their sum.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import psycopg
from sqlalchemy import URL

from dashboard.case_database.address import parse

RUNS = 5
FOLDER = Path(__file__).with_name("scans")


def statements() -> list[str]:
    """Return the statements of all files, each with the sentence before it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))]
    return [part.strip() for text in texts for part in text.split(";") if part.strip()]


def measure(database: str, runs: int = RUNS) -> float:
    """Return the median of seconds that all statements take, one after the other."""
    command = [sys.executable, "-m", __name__, database]
    return statistics.median(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for unused_run in range(runs)
    )


def ask(url: URL) -> list[int]:
    """Ask all questions, and return the number of rows that each answers."""
    if url.get_backend_name() == "duckdb":
        with duckdb.connect(str(url.database), read_only=True) as connection:
            return [len(connection.execute(asked).fetchall()) for asked in statements()]
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        return [len(connection.execute(asked).fetchall()) for asked in statements()]


if __name__ == "__main__":
    started = time.perf_counter()
    ask(parse(sys.argv[1]))
    print(time.perf_counter() - started)
