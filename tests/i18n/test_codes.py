"""Every code has a word."""

import pytest

from dashboard.case_database.contract import TABLES
from dashboard.i18n.codes import COLUMNS, SPLITS, TITLES, label, title
from dashboard.i18n.words import words
from dashboard.indicators.registry import INDICATORS
from dashboard.places import place_name

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")
CODED = [
    (f"{table.name}.{column.name}", column.codes)
    for table in TABLES.values()
    for column in table.columns
    if column.codes
]


@pytest.mark.parametrize(("column", "codes"), CODED)
def test_every_code_of_the_contract_has_a_word(column, codes):
    assert set(codes) <= set(COLUMNS[column])


def test_no_column_has_words_that_the_contract_does_not_know():
    assert set(COLUMNS) == {column for column, unused_codes in CODED}


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.id)
def test_every_split_of_an_indicator_has_a_title_and_words(indicator):
    for dimension, codes in indicator.splits.items():
        assert title(words("en"), dimension)
        assert set(codes) <= set(SPLITS.get(dimension, ()))


def test_every_split_has_a_title():
    assert set(TITLES) == {*SPLITS, "area"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dimension", SPLITS)
def test_two_codes_of_a_split_never_share_a_word(language, dimension):
    """Merged splits are told apart where both of a pair can stand in one picture."""
    indicators = [one for one in INDICATORS.values() if dimension in one.splits]
    for indicator in indicators:
        codes = indicator.splits[dimension]
        labels = [label(words(language), dimension, code) for code in codes]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", ["ko", "ja", "zh_Hans"])
def test_no_code_is_left_in_english(language):
    for dimension, codes in SPLITS.items():
        for code in codes:
            assert label(words(language), dimension, code) != label(words("en"), dimension, code)


def test_french_agrees_with_its_noun():
    french = words("fr")
    assert label(french, "visit.outcome", "cancelled") == "Annulée"
    assert label(french, "case_status.status", "closed") == "Clos"
    assert label(french, "grant_payment.status", "paid") == "Versée"


def test_an_unknown_code_is_shown_as_it_is():
    assert label(words("ko"), "reason", "aliens") == "aliens"


def test_districts_are_named_in_every_language():
    assert label(words("ja"), "area", "28200") == "南洞区"
    assert place_name("28200", "fr") == "Namdong-gu"
    assert place_name("99999", "ko") == "99999"
