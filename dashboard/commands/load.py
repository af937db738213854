"""`dashboard load`: check a site's export, then load all of it or nothing.

What is found is printed by file, row and column. Rows that break a rule of the
contract are loaded and stay out of the figures; an export that cannot be
stored is refused, and nothing is written.
"""

from __future__ import annotations

import argparse

from dashboard.commands.arguments import add_setting, configured, path
from dashboard.commands.listing import listed

SUMMARY = "load CSV files or a workbook that follow the contract"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=path, help="the folder of CSV files, or the XLSX workbook, to load")
    add_setting(parser, "database")
    parser.add_argument(
        "--replace", action="store_true", help="put it in the place of what the database holds now"
    )


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to load into")
    from dashboard.case_database.address import parse, shown
    from dashboard.case_database.load import load

    url = parse(settings.database)
    with listed(url):
        findings = load(arguments.source.expanduser(), url, arguments.replace)
    for line in findings.lines():
        print(line)
    rows, tables = sum(findings.rows.values()), len(findings.rows)
    print(f"{rows:,} rows of {tables} tables loaded into {shown(url)}")
    return 0
