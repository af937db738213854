"""Findings on visits: a mark where too little was planned, reasons, and what goes on."""

from __future__ import annotations

import pytest
import worlds
from asking import CLOSED, OPEN, ask, families, together

from dashboard.sentences.about import about
from dashboard.sentences.claims import continuity, visits

WORKER = {"worker": [{}]}


def plans(names, due, **more):
    """Return a regular visit due on each day for each family, its window closed in June."""
    return {
        "visit_plan": [
            {"plan_visit_id": f"{name}{day}", "case_id": name, "due_on": day, "window_from": day}
            | {"window_to": day, "expires_on": day, "created_on": "2026-01-02"}
            | more
            for name in names
            for day in due
        ]
    }


def made(names, days, **more):
    return {
        "visit": [
            {"visit_id": f"{name}{day}{more}", "case_id": name, "visited_on": day, "recorded_on": day} | more
            for name in names
            for day in days
        ]
    }


TWELVE = [f"A{n}" for n in range(12)]


@pytest.mark.parametrize(
    ("count", "mark"),
    [
        (21, "88% planned"),  # of 24 that 12 families need in June
        (22, ""),
    ],
)
def test_planned_visits_carry_a_mark_where_too_few_were_planned(count, mark, duckdb_address) -> None:
    due = [*TWELVE, *TWELVE[: count - 12]]
    rows = plans(TWELVE, ["2026-06-05"])["visit_plan"]
    rows += plans(due[12:], ["2026-06-20"])["visit_plan"]
    engine = worlds.write(duckdb_address, **families("A", 12), visit_plan=rows)
    question = ask(engine, unit="A")
    assert visits.planned(question) == mark
    assert bool(visits.plans_fall_short(question)) == bool(mark)


def test_no_mark_stands_beside_a_hidden_figure(duckdb_address) -> None:
    planned = plans(TWELVE[:9], ["2026-06-05"])
    kept = made(TWELVE[:1], ["2026-06-05"], plan_visit_id="A02026-06-05")
    engine = worlds.write(duckdb_address, **together(families("A", 12), WORKER, planned, kept))
    # One family whose visit was made is too few to show, 9 of 24 visits planned are not.
    assert visits.planned(ask(engine, unit="A", profile=OPEN)) == "38% planned"
    closed = ask(engine, unit="A", profile=CLOSED)
    assert closed.cell("Q3").shown
    assert visits.planned(closed) == ""


def test_the_three_most_common_reasons_are_told_with_their_share(duckdb_address) -> None:
    def not_made(count, reason):
        return made(TWELVE[:count], ["2026-06-05"], outcome="attempted", reason=reason)

    rows = together(
        families("A", 12),
        WORKER,
        not_made(6, "not_home"),
        not_made(4, "weather"),
        not_made(5, "other"),
        not_made(3, "family_ill"),
        not_made(2, "safety"),
    )
    question = ask(worlds.write(duckdb_address, **rows), unit="A")
    assert visits.reasons(question, question.by("V1", "reason")) == (
        "Most common reasons for a visit not made: "
        "Not at home (30%) · Weather (20%) · Illness in the family (15%)"
    )
    hidden = ask(worlds.open_engine(duckdb_address), unit="A", profile=CLOSED)
    assert visits.reasons(hidden, hidden.by("V1", "reason")) == ""


def test_retention_is_told_after_a_year_else_after_the_longest_time_there_is(duckdb_address) -> None:
    rows = together(
        families("A", 12, since="2025-06-01"),
        families("B", 12, since="2025-11-01"),
        WORKER,
        made(TWELVE, ["2025-06-10"]),
        made([f"B{n}" for n in range(12)], ["2025-12-10"]),
    )
    engine = worlds.write(duckdb_address, **rows)
    after_a_year, after_six = ask(engine, unit="A"), ask(engine, unit="B")
    found = continuity.furthest(after_a_year.by("V8", "months"))
    assert (found.code, continuity.retention(after_a_year, found)) == (
        "12",
        "100% of the families stayed for 12 months or left as planned",
    )
    found = continuity.furthest(after_six.by("V8", "months"))
    assert (found.code, continuity.retention(after_six, found)) == (
        "6",
        "100% of the families stayed for 6 months or left as planned",
    )


def test_newborns_are_told_with_another_programme_as_context(duckdb_address) -> None:
    born = {
        "child": [
            {
                "child_id": f"K{name}",
                "case_id": name,
                "birth_on": "2026-05-10",
                "with_family_from": "2026-05-10",
            }
            for name in TWELVE
        ]
    }
    rows = together(families("A", 12), born, WORKER, made(TWELVE[:9], ["2026-05-24"]))
    question = ask(worlds.write(duckdb_address, **rows), unit="A")
    assert continuity.newborns(question) == (
        "Newborn visit by day 14: 75% · Elsewhere 86.4% (England health visitor metrics, 2017/18 Q1)"
    )


def test_about_prints_other_programmes_as_context_with_their_source(duckdb_address) -> None:
    question = ask(worlds.write(duckdb_address, **families("A", 12)), unit="A")
    rows = about(question.indicator("V6"), question.cell("V6"), None, question.words, "KRW")
    assert [(row.text, row.number) for row in rows if row.name == "For context"] == [
        ("Newborn visit within 14 days: England health visitor metrics, 2017/18 Q1", "86.4%")
    ]
