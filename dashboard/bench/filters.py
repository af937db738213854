"""What a filter change costs the server, on each page and on the bare page."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import psutil

from dashboard.bench.client import Client
from dashboard.bench.servers import bare_page, dashboard, free_port, processor_seconds
from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.times import periods_over
from dashboard.snapshot import take
from dashboard.views import VIEWS

PAGES = tuple(view.name for view in VIEWS)
PROFILE = PROFILES["regional"]
RUNS = 5
CHANGES = 20


@dataclass(frozen=True)
class Cost:
    """Changes to what nobody has opened before.

    Attributes: charts, the most on the page; milliseconds of processor time, the
    median of the runs; slowest, the most that one change took, and its link.
    """

    charts: int
    milliseconds: float
    slowest: float
    link: str


def links(database: str) -> list[str]:
    """Return query strings over all units, kinds of period and years, each another, drawn at random."""
    snapshot, reader = take(open_engine(parse(database))), Reader(PROFILE)
    periods = periods_over(snapshot.first_month, PROFILE, reader.last_day_seen(snapshot.as_of))
    every = [
        f"unit={unit}&period={period.code}&lang=ko"
        for unit in reader.units_seen(snapshot.units)
        for period in periods
    ]
    chosen = np.random.default_rng(1).permutation(len(every))[: RUNS * CHANGES]
    return [every[n] for n in chosen]


def measure(database: str, chosen: Sequence[str]) -> dict[str, Cost]:
    """Return what changes cost by page.

    Args:
        database: address of the case database.
        chosen: query strings that differ in unit or period; they are opened in turn,
            each once, from the first one on, so each is a change to what nobody has seen.
    """
    port = free_port()
    with dashboard(database, port) as process:
        return {page: asyncio.run(_page(process, port, page, chosen)) for page in PAGES}


def floor(charts: Sequence[int]) -> dict[int, float]:
    """Return milliseconds of a bare page by its number of kept charts."""
    port = free_port()
    with bare_page(port) as process:
        return {count: asyncio.run(_bare(process, port, count)) for count in sorted(set(charts))}


async def _bare(process: psutil.Process, port: int, count: int) -> float:
    chosen = [f"charts={count}&n={n % 2}" for n in range(RUNS * CHANGES)]
    return (await _opened(process, port, "", chosen)).milliseconds


async def _page(process: psutil.Process, port: int, page: str, chosen: Sequence[str]) -> Cost:
    return await _opened(process, port, "" if page == PAGES[0] else page, chosen)


async def _opened(process: psutil.Process, port: int, name: str, chosen: Sequence[str]) -> Cost:
    charts, took = 0, []
    async with Client(port, name) as reader:
        for link in chosen:
            before = processor_seconds(process)
            charts = max(charts, await reader.open(link))
            took.append((processor_seconds(process) - before) * 1000)
    runs = [statistics.mean(took[first : first + CHANGES]) for first in range(0, len(took), CHANGES)]
    slowest = int(np.argmax(took))
    return Cost(charts, statistics.median(runs), took[slowest], chosen[slowest])
