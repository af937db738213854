"""An export that cannot be stored, or has no place to go, leaves everything as it was."""

import traceback

import openpyxl
import pytest
import worlds
from site_exports import loaded, write_file, write_folder, write_workbook
from sqlalchemy import text

from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.i18n.words import words
from dashboard.refusal import Refused


def refused(source, address):
    with pytest.raises(Refused) as caught:
        load(source, address)
    return caught.value


def nothing_was_written(address, tmp_path):
    if address.drivername == "duckdb":
        return sorted(path.name for path in tmp_path.iterdir()) == ["export"]
    with open_engine(address).connect() as connection:
        return not connection.execute(
            text("select 1 from information_schema.tables where table_schema = current_schema()")
        ).all()


def test_values_that_cannot_be_stored_are_told_by_file_row_and_column(tmp_path, duckdb_address):
    export = write_folder(
        tmp_path / "export",
        child=[{}, {"child_id": "K2", "birth_on": "2025-13-01"}],
        visit=[{"minutes": "sixty", "child_seen": "perhaps"}],
        worker_capacity=[{"fte": "0.333"}],
        data_load=[{"loaded_at": "yesterday"}],
    )
    refusal = refused(export, duckdb_address)
    assert refusal.kind == "invalid"
    assert sorted(refusal.findings.lines()) == [
        "child.csv, row 3, birth_on: cannot be read as a day; write it as YYYY-MM-DD.",
        "data_load.csv, row 2, loaded_at: cannot be read as a day and time; write it as YYYY-MM-DD HH:MM:SS.",
        "visit.csv, row 2, child_seen: is neither true nor false; write true for yes, false for no.",
        "visit.csv, row 2, minutes: is not a whole number; write digits alone.",
        (
            "worker_capacity.csv, row 2, fte: is not a number, or has more digits than the column takes; "
            "write digits and a decimal point alone, such as 0.5."
        ),
    ]
    assert nothing_was_written(duckdb_address, tmp_path)


def test_a_year_0_is_no_year(tmp_path, duckdb_address):
    export = write_folder(
        tmp_path / "export",
        worker=[{"engaged_on": "0000-01-01"}, {"worker_id": "W2", "engaged_on": "0001-01-01"}],
        data_load=[{"loaded_at": "0000-12-31 02:00:00"}],
    )
    lines = refused(export, duckdb_address).findings.lines()
    assert [line for line in lines if "cannot be read" in line] == [
        "worker.csv, row 2, engaged_on: cannot be read as a day; write it as YYYY-MM-DD.",
        "data_load.csv, row 2, loaded_at: cannot be read as a day and time; write it as YYYY-MM-DD HH:MM:SS.",
    ]
    assert (
        "worker.csv, row 3, engaged_on: is too early to be true; the row is left out of every figure."
        in lines
    )


def test_values_in_the_place_of_a_header_are_not_told(export, duckdb_address):
    header, *rows = (export / "child.csv").read_text().splitlines(keepends=True)
    (export / "child.csv").write_text("".join(rows))
    assert refused(export, duckdb_address).findings.lines() == [
        "child.csv, row 1: names no column of the contract; the first row must name them.",
    ]
    # Names that are only close to those of the contract are told, since they help.
    (export / "child.csv").write_text("".join([header.replace("_", " ").title(), *rows]))
    assert refused(export, duckdb_address).findings.lines()[0] == (
        "child.csv, row 1, child_id: is missing from the header; add it, empty where nothing is known "
        "(perhaps child id)."
    )


def test_values_that_are_called_like_columns_do_not_make_a_header(export, duckdb_address):
    (export / "grant_decision.csv").write_text("KIM,LINE,2026-02-02,approved,100,KIM\n")
    (export / "grant_payment.csv").write_text("KIM,2026-02-02,100,KRW,paid\n")
    (export / "worker.csv").write_text("worker12,A,saver,2026-01-01,,\n")
    assert refused(export, duckdb_address).findings.lines() == [
        "worker.csv, row 1: names no column of the contract; the first row must name them.",
        "grant_payment.csv, row 1: names no column of the contract; the first row must name them.",
        *(
            f"grant_decision.csv, row 1, {name}: is missing from the header; "
            "add it, empty where nothing is known."
            for name in ("request_id", "line_id", "decided_on", "decision", "reason")
        ),
    ]


