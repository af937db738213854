"""A site's export is checked, and loaded whole or not at all."""

import csv
import traceback
from datetime import date

import openpyxl
import pytest
import worlds
from sqlalchemy import text

from dashboard.case_database import synthetic
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

SMALL = worlds.ALWAYS | {
    "worker": [{}], "case_file": [{}], "case_status": [{}], "case_assignment": [{}],
    "certification": [{}], "visit": [{}], "child": [{}],
}


def write_folder(folder, without=(), **tables):
    """Write CSV files as a site would; values are the text of their type."""
    folder.mkdir(exist_ok=True)
    for name in TABLES:
        if name not in without:
            rows = [*worlds.complete(name, (SMALL | tables).get(name, []))]
            write_file(folder / f"{name}.csv", TABLES[name].column_names, rows)
    return folder


def write_file(path, header, rows, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(header)
        writer.writerows([[as_text(row.get(name)) for name in header] for row in rows])


def as_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@pytest.fixture
def export(tmp_path):
    return write_folder(tmp_path / "export")


def count(engine, table):
    with engine.connect() as connection:
        return connection.execute(text(f"select count(*) from {table}")).scalar_one()


def refused(source, address):
    with pytest.raises(Refused) as caught:
        load(source, address)
    return caught.value


def nothing_was_written(address, tmp_path):
    if address.drivername == "duckdb":
        return sorted(path.name for path in tmp_path.iterdir()) == ["export"]
    with open_engine(address).connect() as connection:
        return not connection.execute(text(
            "select 1 from information_schema.tables where table_schema = current_schema()"
        )).all()


def test_a_sound_export_is_loaded_without_a_finding(export, address):
    findings = load(export, address)
    assert findings.lines() == []
    assert not findings.broken()
    assert findings.rows["service_level"] == 3
    with reading(open_engine(address)) as opened:
        assert opened.left_out == {}
        visits = opened.connection.execute(text("select visit_id, visited_on from visit")).all()
    assert [tuple(visit) for visit in visits] == [("V", date(2026, 2, 10))]


def test_a_site_s_export_is_loaded_on_both_engines(site_export, address):
    findings = load(site_export, address)
    assert findings.rows["visit"] == 12492
    assert findings.counts["late_record", "visit.csv"] == 397
    with reading(open_engine(address)) as opened:
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
            assert sorted(map(str, map(comparable, loaded))) == sorted(
                map(str, map(comparable, given))
            )


def comparable(row):
    """Numbers as floats: 2.5 and 2.50 are one value."""
    return [
        float(value) if not isinstance(value, (str, bool, date, type(None))) else value
        for value in row
    ]


def write_workbook(folder, **tables):
    """Write a workbook with a sheet for each table; days are cells of that kind."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in TABLES.items():
        sheet = book.create_sheet(name)
        sheet.append(table.column_names)
        days = {column.name for column in table.columns if column.type == "date"}
        for row in worlds.complete(name, (SMALL | tables).get(name, [])):
            sheet.append([as_cell(value, column in days) for column, value in row.items()])
    folder.mkdir(exist_ok=True)
    book.save(folder / "cases.xlsx")
    return folder / "cases.xlsx"


def as_cell(value, is_day):
    try:
        return date.fromisoformat(value) if is_day and value else value
    except ValueError:
        return value


def test_a_workbook_is_loaded_like_a_folder(tmp_path, address):
    book = write_workbook(tmp_path / "export")
    assert load(book, address).lines() == []
    with reading(open_engine(address)) as opened:
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


@pytest.mark.parametrize("change", [
    lambda content: content.replace(b"\r\n", b"\n"),
    lambda content: b"\xef\xbb\xbf" + content,
    lambda content: content + b"\r\n\r\n",
], ids=["LF", "byte-order mark", "blank lines at the end"])
def test_files_as_different_programs_write_them_are_one(export, address, change):
    assert b"\r\n" in (export / "visit.csv").read_bytes()
    rewrite(export, change)
    assert load(export, address).lines() == []
    assert count(open_engine(address), "visit") == 1


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
        count(open_engine(duckdb_address), "payroll")


def test_values_that_cannot_be_stored_are_told_by_file_row_and_column(tmp_path, address):
    export = write_folder(
        tmp_path / "export",
        child=[{}, {"child_id": "K2", "birth_on": "2025-13-01"}],
        visit=[{"minutes": "sixty", "child_seen": "perhaps"}],
        worker_capacity=[{"fte": "0.333"}],
        data_load=[{"loaded_at": "yesterday"}],
    )
    refusal = refused(export, address)
    assert refusal.kind == "invalid"
    assert sorted(refusal.findings.lines()) == [
        "child.csv, row 3, birth_on: is not a day; write it as YYYY-MM-DD.",
        "data_load.csv, row 2, loaded_at: is not a time; write it as YYYY-MM-DD HH:MM:SS.",
        "visit.csv, row 2, child_seen: is neither true nor false.",
        "visit.csv, row 2, minutes: is not a whole number.",
        "worker_capacity.csv, row 2, fte: is not a number that the column's digits can hold.",
    ]
    assert nothing_was_written(address, tmp_path)


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
    assert caught.value.findings.lines() == [
        f"{last}.csv, row 2, settled_on: is not a day; write it as YYYY-MM-DD.",
    ]
    assert count(open_engine(address), "visit") == 1
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".loading")]


def test_a_database_that_fails_half_way_keeps_what_it_held(export, tmp_path, new_schema):
    address = new_schema()
    load(export, address)
    with worlds.open_for_writing(address).begin() as connection:
        connection.execute(text(
            "alter table settlement add constraint never check (spent is null)"
        ))
    other = write_folder(
        tmp_path / "other", visit=[{}, {"visit_id": "V2"}], advance=[{}], settlement=[{}]
    )
    with pytest.raises(Refused) as caught:
        load(other, address, replace=True)
    assert "'settlement' (CheckViolation); nothing was written" in str(caught.value)
    # The server's own words would tell the row.
    assert "2026-02-01" not in "".join(traceback.format_exception(caught.value))
    assert count(open_engine(address), "visit") == 1
    assert count(open_engine(address), "advance") == 0


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


@pytest.mark.parametrize(("damage", "rule"), [
    (lambda export: (export / "visit.csv").unlink(), ("without_table", "visit")),
    (lambda export: (export / "org_label.csv").write_bytes(b""), ("no_header", "org_label.csv")),
    (lambda export: (export / "data_load.csv").write_text(
        ",".join(TABLES["data_load"].column_names)), ("no_rows", "data_load.csv")),
    (break_encoding, ("not_utf8", "org_label.csv")),
    (break_quotes, ("not_csv", "org_label.csv")),
    (narrow, ("wrong_width", "org_label.csv")),
    (drop_column, ("without_column", "org_label.csv")),
], ids=["table", "empty file", "no row", "encoding", "quotes", "width", "column"])
def test_an_export_that_cannot_be_stored_leaves_nothing(
    export, address, tmp_path, damage, rule
):
    damage(export)
    assert rule in refused(export, address).findings.counts
    assert nothing_was_written(address, tmp_path)


def test_a_folder_without_files_misses_every_required_table(tmp_path, address):
    (tmp_path / "export").mkdir()
    found = refused(tmp_path / "export", address).findings
    missed = {name for rule, name in found.counts if rule == "without_table"}
    assert missed == {name for name, table in TABLES.items() if table.required}
    assert nothing_was_written(address, tmp_path)


def test_a_sheet_that_cannot_be_stored_is_told_by_sheet_row_and_column(tmp_path, address):
    book = write_workbook(tmp_path / "export", child=[{}, {"child_id": "K2", "birth_on": "May"}])
    assert refused(book, address).findings.lines() == [
        "cases.xlsx, sheet child, row 3, birth_on: is not a day; write it as YYYY-MM-DD.",
    ]
    assert nothing_was_written(address, tmp_path)


def test_an_absent_optional_table_stays_absent(tmp_path, address):
    load(write_folder(tmp_path / "export", advance=[{}]), address)
    export = write_folder(tmp_path / "other", without=("advance", "settlement"))
    findings = load(export, address, replace=True)
    assert findings.counts["absent_table", "advance"] == 1
    with reading(open_engine(address)) as opened:
        assert opened.absent == {"advance", "settlement"}


def test_rows_that_break_a_rule_are_loaded_and_told(tmp_path, address):
    export = write_folder(
        tmp_path / "export",
        case_file=[{}, {"case_id": "G", "household_type": "castle"}],
        child=[{}, {"child_id": "K2", "case_id": "G"}],
    )
    findings = load(export, address)
    assert findings.lines() == [
        "case_file.csv, row 3, household_type: holds a code outside the contract; "
        "the row is left out of every figure.",
        "child.csv, row 3: refers to a row that is left out, and is left out with it.",
    ]
    assert findings.broken()
    assert count(open_engine(address), "child") == 2


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
    assert "already holds rows" in str(refused(other, address))
    assert count(open_engine(address), "visit") == 1
    load(other, address, replace=True)
    assert count(open_engine(address), "visit") == 2


def test_a_file_with_other_tables_is_left_alone(export, duckdb_address):
    with worlds.open_for_writing(duckdb_address).begin() as connection:
        connection.execute(text("create table payroll (a integer)"))
    with pytest.raises(Refused, match="payroll"):
        load(export, duckdb_address, replace=True)
    assert count(open_engine(duckdb_address), "payroll") == 0


@pytest.mark.parametrize(("name", "kind"), [("nowhere", "missing"), ("notes.txt", "other_kind")])
def test_a_source_that_is_no_export_is_refused(tmp_path, duckdb_address, name, kind):
    (tmp_path / "notes.txt").write_text("notes")
    assert refused(tmp_path / name, duckdb_address).kind == kind
