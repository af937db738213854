"""Commands end with one sentence and exit code 2 where they cannot go on, and write nothing."""

from __future__ import annotations

import csv
import io
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from serving import command, dashboard
from site_exports import write_folder
from sqlalchemy import URL
from worlds import write

from dashboard.__main__ import COMMANDS, main, parser, with_command
from dashboard.case_database import schema
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_for_writing
from dashboard.commands.serve import free_port
from dashboard.refusal import Refused
from dashboard.settings import current, read
from dashboard.sizes import FEWEST_FAMILIES


def empty_database(folder: Path) -> Path:
    """Write all tables of the contract without a row."""
    file = folder / "case.duckdb"
    engine = open_for_writing(URL.create("duckdb", database=str(file)))
    with engine.begin() as connection:
        schema.create_tables(connection)
    engine.dispose()
    return file


def changed(folder: Path, statement: str) -> str:
    file = empty_database(folder)
    with duckdb.connect(str(file)) as connection:
        connection.execute(statement)
    return str(file)


def text_file(folder: Path) -> str:
    file = folder / "notes.txt"
    file.write_text("no database", encoding="utf-8")
    return str(file)


def sqlite_file(folder: Path) -> str:
    file = folder / "other.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("create table visit (visit_id text)")
    connection.close()
    return str(file)


