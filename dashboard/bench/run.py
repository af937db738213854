"""`dashboard bench`: builds both sizes, measures, and prints the README's tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from pathlib import Path

import psutil

from dashboard.bench import filters, postgresql, readers, scans, snapshots
from dashboard.case_database.synthetic import write

SIZES = (2_000, 200_000)
MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
QUARTERS = [f"{year}-{part}" for year in (2024, 2025) for part in ("Q1", "Q2", "Q3", "Q4", "H1", "H2")]
# As many as are opened, so that none finds a page that an earlier one has drawn.
LINKS = tuple(
    f"unit={unit}&period={period}&lang=ko"
    for period in (*MONTHS, *QUARTERS)
    for unit in ("KR", "KR-28", "KR-41")
)


def run(folder: Path) -> Iterator[str]:
    """Yield the lines of the report, as each part is measured.

    Args:
        folder: where the synthetic databases are kept between runs.

    Raises:
        Refused: there is no PostgreSQL server to measure.
    """
    yield _machine()
    databases = {families: _database(folder, families) for families in SIZES}
    yield from _filter_changes(databases)
    yield from _readers(databases[SIZES[0]], folder)
    with postgresql.server(folder) as address:
        served = {
            families: postgresql.fill(address, f"bench_{families}", database)
            for families, database in databases.items()
        }
        yield from _snapshots({"DuckDB": databases, "PostgreSQL": served})


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}\n"


def _database(folder: Path, families: int) -> str:
    path = folder / f"bench-{families}.duckdb"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write(str(path), families, seed=1)
    return str(path)


def _filter_changes(databases: dict[int, str]) -> Iterator[str]:
    small, large = (filters.measure(databases[families], LINKS) for families in SIZES)
    floors = filters.floor([charts for charts, unused in small.values()])
    yield "| page | charts | bare page, ms | 2,000 families, ms | 200,000 families, ms |"
    yield "|---|---:|---:|---:|---:|"
    for page, (charts, milliseconds) in small.items():
        bare, national = floors[charts], large[page][1]
        yield f"| {page} | {charts} | {bare:.1f} | {milliseconds:.1f} | {national:.1f} |"
    yield ""


def _readers(database: str, folder: Path) -> Iterator[str]:
    held = readers.measure(database, folder)
    yield "| load | " + " | ".join(str(number) for number, unused in enumerate(held, start=1)) + " |"
    yield "|---|" + "---:|" * len(held)
    yield "| memory, MiB | " + " | ".join(f"{mebibytes:.0f}" for mebibytes in held) + " |"
    yield ""


def _snapshots(engines: dict[str, dict[int, str]]) -> Iterator[str]:
    yield "| snapshot | families | scans by hand, s | seconds | peak memory, MiB |"
    yield "|---|---:|---:|---:|---:|"
    for engine, addresses in engines.items():
        for families, address in addresses.items():
            by_hand, cost = scans.measure(address), snapshots.measure(address)
            hand = "given up" if by_hand is None else f"{by_hand:.2f}"
            yield (f"| {engine} | {families:,} | {hand} | {cost.seconds:.2f} | {cost.mebibytes:.0f} |")
