"""What the questions of the pages cost when they are asked of the tables themselves.

The statements of `scans/` are as a person would write them who needs just one
answer. A snapshot answers these and more, and is measured against their sum.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import URL

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine

RUNS = 5
FOLDER = Path(__file__).with_name("scans")


def statements() -> list[str]:
    """Return the statements of all files, each with the sentence before it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.sql"))]
    return [part.strip() for text in texts for part in text.split(";") if part.strip()]


def ask(url: URL) -> list[int]:
    """Ask all questions, and return how many rows answer each."""
    with open_engine(url).connect() as connection:
        return [len(connection.exec_driver_sql(asked).all()) for asked in statements()]


def measure(database: str, runs: int = RUNS) -> float:
    """Return the median of the seconds that all questions take, each run in a fresh process."""
    return statistics.median(_once(database) for unused_run in range(runs))


def _once(database: str) -> float:
    command = [sys.executable, "-m", __name__, database]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    started = time.perf_counter()
    ask(parse(sys.argv[1]))
    print(time.perf_counter() - started)
