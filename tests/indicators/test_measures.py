"""What figures are measured in stands in one place."""

import pytest

from dashboard.indicators.record_quality import BROKEN_RULES, LEFT_OUT
from dashboard.indicators.registry import INDICATORS
from dashboard.measures import MEASURES, MONEY

EVERY = (*INDICATORS.values(), BROKEN_RULES, LEFT_OUT)


@pytest.mark.parametrize("indicator", EVERY, ids=lambda each: each.id)
def test_every_measure_is_known_and_has_its_words_in_files(indicator):
    for name in {indicator.measure, *indicator.measures.values()}:
        assert MEASURES[name].in_files or MEASURES[name].kind == MONEY, name


@pytest.mark.parametrize("indicator", EVERY, ids=lambda each: each.id)
def test_what_numerator_and_denominator_count_is_known(indicator):
    assert {indicator.base, indicator.typical} - {None} <= set(MEASURES)


@pytest.mark.parametrize("indicator", EVERY, ids=lambda each: each.id)
def test_a_measure_is_given_to_a_split_that_there_is(indicator):
    for name in indicator.measures:
        split, _, code = name.partition("=")
        assert code in ("", *indicator.splits[split])
