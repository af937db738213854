"""What the questions of the pages cost when they are asked of the tables themselves.

The statements of `scans/` are as a person would write them who needs just one
answer. A snapshot answers these and more, and is measured against their sum.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import OperationalError

from dashboard.case_database.address import parse
from dashboard.case_database.engine import STATEMENT_SECONDS, open_engine

RUNS = 5
GIVEN_UP = "57014"  # as PostgreSQL says that it cancelled a statement
FOLDER = Path(__file__).with_name("scans")


def statements() -> list[str]:
    """Return the statements of all files, each with the sentence before it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))]
    return [part.strip() for text in texts for part in text.split(";") if part.strip()]


def ask(url: URL, statement_seconds: int = STATEMENT_SECONDS) -> list[int] | None:
    """Ask all questions, and return how many rows answer each.

    Returns:
        None where PostgreSQL gave one up that took longer than it may.
    """
    try:
        with open_engine(url, statement_seconds).connect() as connection:
            return [len(connection.exec_driver_sql(question).all()) for question in statements()]
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) == GIVEN_UP:
            return None
        raise


def measure(database: str, runs: int = RUNS) -> float | None:
    """Return the median of the seconds that all questions take, each run in a fresh process.

    Returns:
        None where a question was given up: it would be in each run.
    """
    taken: list[float] = []
    for unused_run in range(runs):
        seconds = _once(database)
        if seconds is None:
            return None
        taken.append(seconds)
    return statistics.median(taken)


def _once(database: str) -> float | None:
    command = [sys.executable, "-m", __name__, database]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(said)


if __name__ == "__main__":
    started = time.perf_counter()
    answered = ask(parse(sys.argv[1]))
    print(json.dumps(None if answered is None else time.perf_counter() - started))
