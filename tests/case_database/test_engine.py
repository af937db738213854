"""A case database that cannot serve is refused in one sentence, and left as it was."""

import os
import subprocess
import sys

import pytest
import worlds
from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError

from dashboard.case_database.address import parse
from dashboard.case_database.contents import inspect
from dashboard.case_database.contract import TABLES
from dashboard.case_database.engine import open_engine, open_for_writing
from dashboard.case_database.reading import reading
from dashboard.case_database.sheets import export
from dashboard.refusal import Refused


def refusal(url):
    with pytest.raises(Refused) as caught:
        inspect(open_engine(url))
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file_is_not_made(duckdb_address, tmp_path):
    assert refusal(duckdb_address).kind == "missing"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(5000), b"notes"])
def test_a_file_of_another_kind_stays_as_it_is(tmp_path, content):
    path = tmp_path / "case_database.duckdb"
    path.write_bytes(content)
    assert refusal(URL.create("duckdb", database=str(path))).kind == "other_kind"
    assert path.read_bytes() == content
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_is_no_database(tmp_path):
    assert refusal(URL.create("duckdb", database=str(tmp_path))).kind == "other_kind"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "cases.duckdb")
    assert refusal(URL.create("duckdb", database=str(tmp_path / "cases.duckdb"))).kind == "other_kind"
    os.mkfifo(tmp_path / "visit.csv")
    with export(tmp_path) as found:
        assert found == []


def test_a_server_that_is_not_there_is_told_without_its_password(tmp_path):
    url = parse(f"postgresql://reader:secret@/cases?host={tmp_path}")
    found = refusal(url)
    assert found.kind == "unreachable"
    assert "secret" not in str(found)


def test_a_database_that_its_server_does_not_have_is_missing(postgresql_server):
    assert refusal(postgresql_server.set(database="nowhere")).kind == "missing"


@pytest.mark.parametrize("address", ["mysql://host/cases", "sqlite:///cases.db", "oracle://x"])
def test_an_address_of_another_engine_is_refused(address):
    with pytest.raises(Refused) as caught:
        parse(address)
    assert caught.value.kind == "other_kind"


def test_a_file_that_another_program_writes_does_not_answer(duckdb_address):
    worlds.write(duckdb_address)
    program = (
        "import duckdb, sys; connection = duckdb.connect(sys.argv[1]); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, duckdb_address.database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout.readline() == "open\n"
        assert refusal(duckdb_address).kind == "unreachable"
        writer.stdin.close()
    assert inspect(open_engine(duckdb_address)).absent == frozenset()


@pytest.mark.parametrize("name", [name for name in TABLES if TABLES[name].required])
def test_each_required_table_is_missed_by_name(duckdb_address, name):
    worlds.write(duckdb_address, without=(name,), **{name: []})
    found = refusal(duckdb_address)
    assert found.kind == "without_table"
    assert f"'{name}'" in str(found)


def test_a_database_that_is_refused_stays_as_it_was(world, address):
    world(without=("visit",), visit=[], case_file=[{}])
    before = names(address)
    assert refusal(address).kind == "without_table"
    with pytest.raises(Refused), reading(open_engine(address)):
        pass
    assert names(address) == before


def test_a_place_without_any_table_misses_the_first(new_schema):
    url = new_schema()
    assert refusal(url).kind == "without_table"
    assert names(url) == []


def names(url):
    """Return the names of all tables and views of a database."""
    with open_engine(url).connect() as connection:
        return sorted(
            connection.execute(
                text("select table_name from information_schema.tables where table_schema = current_schema()")
            ).scalars()
        )


def test_a_site_may_map_every_table_with_a_view(world, address):
    world(case_file=[{}], visit=[{}, {"visit_id": "V2", "mode": "boat"}], worker=[{}])
    with open_for_writing(address).begin() as connection:
        for name in TABLES:
            connection.execute(text(f"alter table {name} rename to site_{name}"))
            connection.execute(text(f"create view {name} as select * from site_{name}"))
    engine = open_engine(address)
    assert {*inspect(engine).relations} == {*TABLES}
    with reading(engine) as opened:
        assert opened.left_out == {("unknown_code", "visit"): 1}
        visits = opened.connection.execute(text("select visit_id from visit")).scalars().all()
    assert visits == ["V"]


def test_a_column_that_a_view_lacks_is_named(world, address):
    world(without=("child",))
    with open_for_writing(address).begin() as connection:
        connection.execute(text("create view child as select 'K' as child_id"))
    assert "'case_id', 'birth_on'" in str(refusal(address))


def test_a_missing_column_is_named(world, address):
    world()
    with open_for_writing(address).begin() as connection:
        connection.execute(text("alter table visit drop column mode"))
    found = refusal(address)
    assert found.kind == "without_column"
    assert "'visit'" in str(found)
    assert "'mode'" in str(found)


@pytest.mark.parametrize("name", ["org_unit", "data_load"])
def test_a_database_without_units_or_loads_is_empty(world, address, name):
    world(**{name: []})
    assert refusal(address).kind == "empty"


def test_optional_tables_that_are_not_there_are_listed(world):
    assert inspect(world(without=("advance",))).absent == {"advance"}


def test_a_reading_engine_does_not_write(world):
    with world().connect() as connection, pytest.raises(Exception, match="read-only"):
        connection.execute(text("delete from visit"))


def test_a_role_that_may_select_and_nothing_else_is_enough(new_schema):
    url = new_schema()
    worlds.write(url, case_file=[{}])
    schema = url.query["options"].split("=")[1]
    with open_for_writing(url).begin() as connection:
        connection.execute(text("drop role if exists reader"))
        connection.execute(text("create role reader login"))
        connection.execute(text(f"grant usage on schema {schema} to reader"))
        connection.execute(text(f"grant select on all tables in schema {schema} to reader"))
    try:
        with reading(open_engine(url.set(username="reader"))) as opened:
            families = opened.connection.execute(text("select case_id from case_file")).all()
        assert [tuple(family) for family in families] == [("F",)]
        # A role that may do more writes no more through the dashboard.
        for statement in ("delete from case_file", f"create table {schema}.kept (a integer)"):
            for username in ("reader", url.username):
                engine = open_engine(url.set(username=username))
                with engine.connect() as connection, pytest.raises(DBAPIError, match="read-only"):
                    connection.execute(text(statement))
    finally:
        with open_for_writing(url).begin() as connection:
            connection.execute(text("drop owned by reader"))
            connection.execute(text("drop role reader"))
