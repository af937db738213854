"""Scripts and styles are sent compressed, and made-up paths fill no memory."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from serving import Server, awaited
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.types import Message, Receive

from dashboard.i18n.languages import LANGUAGES, Language
from dashboard.server.compression import CompressOnce
from dashboard.server.language import HERE, address, script, without_words

# Streamlit's own scripts and styles of a first view; megabytes of the design's budget.
FIRST_SCRIPTS = 1_500_000


def assets(server: Server) -> list[str]:
    html = server.get("/").text
    return [path[1:] for path in re.findall(r'(?:src|href)="(\./[^"]+\.(?:js|css)[^"]*)"', html)]


def test_what_the_document_names_is_sent_small(server: Server) -> None:
    found = assets(server)
    sizes = []
    for path in found:
        answer = server.get(path, Accept_Encoding="gzip, br")
        assert answer.headers["content-encoding"] == "gzip", path
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["cache-control"]
        sizes.append(len(answer.body))
    assert len(found) > 50
    assert sum(sizes) <= FIRST_SCRIPTS


def test_small_and_plain_are_the_same(server: Server) -> None:
    path = next(path for path in assets(server) if "/index." in path)
    plain, small = server.get(path), server.get(path, Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(small.body) == plain.body


async def gone() -> Message:
    return {"type": "http.disconnect"}


async def ask(app: CompressOnce, path: str, receive: Receive | None = None) -> bytes:
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": [(b"accept-encoding", b"gzip")],
    }
    sent: list[dict] = []

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[1]["body"]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        (Response("let a = 1", media_type="text/javascript"), 1),
        (HTMLResponse("the document"), 0),
        (Response("gone", 404, media_type="text/javascript"), 0),
    ],
)
def test_only_a_script_that_is_there_is_kept(answer: Response, kept: int) -> None:
    app = CompressOnce(answer)
    for unused_time in range(2):
        awaited(ask(app, "/static/made-up.js"))
    assert len(app.kept) == kept


def test_a_browser_that_goes_leaves_no_half_of_a_script(tmp_path: Path) -> None:
    file = tmp_path / "whole.js"
    file.write_text("let a = 1;" * 50_000)
    app = CompressOnce(FileResponse(file))
    awaited(ask(app, "/static/whole.js", gone))
    assert gzip.decompress(awaited(ask(app, "/static/whole.js"))) == file.read_bytes()


def test_the_words_of_streamlit_cover_the_same_texts_in_every_language() -> None:
    chosen = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))
    translated = {tag: entry for tag, entry in chosen.items() if tag != "en"}
    assert set(chosen) == {each.tag for each in LANGUAGES.values()}
    assert len({frozenset(entry["exact"]) for entry in translated.values()}) == 1
    assert (
        len({tuple(pattern for pattern, unused in entry["patterns"]) for entry in translated.values()}) == 1
    )


def test_a_language_without_words_still_opens_its_pages() -> None:
    """The script asks each language for these three; a missing one stops every page."""
    english = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))["en"]
    assert without_words(Language("de", "de", "de_DE", "Deutsch")) == {
        **english,
        "locale": "de-DE",
        "exact": {},
        "patterns": [],
    }


def test_french_parts_its_colons_with_a_narrow_space() -> None:
    french = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))["fr"]
    said = [*french["exact"].values(), *(words for unused, words in french["patterns"])]
    assert not [words for words in said if re.search(r"(?<!\u202f)[:;!?]", words)]


def test_the_address_of_the_script_changes_with_its_words() -> None:
    assert re.fullmatch(r"\./language\.js\?v=[0-9a-f]{16}", address())
    assert script().startswith("const WORDS = {")
