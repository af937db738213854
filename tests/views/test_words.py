"""The page of words: every language side by side, found from any of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.i18n.glossary import terms
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.indicators.registry import INDICATORS
from dashboard.views import words as glossary

from .conftest import said


def shown(serve, synthetic: Path, **link: str) -> str:
    reader = serve(synthetic)("words", **link)
    assert not reader.exception
    return said(reader)


def test_every_term_and_every_indicator_is_there_in_every_language(serve, synthetic: Path) -> None:
    page = shown(serve, synthetic, lang="ja")
    for language in LANGUAGES.values():
        cells = page.count(f'<td lang="{language.tag}"')
        assert cells == len(glossary.term_lines()) + len(INDICATORS)


def test_every_term_but_the_names_of_indicators_has_a_topic() -> None:
    left_out = {term["key"] for term in terms()} - {
        term["key"] for term in terms() if glossary.topic_of(term) in glossary.TOPICS
    }
    assert left_out and all(key.startswith("ind.") for key in left_out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_found_from_each_language(language: str) -> None:
    term = next(term for term in terms() if term["key"] == "visit.overdue")
    found = [line for line in glossary.term_lines() if glossary.holds(line, term[language].upper())]
    assert any(term["ko"] in line.texts["ko"] for line in found)
    assert len(found) < len(glossary.term_lines())


def test_accents_and_case_do_not_matter() -> None:
    line = glossary.term_line({"key": "role.x", **dict.fromkeys(LANGUAGES, "Équipe ＡＢＣ")})
    assert glossary.holds(line, "equipe abc")
    assert not glossary.holds(line, "equipe xyz")


def test_what_is_not_there_is_said(serve, synthetic: Path) -> None:
    page = shown(serve, synthetic, lang="en", find="<b>nowhere</b>")
    assert page.count("Nothing here holds these words.") == 2
    assert "<b>nowhere</b>" not in page


def test_the_readers_language_stands_first() -> None:
    assert glossary.columns(words("fr"))[0] == "fr"
    assert sorted(glossary.columns(words("fr"))) == sorted(LANGUAGES)
