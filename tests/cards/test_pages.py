"""A card is data: named once, without HTML, and of one name in link, key and code."""

from __future__ import annotations

import ast
import re
from inspect import signature
from pathlib import Path

import pytest

import dashboard.cards
from dashboard.cards import PAGES
from dashboard.charts.specs import KINDS

CARDS = [card for page in PAGES for card in page.cards]
MODULES = sorted(Path(dashboard.cards.__file__).parent.glob("*.py"))
MARKUP = re.compile(r"</?[a-z][a-z0-9]*[ >/]|&[a-z]+;|var\(--|#[0-9a-fA-F]{6}")


def test_a_cards_name_is_its_pages_and_its_functions() -> None:
    for page in PAGES:
        for card in page.cards:
            assert card.name == f"{page.name}-{card.make.__name__.replace('_', '-')}"


def test_no_two_cards_share_a_name() -> None:
    names = [card.name for card in CARDS]
    assert len(names) == len(set(names))


def test_widths_are_given_for_each_card_of_a_row() -> None:
    for page in PAGES:
        assert all(len(row.widths) in (0, len(row.cards)) for row in page.rows)


def drawn(module: Path) -> list[tuple[str, set[str]]]:
    """Return the kind of each chart that a module asks for, and what it hands over by name."""
    calls = (
        node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    charts = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "chart")
    return [
        (ast.literal_eval(call.args[1]), {word.arg for word in call.keywords if word.arg}) for call in charts
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_chart_is_of_a_kind_that_there_is_and_hands_over_what_it_asks_for(module: Path) -> None:
    for kind, settings in drawn(module):
        assert settings <= signature(KINDS[kind].frame).parameters.keys(), kind


def texts(module: Path) -> list[str]:
    """Return the texts of a module that are no docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_card_holds_neither_html_nor_colour(module: Path) -> None:
    assert [text for text in texts(module) if MARKUP.search(text)] == []


@pytest.mark.parametrize("text", ["<p>", "<b class=x>", "</div>", "&nbsp;", "var(--accent)", "#0F5A94"])
def test_html_in_a_card_would_be_seen(text: str) -> None:
    assert MARKUP.search(text)
