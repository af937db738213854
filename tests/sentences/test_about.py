"""What "About" says: the numbers behind a figure, and the target that it is measured against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.i18n.words import words
from dashboard.indicators.record_quality import BROKEN_RULES
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period
from dashboard.privacy.published import SHOWN, Cell
from dashboard.sentences.about import about, aimed

CELL = Cell("P", Period.month(date(2026, 6, 1)), None, SHOWN, 112_550_000.0, 5817.04, 0.0, 1.0)
ENGLISH = words("en")


def numbers(indicator: object, cell: object = CELL) -> list[str]:
    return [row.number for row in about(indicator, cell, None, ENGLISH, "KRW")]


def test_amounts_have_their_currency_and_counts_no_needless_decimal() -> None:
    assert numbers(INDICATORS["G1"])[0] == "₩113M"
    assert numbers(INDICATORS["V2"])[:2] == ["112,550,000", "5,817"]


def test_a_part_has_no_number_beside_the_words_of_the_whole() -> None:
    part = replace(CELL, code="trained")
    assert numbers(INDICATORS["S1"], CELL)[0] == "112,550,000"
    assert numbers(INDICATORS["S1"], part)[0] == ""


def test_records_of_the_database_have_no_number_of_an_indicator_and_no_id() -> None:
    assert {number for number in numbers(BROKEN_RULES) if number != "–"} == {""}


@pytest.mark.parametrize(("indicator", "expected"), [("V2", "target 80%"), ("V5", "5% or less")])
def test_a_target_says_which_side_of_it_is_good(indicator: str, expected: str) -> None:
    share = {"V2": 0.8, "V5": 0.05}[indicator]
    target = SimpleNamespace(target=share, valid_from=date(2026, 1, 1))
    assert aimed(target, INDICATORS[indicator], ENGLISH) == expected
