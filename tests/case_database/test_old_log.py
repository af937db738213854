"""The log of a program that was killed does not meet a new DuckDB file."""

import subprocess
import sys

import pytest
from site_exports import loaded, write_folder
from sqlalchemy import URL

from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.case_database.synthetic import write
from dashboard.refusal import Refused

OPENED = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("set checkpoint_threshold = '1TB'")
"""
MADE = """
connection.execute("create table visit as select 'OLD' as visit_id")
connection.execute("checkpoint")
"""
# The row lies in the log alone, as the program has no time to close the file.
KILLED = """
connection.execute("insert into visit (visit_id) values ('OLDER')")
os._exit(0)
"""


def log_of(path):
    return path.with_name(f"{path.name}.wal")


def run(path, *program):
    subprocess.run([sys.executable, "-c", "".join(program), path], check=True)
    assert log_of(path).exists()


@pytest.fixture
def killed(tmp_path):
    """A DuckDB file with the log of a program that was killed."""
    path = tmp_path / "cases.duckdb"
    run(path, OPENED, MADE, KILLED)
    return path


def test_a_synthetic_database_takes_the_place_of_the_file_and_its_log(killed):
    write(killed, 100, 1)
    with reading(open_engine(URL.create("duckdb", database=str(killed)))) as opened:
        assert opened.load.source == "synthetic"
    assert not log_of(killed).exists()


def test_a_log_whose_file_has_gone_is_told(killed, tmp_path):
    killed.unlink()
    with pytest.raises(Refused, match=r"cases\.duckdb\.wal' lies where"):
        load(write_folder(tmp_path / "export"), URL.create("duckdb", database=str(killed)))
    assert not killed.exists()


def test_an_export_takes_the_place_of_the_rows_in_the_log_too(tmp_path):
    address = URL.create("duckdb", database=str(tmp_path / "cases.duckdb"))
    load(write_folder(tmp_path / "export"), address)
    run(tmp_path / "cases.duckdb", OPENED, KILLED)
    load(write_folder(tmp_path / "other"), address, replace=True)
    assert loaded(open_engine(address), "visit") == 1
