"""Files as other programs write them are read as what they can only mean, or told by row."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.case_database.contract import TABLES
from dashboard.case_database.sheets import Sheet, Unreadable, export, rows
from dashboard.case_database.sheets.csv_files import separator
from dashboard.case_database.sheets.sheet import NOT_CALCULATED
from dashboard.refusal import Refused

HEADER = ",".join(TABLES["org_capacity"].column_names)
ROW = "A,2026-01-01,,40"
READ = [["A", "2026-01-01", None, "40"]]


def read(path: Path, encoding: str = "utf-8") -> tuple[list[str | None], list[list[str | None]]]:
    """Return the header and the rows beneath it of a file of capacities."""
    found = list(rows(Sheet(path.name, "org_capacity", path, encoding)))
    return found[0][1], [values for unused_number, values in found[1:]]


def written(folder: Path, content: str | bytes, name: str = "org_capacity.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{ROW}\n",
        f"\ufeff\ufeff{HEADER}\r\n{ROW}\r\n",
        f"\n\n{HEADER}\n\n{ROW}\n,,,\n",
        f"{HEADER}\r{ROW}\r",
        f"sep=;\n{HEADER}\n{ROW}\n".replace(",", ";"),
        f"{HEADER}\n{ROW}\n".replace(",", ";"),
        f"{HEADER}\n{ROW}\n".replace(",", "\t"),
        f'{HEADER}\n{ROW}\n"","","",""\n',
    ],
    ids=["commas", "two marks", "blank rows", "old Mac", "sep=", "semicolons", "tabs", "emptied rows"],
)
def test_text_is_read_as_it_is_meant(tmp_path: Path, content: str) -> None:
    assert read(written(tmp_path, content)) == (HEADER.split(","), READ)


@pytest.mark.parametrize("encoding", ["utf-16", "cp949"])
def test_another_encoding_is_read_when_it_is_named_and_guessed_aloud_when_it_is_not(
    tmp_path: Path, encoding: str
) -> None:
    path = written(tmp_path, f"{HEADER}\n{ROW.replace('A', '센터')}\n".encode(encoding))
    assert read(path, encoding)[1] == [["센터", "2026-01-01", None, "40"]]
    with pytest.raises(Unreadable) as caught:
        read(path)
    assert (caught.value.finding.rule, caught.value.finding.near) == ("not_utf8", encoding)


def test_text_that_is_not_of_the_named_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read(written(tmp_path, f"{HEADER}\n{ROW}\n\xff".encode("latin-1")), "utf-16")
    assert caught.value.finding.rule == "other_encoding"


@pytest.mark.parametrize("row", ['"A,2026-01-01,,40', '"A" b,2026-01-01,,40'])
def test_an_open_quote_is_told_by_the_row_in_which_it_opens(tmp_path: Path, row: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(written(tmp_path, f"{HEADER}\n{ROW}\n{row}\n{ROW}\n{ROW}\n"))
    assert (caught.value.finding.rule, caught.value.finding.row) == ("not_csv", 3)


def test_the_separator_is_that_of_the_names_even_beneath_a_title(tmp_path: Path) -> None:
    content = f"Capacity, in families, of all centres\n{HEADER.replace(',', ';')}\n"
    assert separator(Sheet("", "org_capacity", written(tmp_path, content))) == ";"


def test_typed_columns_of_parquet_are_what_text_would_say(tmp_path: Path) -> None:
    moment = datetime(2025, 12, 31, 15, tzinfo=UTC)
    table = pa.table(
        {
            "org_id": ["A"],
            "valid_from": [moment],
            "valid_to": pa.array([None], pa.date32()),
            "max_active_cases": [Decimal("40.00")],
        }
    )
    pq.write_table(table, tmp_path / "org_capacity.parquet")
    # Midnight in Seoul is a day of its own there.
    assert read(tmp_path / "org_capacity.parquet")[1] == [["A", "2026-01-01", None, "40.00"]]


def test_a_column_of_lists_is_told_by_name(tmp_path: Path) -> None:
    pq.write_table(pa.table({"org_id": [["A"]]}), tmp_path / "org_capacity.parquet")
    with pytest.raises(Unreadable) as caught:
        read(tmp_path / "org_capacity.parquet")
    assert (caught.value.finding.rule, caught.value.finding.column) == ("not_plain", "org_id")


@pytest.mark.parametrize("suffix", [".parquet", ".xlsx", ".xls"])
def test_a_file_that_is_cut_off_is_told(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, b"PAR1 PK and no more", f"org_capacity{suffix}")
    with pytest.raises(Unreadable):
        read(path)


def test_a_workbook_says_what_each_cell_holds(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Org_Capacity "
    sheet.append([])
    sheet.append(HEADER.split(","))
    sheet.append(["A", date(2026, 1, 1), "=B3", 40.0])
    sheet.append(["#N/A", None, None, True])
    book.save(tmp_path / "cases.xlsx")
    with export(tmp_path / "cases.xlsx") as [found]:
        assert (found.table, found.file) == ("org_capacity", "cases.xlsx, sheet Org_Capacity ")
        assert list(rows(found)) == [
            (2, HEADER.split(",")),
            (3, ["A", "2026-01-01", NOT_CALCULATED, "40"]),
            (4, ["#N/A", None, None, "true"]),
        ]


# The smallest workbook of Excel 97: one sheet with a header, a row and an error cell.
OLD = Path(__file__).with_name("capacities.xls")


def test_an_old_workbook_is_read_with_its_days_and_errors() -> None:
    with export(OLD) as [found]:
        assert [values for unused_number, values in rows(found)] == [
            HEADER.split(","),
            ["A", "2026-01-01", None, "40"],
            ["#N/A", None, None, "true"],
        ]


def test_an_archive_is_read_whatever_folders_it_holds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cases.zip", "w") as packed:
        packed.writestr("2026 export/org_capacity.csv", f"{HEADER}\n{ROW}\n")
        packed.writestr("__MACOSX/2026 export/._org_capacity.csv", b"\0\5\26\7")
        packed.writestr("../../elsewhere.csv", "a\n1\n")
    with export(tmp_path / "cases.zip") as found:
        assert [sheet.file for sheet in found] == ["elsewhere.csv", "org_capacity.csv"]
        assert [values for unused_number, values in rows(found[1])][1:] == READ
        room = found[0].path.parent
    assert not room.exists() and not (tmp_path.parent / "elsewhere.csv").exists()


def test_an_archive_of_one_workbook_is_that_workbook(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "cases.xlsx")
    with zipfile.ZipFile(tmp_path / "cases.zip", "w") as packed:
        packed.write(tmp_path / "cases.xlsx", "cases.xlsx")
    with export(tmp_path / "cases.zip") as [found]:
        assert found.title == "Sheet"


def test_two_files_of_one_name_in_an_archive_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cases.zip", "w") as packed:
        packed.writestr("a/visit.csv", "x")
        packed.writestr("b/visit.csv", "y")
    with pytest.raises(Refused, match=r"two files called .visit\.csv."), export(tmp_path / "cases.zip"):
        pass


OLE2 = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cases.xlsx", OLE2, "has a password, or is an old XLS workbook"),
        ("cases.xls", OLE2, "cannot be read as an XLS workbook"),
        ("cases.xls", b"<table></table>", "cannot be read as an XLS workbook"),
        ("cases.xlsx", b"PK", "cannot be read as an XLSX workbook"),
        ("cases.zip", b"PK", "cannot be read as a ZIP archive"),
        ("cases.ods", b"PK", "expected a folder or a ZIP archive"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = written(tmp_path, content, name)
    with pytest.raises(Refused, match=told) as caught, export(path):
        pass
    assert caught.value.kind == "other_kind"
