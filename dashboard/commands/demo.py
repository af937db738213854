"""`dashboard demo`: write a synthetic database."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.commands.arguments import whole_number
from dashboard.commands.synthetic import write_file
from dashboard.refusal import Refused

SUMMARY = "write a synthetic case database"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--families", type=whole_number, default=2000, help="how many families (default 2000)"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        help="the same seed and number of families give the same database (default 1)",
    )
    parser.add_argument("--out", type=Path, required=True, help="the DuckDB file to write")
    parser.add_argument("--replace", action="store_true", help="overwrite the file if it is there")


def run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out.expanduser()
    if out.is_dir() or (out.exists() and not arguments.replace):
        raise Refused(
            f"'{out}' is already there: expected the name of a new DuckDB file; "
            "name another, or say --replace to overwrite a file."
        )
    write_file(out, arguments.families, arguments.seed)
    print(f"{arguments.families:,} synthetic families written to {out}")
    return 0
