"""A workbook to fill in says what each column means, and what starts from it loads without a finding."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from serving import command

from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.exports.template import template
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words


@pytest.fixture(scope="module", params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> tuple[str, openpyxl.Workbook]:
    return request.param, openpyxl.load_workbook(BytesIO(template(words(request.param))))


def test_there_is_a_sheet_for_each_table_with_its_columns(book) -> None:
    guide, *sheets = book[1].worksheets
    assert guide.title.startswith("_")
    assert {sheet.title: tuple(cell.value for cell in sheet[1]) for sheet in sheets} == {
        name: table.column_names for name, table in TABLES.items()
    }


# What English and French say alike.
ALIKE = {"Centre.", "Plan.", "Score.", "Service."}


def test_each_column_has_a_note_in_the_language_alone(book) -> None:
    language, found = book
    for table in TABLES.values():
        for cell, column in zip(found[table.name][1], table.columns, strict=True):
            meaning = words(language).pgettext("column", column.meaning)
            assert meaning in cell.comment.text
            assert language == "en" or meaning != column.meaning or meaning in ALIKE


def test_codes_are_chosen_from_a_list(book) -> None:
    rules = book[1]["visit"].data_validations.dataValidation
    place = TABLES["visit"].column_names.index("mode")
    letter = openpyxl.utils.get_column_letter(place + 1)
    [choices] = [rule.formula1 for rule in rules if str(rule.sqref).startswith(f"{letter}2:")]
    assert choices == '"home,centre,other_in_person,video,phone"'


def test_each_table_has_an_example(book) -> None:
    assert [name for name in TABLES if book[1][name].max_row < 2] == []


def test_a_template_loads_without_a_finding_and_with_a_familys_rows_too(
    tmp_path: Path, duckdb_address
) -> None:
    file = tmp_path / "template.xlsx"
    file.write_bytes(template(words("ko")))
    book = openpyxl.load_workbook(file)
    for name, given in {
        "case_file": {"case_id": "C-7QK2", "language": "vi"},
        "case_status": {"case_id": "C-7QK2"},
        "case_assignment": {"case_id": "C-7QK2"},
        "visit": {"visit_id": "V-1", "case_id": "C-7QK2", "visited_on": "2026-06-03"},
    }.items():
        sheet = book[name]
        example = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
        sheet.append(list({**example, **given}.values()))
    book.save(file)
    findings = load(file, duckdb_address)
    assert findings.lines() == []
    assert findings.rows["visit"] == 2
    with reading(open_engine(duckdb_address)) as opened:
        assert opened.left_out == {}


def test_a_template_is_written_once(tmp_path: Path) -> None:
    asked = ("template", "--lang", "fr", "--out", "modele.xlsx")
    assert command(*asked, folder=tmp_path).stdout == "A workbook to fill in was written to modele.xlsx\n"
    again = command(*asked, folder=tmp_path)
    assert again.returncode == 2 and "is already there" in again.stderr
    assert command(*asked, "--replace", folder=tmp_path).returncode == 0


def test_a_template_is_a_workbook_in_a_folder_that_exists(tmp_path: Path) -> None:
    for out in ("template.csv", "nowhere/template.xlsx"):
        ended = command("template", "--out", out, folder=tmp_path)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "expected the name of an XLSX file" in ended.stderr
