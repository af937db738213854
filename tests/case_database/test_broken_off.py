"""A load that is broken off leaves the old data, and nothing else: killed, or without room on the disk."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from serving import environment
from site_exports import loaded, write_folder
from sqlalchemy import URL

from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.workroom import PREFIX

# Enough to be met in the middle.
MANY = [{"visit_id": f"V{number}"} for number in range(10_000)]


@pytest.fixture
def larger(tmp_path: Path) -> Path:
    """An export that takes a moment to load."""
    return write_folder(tmp_path / "larger", visit=MANY)


def started(source: Path, url: URL, room: Path, most: int | None = None) -> subprocess.Popen[str]:
    """Start `dashboard load --replace`, which may write no file larger than that."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most)) if most else None
    address = url.render_as_string(hide_password=False)
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", "load", str(source), "--database", address, "--replace"],
        env=environment(TMPDIR=str(room)),
        cwd=room,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,  # noqa: PLW1509 - no thread runs yet
    )


def killed_once(process: subprocess.Popen[str], folder: Path, pattern: str) -> None:
    """Kill a process as soon as it has written what a pattern names."""
    while process.poll() is None and not [*folder.glob(pattern)]:
        time.sleep(0.001)
    process.kill()
    process.communicate()
    assert process.returncode != 0


def rooms(folder: Path) -> list[Path]:
    return [*folder.glob(f"{PREFIX}*")]


def test_a_killed_load_into_a_file_leaves_the_old_data_and_the_next_one_clears(
    export, larger, duckdb_address, tmp_path
):
    load(export, duckdb_address)
    killed_once(started(larger, duckdb_address, tmp_path), tmp_path, f"{PREFIX}*/case_database.duckdb*")
    assert loaded(open_engine(duckdb_address), "visit") == 1
    assert len(rooms(tmp_path)) == 1
    load(larger, duckdb_address, replace=True)
    assert loaded(open_engine(duckdb_address), "visit") == len(MANY)
    assert rooms(tmp_path) == []


@pytest.mark.parametrize("pattern", [f"{PREFIX}*/case_database.duckdb*", f"{PREFIX}*/rows.csv"])
def test_a_killed_load_into_postgresql_leaves_the_old_data_and_the_next_one_clears(
    pattern, export, larger, new_schema, tmp_path, monkeypatch
):
    url = new_schema()
    load(export, url)
    killed_once(started(larger, url, tmp_path), tmp_path, pattern)
    assert loaded(open_engine(url), "visit") == 1
    assert len(rooms(tmp_path)) == 1
    monkeypatch.setattr("tempfile.tempdir", os.fspath(tmp_path))
    load(larger, url, replace=True)
    assert loaded(open_engine(url), "visit") == len(MANY)
    assert rooms(tmp_path) == []


# At the first byte, and in the middle.
@pytest.mark.parametrize(
    ("engine", "most"), [("duckdb", 4_000), ("duckdb", 300_000), ("postgresql", 300_000)]
)
def test_without_room_on_the_disk_a_load_is_refused_in_a_sentence(
    engine, most, export, larger, request, duckdb_address, tmp_path
):
    url = duckdb_address if engine == "duckdb" else request.getfixturevalue("new_schema")()
    load(export, url)
    process = started(larger, url, tmp_path, most)
    said = "".join(process.communicate())
    assert process.returncode == 2
    assert said.startswith(f"dashboard: The folder '{tmp_path}' did not take the rows; nothing was loaded.")
    assert said.count("\n") == 1
    assert loaded(open_engine(url), "visit") == 1
    assert rooms(tmp_path) == []
