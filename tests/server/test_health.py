"""Whether the process lives and whether it has figures are two questions."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import worlds
from serving import Server, awaited

from dashboard.keeper import Keeper
from dashboard.server.health import routes
from dashboard.server.warm import Warmth


def answers(warmth: Warmth) -> dict[str, tuple[int, dict]]:
    """Return status and body of each address."""
    found = {}
    for route in routes(warmth):
        response = awaited(route.endpoint(None))
        found[route.path] = response.status_code, json.loads(response.body)
    return found


def test_a_server_without_a_snapshot_lives_and_is_not_ready() -> None:
    assert answers(Warmth()) == {
        "/healthz": (200, {"alive": True}),
        "/readyz": (503, {"ready": False}),
    }


def test_a_server_whose_figures_are_old_is_ready_and_says_why(duckdb_address, tmp_path) -> None:
    worlds.write(duckdb_address, data_load=[{"load_id": 2}])
    warmth = Warmth()
    warmth.keeper = Keeper(duckdb_address, tmp_path, now=lambda: datetime(2026, 7, 1, 12))
    assert answers(warmth)["/readyz"] == (503, {"ready": False})
    warmth.keeper.current()
    # There are figures, but no charts yet.
    assert answers(warmth)["/readyz"] == (503, {"ready": False})
    warmth.done = True
    assert answers(warmth)["/readyz"] == (200, {"ready": True})
    file = Path(str(duckdb_address.database))
    file.unlink()
    warmth.keeper.check()
    status, body = answers(warmth)["/readyz"]
    assert (status, body["ready"], body["since"]) == (200, True, "2026-07-01T12:00:00")
    assert body["trouble"].startswith(f"The DuckDB file '{file}' does not exist")
    worlds.write(duckdb_address)
    warmth.keeper.check()
    status, body = answers(warmth)["/readyz"]
    assert (status, [*body]) == (200, ["ready", "older"])
    assert body["older"].startswith("Load 1 ")


def test_a_server_with_a_snapshot_is_ready(server: Server) -> None:
    assert json.loads(server.get("/readyz").body) == {"ready": True}
    assert json.loads(server.get("/healthz").body) == {"alive": True}
