"""An address that does not exist is not found, and a host that nobody named is not answered."""

from __future__ import annotations

import http.client

import pytest
from serving import Server

from dashboard.server.addresses import PAGES
from dashboard.server.fonts import addresses
from dashboard.views import VIEWS


def test_the_pages_are_those_of_the_views() -> None:
    assert tuple(view.name for view in VIEWS) == PAGES


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?lang=fr",
        *(f"/{page}" for page in PAGES),
        "/grants?unit=KR",
        "/healthz",
        "/readyz",
        "/language.js",
        "/favicon.png",
        "/_stcore/health",
        "/_stcore/host-config",
        addresses()["fr"].removeprefix("."),
    ],
)
def test_what_there_is_is_found(server: Server, path: str) -> None:
    assert server.get(path).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/nothing/here",
        "/grants/more",
        "/Grants",
        "/index.html",
        "/.env",
        "/wp-login.php",
        "/static/js/nothing.js",
        "/static/nothing",
        "/media/nothing",
        "/type/nothing.woff2",
        "/_stcore/nothing",
        "/component/nothing/index.html",
    ],
)
def test_what_there_is_not_is_not_found(server: Server, path: str) -> None:
    assert server.get(path).status == 404
    assert server.get(path, Accept_Encoding="gzip").status == 404


def test_a_page_that_there_is_not_answers_in_the_readers_language(server: Server) -> None:
    answer = server.get("/nothing?lang=fr")
    assert '<html lang="fr">' in answer.text
    assert answer.headers["content-language"] == "fr"


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "figures.example.org"])
def test_a_host_that_is_named_is_answered(server: Server, name: str) -> None:
    assert asked(server, name) == (200, 101)


@pytest.mark.parametrize("name", ["elsewhere.example", "localhost.example", "10.0.0.1", "", "a b", "[::2]"])
def test_any_other_host_is_refused(server: Server, name: str) -> None:
    page, stream = asked(server, name)
    assert page == 400
    assert stream in (400, 403)


def asked(server: Server, name: str) -> tuple[int, int]:
    """Return with which status a page and the stream are answered under the name of a host."""
    place = server.url.removeprefix("http://")
    host = f"{name}:{place.rpartition(':')[2]}"
    stream = {
        "Origin": f"http://{host}",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    return status(place, "/", {"Host": host}), status(place, "/_stcore/stream", {"Host": host, **stream})


def status(place: str, path: str, headers: dict[str, str]) -> int:
    connection = http.client.HTTPConnection(place, timeout=60)
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status
    finally:
        connection.close()
