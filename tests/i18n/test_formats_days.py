"""Days, months, their ranges and periods, as each language writes them."""

from datetime import date, timedelta

import pandas
import pytest
from i18n.tables import rows

from dashboard.i18n.words import words
from dashboard.periods import Period

PERIODS = {
    "2026-07": ("2026년 7월", "Jul 2026", "2026年7月", "2026年7月", "juil. 2026"),
    "2026-Q3": ("2026년 3분기", "Q3 2026", "2026年第3四半期", "2026年第3季度", "T3 2026"),
    "2026-H1": ("2026년 상반기", "H1 2026", "2026年上半期", "2026年上半年", "S1 2026"),
    "2026-H2": ("2026년 하반기", "H2 2026", "2026年下半期", "2026年下半年", "S2 2026"),
    "2026": ("2026년", "2026", "2026年", "2026年", "2026"),
    "2026-ytd": (
        "2026년 누계(6월까지)",
        "2026 to Jun",
        "2026年累計（6月まで）",
        "2026年累计（截至6月）",
        "2026 (jusqu’à fin juin)",
    ),
}
AWAY = {
    -1000: ("1,000일 전", "1,000 days ago", "1,000日前", "1,000天前", "il y a 1\u202f000 jours"),
    -3: ("3일 전", "3 days ago", "3日前", "3天前", "il y a 3 jours"),
    -2: ("그저께", "2 days ago", "一昨日", "前天", "avant-hier"),
    -1: ("어제", "yesterday", "昨日", "昨天", "hier"),
    0: ("오늘", "today", "今日", "今天", "aujourd’hui"),
    1: ("내일", "tomorrow", "明日", "明天", "demain"),
    2: ("모레", "in 2 days", "明後日", "后天", "après-demain"),
    21: ("21일 후", "in 21 days", "21日後", "21天后", "dans 21 jours"),
}


@pytest.mark.parametrize(("language", "code", "expected"), rows(PERIODS))
def test_periods(language, code, expected):
    assert words(language).fmt.period(Period.parse(code, date(2026, 6, 30))) == expected


@pytest.mark.parametrize(
    ("language", "whole", "month", "short"),
    [
        ("ko", "2026. 7. 5.", "2026년 7월", "7월"),
        ("en", "5 Jul 2026", "Jul 2026", "Jul"),
        ("ja", "2026年7月5日", "2026年7月", "7月"),
        ("zh_Hans", "2026年7月5日", "2026年7月", "7月"),
        ("fr", "5 juil. 2026", "juil. 2026", "juil."),
    ],
)
def test_days_and_months(language, whole, month, short):
    fmt, fifth = words(language).fmt, date(2026, 7, 5)
    assert (fmt.month(fifth), fmt.month_short(fifth)) == (month, short)
    assert fmt.date(fifth) == whole
    assert fmt.date(pandas.Timestamp(2026, 7, 5)) == whole


def test_the_first_of_a_french_month():
    assert words("fr").fmt.date(date(2026, 7, 1)) == "1er juil. 2026"


@pytest.mark.parametrize(
    ("language", "quarter", "over_years"),
    [
        ("ko", "2026년 4월~6월", "2025년 12월~2026년 6월"),
        ("en", "Apr\u2009–\u2009Jun 2026", "Dec 2025\u2009–\u2009Jun 2026"),
        ("ja", "2026年4月～6月", "2025年12月～2026年6月"),
        ("zh_Hans", "2026年4月至6月", "2025年12月至2026年6月"),
        ("fr", "avr.–juin 2026", "déc. 2025\u2009–\u2009juin 2026"),
    ],
)
def test_spans_of_months(language, quarter, over_years):
    fmt = words(language).fmt
    assert fmt.months(date(2026, 4, 1), date(2026, 6, 1)) == quarter
    assert fmt.months(date(2025, 12, 1), date(2026, 6, 1)) == over_years


@pytest.mark.parametrize(("language", "away", "expected"), rows(AWAY))
def test_days_away_from_today(language, away, expected):
    today = date(2026, 2, 28)
    assert words(language).fmt.relative_day(today + timedelta(away), today) == expected
    assert words(language).fmt.relative_day(None, today) == "–"


def test_a_missing_day_is_a_dash():
    assert words("ja").fmt.date(None) == words("ja").fmt.date(pandas.NaT) == "–"
