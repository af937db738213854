"""`dashboard bench`: measure what a filter change and a snapshot cost."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.refusal import Refused
from dashboard.settings import current

SUMMARY = "measure filter changes and snapshots (the README's table)"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder",
        type=Path,
        help="where the databases are kept between runs (default: the cache folder)",
    )


def run(arguments: argparse.Namespace) -> int:
    try:
        from dashboard.bench.run import run as measure
    except ModuleNotFoundError as missing:
        raise Refused(
            f"The benchmark needs the package '{missing.name}', which comes with the development "
            "tools: run it in a clone with 'uv run dashboard bench'."
        ) from None
    folder = arguments.folder or current().cache_folder
    for line in measure(folder):
        print(line, flush=True)
    return 0
