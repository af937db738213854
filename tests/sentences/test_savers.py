"""What the page of savers claims, worked out by hand."""

import pytest
import worlds
from asking import ask

from dashboard.cards.savers import overloaded
from dashboard.sentences.claims import savers as claims

KEYS = ("U", "V")


def team(address, certificates=(), visits=(), **more):
    """Two savers of centre A with a family each."""
    return worlds.write(
        address,
        case_file=[{"case_id": key} for key in KEYS],
        case_status=[{"case_id": key} for key in KEYS],
        case_level=[{"case_id": key} for key in KEYS],
        worker=[{"worker_id": key} for key in KEYS],
        case_assignment=[{"case_id": key, "worker_id": key} for key in KEYS],
        certification=list(certificates),
        visit=list(visits),
        **more,
    )


@pytest.mark.parametrize(
    ("last_days", "claim"),
    [
        ((None, None), "Every saver with families is certified"),
        ((None, "2026-08-29"), "1 certificate expires within 60 days"),
        (("2026-08-29", "2026-08-29"), "2 certificates expire within 60 days"),
        (("2026-06-29", "2026-08-29"), "1 saver serves families without a valid certificate"),
    ],
)
def test_the_worst_of_the_certificates_is_told(duckdb_address, last_days, claim):
    rows = [{"worker_id": key, "expires_on": day} for key, day in zip(KEYS, last_days, strict=True)]
    question = ask(team(duckdb_address, rows))
    assert claims.certificates(question, question.by("S2", "valid")) == claim


def test_a_saver_who_visited_without_a_certificate_is_told(duckdb_address):
    visit = {"worker_id": "U", "case_id": "U", "visited_on": "2026-06-10", "recorded_on": "2026-06-10"}
    question = ask(team(duckdb_address, [{"worker_id": "V"}], [visit]))
    assert claims.uncertified(question) == "1 saver visited families on a day without a valid certificate."


def test_savers_above_their_ceiling_stand_beside_their_centre(duckdb_address):
    capacity = [
        {"worker_id": "U", "max_points": 0.5},
        {"worker_id": "V", "max_points": 1},
    ]
    question = ask(team(duckdb_address, worker_capacity=capacity))
    assert claims.points(question, question.cell("C3", "savers", "above_ceiling")) == (
        "1 saver carries more than the ceiling"
    )
    assert overloaded(question) == {"A": "1 above"}


def test_without_savers_nothing_is_claimed(duckdb_address):
    question = ask(worlds.write(duckdb_address, case_file=[{}]))
    assert claims.certificates(question, question.by("S2", "valid")) == "Certificates of savers with families"
    assert (
        claims.observed(question, question.cell("S4", "observed", "not_yet")) == "Savers observed on a visit"
    )
    assert (
        claims.points(question, question.cell("C3", "savers", "above_ceiling")) == "Caseload points per saver"
    )
