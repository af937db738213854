"""Rooms go with their work, and those of a killed process at the next work in the same place."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from dashboard.workroom import clear, workroom

WORK = """
import sys
from pathlib import Path
from dashboard.workroom import workroom
with workroom("testing", Path(sys.argv[1])) as room:
    (room / "rows").write_text("some")
    print(room, flush=True)
    sys.stdin.read()
"""


def working(folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """Start a process that works in a room, and return it with its room."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    return process, Path(process.stdout.readline().strip())


def test_a_room_goes_with_its_work(tmp_path: Path) -> None:
    with workroom("testing", tmp_path) as room:
        (room / "rows").write_text("some")
        assert room.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_the_room_of_a_killed_process_goes_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    killed, left = working(tmp_path)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    living, held = working(tmp_path)
    assert not left.exists()
    with workroom("testing", tmp_path):
        assert held.exists()
    living.communicate("")
    assert living.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_or_of_another_kind_stays(tmp_path: Path) -> None:
    for name in (".loading-x", ".first-steps-loading-x", "data"):
        (tmp_path / name).mkdir()
    clear("testing", tmp_path)
    assert len(list(tmp_path.iterdir())) == 3
    clear("loading", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".loading-x", "data"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "kept").mkdir(parents=True)
    (tmp_path / ".first-steps-testing-x").symlink_to(elsewhere)
    clear("testing", tmp_path)
    assert (elsewhere / "kept").exists()
