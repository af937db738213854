"""One page: its name in links, its title, and what it draws beneath the sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dashboard.cards.page import Page
from dashboard.views import rows, tiles
from dashboard.views.page_run import PageRun


@dataclass(frozen=True)
class View:
    """`name` stands in the address and is never translated; `title` is a message."""

    name: str
    title: str
    draw: Callable[[PageRun], None]


def view(page: Page) -> View:
    """Return the view of a page of cards."""
    return View(page.name, page.title, partial(_draw, page))


def _draw(page: Page, run: PageRun) -> None:
    if page.tiles:
        tiles.draw(run, page.tiles)
    for row in page.rows:
        rows.draw(run, row)
