"""Which language a reader gets."""

import pytest
from accepted import HEADERS

from dashboard.i18n.languages import LANGUAGES, language, named, negotiate


@pytest.mark.parametrize(("header", "expected"), HEADERS)
def test_a_browser_gets_the_language_that_it_asks_for(header, expected):
    assert negotiate(None, header, "default") == expected


def test_no_header_means_the_default_of_the_operator():
    assert negotiate(None, None, "ja") == "ja"


@pytest.mark.parametrize(
    ("spelled", "expected"),
    [
        ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("zh_CN", "zh_Hans"),
        ("zh_Hans", "zh_Hans"),
        ("zh-hans", "zh_Hans"),
        ("ZH-HANS", "zh_Hans"),
        ("zh-TW", "zh_Hans"),
        ("ko", "ko"),
        ("KO_kr", "ko"),
        ("en-GB", "en"),
        (" fr ", "fr"),
        ("fr_CA", "fr"),
        ("ja-JP", "ja"),
        ("br", None),
        ("oc", None),
        ("klingon", None),
        ("", None),
        ("zh;drop", None),
        ("<script>", None),
        ("z" * 10_000, None),
        ("한국어", None),
        (None, None),
    ],
)
def test_a_link_names_a_language_in_any_spelling(spelled, expected):
    assert named(spelled) == expected


def test_a_link_wins_over_the_browser_and_an_unknown_one_does_not():
    assert negotiate("fr", "ko", "en") == "fr"
    assert negotiate("tlh", "ko", "en") == "ko"


def test_the_pseudo_language_is_only_there_where_it_is_asked_for(monkeypatch):
    monkeypatch.delenv("DASHBOARD_PSEUDO", raising=False)
    assert named("en_XA") == "en"
    monkeypatch.setenv("DASHBOARD_PSEUDO", "1")
    assert named("en_XA") == "en_XA"
    assert "en_XA" not in LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_answers_to_its_own_code_and_tag(code):
    assert named(code) == code
    assert named(language(code).tag) == code
