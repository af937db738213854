"""What a reader sees against ICU, row by row: `Intl` of Chromium over boundary values."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.icu_exceptions import OTHERWISE, changes, close, rewritten
from browser.icu_rows import LOCALES, Row, rows
from playwright.sync_api import Browser

ANSWERS = """asks => {
  const made = new Map();
  const maker = ask => {
    const key = JSON.stringify([ask.maker, ask.locale, ask.options]);
    if (!made.has(key)) made.set(key, new Intl[ask.maker](ask.locale, ask.options));
    return made.get(key);
  };
  const value = (ask, each) => ask.days ? new Date(each) : each;
  return asks.map(ask => maker(ask)[ask.method](...ask.values.map(each => value(ask, each))));
}"""
# Every kind of text in every language, or nothing was compared.
LEAST = 10_000


@pytest.fixture(scope="module")
def compared(browser: Browser) -> list[tuple[Row, str]]:
    """Return each row with ICU's answer; one call asks for all of them."""
    every = rows()
    page = browser.new_page()
    try:
        answers = iter(page.evaluate(ANSWERS, [ask for row in every for ask in row.asks]))
    finally:
        page.close()
    return [(row, row.theirs([next(answers) for unused_ask in row.asks])) for row in every]


def differing(compared: list[tuple[Row, str]], expected: Callable[[str, str, str], str]) -> list[str]:
    """Return the rows that are not as expected, in words."""
    return [
        f"{row.language} {row.kind} of {row.value}: {row.ours!r}, ICU {theirs!r}"
        for row, theirs in compared
        if close(row.kind, row.ours) != close(row.kind, expected(row.kind, row.language, theirs))
    ]


@pytest.mark.parametrize("language", LOCALES)
def test_what_a_reader_sees_is_what_icu_writes(compared: list[tuple[Row, str]], language: str) -> None:
    own = [pair for pair in compared if pair[0].language == language]
    assert len(own) * len(LOCALES) >= LEAST
    assert differing(own, rewritten) == []


def test_no_exception_is_kept_that_icu_does_not_need(compared: list[tuple[Row, str]]) -> None:
    used = {
        (rule, row.language)
        for row, theirs in compared
        for rule in changes(row.kind, row.language, theirs)[1]
    }
    kept = {(rule, language) for rule in OTHERWISE for language in rule.languages}
    assert [(rule.reason, language) for rule, language in kept - used] == []


def test_a_number_rounded_to_even_would_be_seen(compared: list[tuple[Row, str]]) -> None:
    wrong = [
        (Row(row.kind, row.language, row.value, f"{float(row.value):.0f}", row.asks), theirs)
        for row, theirs in compared
        if (row.kind, row.value) == ("number", "2.5")
    ]
    assert len(differing(wrong, rewritten)) >= len(LOCALES)
