"""Nothing left over in the states besides the pages: in two languages each, in browsers of others."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from zlib import crc32

import pytest
from babel import Locale
from browser.crawl.judging import left_over
from browser.crawl.reader import Reader, together
from browser.crawl.said import Said
from playwright.sync_api import Browser, WebSocketRoute, expect
from prepared import Prepared
from serving import Server, free_port, page_of, running

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.views import VIEWS

SERVE = Path(__file__).parent / "crawl" / "serve_states.py"
# Browser and page: never of one language.
FOREIGN = {"ko-KR": "ja", "en-US": "zh_Hans", "ja-JP": "fr", "zh-CN": "ko", "fr-FR": "en"}
TROUBLE = ".st-key-card-trouble"
# State of the link, and what tells that it has come.
STATES = {
    "loading": "[data-testid=stSpinner]",
    "no-units": TROUBLE,
    "not-yet": TROUBLE,
    "old": "p.note",
    "failing": ".state.error",
    "broken": "[data-testid=stAlert]",
    # Every refusal is told in the same place; the catalogues hold a sentence for each.
    "refused-otherwise": TROUBLE,
}
WRONG_LINK = {"unit": "nowhere", "period": "2026-Q9", "compare": "x", "with": "tlh", "currency": "XXX"}
CALENDAR = "[data-testid=stDateInput] button"
CARD = "st-key-card-overview-centres"


@pytest.fixture(scope="module")
def states(
    browser: Browser, prepared: Prepared, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Serve the states to a headquarters, from which most figures are hidden."""
    folder, port = tmp_path_factory.mktemp("states"), free_port()
    variables = {
        "DASHBOARD_DATABASE": str(prepared.database),
        "DASHBOARD_CACHE_FOLDER": str(prepared.cache_folder),
        "DASHBOARD_PROFILE": "headquarters",
    }
    with running([str(SERVE), str(port)], port, "/readyz", folder, **variables) as server:
        yield server


@pytest.fixture(scope="module")
def open_readers(browser: Browser, states: Server) -> Iterator[list[Reader]]:
    with ExitStack() as pages:
        yield [
            Reader(pages.enter_context(page_of(browser, spoken)), states.url, words(code))
            for spoken, code in FOREIGN.items()
        ]


@pytest.fixture
def readers(open_readers: list[Reader], request: pytest.FixtureRequest) -> list[Reader]:
    """Two of the five readers, by the name of the test, who have not been told anything yet.

    Assets load once for all tests. That every text is in every catalogue is seen without a browser.
    """
    place = crc32(request.node.name.encode()) % len(open_readers)
    chosen = [open_readers[place], open_readers[place - 2]]
    for reader in chosen:
        reader.found.clear()
    return chosen


def complaints(readers: list[Reader]) -> list[str]:
    return [each for reader in readers for each in left_over(reader.found)]


@pytest.mark.parametrize(("state", "sign"), STATES.items(), ids=STATES)
def test_what_is_missing_slow_or_broken_is_told_in_the_readers_language(
    readers: list[Reader], state: str, sign: str
) -> None:
    together(readers, lambda each: each.go(state=state), lambda each: each.met(sign))
    assert complaints(readers) == []


def test_a_calendar_follows_the_page_in_every_browser(readers: list[Reader]) -> None:
    together(
        readers,
        lambda each: each.go(state="controls"),
        lambda each: each.page.locator(CALENDAR).first.click(),
    )
    for reader in readers:
        reader.met("[role=grid]")
        sunday = Locale.parse(LANGUAGES[reader.words.language].locale).days["format"]["wide"][6]
        assert any(said.kind == "aria-label" and sunday in said.text for said in reader.found)
    assert complaints(readers) == []


def test_hidden_figures_are_named_in_the_readers_language(readers: list[Reader]) -> None:
    together(readers, Reader.go, Reader.arrive)
    for view in VIEWS[1:3]:
        together(
            readers, lambda each, to=view.name: each.turn(to), lambda each, to=view.name: each.turned(to)
        )
    for reader in readers:
        assert reader.words.gettext("hidden") in {said.text for said in reader.found}
    assert complaints(readers) == []


