"""Two processes that start at once on an empty cache folder do not get into each other's way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from serving import serving


def test_two_processes_that_start_at_once_both_serve(tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def log_of(name: str) -> str:
        folder = tmp_path / name
        folder.mkdir()
        # The profile that is decided soonest.
        variables = {
            "DASHBOARD_CACHE_FOLDER": str(cache),
            "DASHBOARD_FAMILIES": "100",
            "DASHBOARD_PROFILE": "headquarters",
        }
        with serving(folder=folder, **variables) as server:
            assert server.get("/").status == 200
            return server.log.read_text(encoding="utf-8")

    with ThreadPoolExecutor(2) as processes:
        logs = [*processes.map(log_of, ("1", "2"))]
    for log in logs:
        lines = [line for line in log.splitlines() if "Synthetic database" not in line]
        assert len(lines) == 1
        assert lines[0].startswith("First Steps dashboard: http://127.0.0.1:")
    assert sorted(path.name for path in cache.iterdir()) == ["snapshots", "synthetic-100.duckdb"]
    (snapshots,) = (cache / "snapshots").iterdir()
    assert len([*snapshots.iterdir()]) == 1