BAD: dict[str, tuple[Callable[[Path], str], str]] = {
    "missing": (lambda folder: str(folder / "none.duckdb"), "does not exist"),
    "a folder": (str, "is not a DuckDB file"),
    "a text": (text_file, "is not a DuckDB file"),
    "SQLite": (sqlite_file, "is not a DuckDB file"),
    "another engine": (lambda unused: "mysql://me:pass-word@host/cases", "names the engine 'mysql'"),
    "no address": (lambda unused: "duckdb//x://", "address"),
    "unreachable": (
        lambda unused: "postgresql://me:pass-word@127.0.0.1:9/cases",
        "does not answer",
    ),
    "without a table": (lambda folder: changed(folder, "drop table visit"), "no table 'visit'"),
    "without a column": (
        lambda folder: changed(folder, "alter table indicator_target drop column basis"),
        "lacks 'basis'",
    ),
    "empty": (lambda folder: str(empty_database(folder)), "is empty"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def assert_refused(folder: Path, told: str, *arguments: str, run=command, **variables: str) -> None:
    """Run a command and hold it to one sentence, exit code 2, and an untouched folder."""
    before = contents(folder)
    home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    ended = run(*arguments, folder=folder, **{**home, **variables})
    assert ended.returncode == 2, ended.stderr
    assert ended.stderr.startswith("dashboard: ")
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr and "pass-word" not in ended.stderr
    assert ended.stdout == ""
    assert contents(folder) == before


@pytest.mark.parametrize("case", BAD)
def test_a_database_that_cannot_be_shown_stops_the_start(case: str, tmp_path: Path) -> None:
    address, told = BAD[case]
    assert_refused(tmp_path, told, "--database", address(tmp_path))


@pytest.mark.parametrize("case", ["missing", "another engine", "without a column"])
def test_a_database_of_the_environment_is_looked_at_too(case: str, tmp_path: Path) -> None:
    address, told = BAD[case]
    assert_refused(tmp_path, told, "serve", DASHBOARD_DATABASE=address(tmp_path))


def test_a_database_of_the_secrets_is_looked_at_too(tmp_path: Path) -> None:
    folder = tmp_path / ".streamlit"
    folder.mkdir()
    secret = '[connections.case_database]\nurl = "none.duckdb"\n'
    (folder / "secrets.toml").write_text(secret, encoding="utf-8")
    assert_refused(tmp_path, "'none.duckdb' does not exist", run=dashboard)


def test_nobody_else_can_be_let_in(tmp_path: Path) -> None:
    assert_refused(tmp_path, "no sign-in yet", "--address", "0.0.0.0")


def test_a_port_that_is_taken_and_was_named_is_refused(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        settings = read({"DASHBOARD_PORT": str(port)})
        with pytest.raises(Refused, match=f"Port {port} is taken"):
            free_port(settings)


def test_the_next_free_port_is_taken_where_none_was_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        settings = read({"DASHBOARD_PORT": str(port)})
        unnamed = type(settings)(**{**vars(settings), "port_named": False})
        assert port < free_port(unnamed) < port + 100


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("expected --from not after --to", ("--from", "2026-06", "--to", "2026-05")),
        ("expected a period that has begun", ("--from", "2027-01", "--to", "2027-02")),
        ("There is no unit 'XX'", ("--from", "2026-05", "--to", "2026-06", "--unit", "XX")),
        ("invalid choice: 'district'", ("--from", "2026-05", "--to", "2026-06", "--by", "district")),
        ("invalid YYYY-MM value: '2026-13'", ("--from", "2026-13", "--to", "2026-06")),
        ("required: --to", ("--from", "2026-05")),
        ("invalid YYYY-MM-DD value: 'now'", ("--as-of", "now", "--from", "2026-05", "--to", "2026-06")),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_one_sentence(
    told: str,
    words: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    path = tmp_path / "cases.duckdb"
    write(URL.create("duckdb", database=str(path))).dispose()
    # The command hands its flags on as variables: the next test is to find none.
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    assert main(["indicators", "--database", str(path), *words]) == 2
    current.cache_clear()
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err and said.err.count("\n") == 1


def test_an_export_that_is_missing_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "new.duckdb"
    assert_refused(tmp_path, "does not exist", "load", str(tmp_path / "none"), "--database", str(out))


def test_a_load_needs_a_database_by_name(tmp_path: Path) -> None:
    assert_refused(tmp_path, "No case database is named", "load", str(tmp_path))


@pytest.mark.parametrize("families", ["0", "1", "50", "99", "2000001", "many"])
def test_a_database_of_too_few_or_too_many_families_is_refused(families: str, tmp_path: Path) -> None:
    told = "a whole number from 100 to 2000000; change --families or DASHBOARD_FAMILIES"
    assert_refused(tmp_path, told, "demo", "--families", families, "--out", str(tmp_path / "demo.duckdb"))
    assert_refused(tmp_path, told, DASHBOARD_FAMILIES=families)


def test_a_seed_below_nought_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path, "whole number from nought on", "demo", "--seed", "-1", "--out", "demo.duckdb")


@pytest.mark.parametrize("seed", ["0", "1", "7", "18446744073709551616"])
def test_the_fewest_families_make_a_database_for_any_seed(seed: str, tmp_path: Path) -> None:
    out = tmp_path / "demo.duckdb"
    arguments = ("demo", "--families", str(FEWEST_FAMILIES), "--seed", seed, "--out", str(out))
    ended = command(*arguments, folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"100 synthetic families written to {out}\n"


def test_a_demo_overwrites_nothing_by_itself(tmp_path: Path) -> None:
    assert_refused(tmp_path, "is already there", "demo", "--out", text_file(tmp_path))


def test_an_export_without_rows_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    export = tmp_path / "export"
    export.mkdir()
    for table in TABLES.values():
        (export / f"{table.name}.csv").write_text(",".join(table.column_names) + "\n", "utf-8")
    ended = command("load", str(export), "--database", "new.duckdb", folder=tmp_path)
    assert ended.returncode == 2
    assert "org_unit.csv: has no row" in ended.stderr
    assert not (tmp_path / "new.duckdb").exists()


def test_findings_come_as_a_file_to_hand_back_in_the_operators_language(tmp_path: Path) -> None:
    export = write_folder(tmp_path / "export", visit=[{"minutes": "sixty"}])
    asked = ("load", str(export), "--database", "new.duckdb", "--format", "csv", "--lang", "ko")
    ended = command(*asked, folder=tmp_path)
    header, row = csv.reader(io.StringIO(ended.stdout.removeprefix("\ufeff")))
    assert ended.returncode == 2 and ended.stderr.startswith("dashboard: The export")
    assert header == ["심각도", "파일", "행", "열", "규칙", "점검 결과"]
    assert row == ["수정 필요", "visit.csv", "2", "minutes", "not_integer", "정수가 아닙니다. 숫자만 쓰세요"]


def test_a_file_to_hand_back_lists_every_row(tmp_path: Path) -> None:
    families = [{"case_id": f"C{n}", "language": None} for n in range(250)]
    export = write_folder(tmp_path / "export", case_file=[{}, *families])
    ended = command("load", str(export), "--database", "new.duckdb", "--format", "csv", folder=tmp_path)
    assert ended.returncode == 0 and "rows of 38 tables loaded" in ended.stderr
    assert ended.stdout.count("missing_required") == 250


def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    told = "invalid encoding value: 'klingon'"
    assert_refused(tmp_path, told, "load", "x", "--database", "new.duckdb", "--encoding", "klingon")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([name, "--help"])
    assert ended.value.code == 0
    assert f"dashboard {name}" in capsys.readouterr().out


def test_without_a_command_the_dashboard_is_served() -> None:
    assert with_command([]) == ["serve"]
    assert with_command(["--database", "x"]) == ["serve", "--database", "x"]
    assert with_command(["load", "x"]) == ["load", "x"]
    assert with_command(["--help"]) == ["--help"]
