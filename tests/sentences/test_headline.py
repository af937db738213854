"""Every page has a sentence at its top, whatever the database holds."""

from __future__ import annotations

import pytest
import worlds
from asking import CLOSED, ask, families

from dashboard.sentences.headline import PAGES, headline


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_database_still_has_a_sentence(page: str, duckdb_address) -> None:
    told = headline(ask(worlds.write(duckdb_address)), page)
    assert told and all(sentence.text.plain for sentence in told)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_at_most_four_sentences(page: str, duckdb_address) -> None:
    assert 1 <= len(headline(ask(worlds.write(duckdb_address, **families("A", 12))), page)) <= 4


def test_families_are_told_with_their_change(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 12))
    told = [sentence.text.plain for sentence in headline(ask(engine), "overview")]
    assert told[0] == "12 families on the programme, as many as in May 2026."


def test_a_hidden_number_is_in_no_sentence(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 3))
    for page in PAGES:
        for sentence in headline(ask(engine, unit="A", profile=CLOSED), page):
            assert "3" not in sentence.text.plain
