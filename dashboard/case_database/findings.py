"""What was found in an export or a database: by file, row and column, never by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Protocol, Self

from dashboard.messages import N_, NN_
from dashboard.refusal import Refused

# By what is mended first. What keeps an export from being stored, from the whole file to the single value.
UNSTORABLE = {
    "no_table": N_(
        "is required by the contract and not there for the role; "
        "add a table or a view of that name, and let the role select it"
    ),
    "no_right": N_("cannot be read by the role; let the role select it"),
    "no_column": N_("is a column of the contract and not there; add it, or map it in a view"),
    "other_type": N_("is of a type that cannot be read as that of the contract; cast it in a view"),
    "hidden_rows": N_(
        "may hide rows from the role by row-level security; give the role bypassrls or a policy "
        "for select using (true), or put a view of the table’s owner in its place"
    ),
    "hidden_by_view": N_("depends on who asks and shows the role no row; let it show all rows to the role"),
    "without_table": N_("is required by the contract; add it to the export"),
    "repeated_table": N_("is there twice; keep one"),
    "not_utf8": N_("is not UTF-8 text; save the file as UTF-8, or say by --encoding what it is"),
    "other_encoding": N_("is not text of the encoding that --encoding says; say another"),
    "not_csv": N_("is not CSV as written by spreadsheets; look for an open quote"),
    "not_workbook": N_("cannot be read; open the workbook in a spreadsheet, and save it again as XLSX"),
    "not_parquet": N_("cannot be read as Parquet; write the file again"),
    "not_plain": N_("holds neither text nor numbers nor days; write it as text"),
    "no_header": N_("is empty; its first row must name the columns"),
    "other_header": N_("names no column of the contract; the first row must name them"),
    "low_header": N_("names the columns, and the first row must name them; delete the rows above"),
    "without_column": N_("is missing from the header; add it, empty where nothing is known"),
    "repeated_column": N_("appears twice in the header; keep one"),
    "wrong_width": N_(
        "has more or fewer values than the header has columns; correct the row; "
        "in a CSV file, put a value that holds the separator in quotes"
    ),
    "no_rows": N_("has no row; a case database needs at least one"),
    "not_calculated": N_(
        "is a formula without a value; open the workbook in a spreadsheet, and save it there once"
    ),
    "spreadsheet_error": N_(
        "is an error of a spreadsheet, such as #N/A; correct the formula, or leave it empty"
    ),
    "word_for_nothing": N_("is a word for nothing, such as NULL; leave the value empty"),
    "not_date": N_("cannot be read as a day; write it as YYYY-MM-DD"),
    "not_integer": N_("is not a whole number; write digits alone"),
    "not_numeric": N_(
        "is not a number, or has more digits than the column takes; "
        "write digits and a decimal point alone, such as 0.5"
    ),
    "not_boolean": N_("is neither true nor false; write true for yes, false for no"),
    "not_timestamp": N_("cannot be read as a day and time; write it as YYYY-MM-DD HH:MM:SS"),
    "load_without_number": N_("is empty in every load; number the loads"),
    "load_without_time": N_("is empty in the newest load; write when it was made"),
    "load_without_event": N_("is empty in the newest load; write the day of the newest event"),
    "load_out_of_time": N_("cannot be the newest day of a load; correct it, or the time of the load"),
    "event_after_load": N_("lies after the day of the load itself; correct it, or the time of the load"),
    "without_unit": N_("is empty in every row; give each unit its key"),
    "wrong_level": N_("is neither programme, region nor centre; write one of these three codes"),
    "second_programme": N_("is a second programme; keep exactly one"),
    "wrong_parent": N_(
        "does not name the unit above: the programme has none, a region stands beneath "
        "the programme, a centre beneath a region or the programme"
    ),
    "unit_left_out": N_("would be left out with families of its own or beneath it; correct the row"),
}
LEFT_OUT = {
    "missing_required": N_("is empty and must not be; the row is left out of every figure"),
    "unknown_code": N_("holds a code outside the contract; the row is left out of every figure"),
    "orphan": N_("points at no row; the row is left out of every figure"),
    "duplicate_key": N_("repeats a key that has already appeared; the row is left out"),
    "overlapping_history": N_(
        "begins before an earlier row of the same key ends; the row is left out of every figure"
    ),
    "date_order": N_("has days in an impossible order; the row is left out of every figure"),
    "future_event": N_("lies after the newest event of the load; the row is left out"),
    "implausible_date": N_("is too early to be true; the row is left out of every figure"),
    "negative_amount": N_(
        "holds an amount below 0, or more returned than paid; the row is left out of every figure"
    ),
    "unknown_currency": N_("is not the currency of its budget line; the row is left out"),
    "payment_without_decision": N_("has no decision that approves it; the row is left out"),
    "refers_to_left_out": N_("refers to a row that is left out, and is left out with it"),
}
COUNTED = {
    "visit_after_closure": N_("is a visit completed on or after the day the case closed"),
    "duplicate_visit": N_("repeats a completed visit of the same family, worker and day; it is counted once"),
    "uncertified_visit": N_("was completed by a saver with no certificate valid that day"),
    "unassigned_active": N_("is active with no saver assigned"),
    "late_record": N_("was recorded more than 14 days after the visit"),
}
# What was read as it can only be meant, and what was not read at all.
TAKEN = {
    "unknown_table": N_("is not a table of the contract; it is not loaded"),
    "unknown_column": N_("is not a column of the contract; it is not loaded"),
    "absent_table": N_("is optional and not there; its figures say ‘not recorded’"),
    "other_separator": N_("separates its values with something other than commas; it was read accordingly"),
    "spaces": N_("had spaces before or behind its value; they were taken off"),
    "composed_letters": N_("had letters and their marks written apart; they were joined"),
    "whole_with_point": N_("is a whole number with a point; it was read without it (60.0 as 60)"),
    "midnight": N_("is a day with the time of midnight; it was read as the day"),
}
SENTENCES = UNSTORABLE | LEFT_OUT | COUNTED | TAKEN
SEVERITIES = {"unstorable": UNSTORABLE, "error": LEFT_OUT, "warning": COUNTED, "note": TAKEN}
# Of one rule, file and column; a list that is handed on has room for more.
MOST = 100
ALL = 1_000_000
_ORDER = {rule: place for place, rule in enumerate(SENTENCES)}
# A sheet of a workbook, where a file would stand; and a column whose head is empty.
_SHEET = N_("{file}, sheet {sheet}")
NAMELESS = N_("a column without a name")
_MORE = NN_("{file}, {count} more row: {sentence}.", "{file}, {count} more rows: {sentence}.")


class Says(Protocol):
    """The words of a language."""

    def gettext(self, message: str, /) -> str: ...
    def ngettext(self, singular: str, plural: str, count: int, /) -> str: ...


class SheetOf(str):
    """The place of a sheet in a workbook: English as text, and its parts for other languages."""

    __slots__ = ("book", "title")
    book: str
    title: str

    def __new__(cls, book: str, title: str) -> Self:
        place = super().__new__(cls, _SHEET.format(file=book, sheet=title))
        place.book, place.title = book, title
        return place


@dataclass(frozen=True)
class Finding:
    """One finding; `row` as in the file, the header being row 1.

    `near` is what was probably meant, of the contract's own words.
    """

    rule: str
    file: str
    row: int | None = None
    column: str | None = None
    near: str | None = None

    @property
    def severity(self) -> str:
        return next(name for name, rules in SEVERITIES.items() if self.rule in rules)

    def place(self, words: Says) -> str:
        """Return the file, or the sheet of a workbook."""
        if not isinstance(self.file, SheetOf):
            return self.file
        return words.gettext(_SHEET).format(file=self.file.book, sheet=self.file.title)

    def head(self, words: Says) -> str | None:
        """Return the column, or that it has no name."""
        return words.gettext(NAMELESS) if self.column == NAMELESS else self.column

    def sentence(self, words: Says) -> str:
        """Return what is wrong and what to do, without its place."""
        said = words.gettext(SENTENCES[self.rule])
        if self.near is None:
            return said
        return words.gettext("{sentence} (perhaps {near})").format(sentence=said, near=self.near)

    def line(self, words: Says) -> str:
        """Return the finding for the console: `file, row, column: sentence`."""
        if self.row is None:
            pattern = (
                N_("{file}: {sentence}.") if self.column is None else N_("{file}, {column}: {sentence}.")
            )
        elif self.column is None:
            pattern = N_("{file}, row {row}: {sentence}.")
        else:
            pattern = N_("{file}, row {row}, {column}: {sentence}.")
        return words.gettext(pattern).format(
            file=self.place(words), row=self.row, column=self.head(words), sentence=self.sentence(words)
        )


@dataclass
class Findings:
    """All findings of one load.

    `listed` holds the first of each rule and file, `counts` how many there are;
    `rows` how many rows of each table were loaded. `most` are those of one kind
    that are listed.
    """

    most: int = MOST
    listed: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, finding: Finding, count: int = 1) -> None:
        """Take in a finding that stands for `count` of its kind."""
        self.listed.append(finding)
        self.counts[finding.rule, finding.file] += count

    @property
    def unstorable(self) -> int:
        """Return how many things keep the export from being stored."""
        return sum(count for (rule, unused_file), count in self.counts.items() if rule in UNSTORABLE)

    def keeps(self, file: str) -> bool:
        """Whether something in a file keeps it from being stored."""
        return any(rule in UNSTORABLE and name == file for rule, name in self.counts)

    def ordered(self) -> list[Finding]:
        """Return those that are listed, what is mended first at the top."""
        return sorted(self.listed, key=lambda finding: _ORDER[finding.rule])

    def lines(self, words: Says | None = None, limit: int = 10) -> list[str]:
        """Return the findings for the console, `limit` of each rule and file."""
        return list(self._lines(words or NullTranslations(), limit))

    def _lines(self, words: Says, limit: int) -> Iterator[str]:
        kept = Counter((finding.rule, finding.file) for finding in self.listed)
        told: Counter[tuple[str, str]] = Counter()
        for finding in self.ordered():
            kind = (finding.rule, finding.file)
            told[kind] += 1
            if told[kind] <= limit:
                yield finding.line(words)
            more = self.counts[kind] - min(limit, told[kind])
            if told[kind] == kept[kind] and more > 0:
                unused_context, one, many = _MORE
                pattern = words.ngettext(one, many, more)
                yield pattern.format(file=finding.place(words), count=more, sentence=finding.sentence(words))


class Rejected(Refused):
    """An export or a database that is refused for what was found in it."""

    def __init__(self, message: str, findings: Findings, kind: str = "invalid") -> None:
        super().__init__(message, kind)
        self.findings = findings
