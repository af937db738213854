"""`dashboard indicators`: print every indicator, unprotected, for the operator.

Each row is an indicator of a unit over whole months, and of a code of a split.
Shares are 0 to 1, money is in the database's currency, null means none.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date

from dashboard.commands.arguments import add_setting, configured
from dashboard.commands.findings import listed

SUMMARY = "print every indicator, unprotected, for the operator"
LEVELS = ("programme", "region", "centre")


def add(parser: argparse.ArgumentParser) -> None:
    add_setting(parser, "database")
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="YYYY-MM-DD",
        help="last day that is counted (default: that of the newest event of the load)",
    )
    parser.add_argument(
        "--from", dest="first", type=month, required=True, metavar="YYYY-MM", help="first month"
    )
    parser.add_argument("--to", dest="last", type=month, required=True, metavar="YYYY-MM", help="last month")
    parser.add_argument(
        "--by",
        action="append",
        choices=LEVELS,
        help="level of the units; may be repeated (default: all three)",
    )
    parser.add_argument(
        "--unit",
        action="append",
        metavar="ORG_ID",
        help="a unit of these levels; may be repeated (default: all of them)",
    )
    parser.add_argument(
        "--format",
        choices=("jsonl", "csv"),
        default="jsonl",
        help="a JSON object a line, or CSV with a header (default jsonl)",
    )


def day(text: str) -> date:
    return date.fromisoformat(text)


def month(text: str) -> date:
    """Return the first day of a month."""
    return date.fromisoformat(f"{text}-01")


# argparse names them when it says that a value is invalid.
day.__name__ = "YYYY-MM-DD"
month.__name__ = "YYYY-MM"


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to count in")
    from dashboard.case_database.address import parse
    from dashboard.case_database.engine import open_engine
    from dashboard.indicators.machine import as_csv, indicator_rows, jsonl

    url = parse(settings.database)
    with listed(url):
        rows = indicator_rows(
            open_engine(url, settings.statement_limit),
            arguments.as_of,
            arguments.first,
            arguments.last,
            arguments.by or LEVELS,
            arguments.unit,
        )
    sys.stdout.write(jsonl(rows) if arguments.format == "jsonl" else as_csv(rows))
    return 0
