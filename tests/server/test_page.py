"""The first byte of a page speaks the reader's language."""

from __future__ import annotations

import gzip
import re

import pytest
from accepted import HEADERS
from serving import Server

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.server.headers import INDEX
from dashboard.server.page import page_title, rewritten, switch_script

PAGES = ("/", "/caseload")
BROWSERS = ("ko-KR", "en-US", "ja-JP", "zh-CN", "fr-FR")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("accepted", BROWSERS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_link_decides_the_language(server: Server, path: str, accepted: str, code: str) -> None:
    answer = server.get(f"{path}?unit=KR&lang={code}", Accept_Language=accepted)
    spoken = words(code)
    assert f'<html lang="{spoken.tag}">' in answer.text
    assert f"<title>{page_title(spoken)}</title>" in answer.text
    assert answer.headers["content-language"] == spoken.tag


@pytest.mark.parametrize(("accepted", "code"), HEADERS)
def test_without_a_link_the_browser_decides(server: Server, accepted: str, code: str) -> None:
    """The operator chose no language, which means Korean."""
    tag = words("ko" if code == "default" else code).tag
    # Header values are bytes; what is not Latin arrives as UTF-8.
    answer = server.get("/", Accept_Language=accepted.encode("utf-8").decode("latin-1"))
    assert answer.status == 200
    assert f'<html lang="{tag}">' in answer.text
    assert answer.headers["content-language"] == tag
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize("link", ["klingon", "../..", "%00", "%F0%9F%90%88", "<script>", "x" * 10_000, ""])
def test_a_link_that_names_no_language_leaves_it_to_the_browser(server: Server, link: str) -> None:
    answer, plain = (server.get(path, Accept_Language="fr") for path in (f"/?lang={link}", "/"))
    assert '<html lang="fr">' in answer.text
    assert answer.body == plain.body


def test_two_readers_in_turn_do_not_mix(server: Server) -> None:
    for tag in ("fr", "ja", "fr", "ja"):
        assert f'<html lang="{tag}">' in server.get("/", Accept_Language=tag).text


def test_a_page_is_compressed_for_whoever_takes_it(server: Server) -> None:
    plain, small = server.get("/?lang=fr"), server.get("/?lang=fr", Accept_Encoding="gzip")
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert "etag" not in plain.headers


def test_everything_english_of_streamlits_index_is_replaced() -> None:
    """A new Streamlit may write its index another way; then a replacement finds nothing."""
    html = rewritten(INDEX.read_text(encoding="utf-8"), "fr")
    assert html.count("<html lang=") == html.count('<html lang="fr">') == 1
    assert "Streamlit app" not in html and "<title>Streamlit</title>" not in html
    assert "service-desc" not in html
    assert html.count("<noscript>") == 1
    assert html.index("language.js") < html.index('<script type="module"')
    assert html.index("prefers-color-scheme:dark") < html.index("<title>")


def test_a_switch_says_language_and_title_and_nothing_that_runs() -> None:
    said = switch_script("zh_Hans", '<script>"1" & 2</script>')
    assert 'data-page-language="zh-Hans"' in said
    assert re.findall(r"<(\w+)", said) == ["span"]
    assert "&lt;script&gt;" in said
