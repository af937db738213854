"""A status stands only against a target with a basis, and always has shape and word."""

from __future__ import annotations

import pytest
import worlds
from asking import CLOSED, ask, families

from dashboard.i18n.words import words
from dashboard.sentences.attention import attention, unjudged, worsening
from dashboard.sentences.status import judged, status


def dose(duckdb_address, **target) -> str | None:
    """Return the judgement of a visit dose of 0 %, against a target."""
    rows = families("A", 12)
    engine = worlds.write(duckdb_address, **rows, indicator_target=[target])
    question = ask(engine)
    return judged(
        question.cell("V2"), question.indicator("V2"), question.desk.target("V2", "P", question.period)
    )


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ({"target": 0.8, "amber": 0.5, "basis": "external"}, "bad"),
        ({"target": 0.8, "amber": 0.0, "basis": "programme"}, "warn"),
        ({"target": 0.0, "amber": 0.0, "basis": "programme"}, "good"),
        ({"target": 0.8, "basis": "programme"}, "warn"),
        ({"target": 0.8, "amber": 0.5, "basis": "provisional"}, None),
    ],
)
def test_a_figure_is_judged_by_target_and_limit(target, kind, duckdb_address) -> None:
    assert dose(duckdb_address, **target) == kind


def test_a_status_has_shape_and_word() -> None:
    assert [
        (status(kind, words("en")).shape, status(kind, words("en")).word) for kind in ("good", "warn", "bad")
    ] == [
        ("●", "On track"),
        ("◆", "Watch"),
        ("■", "Off track"),
    ]


def test_worsening_counts_back_from_the_last_month(duckdb_address) -> None:
    engine = worlds.write(duckdb_address, **families("A", 12))
    question = ask(engine)
    assert worsening(question.over("C1", 6).cells, more=True) == 0


OFF_TRACK = {"target": 0.8, "amber": 0.5, "basis": "external"}


def test_any_figure_that_is_off_track_needs_attention(duckdb_address) -> None:
    target = {"indicator_id": "V3", **OFF_TRACK}
    question = ask(worlds.write(duckdb_address, **families("A", 12), indicator_target=[target]))
    told = [(item.what, item.why, item.page) for item in attention(question)]
    assert ("Unit A: Family-months with 75% of required visits or more, 0%", "target 80%", "visits") in told


@pytest.mark.parametrize(("number", "cannot"), [(3, True), (12, False)])
def test_a_hidden_figure_cannot_be_judged(number: int, cannot: bool, duckdb_address) -> None:
    rows = families("A", number)
    engine = worlds.write(duckdb_address, **rows, indicator_target=[OFF_TRACK])
    assert unjudged(ask(engine, profile=CLOSED)) is cannot
