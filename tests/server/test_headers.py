"""Every answer carries the security headers, and doors that nobody needs are shut."""

from __future__ import annotations

import pytest
from serving import Server

from dashboard.server.headers import inline_scripts, policy

ADDRESSES = ("/", "/grants?lang=fr", "/healthz", "/readyz", "/language.js", "/_stcore/health", "/media/none", "/nothing/here")


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


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b"])
def test_a_door_that_nobody_needs_is_shut(server: Server, path: str) -> None:
    assert server.get(path).status == 404


def test_another_site_cannot_speak_to_the_pages(server: Server) -> None:
    opened = server.get(
        "/_stcore/stream", Origin="https://elsewhere.example", Upgrade="websocket",
        Connection="Upgrade", Sec_WebSocket_Version="13", Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==",
    )
    assert opened.status == 403
