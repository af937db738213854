"""Each indicator knows the tables that it is counted from."""

from datetime import date

import pytest

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.snapshot import take


@pytest.fixture
def figures(world):
    return Figures(take(world(case_file=[{}]), date(2026, 6, 30)))


def test_an_indicator_is_counted_from_the_tables_of_its_queries_and_their_relations(figures):
    assert figures.tables("C2") >= {"case_file", "case_status", "org_capacity"}
    assert figures.tables("C2").isdisjoint({"visit", "grant_payment", "referral"})
    assert figures.tables("G1") >= {"grant_payment", "grant_request", "case_file"}
    assert figures.tables("V2") >= {"visit", "case_level", "service_level", "case_status"}
    assert figures.tables("Q1") == frozenset()


def test_every_other_indicator_is_counted_from_some_table(figures):
    assert [id_ for id_ in INDICATORS if not figures.tables(id_)] == ["Q1"]
