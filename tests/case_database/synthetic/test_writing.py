"""A synthetic database is written whole, or not at all."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_engine
from dashboard.case_database.reading import reading
from dashboard.case_database.synthetic import write
from dashboard.refusal import Refused


def test_what_is_written_can_be_read_without_a_row_left_out(tmp_path):
    path = write(tmp_path / "new" / "synthetic.duckdb", 200, 1)
    with reading(open_engine(parse(str(path)))) as found:
        assert (found.load.source, found.as_of) == ("synthetic", date(2026, 6, 30))
        assert found.left_out == {}
        assert found.absent == frozenset()


def test_the_newest_load_counts_all_other_rows(tmp_path):
    path = write(tmp_path / "synthetic.duckdb", 200, 1)
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()]
        rows = sum(
            connection.execute(f"select count(*) from {name}").fetchone()[0]
            for name in names
            if name != "data_load"
        )
        newest = connection.execute("select arg_max(row_count, load_id) from data_load").fetchone()[0]
    assert newest == rows


def test_progress_rises_to_the_end(tmp_path):
    told: list[float] = []
    write(tmp_path / "synthetic.duckdb", 200, 1, told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_broken_run_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "synthetic.duckdb"
    path.write_text("old")

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, 200, 1, stop)
    assert [found.name for found in tmp_path.iterdir()] == ["synthetic.duckdb"]
    assert path.read_text() == "old"


def test_another_engine_is_refused():
    with pytest.raises(Refused, match="expected the path of a DuckDB file"):
        write("postgresql://somebody@localhost/case_database", 200, 1)
