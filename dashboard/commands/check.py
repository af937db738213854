"""`dashboard check`: count the rows that break a rule of the contract, by centre.

Rows of errors are in no figure, with all rows that refer to them; warnings only
count. Ends with 0 where no rule is broken, with 1 where one is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dashboard.commands.arguments import add_setting, configured
from dashboard.commands.findings import add_language, csv_text, listed, words_of
from dashboard.messages import N_, NN_

if TYPE_CHECKING:
    from dashboard.case_database.finding_counts import FindingCount
    from dashboard.case_database.near_codes import NearCode
    from dashboard.i18n.words import Words

SUMMARY = "count the rows that break a rule of the contract, by centre"
HEADER = ("rule", "severity", "table", "unit", "rows", "what it means")
NEAR = NN_(
    "{table}, {column}: {count} row holds a code close to ‘{code}’",
    "{table}, {column}: {count} rows hold a code close to ‘{code}’",
)
NOTHING_BROKEN = N_("No rule of the contract is broken.")
DONE, FINDINGS = 0, 1


def add(parser: argparse.ArgumentParser) -> None:
    add_setting(parser, "database")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="a table with what each rule means, the same as CSV, or a JSON object a line (default text)",
    )
    add_language(parser)


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
    words = words_of(arguments)
    sys.stdout.writelines(FORMATS[arguments.format](counts, words))
    if arguments.format == "text":
        sys.stdout.writelines(codes(near, words))
    return FINDINGS if counts else DONE


def jsonl(counts: Iterable[FindingCount], unused_words: Words) -> Iterator[str]:
    """Yield an object for each rule, table and unit."""
    for each in counts:
        told = {name: getattr(each, name) for name in HEADER[:5]}
        yield json.dumps(told, ensure_ascii=False) + "\n"


def as_csv(counts: Iterable[FindingCount], words: Words) -> Iterator[str]:
    """Yield a CSV file, to hand back to whoever keeps the records."""
    yield csv_text(HEADER, _rows(counts, words))


def text(counts: Iterable[FindingCount], words: Words) -> Iterator[str]:
    """Yield the lines of a table whose columns stand one beneath the other."""
    rows = [(*place, f"{number:,}", meaning) for *place, number, meaning in _rows(counts, words)]
    if not rows:
        yield words.gettext(NOTHING_BROKEN) + "\n"
        return
    widths = [max(map(len, column)) for column in zip(HEADER, *rows, strict=True)]
    for row in (HEADER, *rows):
        cells = (
            each.rjust(width) if name == "rows" else each.ljust(width)
            for name, each, width in zip(HEADER, row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip() + "\n"


def _rows(counts: Iterable[FindingCount], words: Words) -> list[tuple[Any, ...]]:
    from dashboard.i18n.code_names.quality import MEANING

    return [
        (each.rule, each.severity, each.table, each.unit or "-", each.rows, words.gettext(MEANING[each.rule]))
        for each in counts
    ]


FORMATS = {"text": text, "csv": as_csv, "jsonl": jsonl}


def codes(near: Iterable[NearCode], words: Words) -> Iterator[str]:
    """Yield a line for each code of the contract that is close to what stands in its place."""
    unused_context, one, many = NEAR
    for each in near:
        line = words.ngettext(one, many, each.rows)
        yield line.format(table=each.table, column=each.column, count=each.rows, code=each.code) + "\n"