def test_all_that_is_wrong_is_told_at_once_and_what_is_mended_first_at_the_top(tmp_path, duckdb_address):
    export = write_folder(
        tmp_path / "export",
        case_file=[{"language": "NULL", "org_id": "#REF!"}, {"case_id": "G", "org_id": "NOWHERE"}],
        visit=[{"mode": "hom", "minutes": "sixty"}, {"visit_id": "V2", "visited_on": "2026-02-31"}],
        worker=[{"role": " savr "}],
    )
    (export / "child.csv").write_text("These are our children\n" + (export / "child.csv").read_text())
    write_file(export / "closure.csv", ["case_id", "closd_on"], [])
    lines = refused(export, duckdb_address).findings.lines()
    assert lines == [
        "child.csv, row 2: names the columns, and the first row must name them; delete the rows above.",
        (
            "closure.csv, row 1, closed_on: is missing from the header; add it, empty where nothing is known "
            "(perhaps closd_on)."
        ),
        *(
            f"closure.csv, row 1, {name}: is missing from the header; add it, empty where nothing is known."
            for name in TABLES["closure"].column_names[2:]
        ),
        (
            "case_file.csv, row 2, org_id: is an error of a spreadsheet, such as #N/A; "
            "correct the formula, or leave it empty."
        ),
        "case_file.csv, row 2, language: is a word for nothing, such as NULL; leave the value empty.",
        "visit.csv, row 3, visited_on: cannot be read as a day; write it as YYYY-MM-DD.",
        "visit.csv, row 2, minutes: is not a whole number; write digits alone.",
        (
            "worker.csv, row 2, role: holds a code outside the contract; "
            "the row is left out of every figure (perhaps saver)."
        ),
        (
            "visit.csv, row 2, mode: holds a code outside the contract; "
            "the row is left out of every figure (perhaps home)."
        ),
        "case_file.csv, row 2, org_id: points at no row; the row is left out of every figure.",
        "case_file.csv, row 3, org_id: points at no row; the row is left out of every figure.",
        *(line for line in lines if "refers to a row that is left out" in line),
        "closure.csv, row 1, closd_on: is not a column of the contract; it is not loaded.",
        "worker.csv, row 2, role: had spaces before or behind its value; they were taken off.",
    ]
    assert nothing_was_written(duckdb_address, tmp_path)


def test_a_formula_that_nothing_has_calculated_is_told_by_its_cell(tmp_path, duckdb_address):
    book = write_workbook(tmp_path / "export", child=[{"birth_on": "=B2"}])
    assert refused(book, duckdb_address).findings.lines() == [
        (
            "cases.xlsx, sheet child, row 2, birth_on: is a formula without a value; "
            "open the workbook in a spreadsheet, and save it there once."
        ),
    ]


def test_a_sheet_and_a_column_without_a_name_are_told_in_the_operators_language(tmp_path, duckdb_address):
    book = write_workbook(tmp_path / "export", child=[{"birth_on": "=B2"}])
    workbook = openpyxl.load_workbook(book)
    visits = workbook["visit"]
    visits.cell(1, visits.max_column + 2, "note")
    workbook.save(book)
    formula, nameless, note = refused(book, duckdb_address).findings.lines(words("ko"))
    assert formula.startswith("cases.xlsx, child 시트, 2행, birth_on: 계산된 값이 없는 수식입니다.")
    assert nameless == "cases.xlsx, visit 시트, 1행, 이름 없는 열: 정해진 열이 아니어서 불러오지 않습니다."
    assert note == "cases.xlsx, visit 시트, 1행, note: 정해진 열이 아니어서 불러오지 않습니다."


@pytest.mark.parametrize("value", ["2025-13-01", "sixty"])
def test_no_finding_holds_a_value(tmp_path, duckdb_address, value):
    export = write_folder(tmp_path / "export", child=[{"birth_on": value}])
    refusal = refused(export, duckdb_address)
    assert value not in str(refusal) + "".join(refusal.findings.lines())


def test_a_last_file_that_fails_leaves_what_was_there(export, tmp_path, address):
    load(export, address)
    last = [*TABLES][-1]
    broken = write_folder(
        tmp_path / "broken",
        visit=[{}, {"visit_id": "V2"}],
        **{last: [{"settled_on": "soon"}]},
    )
    with pytest.raises(Refused) as caught:
        load(broken, address, replace=True)
    told = caught.value.findings.lines()[0]
    assert told == f"{last}.csv, row 2, settled_on: cannot be read as a day; write it as YYYY-MM-DD."
    assert loaded(open_engine(address), "visit") == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".loading")]


