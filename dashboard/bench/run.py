"""`dashboard bench`: builds the databases, measures, and prints the README's tables."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import psutil

from dashboard.bench import filters, postgresql, readers, releases, scans, servers, snapshots
from dashboard.case_database.synthetic import write

SIZES = (2_000, 200_000)
# A line of a table: its table, then its columns.
Row = dict[str, object]


def run(folder: Path, only: Iterable[str] = (), form: str = "markdown") -> Iterator[str]:
    """Yield the lines of the report, as each part is measured.

    Args:
        folder: where the synthetic databases are kept between runs.
        only: of PARTS (nothing: all of them).
        form: "markdown", or "jsonl", an object a line.

    Raises:
        Refused: there is no PostgreSQL server to measure.
    """
    databases = {families: _database(folder, families) for families in SIZES}
    rows = (row for name in only or PARTS for row in PARTS[name](databases, folder))
    if form == "jsonl":
        yield json.dumps(_machine())
        yield from map(json.dumps, rows)
    else:
        yield from _tables([_machine()])
        yield from _tables(rows)


def _tables(rows: Iterable[Row]) -> Iterator[str]:
    for _table, lines in groupby(rows, key=lambda row: row["table"]):
        for number, row in enumerate(lines):
            columns = [name for name in row if name != "table"]
            if number == 0:
                yield "| " + " | ".join(name.replace("_", " ") for name in columns) + " |"
                yield "|---" * len(columns) + "|"
            yield "| " + " | ".join(_text(row[name]) for name in columns) + " |"
        yield ""


def _text(value: object) -> str:
    if value is None:
        return "given up"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _machine() -> Row:
    memory = psutil.virtual_memory().total / 2**30
    return {
        "table": "machine",
        "cores": os.cpu_count(),
        "gibibytes": round(memory),
        "python": platform.python_version(),
    }


def _database(folder: Path, families: int) -> str:
    path = folder / f"bench-{families}.duckdb"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write(str(path), families, seed=1)
    return str(path)


def _changes(databases: dict[int, str], _folder: Path) -> Iterator[Row]:
    measured = {
        families: filters.measure(database, filters.links(database))
        for families, database in databases.items()
    }
    floors = filters.floor([cost.charts for cost in measured[SIZES[0]].values()])
    for families, pages in measured.items():
        for page, cost in pages.items():
            yield {
                "table": "changes",
                "families": families,
                "page": page,
                "charts": cost.charts,
                "bare_page_ms": round(floors.get(cost.charts, 0.0), 1),
                "median_ms": round(cost.milliseconds, 1),
                "slowest_ms": round(cost.slowest),
                "slowest_link": cost.link,
            }


def _readers(databases: dict[int, str], folder: Path) -> Iterator[Row]:
    for number, mebibytes in enumerate(readers.measure(databases[SIZES[0]], folder), start=1):
        yield {"table": "readers", "load": number, "mebibytes": round(mebibytes)}


def _snapshots(databases: dict[int, str], folder: Path) -> Iterator[Row]:
    with postgresql.server(folder) as address:
        served = {
            families: postgresql.fill(address, f"bench_{families}", database)
            for families, database in databases.items()
        }
        for engine, addresses in {"DuckDB": databases, "PostgreSQL": served}.items():
            for families, place in addresses.items():
                by_hand, cost = scans.measure(place), snapshots.measure(place)
                yield {
                    "table": "snapshots",
                    "engine": engine,
                    "families": families,
                    "scans_by_hand_s": None if by_hand is None else round(by_hand, 2),
                    "seconds": round(cost.seconds, 2),
                    "mebibytes": round(cost.mebibytes),
                }


def _releases(databases: dict[int, str], _folder: Path) -> Iterator[Row]:
    for families, database in databases.items():
        for row in releases.measure(database):
            yield {"table": "releases", "families": families, **row}


def _start(databases: dict[int, str], folder: Path) -> Iterator[Row]:
    for families, database in databases.items():
        cache = folder / f"start-{families}-{time.time_ns()}"
        for name in ("first", "again"):
            began, port = time.perf_counter(), servers.free_port()
            with servers.dashboard(database, port, cache) as process:
                yield {
                    "table": "start",
                    "families": families,
                    "start": name,
                    "seconds_until_ready": round(time.perf_counter() - began, 1),
                    "mebibytes": round(process.memory_info().rss / 2**20),
                }


PARTS: dict[str, Callable[[dict[int, str], Path], Iterator[Row]]] = {
    "changes": _changes,
    "releases": _releases,
    "start": _start,
    "readers": _readers,
    "snapshots": _snapshots,
}
