"""Nothing left over: whatever language a browser speaks, a page says all it says in its reader's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from browser.crawl.judging import complaint, left_over
from browser.crawl.reader import Reader, together
from browser.crawl.said import Said
from playwright.sync_api import Browser, Page, expect
from serving import Server, page_of

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.views import VIEWS

# Page language to two browsers of other languages: the first goes through all pages, the second
# looks at the first one with its menus. Over all pages each browser and each language is met.
BROWSERS = {
    "ko": ("en-US", "ja-JP"),
    "en": ("fr-FR", "ko-KR"),
    "ja": ("zh-CN", "fr-FR"),
    "zh_Hans": ("ja-JP", "en-US"),
    "fr": ("ko-KR", "zh-CN"),
}
CARD = "st-key-card-overview-families"


@pytest.fixture(scope="module")
def page_in(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Return the page of a browser's language: one for all its tests, so that assets load once."""
    with ExitStack() as pages:
        yield cache(lambda spoken: pages.enter_context(page_of(browser, spoken)))


@pytest.mark.parametrize("code", BROWSERS)
def test_every_page_speaks_the_readers_language_alone(
    code: str, page_in: Callable[[str], Page], server: Server
) -> None:
    readers = {spoken: Reader(page_in(spoken), server.url, words(code)) for spoken in BROWSERS[code]}
    together(readers.values(), Reader.go, Reader.arrive)
    for reader in readers.values():
        expect(reader.page.locator("html")).to_have_attribute("lang", LANGUAGES[code].tag)
        reader.menus()
    reader = readers[BROWSERS[code][0]]
    for number in (1, 2, 0):
        reader.choose(CARD, number)
        reader.chosen(CARD, number)
    for view in VIEWS[1:]:
        reader.turn(view.name)
        reader.turned(view.name)
    assert {spoken: left for spoken, reader in readers.items() if (left := left_over(reader.found))} == {}


def test_a_second_language_is_named_where_it_stands(browser: Browser, server: Server) -> None:
    with page_of(browser, "en-US") as page:
        reader = Reader(page, server.url, words("fr"))
        reader.open("grants", **{"with": "ko", "currency": "USD"})
        assert any(said.tag == "ko" for said in reader.found)
        assert left_over(reader.found) == []


def test_a_link_that_leads_nowhere_is_answered_in_the_readers_language(
    browser: Browser, server: Server
) -> None:
    with page_of(browser, "de-DE") as page:
        reader = Reader(page, server.url, words("ja"))
        reader.open(unit="nowhere", period="2031-13", compare="sideways", currency="XXX")
        assert left_over(reader.found) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Download", "ko"),
        ("다운로드", "en"),
        ("Nouveaux", "en"),
        ("Hidden", "fr"),
        ("访问", "ja"),
        ("訪問", "zh-Hans"),
        ("1,234", "fr"),
        ("1\u202f234", "en"),
        ("Chart", "ja"),
        ("ok", "de"),
    ],
)
def test_what_is_left_over_is_seen(text: str, tag: str) -> None:
    assert complaint(text, tag)
    assert left_over({Said("text", text, tag)})
