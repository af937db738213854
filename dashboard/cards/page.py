"""A page as it is declared: rows of named cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.cards.card import Card, Maker
from dashboard.cards.tile import Tile


@dataclass(frozen=True)
class Beside:
    """Functions of cards side by side; `widths` are their parts of the row (empty: all alike)."""

    makers: tuple[Maker, ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Row:
    """Cards side by side."""

    cards: tuple[Card, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Page:
    """`name` stands in the address and is never translated; `title` is a message."""

    name: str
    title: str
    rows: tuple[Row, ...]
    tiles: tuple[Tile, ...] = ()

    @property
    def cards(self) -> Iterator[Card]:
        """The cards in the order in which they are read."""
        for each in self.rows:
            yield from each.cards


def row(*makers: Maker, widths: tuple[float, ...] = ()) -> Beside:
    """Declare cards side by side."""
    return Beside(makers, widths)


def page(name: str, title: str, *rows: Beside, tiles: tuple[Tile, ...] = ()) -> Page:
    """Declare a page; each card is named after it and the function: visits-dose."""
    return Page(name, title, tuple(Row(_cards(name, each.makers), each.widths) for each in rows), tiles)


def _cards(name: str, makers: tuple[Maker, ...]) -> tuple[Card, ...]:
    return tuple(Card(f"{name}-{maker.__name__.replace('_', '-')}", maker) for maker in makers)
