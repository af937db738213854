"""Changes are told with their sign and base, and in neutral words where there is none."""

from __future__ import annotations

import worlds
from asking import CLOSED, ask, families, together

from dashboard.sentences.change import change


def test_a_rise_names_the_month_before(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **together(families("A", 12), families("B", 6, since="2026-06-10")))
    assert change(ask(engine), "C1") == "+6 on May"
    assert change(ask(engine, period="2026-Q2"), "C1") == "+6 on Q1"


def test_the_same_number_is_no_change(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 12))
    assert change(ask(engine), "C1") == "No change on May"


def test_nothing_is_compared_without_an_earlier_figure(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 12))
    assert change(ask(engine, compare="none"), "C1") is None


def test_a_hidden_figure_has_no_change(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 3))
    assert change(ask(engine, unit="A", profile=CLOSED), "C1") is None
    assert change(ask(engine, unit="A"), "C1") == "No change on May"
