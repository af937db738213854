"""Which language a reader gets."""

import pytest

from dashboard.i18n.languages import LANGUAGES, language, named, negotiate

HEADERS = [
    ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"),
    ("ko-KP", "ko"),
    ("en-GB,en;q=0.9", "en"),
    ("en-US", "en"),
    ("ja,en-US;q=0.7", "ja"),
    ("ja-JP", "ja"),
    ("zh-CN,zh;q=0.9,en;q=0.8", "zh_Hans"),
    ("zh", "zh_Hans"),
    ("zh-Hans-SG", "zh_Hans"),
    ("cmn-Hans-CN", "zh_Hans"),
    ("wuu", "zh_Hans"),
    ("zh-TW,zh;q=0.9,en-US;q=0.8", "zh_Hans"),
    ("zh-TW,en;q=0.9,zh-CN;q=0.5", "zh_Hans"),
    ("zh-TW,en-US;q=0.8,en;q=0.7", "en"),
    ("zh-HK", "zh_Hans"),
    ("zh-Hant-HK,fr;q=0.3", "fr"),
    ("fr-CA,fr;q=0.9,en;q=0.5", "fr"),
    ("fr-CH", "fr"),
    ("en;q=0.1,ja;q=0.9", "ja"),
    ("fr;q=0,en;q=0.1", "en"),
    ("br,oc;q=0.9", "default"),
    ("br-FR,br;q=0.9,en;q=0.2", "en"),
    ("de-DE,de;q=0.9", "default"),
    ("*", "default"),
    ("", "default"),
    (",,;;q=,q=1,=", "default"),
    ("fr;q=high,ja;q=0.2", "ja"),
    ("\u202e🐈;q=0.5", "default"),
    ("a" * 10_000, "default"),
    ("x-" * 5_000 + ",fr", "default"),
    ("ko," * 4_000, "ko"),
]


@pytest.mark.parametrize(("header", "expected"), HEADERS)
def test_a_browser_gets_the_language_that_it_asks_for(header, expected):
    assert negotiate(None, header, "default") == expected


def test_no_header_means_the_default_of_the_operator():
    assert negotiate(None, None, "ja") == "ja"


@pytest.mark.parametrize(
    ("spelled", "expected"),
    [
        ("zh", "zh_Hans"), ("zh-CN", "zh_Hans"), ("zh_CN", "zh_Hans"), ("zh_Hans", "zh_Hans"),
        ("zh-hans", "zh_Hans"), ("ZH-HANS", "zh_Hans"), ("zh-TW", "zh_Hans"), ("ko", "ko"),
        ("KO_kr", "ko"), ("en-GB", "en"), (" fr ", "fr"), ("fr_CA", "fr"), ("ja-JP", "ja"),
        ("br", None), ("oc", None), ("klingon", None), ("", None), ("zh;drop", None),
        ("<script>", None), ("z" * 10_000, None), ("한국어", None), (None, None),
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
