"""The first view of the product: small, quiet, and in the reader's language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, CDPSession, Response, expect
from serving import Server, page_of

from dashboard.fonts.scripts import has_own_script, order
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.server.page import page_title

# Bytes of woff2 that the first view of a language may fetch; Streamlit's icons
# are the same for all and no letters.
BUDGET = {"ko": 300 * 1024, "ja": 450 * 1024, "zh_Hans": 600 * 1024, "en": 200 * 1024, "fr": 200 * 1024}
ICONS = "MaterialSymbols"
# Of the design: Streamlit's own scripts, fonts and our figures together.
LARGEST_FIRST_VIEW = 2_500_000


def counted(session: CDPSession) -> list[float]:
    """Return the list that takes the bytes of each answer as they came over the wire."""
    sizes: list[float] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    session.on(
        "Network.webSocketFrameReceived", lambda frame: sizes.append(len(frame["response"]["payloadData"]))
    )
    return sizes


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_overview_opens_small_and_quiet(browser: Browser, server: Server, code: str) -> None:
    spoken = words(code)
    with page_of(browser, "de-DE") as page:
        sizes = counted(page.context.new_cdp_session(page))
        asked: list[str] = []
        complaints: list[str] = []
        letters: dict[str, int] = {}
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: letters.update(letters_of(answer)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{server.url}/?lang={code}")
        page.get_by_test_id("stVegaLiteChart").first.locator("svg").first.wait_for()
        page.wait_for_load_state("networkidle")
        expect(page.locator("html")).to_have_attribute("lang", spoken.tag)
        assert page_title(spoken) in page.title()
        assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []
        assert complaints == []
        assert sum(sizes) <= LARGEST_FIRST_VIEW
        assert 0 < sum(letters.values()) <= BUDGET[code], letters
        # The first face and the Latin one: nothing rare, and nothing of another script.
        expected = {"latin.woff2", f"{order(code)[0]}-core.woff2"} if has_own_script(code) else set()
        assert {name for name in letters if not name.startswith("SourceSans")} == expected


def letters_of(answer: Response) -> dict[str, int]:
    """Return the size of a font by its name; other answers and icons are none."""
    name = answer.url.rsplit("/", 1)[1].split("?")[0]
    if not name.endswith(".woff2") or name.startswith(ICONS):
        return {}
    return {name: int(answer.headers["content-length"])}
