"""Fonts on a machine that has none for Korean, Japanese and Chinese."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, CDPSession, Page
from serving import Server, chromium, launched, page_of

from dashboard.fonts.build import streamlits_face
from dashboard.fonts.scripts import ORDERS, SCRIPTS, order
from dashboard.i18n.languages import LANGUAGES

ICON_FAMILY = "Material Symbols Rounded"

ONE_FONT = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
# Beyond what we write: rare syllables, single letters, old and rare forms of
# characters, signs of all kinds.
RARE = {
    "ko": "뷁쀍 ㅿㆍ 伽 ▲▼→•₩※",
    "ja": "髙﨑鷗國 ヷゟ ㌔ ▲▼→•₩※",
    "zh_Hans": "龘囧犇槑 ▲▼→•₩※",
}
ADD = """
([tag, letters]) => {
    const part = document.createElement("p");
    [part.id, part.lang, part.textContent] = [`rare-${tag}`, tag, letters];
    document.querySelector("[data-testid=stMainBlockContainer]").prepend(part);
    return part.id;
}
"""
# A face is asked for once something is laid out in it, and may show that another is needed.
SETTLED = """
async () => {
    const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    do { await frame(); await document.fonts.ready; await frame(); }
    while (document.fonts.status !== "loaded");
}
"""


@pytest.fixture(scope="module")
def bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser of a machine whose only font has Latin letters."""
    folder = tmp_path_factory.mktemp("fonts")
    font = TTFont(streamlits_face())
    font.flavor = None
    font.save(folder / "latin.ttf")
    (folder / "fonts.conf").write_text(ONE_FONT.format(folder=folder))
    variables = {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    with launched(browser.browser_type, chromium(), **variables) as bare_browser:
        yield bare_browser


def opened(page: Page, server: Server, address: str) -> CDPSession:
    """Open a page, wait for its pictures and letters, and return a session that can ask for them."""
    page.goto(f"{server.url}/{address}")
    page.get_by_test_id("stVegaLiteChart").first.locator("svg").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    return asking(page)


def asking(page: Page) -> CDPSession:
    """Return a session that can ask which faces draw the page."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    return session


def drawn_in(session: CDPSession, selector: str) -> Counter[str]:
    """Return how many glyphs of some elements each face drew; a machine's own is marked with *."""
    glyphs: Counter[str] = Counter()
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    for node in found:
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            mark = "" if font["isCustomFont"] else "*"
            glyphs[font["familyName"] + mark] += int(font["glyphCount"])
    return glyphs


OURS = {"AppSans Latin", "SourceSans3VF", *(script.family for script in SCRIPTS.values())}
PLACES = {
    "navigation": "[data-testid=stTopNavLink] *",
    "card titles": ".card-title",
    "buttons": "button p",
    "chart text": "[data-testid=stVegaLiteChart] text",
    "whole page": "body *",
}


@pytest.mark.parametrize("code", ORDERS)
def test_everything_is_drawn_without_a_font_of_the_machine(bare: Browser, server: Server, code: str) -> None:
    own = SCRIPTS[order(code)[0]].family
    with page_of(bare, "de-DE") as page:
        session = opened(page, server, f"?lang={code}")
        for place, selector in PLACES.items():
            glyphs = drawn_in(session, selector)
            assert set(glyphs) <= {own, "AppSans Latin", ICON_FAMILY}, place
            assert glyphs[own] > 20, place
        if code == "ko":
            # Letters of Hangul that stand apart are drawn together.
            composed = added(page, "ko", unicodedata.normalize("NFD", "가정방문"))
            assert drawn_in(session, composed) == {"AppSans KR": 4}
            assert drawn_in(session, added(page, "ja", "\u1100")) == {"AppSans KR": 1}
        page.goto(f"{server.url}/definitions?lang={code}")
        page.locator("td").first.wait_for()
        page.evaluate(SETTLED)
        glyphs = drawn_in(asking(page), "td, td *")
        assert glyphs[own] > 100
        # Titles of documents in English are drawn as English pages draw them.
        assert set(glyphs) <= {own, "AppSans Latin", "SourceSans3VF", ICON_FAMILY}


# A page whose own face is large, and one that has none.
@pytest.mark.parametrize("page_code", ["zh_Hans", "fr"])
def test_any_other_character_is_fetched_when_it_appears(
    bare: Browser, server: Server, page_code: str
) -> None:
    """On every page, in a part of each language: in that language's own form."""
    with page_of(bare, "de-DE") as page:
        session = opened(page, server, f"?lang={page_code}")
        for code, letters in RARE.items():
            glyphs = drawn_in(session, added(page, LANGUAGES[code].tag, letters))
            assert set(glyphs) <= OURS, letters
            assert glyphs[SCRIPTS[order(code)[0]].family] >= 4, letters
            # One for each: a syllable that is put together of its parts has three.
            assert glyphs.total() == len(letters), letters
        for code in ORDERS:
            (face,) = drawn_in(session, added(page, LANGUAGES[code].tag, "直令骨"))
            # What Korean draws as Japanese does is fetched from there.
            assert face in {SCRIPTS[order(code)[0]].family, "AppSans JP" if code == "ko" else ""}


def added(page: Page, tag: str, letters: str) -> str:
    """Add a part in a language to the page, and return what selects it once it is drawn."""
    page.evaluate("() => document.querySelectorAll('[id^=rare-]').forEach(part => part.remove())")
    part = page.evaluate(ADD, [tag, letters])
    page.evaluate(SETTLED)
    return f"#{part}"
