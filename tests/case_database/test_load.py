"""A site's export is loaded as it is, with what is wrong with it told."""

import unicodedata
from datetime import date

import pytest
import worlds
from site_exports import loaded, write_file, write_folder, write_workbook
from sqlalchemy import text

from dashboard.case_database import synthetic
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.i18n.words import words
from dashboard.refusal import Refused


def test_a_sound_export_is_loaded_without_a_finding(export, address):
    findings = load(export, address)
    assert findings.lines() == []
    assert findings.rows["service_level"] == 3
    with reading(open_engine(address)) as opened:
        assert opened.left_out == {}
        visits = opened.connection.execute(text("select visit_id, visited_on from visit")).all()
    assert [tuple(visit) for visit in visits] == [("V", date(2026, 2, 10))]


def test_a_site_s_export_is_loaded(site_export, duckdb_address):
    findings = load(site_export, duckdb_address)
    assert findings.rows["visit"] == 12492
    assert findings.counts["late_record", "visit.csv"] == 397
    with reading(open_engine(duckdb_address)) as opened:
        assert opened.load.number == 2
        assert opened.as_of == date(2026, 6, 30)


def test_a_dumped_database_comes_back_the_same(tmp_path, address):
    made = synthetic.generate(100, 1)
    folder = tmp_path / "export"
    folder.mkdir()
    for name, rows in made.items():
        write_file(folder / f"{name}.csv", TABLES[name].column_names, rows.to_pylist())
    findings = load(folder, address)
    assert findings.rows == {name: rows.num_rows for name, rows in made.items()}
    engine = open_engine(address)
    with engine.connect() as connection:
        for name, rows in made.items():
            columns = ", ".join(TABLES[name].column_names)
            loaded = connection.execute(text(f"select {columns} from {name}")).all()
            given = [tuple(row[c] for c in TABLES[name].column_names) for row in rows.to_pylist()]
            assert sorted(map(str, map(comparable, loaded))) == sorted(map(str, map(comparable, given)))


def comparable(row):
    """Numbers as floats: 2.5 and 2.50 are one value."""
    return [float(value) if not isinstance(value, (str, bool, date, type(None))) else value for value in row]


def test_a_workbook_is_loaded_like_a_folder(tmp_path, duckdb_address):
    book = write_workbook(tmp_path / "export")
    assert load(book, duckdb_address).lines() == []
    with reading(open_engine(duckdb_address)) as opened:
        visits = opened.connection.execute(text("select visit_id, visited_on from visit")).all()
    assert [tuple(visit) for visit in visits] == [("V", date(2026, 2, 10))]


def test_a_byte_order_mark_and_an_extra_column_do_no_harm(export, duckdb_address):
    header = (*TABLES["child"].column_names, "first_name")
    rows = [*worlds.complete("child", [{}])]
    write_file(export / "child.csv", header, rows, encoding="utf-8-sig")
    assert load(export, duckdb_address).lines() == [
        "child.csv, row 1, first_name: is not a column of the contract; it is not loaded.",
    ]


def rewrite(folder, change):
    """Change the bytes of every file."""
    for path in folder.iterdir():
        path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"\r\n", b"\n"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content + b"\r\n\r\n",
    ],
    ids=["LF", "byte-order mark", "blank lines at the end"],
)
def test_files_as_different_programs_write_them_are_one(export, duckdb_address, change):
    assert b"\r\n" in (export / "visit.csv").read_bytes()
    rewrite(export, change)
    assert load(export, duckdb_address).lines() == []
    assert loaded(open_engine(duckdb_address), "visit") == 1


def test_what_can_only_be_meant_one_way_is_read_so_and_told(tmp_path, duckdb_address):
    export = write_folder(
        tmp_path / "export",
        worker=[{"role": "saver\u00a0"}],
        visit=[{"minutes": "60.0", "visited_on": "2026-02-10 00:00:00", "reason": " \u3000"}],
        org_label=[{"org_id": "P", "lang": "ko", "name": unicodedata.normalize("NFD", "사업")}],
    )
    assert load(export, duckdb_address).lines() == [
        "worker.csv, row 2, role: had spaces before or behind its value; they were taken off.",
        "org_label.csv, row 2, name: had letters and their marks written apart; they were joined.",
        "visit.csv, row 2, minutes: is a whole number with a point; it was read without it (60.0 as 60).",
        "visit.csv, row 2, visited_on: is a day with the time of midnight; it was read as the day.",
    ]
    with open_engine(duckdb_address).connect() as connection:
        [visit] = connection.execute(text("select minutes, visited_on, reason from visit"))
        assert tuple(visit) == (60, date(2026, 2, 10), None)
        assert connection.execute(text("select name from org_label")).scalar_one() == "사업"
        assert connection.execute(text("select role from worker")).scalar_one() == "saver"


