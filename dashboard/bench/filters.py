"""What a filter change costs the server, on each page and on the bare page."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

import psutil

from dashboard.bench.client import Client
from dashboard.bench.servers import bare_page, dashboard, free_port, processor_seconds
from dashboard.views import VIEWS

PAGES = tuple(view.name for view in VIEWS)
RUNS = 5
CHANGES = 20
WARM = 8


def measure(database: str, links: Sequence[str]) -> dict[str, tuple[int, float]]:
    """Return charts and median milliseconds of processor time by page.

    Args:
        database: address of the case database.
        links: query strings that differ in unit or period; they are opened in
            turn, each once, so each is a filter change to what nobody has seen.
    """
    port = free_port()
    with dashboard(database, port) as process:
        return {page: asyncio.run(_page(process, port, page, links)) for page in PAGES}


def floor(charts: Sequence[int]) -> dict[int, float]:
    """Return milliseconds of a bare page by its number of kept charts."""
    port = free_port()
    with bare_page(port) as process:
        return {
            count: asyncio.run(_page(process, port, "", [f"charts={count}&n=1", f"charts={count}&n=2"]))[1]
            for count in sorted(set(charts))
        }


async def _page(process: psutil.Process, port: int, page: str, links: Sequence[str]) -> tuple[int, float]:
    name = "" if page == PAGES[0] else page
    turns = cycle(links)
    async with Client(port, name) as reader:
        charts = max([await reader.open(link) for link in islice(turns, WARM)])
        runs = [await _run(process, reader, islice(turns, CHANGES)) for unused_run in range(RUNS)]
    return charts, statistics.median(runs)


async def _run(process: psutil.Process, reader: Client, links: Iterator[str]) -> float:
    before = processor_seconds(process)
    for link in links:
        await reader.open(link)
    return (processor_seconds(process) - before) / CHANGES * 1000
