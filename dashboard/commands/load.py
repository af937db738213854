"""`dashboard load`: check a site's export, then load all of it or nothing.

What is found is printed by file, row and column. Rows that break a rule of the
contract are loaded and stay out of the figures; an export that cannot be
stored is refused, and nothing is written.
"""

from __future__ import annotations

import argparse
import codecs
import sys
from typing import TYPE_CHECKING, TextIO

from dashboard.commands.arguments import add_setting, configured, path
from dashboard.commands.findings import add_language, as_csv, listed, words_of

if TYPE_CHECKING:
    from dashboard.case_database.findings import Findings

SUMMARY = "load files or a workbook that follow the contract"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source",
        type=path,
        help="the folder or ZIP archive of CSV or Parquet files, or the workbook, to load",
    )
    add_setting(parser, "database")
    parser.add_argument(
        "--replace", action="store_true", help="put it in the place of what the database holds now"
    )
    parser.add_argument(
        "--encoding",
        type=encoding,
        default="utf-8",
        help="how CSV files are written, for example utf-16 or cp949 (default utf-8)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "csv"),
        default="text",
        help="findings as lines, or as a CSV file to hand back to whoever made the export (default text)",
    )
    add_language(parser)


def encoding(text: str) -> str:
    """Return the name that Python knows an encoding by; argparse turns the error into its own sentence."""
    try:
        # Python knows codecs that are none of text.
        "".encode(text)
    except LookupError:
        raise ValueError(text) from None
    return codecs.lookup(text).name


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to load into")
    from dashboard.case_database.address import parse, shown
    from dashboard.case_database.findings import ALL, MOST
    from dashboard.case_database.load import load

    url = parse(settings.database)
    most = ALL if arguments.format == "csv" else MOST
    with listed(url, lambda found: show(found, arguments, sys.stderr)):
        findings = load(arguments.source.expanduser(), url, arguments.replace, arguments.encoding, most)
    show(findings, arguments, sys.stdout)
    rows, tables = sum(findings.rows.values()), len(findings.rows)
    done = f"{rows:,} rows of {tables} tables loaded into {shown(url)}"
    # A file that is handed on holds findings alone.
    print(done, file=sys.stderr if arguments.format == "csv" else sys.stdout)
    return 0


def show(findings: Findings, arguments: argparse.Namespace, console: TextIO) -> None:
    """Print what was found: lines to the console, a file always to standard output."""
    words = words_of(arguments)
    if arguments.format == "csv":
        sys.stdout.write(as_csv(findings, words))
    else:
        for line in findings.lines(words):
            print(line, file=console)
