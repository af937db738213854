"""A reader in a browser who goes through pages, menus and tabs, and keeps what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from browser.crawl.said import Said, said
from dashboard.i18n.words import Words
from dashboard.views import VIEWS

# A run is over, its pictures are drawn, and nothing of the page before is left.
SETTLED = """
title => {
  const app = document.querySelector("[data-testid=stApp]");
  return !!app && app.dataset.testScriptState === "notRunning" && document.title.startsWith(title)
    && !document.querySelector("[data-stale=true]")
    && !!document.querySelector("[class*=st-key-card-]")
    && [...document.querySelectorAll("[data-testid=stVegaLiteChart]")].every(chart => chart.querySelector("svg.marks"));
}
"""
BODY = "[data-testid=stPopoverBody]"


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

    def open(self, path: str = "", **link: str) -> None:
        """Open an address in the reader's language and take what it says."""
        query = "&".join(f"{name}={value}" for name, value in {"lang": self.words.language, **link}.items())
        self.page.goto(f"{self.url}/{path}?{query}")
        self.settled()
        self.take()

    def turn(self, name: str) -> None:
        """Go to a page by its link in the navigation, and take what it says."""
        number = [view.name for view in VIEWS].index(name)
        self.page.get_by_test_id("stTopNavLink").nth(number).click()
        self.settled(f"{self.words.gettext(VIEWS[number].title)} · ")
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

    def tabs(self, found: Locator) -> None:
        """Show a card's table, then what it is about, then its picture again."""
        # By its key: a card that shows its table is no longer one with a picture.
        key = re.search(r"st-key-card-[\w-]+", found.get_attribute("class")).group()
        card = self.page.locator(f".{key}")
        choices = card.get_by_test_id("stButtonGroup").get_by_role("radio")
        for number, sign in ((1, "table.rows"), (2, ".about"), (0, "svg.marks")):
            choices.nth(number).click()
            expect(card.locator(sign).first).to_be_visible()
            self.settled()
            self.take()
