"""Whether the process lives and whether it has figures are two questions."""

from __future__ import annotations

import json

from serving import Server, awaited

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


def test_a_server_with_a_snapshot_is_ready(server: Server) -> None:
    assert json.loads(server.get("/readyz").body) == {"ready": True}
    assert json.loads(server.get("/healthz").body) == {"alive": True}
