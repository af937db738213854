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
    ("ko", "<b>{name}</b> is full", "<b>{name}</b>가 찼습니다", "particle"),
    ("ko", "“{name}” is full", "‘{name}’을 채웠습니다", "particle"),
    ("ko", "Plan: {share}", "계획 {share}였음", "particle"),
    ("ko", "Closure", "終結", "kana or Han"),
    ("ko", "a, b", "가、나", "full-width"),
    ("ko", "“x”", "「가」", "quotes"),
    ("ko", "a, b", "가,나", "space before a mark"),
    ("ko", "a, b", "가 , 나", "space before a mark"),
    ("ko", "Closure", "Closure", "still English"),
    ("ja", "Programme", "プログラム사업", "Hangul"),
    ("ja", "Visit", "ﾎｳﾓﾝ", "half-width kana"),
    ("ja", "1 visit", "１回", "full-width letters"),
    ("ja", "a, b", "訪問,面談", "half-width punctuation"),
    ("ja", "{a}: {b}", "{a}: {b}", "half-width punctuation"),
    ("ja", "x (y)", "訪問(家庭)", "brackets"),
    ("ja", "{a} ({b})", "{a} ({b})を", "brackets"),
    ("ja", "a, b", "訪問，面談", "comma of Chinese"),
    ("ja", "“x”", "“訪問”", "quotes"),
    ("ja", "home visit", "家庭 訪問", "space between"),
    ("ja", "Grant", "拨款", "Japanese does not write"),
    ("zh_Hans", "Visit", "訪問", "traditional"),
    ("zh_Hans", "a, b", "家访,面谈", "half-width punctuation"),
    ("zh_Hans", "x (y)", "家访(家庭)", "brackets"),
    ("zh_Hans", "{a}, {b}", "{a},{b}", "half-width punctuation"),
    ("zh_Hans", "“x”", "「家访」", "quotes"),
    ("zh_Hans", "home visit", "家 访", "space between"),
    ("zh_Hans", "1 visit", "１次", "full-width letters"),
    ("zh_Hans", "Visit", "家访の", "kana"),
    ("ja", "**x** is", "**「訪問」**は", "closes **"),
    ("en", "it's", "it's", "straight quotes"),
    ("en", "the program", "the program", "American"),
    ("en", "Organization", "Organization", "American"),
    ("ko", "Loading…", "불러오는 중...", "three dots"),
    ("fr", "per 1,000 births", "pour 1 000 naissances", "groups of digits"),
    ("fr", "Visits", "visites", "small letter"),
    ("fr", "at {time}: {n}", "à {time}: {n}", "U+202F before"),
    ("ko", "within 30 days", "13일 이내", "leaves out a number"),
    ("fr", "1,000 births", "100 naissances", "leaves out a number"),
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
    ("ko", "within 30 days of 1 January", "1월 1일부터 30일 이내"),
    ("ko", "Per 1,000 births", "출생아 1천 명당"),
    ("zh_Hans", "per 1,000 births", "每千名出生"),
    ("fr", "H1 {year}", "S1 {year}"),
    ("fr", "per 1,000 births", "pour 1\u202f000 naissances"),
    ("ko", "about the reference {reference}", "참조 번호({reference})를 알려 주십시오"),
    ("ko", "<b>{n}</b> is left", "남은 것은 <b>{n}</b>이고"),
    ("ja", "Budget {amount}", "予算 {amount}"),
    ("en", "On the programme", "On the programme"),
    ("en", "At the family’s request", "At the family’s request"),
]


@pytest.mark.parametrize(("language", "source", "text", "fault"), WRONG)
def test_a_broken_rule_is_found(language, source, text, fault):
    assert any(fault in found for found in broken(source, text, language))


@pytest.mark.parametrize(("language", "source", "text"), RIGHT)
def test_good_words_break_no_rule(language, source, text):
    assert broken(source, text, language) == []
