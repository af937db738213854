"""`dashboard demo`: write a synthetic database."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.commands.arguments import add_setting, path, take_flags, whole_number
from dashboard.commands.synthetic import write_file
from dashboard.refusal import Refused

SUMMARY = "write a synthetic case database"


def add(parser: argparse.ArgumentParser) -> None:
    add_setting(parser, "families")
    parser.add_argument(
        "--seed",
        type=whole_number,
        default=1,
        help="the same seed and number of families give the same database (default 1)",
    )
    parser.add_argument("--out", type=path, required=True, help="the DuckDB file to write")
    parser.add_argument("--replace", action="store_true", help="overwrite the file if it is there")


def run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out.expanduser()
    families = take_flags(arguments).families
    if out.is_dir() or (out.exists() and not arguments.replace):
        raise Refused(
            f"'{out}' is already there: expected the name of a new DuckDB file; "
            "name another, or say --replace to overwrite a file."
        )
    write_file(out, families, arguments.seed)
    print(f"{families:,} synthetic families written to {out}")
    return 0
