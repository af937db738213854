"""What was found in an export: by file, row and column, never by value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

SENTENCES = {
    "unknown_table": "is not a table of the contract; it is not loaded",
    "unknown_column": "is not a column of the contract; it is not loaded",
    "without_table": "is required by the contract; add it to the export",
    "absent_table": "is optional and not there; its figures say 'not recorded'",
    "without_column": "is missing from the header; add it, empty where nothing is known",
    "repeated_column": "appears twice in the header; keep one",
    "repeated_table": "is there twice; keep one",
    "not_utf8": "is not UTF-8 text; save the file as UTF-8",
    "not_csv": "is not CSV as written by spreadsheets; look for an open quote",
    "no_header": "is empty; its first row must name the columns",
    "wrong_width": "has more or fewer values than the header has columns",
    "no_rows": "has no row; a case database needs at least one",
    "not_date": "is not a day; write it as YYYY-MM-DD",
    "not_integer": "is not a whole number",
    "not_numeric": "is not a number that the column's digits can hold",
    "not_boolean": "is neither true nor false",
    "not_timestamp": "is not a time; write it as YYYY-MM-DD HH:MM:SS",
    "missing_required": "is empty and must not be; the row is left out of every figure",
    "unknown_code": "holds a code outside the contract; the row is left out of every figure",
    "orphan": "points at no row; the row is left out of every figure",
    "duplicate_key": "repeats a key that has already appeared; the row is left out",
    "overlapping_history": "begins before an earlier row of the same key ends; "
    "the row is left out of every figure",
    "date_order": "has days in an impossible order; the row is left out of every figure",
    "future_event": "lies after the newest event of the load; the row is left out",
    "implausible_date": "is too early to be true; the row is left out of every figure",
    "negative_amount": "holds an amount below 0, or more returned than paid; "
    "the row is left out of every figure",
    "unknown_currency": "is not the currency of its budget line; the row is left out",
    "payment_without_decision": "has no decision that approves it; the row is left out",
    "refers_to_left_out": "refers to a row that is left out, and is left out with it",
    "visit_after_closure": "is a visit completed on or after the day the case closed",
    "duplicate_visit": "repeats a completed visit of the same family, worker and day; it is counted once",
    "uncertified_visit": "was completed by a saver with no certificate valid that day",
    "unassigned_active": "is active with no saver assigned",
    "late_record": "was recorded more than 14 days after the visit",
    "no_table": "is required by the contract and not there for the role; "
    "add a table or a view of that name, and grant select on it",
    "no_right": "may not be read by the role; grant select on it",
    "no_column": "is a column of the contract and not there; add it, or map it in a view",
    "other_type": "is of a type that cannot be read as that of the contract; cast it in a view",
    "hidden_rows": "may hide rows from the role by row-level security; give the role bypassrls or a policy "
    "for select using (true), or put a view of the table's owner in its place",
    "hidden_by_view": "depends on who asks and shows the role no row; let it show all rows to the role",
}


@dataclass(frozen=True)
class Finding:
    """One finding; `row` as in the file, the header being row 1.

    `near` is the name or code there, or of the contract, that is most like what was found.
    """

    rule: str
    file: str
    row: int | None = None
    column: str | None = None
    near: str | None = None

    def line(self) -> str:
        """Return the finding for the console: `file, row, column: sentence`."""
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(self.column)
        near = f"; the nearest is '{self.near}'" if self.near else ""
        return f"{', '.join(where)}: {SENTENCES[self.rule]}{near}."


@dataclass
class Findings:
    """All findings of one load.

    `listed` holds the first of each rule and file, `counts` how many there are;
    `rows` how many rows of each table were loaded.
    """

    listed: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, finding: Finding, count: int = 1) -> None:
        """Take in a finding that stands for `count` of its kind."""
        self.listed.append(finding)
        self.counts[finding.rule, finding.file] += count

    def lines(self, limit: int = 10) -> list[str]:
        """Return the findings for the console, `limit` of each rule and file."""
        kept = Counter((finding.rule, finding.file) for finding in self.listed)
        told: Counter[tuple[str, str]] = Counter()
        lines = []
        for finding in self.listed:
            kind = (finding.rule, finding.file)
            told[kind] += 1
            if told[kind] <= limit:
                lines.append(finding.line())
            more = self.counts[kind] - min(limit, told[kind])
            if told[kind] == kept[kind] and more > 0:
                lines.append(f"{finding.file}, {more} more rows: {SENTENCES[finding.rule]}.")
        return lines
