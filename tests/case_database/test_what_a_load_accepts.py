"""The README's table of what a load accepts is true, row by row."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlrd
from pyarrow import csv, parquet
from site_exports import loaded, write_folder, write_workbook

from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.refusal import Refused

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
PASSWORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
READ, TOLD, REFUSED = "read", "read, and said how", "refused"


def files(change: Callable[[str], str], encoding: str = "utf-8") -> Callable[[Path], Path]:
    """Return what writes a folder whose file of visits is otherwise."""

    def write(folder: Path) -> Path:
        export = write_folder(folder / "export")
        path = export / "visit.csv"
        path.write_bytes(change(path.read_text(encoding="utf-8")).encode(encoding))
        return export

    return write


def all_files_in(encoding: str) -> Callable[[Path], Path]:
    """Return what writes a folder in another encoding."""

    def write(folder: Path) -> Path:
        export = write_folder(folder / "export")
        for path in export.iterdir():
            path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
        return export

    return write


def values(**visit: object) -> Callable[[Path], Path]:
    """Return what writes a folder whose visit has other values."""
    return lambda folder: write_folder(folder / "export", visit=[visit])


def workbook(**cells: object) -> Callable[[Path], Path]:
    """Return what writes a workbook in which some cells of its visit are otherwise."""

    def write(folder: Path) -> Path:
        path = write_workbook(folder / "export")
        book = openpyxl.load_workbook(path)
        header = [cell.value for cell in book["visit"][1]]
        for column, value in cells.items():
            book["visit"].cell(2, header.index(column) + 1, value)
        book.save(path)
        return path

    return write


def as_parquet(folder: Path) -> Path:
    export = write_folder(folder / "export")
    for path in list(export.iterdir()):
        parquet.write_table(csv.read_csv(path), path.with_suffix(".parquet"))
        path.unlink()
    return export


def zipped(folder: Path) -> Path:
    return Path(shutil.make_archive(str(folder / "cases"), "zip", write_folder(folder / "export")))


def with_password(folder: Path) -> Path:
    (folder / "cases.xlsx").write_bytes(PASSWORD)
    return folder / "cases.xlsx"


def of_another_program(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "cases.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return folder / "cases.ods"


# As the table says it, to what writes it and the encoding that is named.
FORMS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a folder of CSV files, in UTF-8, with commas": (files(str), "utf-8"),
    "byte-order marks, a line `sep=,`, blank rows, rows of separators alone": (
        files(lambda text: f"\ufeff\ufeffsep=,\n\n{text}{',' * text.splitlines()[0].count(',')}\n"),
        "utf-8",
    ),
    "semicolons or tabs": (files(lambda text: text.replace(",", "\t")), "utf-8"),
    "CP949 or UTF-16, named by `--encoding`": (all_files_in("utf-16"), "utf-16"),
    "CP949 or UTF-16, not named": (files(str, "utf-16"), "utf-8"),
    "spaces round a value, `60.0` for 60, a day with the time of midnight": (
        values(visit_id=" V\u00a0", minutes="60.0", visited_on="2026-02-10 00:00:00"),
        "utf-8",
    ),
    "a column that the contract does not have": (
        files(lambda text: "".join(f"{line},x\n" for line in text.splitlines())),
        "utf-8",
    ),
    "a title above the header": (files(lambda text: f"Visits of all centres\n{text}"), "utf-8"),
    "an open quote": (files(lambda text: f'{text}"V2\n'), "utf-8"),
    "`NULL`, `NaN` and the like for nothing": (values(minutes="NaN"), "utf-8"),
    "1 and 0, or t and f, for true and false": (values(child_seen="1"), "utf-8"),
    "예 and 아니오, or other words, for true and false": (values(child_seen="예"), "utf-8"),
    "a ZIP archive of any of these, or of one workbook": (zipped, "utf-8"),
    "Parquet files": (as_parquet, "utf-8"),
    "an XLSX workbook, a sheet for each table": (workbook(), "utf-8"),
    "an XLSX workbook with a formula that nothing has calculated": (workbook(minutes="=30+30"), "utf-8"),
    "an XLSX workbook with `#N/A` or another error in a cell": (workbook(worker_id="#N/A"), "utf-8"),
    "a workbook with a password": (with_password, "utf-8"),
    "ODS, XLSB and all else": (of_another_program, "utf-8"),
}


def table() -> dict[str, str]:
    """Return the README's rows: what comes, to what a load does with it."""
    section = README.split("## Load an export")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section, re.MULTILINE)
    return dict(rows[1:])


def test_the_table_says_what_is_tried() -> None:
    assert list(table()) == [*FORMS, "an XLS workbook"]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_taken_as_the_table_says(form: str, tmp_path: Path, duckdb_address) -> None:
    write, encoding = FORMS[form]
    said = table()[form].split(";")[0]
    try:
        lines = load(write(tmp_path), duckdb_address, encoding=encoding).lines()
    except Refused:
        assert said == REFUSED
    else:
        assert said == (TOLD if lines else READ)
        assert loaded(open_engine(duckdb_address), "visit") == 1


def test_an_old_workbook_is_opened() -> None:
    assert table()["an XLS workbook"] == READ
    assert xlrd.open_workbook(Path(__file__).with_name("capacities.xls")).nsheets == 1
