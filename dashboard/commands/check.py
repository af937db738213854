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
from unicodedata import east_asian_width

from dashboard.commands.arguments import add_setting, configured
from dashboard.commands.findings import add_language, csv_text, listed, words_of
from dashboard.messages import N_, NN_, NP_

if TYPE_CHECKING:
    from dashboard.case_database.finding_counts import FindingCount
    from dashboard.case_database.near_codes import NearCode
    from dashboard.i18n.words import Words

SUMMARY = "count the rows that break a rule of the contract, by centre"
KEYS = ("rule", "severity", "table", "unit", "rows")
HEADER = (
    NP_("split", "Rule"),
    NP_("rule", "Severity"),
    NP_("split", "Table"),
    NP_("column", "Unit"),
    # Translators: head of a column: how many rows break a rule.
    NP_("rule", "Rows"),
    # Translators: head of a column: what a broken rule means for the figures.
    NP_("rule", "What it means"),
)
ROWS = 4
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
        told = {name: getattr(each, name) for name in KEYS}
        yield json.dumps(told, ensure_ascii=False) + "\n"


def as_csv(counts: Iterable[FindingCount], words: Words) -> Iterator[str]:
    """Yield a CSV file, to hand back to whoever keeps the records."""
    yield csv_text(_header(words), _rows(counts, words))


def text(counts: Iterable[FindingCount], words: Words) -> Iterator[str]:
    """Yield the lines of a table whose columns stand one beneath the other."""
    rows = [(*place, f"{number:,}", meaning) for *place, number, meaning in _rows(counts, words)]
    if not rows:
        yield words.gettext(NOTHING_BROKEN) + "\n"
        return
    rows = [_header(words), *rows]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(_filled, range(len(row)), row, widths)).rstrip() + "\n"


def _header(words: Words) -> tuple[str, ...]:
    return tuple(words.pgettext(*head) for head in HEADER)


def _filled(place: int, cell: str, width: int) -> str:
    """Return a cell as wide as its column; numbers stand at the right."""
    blank = " " * (width - _width(cell))
    return blank + cell if place == ROWS else cell + blank


def _width(cell: str) -> int:
    """Return how many places of a console a cell takes: letters of Korean, Japanese and Chinese take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in cell)


def _rows(counts: Iterable[FindingCount], words: Words) -> list[tuple[Any, ...]]:
    from dashboard.i18n.code_names.quality import MEANING, SEVERITY
    from dashboard.i18n.codes import translated

    return [
        (
            each.rule,
            translated(words, SEVERITY[each.severity]),
            each.table,
            each.unit or "-",
            each.rows,
            words.gettext(MEANING[each.rule]),
        )
        for each in counts
    ]


FORMATS = {"text": text, "csv": as_csv, "jsonl": jsonl}


def codes(near: Iterable[NearCode], words: Words) -> Iterator[str]:
    """Yield a line for each code of the contract that is close to what stands in its place."""
    unused_context, one, many = NEAR
    for each in near:
        line = words.ngettext(one, many, each.rows)
        yield line.format(table=each.table, column=each.column, count=each.rows, code=each.code) + "\n"
