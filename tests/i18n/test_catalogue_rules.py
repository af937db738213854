"""Each rule of the catalogues finds what it is for, and leaves good words alone."""

import pytest

from dashboard.i18n.rules import broken

WRONG = [
    ("fr", "{n} of {d}", "{n} sur {total}", "placeholders"),
    ("ko", "<b>{n}</b> families", "{n}가구", "markup"),
    ("fr", "No data.", "Aucune donnée", "end"),
    ("ko", "No data", "자료 없음.", "end"),
    ("fr", "Is it?", "Est-ce ?", "U+202F"),
    ("fr", "{n}%", "{n}\u00a0%", "U+202F"),
    ("fr", "Share: {n}", "Part : {n}", "U+202F"),
    ("fr", "“x”", "« x »", "U+202F after"),
    ("fr", "Overview", "Vue d'ensemble", "straight quote"),
    ("fr", "of the visit", "de de la visite", "repeats"),
    ("ko", "{name} is full", "{name}은 정원이 찼습니다", "particle"),
    ("ko", "Closure", "終結", "kana or Han"),
    ("ko", "a, b", "가、나", "full-width"),
    ("ko", "Closure", "Closure", "still English"),
    ("ja", "Programme", "プログラム사업", "Hangul"),
    ("ja", "Visit", "ﾎｳﾓﾝ", "half-width kana"),
    ("ja", "1 visit", "１回", "full-width letters"),
    ("ja", "a, b", "訪問,面談", "half-width punctuation"),
    ("ja", "x (y)", "訪問(家庭)", "brackets"),
    ("ja", "Grant", "拨款", "Japanese does not write"),
    ("zh_Hans", "Visit", "訪問", "traditional"),
    ("zh_Hans", "a, b", "家访,面谈", "half-width punctuation"),
    ("zh_Hans", "x (y)", "家访(家庭)", "brackets"),
    ("zh_Hans", "Visit", "家访の", "kana"),
    ("ja", "**x** is", "**「訪問」**は", "closes **"),
    ("en", "it's", "it's", "straight quotes"),
    ("ko", "Visit", " 방문", "two spaces"),
    ("ko", "Visit", "방\u200b문", "invisible"),
    ("fr", "Closed", "ferme\u0301", "NFC"),
    ("ko", "Visit", "방문 TODO", "note"),
]
RIGHT = [
    ("ko", "As of {date}", "{date} 기준"),
    ("ko", "Families waiting: {n}", "대기 가구: {n}"),
    ("ko", "No data match these filters.", "조건에 맞는 자료가 없습니다."),
    ("ja", "No data match these filters.", "条件に合うデータがありません。"),
    ("ja", "{year} to {month}", "{year}年累計（{month}まで）"),
    ("ja", "Caseload points per saver", "セイバー1人当たりケース点数"),
    ("zh_Hans", "No data match these filters.", "没有符合条件的数据。"),
    ("zh_Hans", "First Steps in Parenting", "养育第一步"),
    ("fr", "Is it?", "Est-ce\u202f?"),
    ("fr", "Overview", "Vue d’ensemble"),
    ("fr", "Year to date, “{name}”", "Cumul annuel, «\u202f{name}\u202f»"),
    ("fr", "{n}% at 14:05", "{n}\u202f% à 14:05"),
    ("fr", "{year} to {month}", "Cumul {year} (à fin {month})"),
    ("en", "At the family’s request", "At the family’s request"),
]


@pytest.mark.parametrize(("language", "source", "text", "fault"), WRONG)
def test_a_broken_rule_is_found(language, source, text, fault):
    assert any(fault in found for found in broken(source, text, language))


@pytest.mark.parametrize(("language", "source", "text"), RIGHT)
def test_good_words_break_no_rule(language, source, text):
    assert broken(source, text, language) == []
