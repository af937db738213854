"""A reader in a browser who goes through pages, menus and tabs, and keeps what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from browser.crawl.said import Said, said
from playwright.sync_api import Locator, Page, expect

from dashboard.i18n.words import Words
from dashboard.views import VIEWS

# A run is over, its pictures are drawn, and nothing of the page before is left.
SETTLED = """
title => {
  const app = document.querySelector("[data-testid=stApp]");
  return !!app && app.dataset.testScriptState === "notRunning" && document.title.startsWith(title)
    && !document.querySelector("[data-stale=true]")
    && !!document.querySelector("[class*=st-key-card-]")
    && [...document.querySelectorAll("[data-testid=stVegaLiteChart]")]
      .every(chart => chart.querySelector("svg.marks"));
}
"""
BODY = "[data-testid=stPopoverBody]"
NAMES = [view.name for view in VIEWS]
# What a card shows: its picture, its table, what it is about.
SIGNS = ("svg.marks", "table.rows", ".about")


@dataclass
class Reader:
    """One page of one browser, and a page language; `found` is all that was said."""

    page: Page
    url: str
    words: Words
    found: set[Said] = field(default_factory=set)

    def take(self) -> None:
        self.found |= said(self.page)

    def settled(self, title: str = "") -> None:
        self.page.wait_for_function(SETTLED, arg=title)

    def go(self, path: str = "", **link: str) -> None:
        """Ask for an address in the reader's language, and wait for nothing."""
        query = "&".join(f"{name}={value}" for name, value in {"lang": self.words.language, **link}.items())
        self.page.goto(f"{self.url}/{path}?{query}", wait_until="commit")

    def arrive(self, title: str = "") -> None:
        """Wait until a page with that title is drawn, and take what it says."""
        self.settled(title)
        self.take()

    def open(self, path: str = "", **link: str) -> None:
        self.go(path, **link)
        self.arrive()

    def turn(self, name: str) -> None:
        """Ask for a page by its link in the navigation."""
        self.page.get_by_test_id("stTopNavLink").nth(NAMES.index(name)).click()

    def turned(self, name: str) -> None:
        """Wait for a page of the navigation, and take what it says."""
        self.arrive(f"{self.words.gettext(VIEWS[NAMES.index(name)].title)} · ")

    def met(self, sign: str) -> None:
        """Wait until something is seen, and take what is said then."""
        self.page.locator(sign).first.wait_for()
        self.take()

    def menus(self) -> None:
        """Open each menu of the bar."""
        for button in self.page.locator(".st-key-bar [data-testid=stPopover] button").all():
            if button.is_visible():
                self.menu(button)

    def menu(self, button: Locator) -> None:
        button.click()
        self.page.locator(BODY).get_by_role("radio").first.wait_for(state="attached")
        self.take()
        button.click()
        expect(self.page.locator(BODY)).not_to_be_visible()

    def choose(self, key: str, number: int) -> None:
        """Choose a card's picture (0), its table (1) or what it is about (2)."""
        self.page.locator(f".{key}").get_by_test_id("stButtonGroup").get_by_role("radio").nth(number).click()

    def chosen(self, key: str, number: int) -> None:
        """Wait for what was chosen, and take what it says."""
        self.page.locator(f".{key}").locator(SIGNS[number]).first.wait_for()
        self.arrive()


def together(
    readers: Iterable[Reader], act: Callable[[Reader], None], wait: Callable[[Reader], None]
) -> None:
    """Let all readers act before any is waited for: while one page is drawn, the next is asked for."""
    for reader in readers:
        act(reader)
    for reader in readers:
        wait(reader)
