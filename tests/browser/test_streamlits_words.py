"""Streamlit's own words, seen in a browser: translated from the first byte, and after the last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Server, free_port, page_of, running

from dashboard.i18n.languages import LANGUAGES
from dashboard.server.fonts import addresses
from dashboard.server.language import HERE

CHOSEN = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))
# Where elements say their names and states, visible or to a screen reader.
SAID = """
() => [...document.querySelectorAll("body *")].flatMap(element => [
    ...["aria-label", "placeholder", "title"].map(name => element.getAttribute(name)),
    ...[...element.childNodes].filter(node => node.nodeType === 3).map(node => node.nodeValue.trim()),
]).filter(Boolean)
"""
DOCUMENT = "() => [document.documentElement.lang, document.title, navigator.language]"
OURS = {"Search", "System"}


def start(folder: Path) -> tuple[list[str], int]:
    port = free_port()
    return [str(Path(__file__).with_name("serve_elements.py")), str(port)], port


@pytest.fixture(scope="module")
def elements(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the page of elements."""
    folder = tmp_path_factory.mktemp("elements")
    arguments, port = start(folder)
    cache = {"DASHBOARD_CACHE_FOLDER": str(folder)}
    with running(arguments, port, "/healthz", folder, **cache) as server:
        yield server


def opened(page: Page, server: Server, code: str) -> None:
    page.goto(f"{server.url}/?lang={code}")
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg")
    page.wait_for_selector("[data-testid=stDataFrame] canvas")


def left_over(page: Page, tag: str) -> set[str]:
    """Return the words of Streamlit that stand on the page in English."""
    translated = {english for english, words in CHOSEN[tag]["exact"].items() if english != words}
    return set(page.evaluate(SAID)) & translated - OURS


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_foreign_browser_speaks_the_readers_language(browser: Browser, elements: Server, code: str) -> None:
    tag = LANGUAGES[code].tag
    with page_of(browser, "de-DE") as page:
        opened(page, elements, code)
        assert page.evaluate(DOCUMENT) == [tag, f"title {code}", CHOSEN[tag]["locale"]]
        assert left_over(page, tag) == set()
        if code != "en":
            assert CHOSEN[tag]["exact"]["Choose date"] in page.evaluate(SAID)


def test_a_switch_follows_without_a_reload_and_back(browser: Browser, elements: Server) -> None:
    with page_of(browser, "de-DE") as page:
        opened(page, elements, "fr")
        page.evaluate("() => { window.same = true }")
        for code in ("ja", "zh_Hans", "fr"):
            tag = LANGUAGES[code].tag
            page.get_by_text(code, exact=True).click()
            expect(page).to_have_title(f"title {code}")
            assert page.evaluate(DOCUMENT) == [tag, f"title {code}", CHOSEN[tag]["locale"]]
            expect(page.get_by_label(CHOSEN[tag]["exact"]["Choose date"])).to_have_count(1)
            assert left_over(page, tag) == set()
            # The letters of the old language go once the new ones are there.
            expect(page.locator("link[href*=AppSans]")).to_have_count(1)
            expect(page.locator("#letters")).to_have_attribute("href", addresses()[tag])
        assert page.evaluate("() => window.same")


def test_our_own_words_are_never_touched(browser: Browser, elements: Server) -> None:
    with page_of(browser, "fr-FR") as page:
        opened(page, elements, "fr")
        assert set(page.evaluate(SAID)) >= OURS


def test_nothing_is_asked_of_others_and_nothing_runs_that_a_page_holds(
    browser: Browser, elements: Server
) -> None:
    with page_of(browser, "fr-FR") as page:
        stopped: dict[str, str] = {}
        page.on("requestfailed", lambda asked: stopped.update({asked.url: asked.failure}))
        asked_for: list[str] = []
        page.on("request", lambda asked: asked_for.append(asked.url))
        opened(page, elements, "fr")
        page.wait_for_timeout(500)
        outside = [url for url in asked_for if not url.startswith((elements.url, "data:", "blob:"))]
        # The page asks for the picture; the policy stops it within the browser.
        assert outside == ["http://elsewhere.example/pixel.png"]
        assert "csp" in stopped[outside[0]].lower()
        assert page.evaluate("() => window.intruder") is None


def test_a_failed_run_says_one_sentence_and_no_value(browser: Browser, elements: Server) -> None:
    with page_of(browser, "en-GB") as page:
        opened(page, elements, "en")
        page.get_by_role("button", name="fail").click()
        alert = page.get_by_test_id("stAlert")
        expect(alert).to_contain_text("This page could not be drawn.")
        assert "a value of a row" not in page.content()
        reference = alert.inner_text().rstrip(".").split()[-1]
        log = elements.log.read_text()
        assert f"Reference {reference}: ValueError" in log
        assert "a value of a row" not in log.replace('raise ValueError("a value of a row")', "")


def test_a_server_that_is_gone_is_told_in_the_readers_language(browser: Browser, tmp_path: Path) -> None:
    arguments, port = start(tmp_path)
    with (
        running(arguments, port, "/healthz", tmp_path, DASHBOARD_CACHE_FOLDER=str(tmp_path)) as server,
        page_of(browser, "de-DE") as page,
    ):
        opened(page, server, "ja")
        server.process.terminate()
        server.process.wait(timeout=60)
        told = CHOSEN["ja"]["exact"]["Connection error"]
        expect(page.get_by_text(told).first).to_be_visible(timeout=60_000)
