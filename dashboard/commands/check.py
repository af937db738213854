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
from dashboard.commands.listing import listed

if TYPE_CHECKING:
    from dashboard.case_database.finding_counts import FindingCount
    from dashboard.case_database.near_codes import NearCode

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
    from dashboard.case_database import finding_counts, near_codes
    from dashboard.case_database.address import parse
    from dashboard.case_database.engine import open_engine
    from dashboard.case_database.reading import reading

    url = parse(settings.database)
    with listed(url), reading(open_engine(url, settings.statement_limit)) as found:
        counts = finding_counts.findings(found)
        near = near_codes.find(found)
    lines = jsonl(counts) if arguments.format == "jsonl" else (*text(counts), *codes(near))
    for line in lines:
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


def codes(near: Iterable[NearCode]) -> Iterator[str]:
    """Yield a line for each code of the contract that is close to what stands in its place."""
    for each in near:
        rows = "1 row holds" if each.rows == 1 else f"{each.rows:,} rows hold"
        yield f"{each.table}.{each.column}: {rows} a code close to '{each.code}'"
