"""`dashboard check`: count the rows that break a rule of the contract, by centre.

Rows of errors are in no figure, with all rows that refer to them; warnings only
count. Ends with 0 where no rule is broken, with 1 where one is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dashboard.commands.arguments import add_setting, configured

if TYPE_CHECKING:
    from dashboard.case_database.finding_counts import FindingCount

SUMMARY = "count the rows that break a rule of the contract, by centre"
HEADER = ("rule", "severity", "table", "unit", "rows", "what it means")
DONE, FINDINGS = 0, 1


def add(parser: argparse.ArgumentParser) -> None:
    add_setting(parser, "database")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="a table with what each rule means, or a JSON object a line (default text)",
    )


def run(arguments: argparse.Namespace) -> int:
    settings = configured(arguments, "to check")
    from dashboard.case_database import finding_counts
    from dashboard.case_database.address import parse
    from dashboard.case_database.engine import open_engine
    from dashboard.case_database.reading import reading

    engine = open_engine(parse(settings.database), settings.statement_limit)
    with reading(engine) as found:
        counts = finding_counts.findings(found)
    for line in jsonl(counts) if arguments.format == "jsonl" else text(counts):
        print(line)
    return FINDINGS if counts else DONE


def jsonl(counts: Iterable[FindingCount]) -> Iterator[str]:
    """Yield an object for each rule, table and unit."""
    for each in counts:
        told = {name: getattr(each, name) for name in HEADER[:5]}
        yield json.dumps(told, ensure_ascii=False)


def text(counts: Iterable[FindingCount]) -> Iterator[str]:
    """Yield the lines of a table whose columns stand one beneath the other."""
    from dashboard.i18n.code_names.quality import MEANING

    rows: list[tuple[str, ...]] = [
        (each.rule, each.severity, each.table, each.unit or "-", f"{each.rows:,}", MEANING[each.rule])
        for each in counts
    ]
    if not rows:
        yield "No rule of the contract is broken."
        return
    widths = [max(map(len, column)) for column in zip(HEADER, *rows, strict=True)]
    for row in (HEADER, *rows):
        yield "  ".join(
            each.rjust(width) if name == "rows" else each.ljust(width)
            for name, each, width in zip(HEADER, row, widths, strict=True)
        ).rstrip()
