"""Every answer carries the security headers, and doors that nobody needs are shut."""

from __future__ import annotations

import http.client

import pytest
from serving import Server

from dashboard.server.headers import inline_scripts, policy

ADDRESSES = (
    "/",
    "/grants?lang=fr",
    "/healthz",
    "/readyz",
    "/language.js",
    "/_stcore/health",
    "/media/none",
    "/nothing/here",
)


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_carries_the_headers(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert headers["content-security-policy"] == policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_the_policy_lets_nothing_run_that_a_page_holds() -> None:
    parts = dict(part.split(" ", 1) for part in policy().split("; "))
    assert parts["default-src"] == "'none'"
    assert "'unsafe-inline'" not in parts["script-src"]
    assert "'unsafe-eval'" not in parts["script-src"]
    assert "http" not in policy()


def test_the_scripts_within_streamlits_index_are_known_by_their_digest() -> None:
    assert len(inline_scripts()) == 1
    assert inline_scripts()[0] in policy()


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b"]
)
def test_a_door_that_nobody_needs_is_shut(server: Server, path: str) -> None:
    assert server.get(path).status == 404


def test_another_site_cannot_speak_to_the_pages(server: Server) -> None:
    assert upgrade(server, server.url) == 101
    assert upgrade(server, "https://elsewhere.example") == 403


def upgrade(server: Server, origin: str) -> int:
    """Return the status with which the server answers a page that opens its stream."""
    host = server.url.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request(
        "GET",
        "/_stcore/stream",
        headers={
            "Host": host,
            "Origin": origin,
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        },
    )
    try:
        return connection.getresponse().status
    finally:
        connection.close()
