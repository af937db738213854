"""`dashboard bench`: measure what changes, releases, starts and snapshots cost."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.refusal import Refused
from dashboard.settings import current

SUMMARY = "measure filter changes, releases, starts and snapshots (the README's tables)"
PARTS = ("changes", "releases", "start", "readers", "snapshots")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder",
        type=Path,
        help="where the databases are kept between runs (default: the cache folder)",
    )
    parser.add_argument(
        "--only",
        type=_parts,
        default=(),
        metavar="PARTS",
        help=f"some parts, with commas between: {', '.join(PARTS)} (default: all)",
    )
    parser.add_argument(
        "--format", choices=("markdown", "jsonl"), default="markdown", help="tables, or lines of JSON"
    )


def _parts(text: str) -> tuple[str, ...]:
    """Return the parts that are named; argparse turns the error into its own sentence."""
    names = tuple(text.split(","))
    if not set(names) <= set(PARTS):
        raise argparse.ArgumentTypeError(f"'{text}' is not of {', '.join(PARTS)}")
    return names


def run(arguments: argparse.Namespace) -> int:
    try:
        from dashboard.bench.run import run as measure
    except ModuleNotFoundError as missing:
        raise Refused(
            f"The benchmark needs the package '{missing.name}', which comes with the development "
            "tools: run it in a clone with 'uv run dashboard bench'."
        ) from None
    folder = arguments.folder or current().cache_folder
    for line in measure(folder, arguments.only, arguments.format):
        print(line, flush=True)
    return 0
