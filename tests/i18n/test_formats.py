"""Numbers, money and counts, as each language writes them."""

import numpy as np
import pandas
import pytest
from i18n.tables import LANGUAGES, rows

from dashboard.i18n.words import words
from dashboard.indicators.registry import INDICATORS

MONEY = {
    0: ("0원", "₩0", "0ウォン", "0韩元", "0\u00a0₩"),
    999: ("999원", "₩999", "999ウォン", "999韩元", "999\u00a0₩"),
    9_949: ("9,949원", "₩9.9k", "9,949ウォン", "9,949韩元", "9,9\u00a0k₩"),
    9_950: ("9,950원", "₩10k", "9,950ウォン", "9,950韩元", "10\u00a0k₩"),
    10_000: ("1만 원", "₩10k", "1万ウォン", "1万韩元", "10\u00a0k₩"),
    12_345: ("1.2만 원", "₩12.3k", "1.2万ウォン", "1.2万韩元", "12,3\u00a0k₩"),
    99_950: ("10만 원", "₩100k", "10万ウォン", "10万韩元", "100\u00a0k₩"),
    999_999: ("100만 원", "₩1M", "100万ウォン", "100万韩元", "1\u00a0M₩"),
    12_345_000: ("1,235만 원", "₩12.3M", "1,235万ウォン", "1,235万韩元", "12,3\u00a0M₩"),
    99_999_999: ("1억 원", "₩100M", "1億ウォン", "1亿韩元", "100\u00a0M₩"),
    123_400_000: ("1.2억 원", "₩123M", "1.2億ウォン", "1.2亿韩元", "123\u00a0M₩"),
    1_234_000_000: ("12.3억 원", "₩1.2bn", "12.3億ウォン", "12.3亿韩元", "1,2\u00a0Md₩"),
    999_950_000_000: ("1조 원", "₩1tn", "1兆ウォン", "1万亿韩元", "1\u00a0Bn₩"),
    -12_345_000: ("−1,235만 원", "−₩12.3M", "−1,235万ウォン", "−1,235万韩元", "−12,3\u00a0M₩"),
    -0.2: ("0원", "₩0", "0ウォン", "0韩元", "0\u00a0₩"),
    None: ("–",) * 5,
}
PERCENT = {
    0.876: ("87.6%", "87.6%", "87.6%", "87.6%", "87,6\u202f%"),
    1: ("100.0%", "100.0%", "100.0%", "100.0%", "100,0\u202f%"),
    0.1255: ("12.6%", "12.6%", "12.6%", "12.6%", "12,6\u202f%"),
    None: ("–",) * 5,
}
POINTS = {
    0.032: ("+3.2%p", "+3.2 pp", "+3.2ポイント", "+3.2个百分点", "+3,2\u00a0pt"),
    -0.032: ("−3.2%p", "−3.2 pp", "−3.2ポイント", "−3.2个百分点", "−3,2\u00a0pt"),
    -0.0001: ("±0.0%p", "±0.0 pp", "±0.0ポイント", "±0.0个百分点", "±0,0\u00a0pt"),
    None: ("–",) * 5,
}
COUNTED = {
    ("families", 12): ("12가구", "12 families", "12世帯", "12户", "12\u00a0familles"),
    ("families", 1): ("1가구", "1 family", "1世帯", "1户", "1\u00a0famille"),
    ("families", 0): ("0가구", "0 families", "0世帯", "0户", "0\u00a0famille"),
    ("people", 3): ("3명", "3 people", "3人", "3人", "3\u00a0personnes"),
    ("visits", 8): ("8회", "8 visits", "8回", "8次", "8\u00a0visites"),
    ("referrals", 5): ("5건", "5 referrals", "5件", "5件", "5\u00a0orientations"),
    ("requests", 5): ("5건", "5 requests", "5件", "5件", "5\u00a0demandes"),
    ("savers", 1): ("1명", "1 saver", "1人", "1人", "1\u00a0intervenant"),
    ("days", 1.2): ("1일", "1 day", "1日", "1天", "1\u00a0jour"),
    ("points", 14.25): ("14.3점", "14.3 points", "14.3点", "14.3分", "14,3\u00a0points"),
    ("share", 0.714): ("71%", "71%", "71%", "71%", "71\u202f%"),
    ("gap", -0.04): ("−4%p", "−4 pp", "−4ポイント", "−4个百分点", "−4\u00a0pt"),
    ("money", 1_234): ("1,234원", "₩1.2k", "1,234ウォン", "1,234韩元", "1,2\u00a0k₩"),
    ("families", None): ("–",) * 5,
}
OF = {
    "families": ("7가구 중 5가구", "5 of 7", "7世帯中5世帯", "7户中5户", "5 sur 7"),
    "places": ("정원 7가구에 5가구", "5 of 7", "受入枠7に5世帯", "5/7户", "5 pour 7"),
    "savers": ("7명 중 5명", "5 of 7", "7人中5人", "7人中5人", "5 sur 7"),
    "visits": ("7회 중 5회", "5 of 7", "7回中5回", "7次中5次", "5 sur 7"),
    "sessions": ("7회 중 5회", "5 of 7", "7回中5回", "7次中5次", "5 sur 7"),
    "referrals": ("7건 중 5건", "5 of 7", "7件中5件", "7件中5件", "5 sur 7"),
}