def test_a_database_that_fails_half_way_keeps_what_it_held(export, tmp_path, new_schema):
    address = new_schema()
    load(export, address)
    with worlds.open_for_writing(address).begin() as connection:
        connection.execute(text("alter table settlement add constraint never check (spent is null)"))
    other = write_folder(tmp_path / "other", visit=[{}, {"visit_id": "V2"}], advance=[{}], settlement=[{}])
    with pytest.raises(Refused) as caught:
        load(other, address, replace=True)
    assert "'settlement' (CheckViolation); nothing was written" in str(caught.value)
    # The server's own words would tell the row.
    assert "2026-02-01" not in "".join(traceback.format_exception(caught.value))
    assert loaded(open_engine(address), "visit") == 1
    assert loaded(open_engine(address), "advance") == 0


def break_encoding(export):
    path = export / "org_label.csv"
    path.write_bytes(path.read_bytes().replace(b"Unit P", "Einheit Ü".encode("latin-1")))


def break_quotes(export):
    path = export / "org_label.csv"
    path.write_bytes(path.read_bytes().replace(b"Unit P", b'"Unit P'))


def narrow(export):
    path = export / "org_label.csv"
    path.write_bytes(path.read_bytes().replace(b"P,en,Unit P,", b"P,en"))


def drop_column(export):
    path = export / "org_label.csv"
    path.write_bytes(path.read_bytes().replace(b"short_name", b"nickname"))


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda export: (export / "visit.csv").unlink(), ("without_table", "visit")),
        (lambda export: (export / "org_label.csv").write_bytes(b""), ("no_header", "org_label.csv")),
        (
            lambda export: (export / "data_load.csv").write_text(",".join(TABLES["data_load"].column_names)),
            ("no_rows", "data_load.csv"),
        ),
        (break_encoding, ("not_utf8", "org_label.csv")),
        (break_quotes, ("not_csv", "org_label.csv")),
        (narrow, ("wrong_width", "org_label.csv")),
        (drop_column, ("without_column", "org_label.csv")),
    ],
    ids=["table", "empty file", "no row", "encoding", "quotes", "width", "column"],
)
def test_an_export_that_cannot_be_stored_leaves_nothing(export, duckdb_address, tmp_path, damage, rule):
    damage(export)
    assert rule in refused(export, duckdb_address).findings.counts
    assert nothing_was_written(duckdb_address, tmp_path)


def test_a_folder_without_files_misses_every_required_table(tmp_path, duckdb_address):
    (tmp_path / "export").mkdir()
    found = refused(tmp_path / "export", duckdb_address).findings
    missed = {name for rule, name in found.counts if rule == "without_table"}
    assert missed == {name for name, table in TABLES.items() if table.required}
    assert nothing_was_written(duckdb_address, tmp_path)


def test_a_sheet_that_cannot_be_stored_is_told_by_sheet_row_and_column(tmp_path, duckdb_address):
    book = write_workbook(tmp_path / "export", child=[{}, {"child_id": "K2", "birth_on": "May"}])
    assert refused(book, duckdb_address).findings.lines() == [
        "cases.xlsx, sheet child, row 3, birth_on: cannot be read as a day; write it as YYYY-MM-DD.",
    ]
    assert nothing_was_written(duckdb_address, tmp_path)


def test_a_file_with_other_tables_is_left_alone(export, duckdb_address):
    with worlds.open_for_writing(duckdb_address).begin() as connection:
        connection.execute(text("create table payroll (a integer)"))
    with pytest.raises(Refused, match="payroll"):
        load(export, duckdb_address, replace=True)
    assert loaded(open_engine(duckdb_address), "payroll") == 0


@pytest.mark.parametrize(("name", "kind"), [("nowhere", "missing"), ("notes.txt", "other_kind")])
def test_a_source_that_is_no_export_is_refused(tmp_path, duckdb_address, name, kind):
    (tmp_path / "notes.txt").write_text("notes")
    assert refused(tmp_path / name, duckdb_address).kind == kind
