"""The reader's currency: the database's rate of the day, else the reference rate, and never a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import worlds
from asking import ask, families

from dashboard.i18n.exchange import Exchange
from dashboard.i18n.words import words
from dashboard.sentences import exchange

DAY = date(2026, 6, 28)


def rated(address, *rates: tuple[str, str, float]):
    rows = [
        {"currency": "KRW", "quote": quote, "rate_on": day, "rate": rate, "source": "Bank"}
        for quote, day, rate in rates
    ]
    return ask(worlds.write(address, **families("A", 12), fx_rate=rows)).desk


def test_the_databases_newest_rate_up_to_the_day_is_taken(duckdb_address) -> None:
    desk = rated(
        duckdb_address,
        ("EUR", "2026-06-01", 0.0006),
        ("EUR", "2026-06-20", 0.0007),
        ("EUR", "2026-06-29", 0.0008),
    )
    assert exchange.exchange(desk, "EUR", DAY) == Exchange("KRW", "EUR", 0.0007, date(2026, 6, 20), "Bank")


def test_without_a_rate_of_its_own_the_reference_rate_of_the_last_working_day_is_taken(
    duckdb_address,
) -> None:
    used = exchange.exchange(rated(duckdb_address, ("EUR", "2026-06-01", 0.0006)), "USD", DAY)
    assert (used.day, used.source) == (date(2026, 6, 26), exchange.EUROPEAN_CENTRAL_BANK)
    assert 0.0004 < used.rate < 0.001


def test_the_databases_own_currency_needs_no_rate(duckdb_address) -> None:
    assert exchange.exchange(rated(duckdb_address), "KRW", DAY) is None


@pytest.mark.parametrize(("currency", "day"), [("XXX", DAY), ("KRW", date(1990, 1, 1))])
def test_where_nobody_knows_a_rate_there_is_none(currency: str, day: date) -> None:
    assert exchange.reference_rate(currency, "USD", day) is None


def test_a_day_after_the_newest_reference_rate_takes_that_one() -> None:
    newest = exchange.reference_rate("KRW", "EUR", date(2100, 1, 1))
    assert newest == exchange.reference_rate("KRW", "EUR", newest.day)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "1 EUR = 1,250.00 KRW, 2026. 6. 20. 기준(Bank)"),
        ("fr", "1 EUR = 1\u202f250,00 KRW au 20 juin 2026 (Bank)"),
    ],
)
def test_the_rate_is_printed_with_its_day_and_source(language: str, expected: str) -> None:
    used = Exchange("KRW", "EUR", 0.0008, date(2026, 6, 20), "Bank")
    assert exchange.rate_text(words(language), used) == expected


def test_money_stands_in_both_currencies_and_a_count_in_none() -> None:
    spoken = words("en").beside(Exchange("KRW", "JPY", 0.1, DAY, "Bank"))
    alone = words("en").fmt
    both = spoken.fmt.money(2_000)
    assert both.startswith(alone.money(2_000)) and alone.money(200, "JPY") in both
    assert spoken.fmt.counted(2_000, "money") == both
    assert spoken.fmt.counted(2_000, "families") == alone.counted(2_000, "families")
    assert spoken.fmt.money(None) == alone.missing
    assert spoken.fmt.money(5, "USD") == alone.money(5, "USD")


def test_a_broken_rate_is_none(duckdb_address) -> None:
    desk = rated(duckdb_address, ("EUR", "2026-06-20", 0.0), ("EUR", "2026-06-21", -1.0))
    assert desk.rate("EUR", DAY) is None


def test_a_question_in_the_second_language_is_the_same_question(duckdb_address) -> None:
    question = replace(ask(worlds.write(duckdb_address, **families("A", 12))), second=words("ko"))
    assert question.in_second.words.language == "ko"
    assert question.in_second.in_second is None
    assert question.in_second.cell("C1") == question.cell("C1")