def test_semicolons_are_read_and_told(export, duckdb_address):
    path = export / "visit.csv"
    path.write_text(path.read_text().replace(",", ";"))
    assert load(export, duckdb_address).lines() == [
        "visit.csv: separates its values with something other than commas; it was read accordingly."
    ]
    assert loaded(open_engine(duckdb_address), "visit") == 1


def test_names_of_files_and_columns_may_be_in_capitals(export, duckdb_address):
    path = export / "visit.csv"
    header, rows = path.read_text().split("\n", 1)
    path.write_text(f"{header.upper()}\n{rows}")
    path.rename(export / "VISIT.csv")
    assert load(export, duckdb_address).lines() == []
    assert loaded(open_engine(duckdb_address), "visit") == 1


def test_findings_are_said_in_the_language_of_the_operator(tmp_path, duckdb_address):
    export = write_folder(tmp_path / "export", case_file=[{}, {"case_id": "G", "language": None}])
    found = load(export, duckdb_address)
    assert found.lines(words("ko")) == [
        "case_file.csv, 3행, language: 필수 항목이 비어 있습니다. 이 행은 모든 수치에서 제외합니다."
    ]
    assert found.lines(words("ja"), limit=0) == [
        "case_file.csv、ほか1行：必須の項目が空欄です。この行はすべての数値から除外します。"
    ]


def test_quotes_commas_and_lines_within_a_value_are_kept(tmp_path, address):
    name = 'Parents\' "house",\nnext door'
    labels = [{"org_id": "P", "lang": "en", "name": name}, {"org_id": "X", "lang": "en"}]
    export = write_folder(tmp_path / "export", org_label=labels)
    lines = load(export, address).lines()
    # The row after the value of two lines is told by the line on which it begins.
    assert [line for line in lines if "org_id" in line] == [
        "org_label.csv, row 4, org_id: points at no row; the row is left out of every figure.",
    ]
    with open_engine(address).connect() as connection:
        kept = connection.execute(text("select name from org_label where org_id = 'P'"))
        assert kept.scalar_one() == name


def test_a_file_that_is_no_table_is_told_and_left(export, duckdb_address):
    (export / "payroll.csv").write_text("a,b\n1,2\n")
    assert load(export, duckdb_address).lines() == [
        "payroll.csv: is not a table of the contract; it is not loaded.",
    ]
    with pytest.raises(Exception, match="payroll"):
        loaded(open_engine(duckdb_address), "payroll")


def test_an_absent_optional_table_stays_absent(tmp_path, address):
    load(write_folder(tmp_path / "export", advance=[{}]), address)
    export = write_folder(tmp_path / "other", without=("advance", "settlement"))
    findings = load(export, address, replace=True)
    assert findings.counts["absent_table", "advance"] == 1
    with reading(open_engine(address)) as opened:
        assert opened.absent == {"advance", "settlement"}


def test_rows_that_break_a_rule_are_loaded_and_told(tmp_path, duckdb_address):
    export = write_folder(
        tmp_path / "export",
        case_file=[{}, {"case_id": "G", "household_type": "castle"}],
        child=[{}, {"child_id": "K2", "case_id": "G"}],
    )
    findings = load(export, duckdb_address)
    assert findings.lines() == [
        (
            "case_file.csv, row 3, household_type: holds a code outside the contract; "
            "the row is left out of every figure."
        ),
        "child.csv, row 3: refers to a row that is left out, and is left out with it.",
    ]
    assert loaded(open_engine(duckdb_address), "child") == 2


def test_many_findings_of_one_kind_are_listed_in_part_and_counted(tmp_path, duckdb_address):
    families = [{"case_id": f"C{n}", "language": None} for n in range(250)]
    findings = load(write_folder(tmp_path / "export", case_file=[{}, *families]), duckdb_address)
    lines = findings.lines(limit=3)
    assert lines[0].startswith("case_file.csv, row 3, language: is empty")
    assert lines[3].startswith("case_file.csv, 247 more rows: is empty")
    assert len(lines) == 4


def test_rows_that_are_there_go_only_when_asked(export, tmp_path, address):
    load(export, address)
    other = write_folder(tmp_path / "other", visit=[{}, {"visit_id": "V2"}])
    with pytest.raises(Refused, match="already holds rows"):
        load(other, address)
    assert loaded(open_engine(address), "visit") == 1
    load(other, address, replace=True)
    assert loaded(open_engine(address), "visit") == 2