@pytest.mark.parametrize(("language", "amount", "expected"), rows(MONEY))
def test_money_for_reading(language, amount, expected):
    assert words(language).fmt.money(amount) == expected


@pytest.mark.parametrize(("language", "share", "expected"), rows(PERCENT))
def test_percentages(language, share, expected):
    assert words(language).fmt.percent(share, 1) == expected


@pytest.mark.parametrize(("language", "difference", "expected"), rows(POINTS))
def test_changes_between_rates(language, difference, expected):
    assert words(language).fmt.points(difference, 1) == expected


@pytest.mark.parametrize(("language", "counted", "expected"), rows(COUNTED))
def test_counts_with_their_units(language, counted, expected):
    measure, value = counted
    fmt = words(language).fmt
    assert fmt.counted(value, measure) == expected
    assert "".join(fmt.measure(value, measure)) == expected


@pytest.mark.parametrize(("language", "measure", "expected"), rows(OF))
def test_shares_of_few(language, measure, expected):
    assert words(language).fmt.of(5, 7, measure) == expected


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (2.5, 0, "3"),
        (0.5, 0, "1"),
        (-2.5, 0, "−3"),
        (0.145, 2, "0.15"),
        (1234567, 0, "1,234,567"),
        (0.285 * 100, 0, "29"),
        (-0.4, 0, "0"),
        (np.int64(1234), 0, "1,234"),
        (np.float64(2.5), 0, "3"),
        (float("nan"), 0, "–"),
        (pandas.NA, 0, "–"),
        (None, 1, "–"),
    ],
)
def test_numbers_are_rounded_half_up_and_missing_ones_are_a_dash(value, digits, expected):
    assert words("en").fmt.number(value, digits) == expected


FOREIGN = {
    (1_234_567, "USD"): ("US$123만", "US$1.2M", "$123万", "US$123万", "1,2\u00a0M\u00a0$US"),
    (12_345, "EUR"): ("€1.2만", "€12.3k", "€1.2万", "€1.2万", "12,3\u00a0k\u00a0€"),
    (8.95, "GBP"): ("£9", "£9", "£9", "£9", "9\u00a0£GB"),
    (-123_456_789, "JPY"): ("−JP¥1.2억", "−JP¥123M", "−￥1.2億", "−JP¥1.2亿", "−123\u00a0M\u00a0JPY"),
    (9_999, "CNY"): ("CN¥9,999", "CN¥10k", "元\u00a09,999", "¥9,999", "10\u00a0k\u00a0CNY"),
    (0.4, "JPY"): ("JP¥0", "JP¥0", "￥0", "JP¥0", "0\u00a0JPY"),
    (None, "USD"): ("–",) * 5,
}


@pytest.mark.parametrize(("language", "money", "expected"), rows(FOREIGN))
def test_the_currencies_of_a_headquarters_for_reading(language, money, expected):
    fmt = words(language).fmt
    assert fmt.money(*money) == expected
    assert "".join(fmt.measure(money[0], "money", money[1])) == expected


def test_the_unit_of_an_amount_stands_apart_where_it_follows_the_figure():
    assert words("fr").fmt.measure(12_345_000, "money", "EUR") == ("12,3", "\u00a0M\u00a0€")
    assert words("ko").fmt.measure(12_345_000, "money") == ("1,235만", " 원")
    assert words("ja").fmt.measure(12_345_000, "money", "USD") == ("$1,235万", "")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "a, b 및 c"),
        ("en", "a, b and c"),
        ("ja", "a、b、c"),
        ("zh_Hans", "a、b和c"),
        ("fr", "a, b et c"),
    ],
)
def test_lists(language, expected):
    assert words(language).fmt.list(["a", "b", "c"]) == expected


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_counted_in_a_unit(language, indicator):
    figure, unit = words(language).fmt.measure(1, indicator.measure)
    assert figure and (unit or indicator.measure == "money")
