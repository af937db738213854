"""What was found in an export, for the console or as a file to hand back, in the operator's language."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dashboard.i18n.languages import LANGUAGES
from dashboard.messages import N_

if TYPE_CHECKING:
    from sqlalchemy import URL

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


def on_console(findings: Findings) -> None:
    """Print what was found on standard error, in English."""
    print("\n".join(findings.lines()), file=sys.stderr)


@contextmanager
def listed(url: URL, tell: Callable[[Findings], None] = on_console) -> Iterator[None]:
    """Tell the findings of a refusal before its sentence; refuse what nobody has foreseen.

    Raises:
        Refused: as from within; an error of the database, whose words are not repeated.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from dashboard.case_database.findings import Rejected
    from dashboard.case_database.trouble import unexpected

    try:
        yield
    except Rejected as rejected:
        tell(rejected.findings)
        raise
    except SQLAlchemyError as error:
        raise unexpected(url, error) from None


def as_csv(findings: Findings, words: Words) -> str:
    """Return the findings as a CSV file: all that are listed, what is mended first at the top."""
    rows = [
        (
            words.gettext(SEVERITIES[each.severity]),
            each.place(words),
            each.row,
            each.head(words),
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
