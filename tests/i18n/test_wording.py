"""Translations use the programme's words, and what was read and let stand is still needed."""

from functools import cache

import pytest
from babel.messages.catalog import Message

from dashboard.i18n import catalogues, review, wording
from dashboard.i18n.glossary import terms
from dashboard.i18n.language_rules import OF_LANGUAGE

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")

WRONG = [
    ("ko", "Savers by centre", "센터별 방문원", "“savers”"),
    ("ja", "Visits by centre", "拠点別の訪問", "“centre”"),
    ("zh_Hans", "Budget lines and payments", "预算项目与发放", "“budget lines”"),
    ("fr", "Overdue visits of the period", "Visites de la période", "“overdue”"),
    ("ko", "Needs in parenting", "보육 욕구", "보육"),
    ("ko", "View of the headquarters", "본사 보기", "본사"),
    ("ja", "Women in crisis", "ハイリスク妊婦", "ハイリスク"),
    ("zh_Hans", "Women in crisis", "高危孕妇", "高危"),
    ("fr", "Women in crisis", "Femmes à risque", "à risque"),
    ("en", "Families of clients", "Families of clients", "client"),
]
RIGHT = [
    ("ko", "Savers by centre", "센터별 세이버"),
    ("ja", "Saver unavailable", "セイバーの都合"),  # a phrase of the glossary
    ("ko", "{n} visits", "{n}회"),  # a counter stands for the noun
    ("fr", "Overdue visits of the period", "Visites de la période en retard"),
    ("fr", "High-risk pregnancy (medical)", "Grossesse à risque (médicale)"),
    ("ja", "Childcare", "保育"),
    ("fr", "Headquarters", "Siège"),
    ("ko", "Dashboards", "화면"),  # no term: only the whole word is one
]


@pytest.mark.parametrize(("language", "source", "text", "word"), WRONG)
def test_another_word_is_found(language, source, text, word):
    assert any(word in fault for fault in wording.faults(source, text, language))


@pytest.mark.parametrize(("language", "source", "text"), RIGHT)
def test_the_programme_s_words_are_left_alone(language, source, text):
    assert wording.faults(source, text, language) == []


def test_the_longest_term_is_looked_for_first():
    assert len(wording.faults("Visit plans", "Horaires", "fr")) == 1
    assert "visit plans" in wording.faults("Visit plans", "Horaires", "fr")[0]


def test_a_homonym_needs_a_context():
    assert "context" in review.faults(Message("Planned", "Planned"), "en")[0]
    assert review.faults(Message("Planned", "Planned", context="visit"), "en") == []


def test_french_tells_one_from_many():
    counted = ("{count} more family", "{count} more families")
    assert "one and many" in review.faults(Message(counted, ("{count} famille",) * 2), "fr")[0]
    assert review.faults(Message(("{n} month", "{n} months"), ("{n} mois", "{n} mois")), "fr") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_itself_keeps_the_rules(language):
    for row in terms():
        assert wording.faults(row["en"], row[language], language) == []
        # Its French has one kind of space, and names of its own may be set apart.
        broken = [fault for fault, rule in OF_LANGUAGE[language].items() if rule(row[language])]
        spaced = ("has no U+202F", "has a space between", "has American", "is still English")
        assert [fault for fault in broken if not fault.startswith(spaced)] == [], row["key"]


@cache
def messages(language):
    """Return the messages of a catalogue by what names them."""
    return {catalogues.key(message): message for message in catalogues.messages(catalogues.read(language))}


@pytest.mark.parametrize("row", wording.rows("exceptions.csv"), ids=lambda row: row["message"])
def test_what_was_let_stand_would_be_found(row):
    found = review.all_faults(messages(row["language"])[row["message"]], row["language"])
    assert any(fault.startswith(row["fault"]) for fault in found), "no longer needed in exceptions.csv"
    assert row["reason"]
