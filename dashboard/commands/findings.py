"""What was found in an export, for the console or as a file to hand back, in the operator's language."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dashboard.i18n.languages import LANGUAGES
from dashboard.messages import N_

if TYPE_CHECKING:
    from dashboard.case_database.findings import Findings
    from dashboard.i18n.words import Words

HEADER = (N_("Severity"), N_("File"), N_("Row"), N_("Column"), N_("Rule"), N_("What was found"))
SEVERITIES = {
    # Translators: of a finding that keeps a file from being loaded.
    "unstorable": N_("Must be corrected"),
    # Translators: of a finding whose row is loaded, but is in no figure.
    "error": N_("Row left out"),
    # Translators: of a finding that is only counted.
    "warning": N_("To be checked"),
    # Translators: of a finding that says how something was read.
    "note": N_("Note"),
}


def add_language(parser: argparse.ArgumentParser, of: str = "language of what was found") -> None:
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default="en", help=f"{of} (default en)")


def words_of(arguments: argparse.Namespace) -> Words:
    from dashboard.i18n.words import words

    return words(arguments.lang)


def as_csv(findings: Findings, words: Words) -> str:
    """Return the findings as a CSV file: all that are listed, what is mended first at the top."""
    rows = [
        (
            words.gettext(SEVERITIES[each.severity]),
            each.file,
            each.row,
            each.column,
            each.rule,
            each.sentence(words),
        )
        for each in findings.ordered()
    ]
    return csv_text([words.gettext(head) for head in HEADER], rows)


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a CSV file that opens rightly in every spreadsheet."""
    from dashboard.exports.csv import safe

    text = io.StringIO(newline="")
    # Without the mark spreadsheets take Korean for another encoding.
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()
