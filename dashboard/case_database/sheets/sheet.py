"""One file or sheet of an export, and what its readers agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from dashboard.case_database.contract import SEOUL
from dashboard.case_database.findings import Finding
from dashboard.case_database.sheets.books import Books

# The number of a row in its file, and its values as text; None is empty.
Row = tuple[int, list[str | None]]
# What a cell says whose formula nothing has calculated yet: a sign that no workbook can hold.
NOT_CALCULATED = "\x1a"


@dataclass(frozen=True)
class Sheet:
    """One file or sheet: `file` as a person finds it, `title` as it is called in a workbook.

    `table` is what the contract may know it by, in small letters; `books` is the
    XLSX workbook that holds it, where that is open already.
    """

    file: str
    title: str
    path: Path
    encoding: str = "utf-8"
    books: Books | None = None

    @property
    def table(self) -> str:
        return self.title.strip().lower()


class Unreadable(Exception):  # noqa: N818 - it is what the file is
    """A file that cannot be read on; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def holds_something(values: Sequence[str | None]) -> bool:
    return any(value and not value.isspace() for value in values)


def in_width(values: list[str | None], header: list[str | None] | None) -> list[str | None]:
    """Return a row of cells as wide as its header, where nothing lies beyond it.

    Empty cells to the right are formatting; what a header has at its own end as well.
    """
    width = len(header) if header else 0
    while len(values) > width and values[-1] is None:
        values.pop()
    return values + [None] * (width - len(values))


def as_text(cell: object) -> str | None:
    """Return what a typed cell says, as a CSV file would."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _moment(cell: datetime) -> str:
    """Return a moment in Seoul; at midnight it is a day, since a workbook has no others."""
    if cell.tzinfo:
        cell = cell.astimezone(SEOUL).replace(tzinfo=None)
    return str(cell.date()) if cell.time() == time() else cell.isoformat(" ")
