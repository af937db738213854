"""Every page has a sentence at its top, whatever the database holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
import worlds
from asking import CLOSED, ask, families
from sqlalchemy import URL

from dashboard.sentences.headline import PAGES, headline
from dashboard.sentences.question import Question


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Question]:
    """Return a function from a number of families to the question of a reader, one for all pages."""

    @cache
    def of(number: int) -> Question:
        path = tmp_path_factory.mktemp("world") / "case_database.duckdb"
        return ask(worlds.write(URL.create("duckdb", database=str(path)), **families("A", number)))

    return of


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_database_still_has_a_sentence(page: str, asked) -> None:
    told = headline(asked(0), page)
    assert told and all(sentence.text.plain for sentence in told)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_at_most_four_sentences(page: str, asked) -> None:
    assert 1 <= len(headline(asked(12), page)) <= 4


def test_families_are_told_with_their_change(asked) -> None:
    told = [sentence.text.plain for sentence in headline(asked(12), "overview")]
    assert told[0] == "12 families on the programme, as many as in May 2026."


def test_a_hidden_number_is_in_no_sentence(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 3)), unit="A", profile=CLOSED)
    for page in PAGES:
        for sentence in headline(question, page):
            assert "3" not in sentence.text.plain


@pytest.mark.parametrize("page", ["overview", "caseload", "visits"])
def test_what_is_hidden_is_not_told_as_nothing(duckdb_address, page: str) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 3)), unit="A", profile=CLOSED)
    (sentence,) = headline(question, page)
    assert "are hidden" in sentence.text.plain
