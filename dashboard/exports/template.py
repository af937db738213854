"""A workbook to fill in: a sheet for each table of the contract, with what each column means.

It is for whoever keeps the records at a site, in their language. The names of
sheets, columns and codes stay those of the contract, since they are loaded.
"""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.case_database.contract import NOTES, TABLES, Column, Table
from dashboard.exports.example_rows import EXAMPLE_ROWS
from dashboard.i18n.code_names.tables import TABLE
from dashboard.i18n.codes import label, translated
from dashboard.i18n.words import Words
from dashboard.messages import N_

LAST_ROW = 1_048_576
# The contract knows Chinese by its language alone.
OF_LABELS = {"zh_Hans": "zh"}
KINDS = {
    "text": N_("Text"),
    "date": N_("Day, as YYYY-MM-DD"),
    "integer": N_("Whole number"),
    "boolean": N_("true or false"),
    "timestamp": N_("Day and time, as YYYY-MM-DD HH:MM:SS"),
    "numeric": N_("Number with at most {digits} digits after the point"),
}
NUMBER_FORMATS = {"date": "yyyy-mm-dd", "timestamp": "yyyy-mm-dd hh:mm:ss", "text": "@"}
PARSERS = {"date": date.fromisoformat, "timestamp": datetime.fromisoformat}
HEADS = (
    N_("Sheet"),
    N_("What it holds"),
    N_("Column"),
    N_("Must be filled"),
    N_("How it is written"),
    N_("Meaning"),
    N_("Codes"),
)
REQUIRED = PatternFill("solid", fgColor="1F3A5F")
OPTIONAL = PatternFill("solid", fgColor="6B7C93")
WHITE = Font(bold=True, color="FFFFFF")
EXAMPLE = Font(italic=True, color="6B7C93")


def template(words: Words) -> bytes:
    """Return the workbook in a language: explanations, then a sheet for each table with example rows."""
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = NOTES + words.gettext("How to fill in")[:30]
    _explain(guide, words)
    for table in TABLES.values():
        _add_table(book.create_sheet(table.name), table, words)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _explain(sheet: Worksheet, words: Words) -> None:
    for sentence in (
        words.gettext("Each sheet is a table. Keep the names of sheets and columns as they are."),
        words.gettext("The rows in grey are examples: write over them."),
        words.gettext("Enter no names, phone numbers or addresses; people are known by keys alone."),
        words.gettext(
            "A table that you do not keep, and that need not be filled, can be deleted as a sheet."
        ),
    ):
        sheet.append([sentence])
    sheet.append([])
    sheet.append([words.gettext(head) for head in HEADS])
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = WHITE, REQUIRED
    for table in TABLES.values():
        for column in table.columns:
            sheet.append(_explained(table, column, words))
            for cell in sheet[sheet.max_row]:
                cell.alignment = Alignment(vertical="top", wrap_text=True)
    for letter, width in zip("ABCDEFG", (20, 26, 22, 12, 30, 48, 60), strict=True):
        sheet.column_dimensions[letter].width = width


def _explained(table: Table, column: Column, words: Words) -> list[str]:
    return [
        table.name,
        translated(words, TABLE[table.name]),
        column.name,
        words.gettext("yes") if _needed(table, column) else words.gettext("no"),
        _kind(column, words),
        meaning(column, words),
        _codes(column, words),
    ]


def _add_table(sheet: Worksheet, table: Table, words: Words) -> None:
    sheet.append(table.column_names)
    for row in EXAMPLE_ROWS[table.name]:
        sheet.append([_cell(row.get(column.name), column, words) for column in table.columns])
    sheet.freeze_panes = "A2"
    for place, column in enumerate(table.columns, start=1):
        _set_up(sheet, place, table, column, words)


def _set_up(sheet: Worksheet, place: int, table: Table, column: Column, words: Words) -> None:
    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
    head = sheet.cell(1, place)
    head.font, head.fill = WHITE, REQUIRED if _needed(table, column) else OPTIONAL
    note = Comment(_note(table, column, words), "First Steps")
    note.width, note.height = 320, 200
    head.comment = note
    form = NUMBER_FORMATS.get(column.type, "General")
    sheet.column_dimensions[letter].number_format = form
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, place).font = EXAMPLE
        sheet.cell(row, place).number_format = form
    choices = column.codes or (("true", "false") if column.type == "boolean" else ())
    if choices:
        choice = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=column.nullable)
        choice.error = words.gettext("Choose one of the codes in the list.")
        sheet.add_data_validation(choice)
        choice.add(f"{letter}2:{letter}{LAST_ROW}")


def _needed(table: Table, column: Column) -> bool:
    return table.required and not column.nullable


def _note(table: Table, column: Column, words: Words) -> str:
    needed = words.gettext("Must be filled") if not column.nullable else words.gettext("May be empty")
    lines = [f"{translated(words, TABLE[table.name])} · {column.name}", meaning(column, words)]
    lines += [_kind(column, words), needed]
    return "\n".join([*lines, *filter(None, [_codes(column, words)])])


def meaning(column: Column, words: Words) -> str:
    """Return what a column means."""
    return words.pgettext("column", column.meaning)


def _kind(column: Column, words: Words) -> str:
    kind, unused_bracket, digits = column.type.partition("(")
    return words.gettext(KINDS[kind]).format(digits=digits.rstrip(")").rpartition(",")[2])


def _codes(column: Column, words: Words) -> str:
    dimension = f"{column.table}.{column.name}"
    return "\n".join(f"{code}: {label(words, dimension, code)}" for code in column.codes)


def _cell(value: object, column: Column, words: Words) -> object:
    if column.table == "org_label":
        if column.name == "lang":
            return OF_LABELS.get(words.language, words.language)
        if column.name in ("name", "short_name"):
            name = str(value)
            return words.gettext(name)
    return PARSERS[column.type](str(value)) if value and column.type in PARSERS else value
