"""A file opens rightly in spreadsheets, and holds no more than the page."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import worlds
from asking import CLOSED, ask, families, together

from dashboard.cards.table import table
from dashboard.exports.csv import csv_file, file_name, safe
from dashboard.i18n.exchange import Exchange
from dashboard.i18n.words import words

PAID = {
    "budget_line": [{}],
    "grant_request": [{"request_id": "1", "case_id": "A0", "category": "living"}],
    "grant_decision": [{"request_id": "1"}],
    "grant_payment": [
        {
            "payment_id": "1",
            "request_id": "1",
            "scheduled_on": "2026-06-01",
            "paid_on": "2026-06-01",
            "amount": 300_001,
        }
    ],
}


def rows(question, published) -> list[dict[str, str]]:
    text = csv_file(published, question).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_file_begins_with_a_byte_order_mark(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)))
    file = csv_file(question.across("C1"), question)
    assert file.startswith(b"\xef\xbb\xbf")


def test_a_row_holds_codes_labels_and_what_it_covers(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)))
    row = next(row for row in rows(question, question.by("C1", "level")) if row["Code"] == "regular")
    assert (row["Indicator"], row["Unit code"], row["Label"]) == ("C1", "P", "Regular")
    assert (row["Figure"], row["Measure"], row["State"]) == ("12", "families", "shown")
    assert (row["First month"], row["As of"], row["Load"]) == ("2026-06", "2026-06-30", "1")


def test_a_hidden_figure_is_empty(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **together(families("A", 3), families("B", 20)))
    question = ask(engine, profile=CLOSED)
    row = next(row for row in rows(question, question.across("C1")) if row["Unit code"] == "A")
    assert (row["State"], row["Figure"], row["Counted"]) == ("hidden", "", "")


def test_a_name_is_never_a_formula() -> None:
    assert safe("=1+1") == "'=1+1"
    assert safe(" @x") == "' @x"
    assert safe("-5 places") == "'-5 places"
    assert safe(-5) == -5
    assert safe("Namdong") == "Namdong"


def test_a_file_name_holds_no_sign_that_a_system_refuses() -> None:
    assert file_name('a/b: "c"?', "남동", "2026-Q2") == "a_b_c_남동_2026-Q2.csv"


def test_a_table_leaves_out_what_is_the_same_in_each_row(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)))
    shown = table(question.across("C1"), question.words, question.name, "KRW")
    assert shown.header == ("Unit", "Figure")
    assert shown.rows == (("Unit A", "12 families"), ("Unit B", "0 families"))


def test_a_table_of_shares_shows_both_parts(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12), org_capacity=[{"max_active_cases": 24}]))
    shown = table(question.across("C2"), question.words, question.name, "KRW")
    assert shown.header == ("Unit", "Figure", "Counted", "Out of")
    assert shown.rows[0] == ("Unit A", "50%", "12", "24")


def test_a_file_says_its_words_in_the_second_language_too(duckdb_address) -> None:
    question = replace(ask(worlds.write(duckdb_address, **families("A", 12))), second=words("ko"))
    row = next(row for row in rows(question, question.by("C1", "level")) if row["Code"] == "regular")
    assert (row["Label"], row["표시 이름"], row["Measure"], row["측정 단위"]) == (
        "Regular",
        "일반",
        "families",
        "가구",
    )


def test_money_in_a_file_stands_in_the_readers_currency_too_with_its_rate(duckdb_address) -> None:
    used = Exchange("KRW", "EUR", 0.0005, date(2026, 6, 20), "Bank")
    engine = worlds.write(duckdb_address, **families("A", 12), **PAID)
    question = replace(ask(engine), exchange=used)
    row = rows(question, question.over("G1", 1))[-1]
    assert (row["Figure"], row["Converted figure"], row["Reader’s currency"]) == ("300001", "150", "EUR")
    assert (row["Exchange rate"], row["Rate of"], row["Rate from"]) == ("0.0005", "2026-06-20", "Bank")
    assert next(iter(rows(question, question.over("C1", 1))))["Converted figure"] == ""