def test_what_leads_nowhere_is_answered_in_the_readers_language(readers: list[Reader]) -> None:
    together(
        readers,
        lambda each: each.go("nowhere", **WRONG_LINK),
        lambda each: each.met("[role=dialog]"),
    )
    for reader in readers:
        expect(reader.page.locator("p.note")).to_have_count(len(WRONG_LINK))
        reader.arrive()
    assert complaints(readers) == []


def test_a_card_speaks_the_readers_language_on_all_its_sides(readers: list[Reader]) -> None:
    """What it shows, what the chart says beneath the pointer, and the file that it gives."""
    together(readers, Reader.go, Reader.arrive)
    for reader in readers:
        card = reader.page.locator(f".{CARD}")
        card.locator("svg.marks .mark-symbol path").first.hover(force=True)
        reader.met("#vg-tooltip-element.visible")
        # Nobody is offered Streamlit's own menu of a chart, full screen among it.
        expect(card.get_by_test_id("stElementToolbar")).to_be_hidden()
        reader.found |= file_of(reader)
    for number in (1, 2):
        together(
            readers, lambda each, n=number: each.choose(CARD, n), lambda each, n=number: each.chosen(CARD, n)
        )
    assert complaints(readers) == []


def file_of(reader: Reader) -> set[Said]:
    """Take a card's file away, and return what its name, its header and its titles say."""
    with reader.page.expect_download() as coming:
        reader.page.locator(f".{CARD}").get_by_test_id("stDownloadButton").get_by_role("button").click()
    with coming.value.path().open(encoding="utf-8-sig", newline="") as lines:
        header, *rows = csv.reader(lines)
    name = coming.value.suggested_filename
    assert name.endswith(".csv")
    texts = [*name.removesuffix(".csv").split("_"), *header, *(row[header.index(header[1])] for row in rows)]
    return {Said("file", text, reader.words.tag) for text in texts if text}


# What a style writes before and after elements, as it is printed.
WRITTEN_BY_STYLES = """
() => [...document.querySelectorAll("body *")].flatMap(element => ["::before", "::after"].map(place =>
    [getComputedStyle(element, place).content, element.closest("[lang]").lang]))
  .filter(([content]) => /^"./.test(content)).map(([content, tag]) => ["style", JSON.parse(content), tag])
"""


def test_print_and_phone_speak_the_readers_language(readers: list[Reader]) -> None:
    together(readers, Reader.go, Reader.arrive)
    for reader in readers:
        reader.page.emulate_media(media="print")
        reader.take()
        reader.found |= {Said(*each) for each in reader.page.evaluate(WRITTEN_BY_STYLES)}
        reader.page.emulate_media(media="screen")
        reader.page.set_viewport_size({"width": 390, "height": 844})
        expect(reader.page.locator(".st-key-bar-more")).to_be_visible()
        reader.menus()
        reader.page.set_viewport_size({"width": 1280, "height": 720})
    assert complaints(readers) == []


def test_a_lost_connection_is_told_in_the_readers_language(browser: Browser, states: Server) -> None:
    lines: list[WebSocketRoute] = []

    def connect(line: WebSocketRoute) -> None:
        line.connect_to_server()
        lines.append(line)

    with ExitStack() as pages:
        readers = []
        for spoken, code in list(FOREIGN.items())[:2]:
            page = pages.enter_context(page_of(browser, spoken))
            page.route_web_socket("**/_stcore/stream", connect)
            readers.append(Reader(page, states.url, words(code)))
        together(readers, lambda each: each.go(state="no-units"), lambda each: each.met(TROUBLE))
        for reader in readers:
            reader.page.route("**/_stcore/**", lambda route: route.abort())
        for line in lines:
            line.close()
        for reader in readers:
            reader.page.get_by_role("dialog").wait_for(timeout=60_000)
            reader.take()
        assert complaints(readers) == []
