"""A card that cannot be drawn says so and leaves the others; the log holds no value."""

from __future__ import annotations

import logging

import pytest
import worlds
from asking import CLOSED, ask, families, together
from streamlit.testing.v1 import AppTest

from dashboard.cards.composing import notes
from dashboard.charts.picture import Picture
from dashboard.privacy.published import SHOWN, Cell
from dashboard.sentences.states import Reason
from dashboard.views.rows import stretched

from .conftest import said


def two_cards(question) -> None:
    from dashboard.cards import caseload
    from dashboard.cards.page import page, row
    from dashboard.kept import Kept
    from dashboard.views.page_run import PageRun
    from dashboard.views.view import view

    number = 123

    def broken(question):
        # The number alone: a traceback quotes the line itself.
        raise ValueError(f"family-F-{number}")

    view(page("test", "", row(broken, caseload.months))).draw(PageRun(question, "light", {}, Kept()))


def test_a_card_that_fails_leaves_the_others(duckdb_address, caplog: pytest.LogCaptureFixture) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)))
    with caplog.at_level(logging.ERROR):
        reader = AppTest.from_function(two_cards, kwargs={"question": question}, default_timeout=60).run()
    assert not reader.exception
    assert "This card could not be drawn" in said(reader)
    assert "12<small> families</small>" in said(reader)
    assert "F-123" not in said(reader) + caplog.text
    assert "ValueError" in caplog.text


def one_card(question, name) -> None:
    from dashboard.cards.caseload import CASELOAD
    from dashboard.cards.page import Row
    from dashboard.kept import Kept
    from dashboard.views.page_run import PageRun
    from dashboard.views.rows import draw

    card = next(card for card in CASELOAD.cards if card.name == name)
    draw(PageRun(question, "light", {}, Kept()), Row((card,), ()))


def drawn(question, name: str) -> str:
    reader = AppTest.from_function(
        one_card, kwargs={"question": question, "name": name}, default_timeout=60
    ).run()
    assert not reader.exception
    return said(reader)


def test_a_hidden_figure_says_why(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 3)), unit="A", profile=CLOSED)
    text = drawn(question, "caseload-stages")
    assert "Suppressed for privacy" in text
    assert "Fewer than 5 families, or a figure that would reveal one." in text


def test_a_hidden_part_of_a_picture_says_why_once(duckdb_address) -> None:
    rows = together(
        families("A", 12), {"child": [{"case_id": f"A{n}", "child_id": f"K{n}"} for n in range(2)]}
    )
    question = ask(worlds.write(duckdb_address, **rows), unit="A", profile=CLOSED)
    text = drawn(question, "caseload-stages")
    assert text.count("Fewer than 5 families") == 1


def test_few_are_told_as_a_count_without_a_percentage(duckdb_address) -> None:
    rows = families("A", 5)
    question = ask(worlds.write(duckdb_address, **rows, org_capacity=[{"max_active_cases": 7}]), unit="A")
    assert "5 of 7" in drawn(question, "caseload-capacity")
    assert "A percentage is shown from 10 cases on." in drawn(question, "caseload-capacity")


def test_an_empty_figure_says_what_would_fill_it(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)), unit="A")
    assert "Figures appear once the centre’s capacity is set." in drawn(question, "caseload-capacity")


def test_a_figure_of_which_much_is_unknown_asks_for_care(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address))
    published = question.by("G2", "category")

    def said(missing: float) -> list[str]:
        cell = Cell("P", question.period, None, SHOWN, 40, 90, missing, 40 / 90)
        return [note.text for note in notes(question, published, Reason("empty", "", ""), cell) if note.care]

    assert "name no budget line" in said(10)[0]
    assert said(9) == []


def test_a_low_picture_fills_its_card_up_to_a_limit() -> None:
    def tall(kind: str, free: float) -> float:
        return stretched(Picture(kind, None, {}, 100, ""), free)

    assert [tall("bars", free) for free in (-20, 40, 400)] == [100, 140, 170]
    assert [tall("months_line", free) for free in (-20, 40, 400)] == [100, 140, 300]
