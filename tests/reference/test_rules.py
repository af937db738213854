import pytest

from .rules import broken_rows, without_errors
from .small_world import (
    DECISION,
    PAYMENT,
    family,
    grant_world,
    level,
    status,
    visit,
)

CHILD = {
    "child_id": "K",
    "case_id": "F",
    "birth_on": "2026-01-01",
    "with_family_from": "2026-01-01",
}


BREAKERS = {
    "missing_required": {"case_file": [family() | {"language": None}]},
    "unknown_code": {"case_file": [family() | {"household_type": "castle"}]},
    "orphan": {"case_file": [family() | {"referral_id": "nobody"}]},
    "duplicate_key": {"case_file": [family(), family(centre="B")]},
    "overlapping_history": {"case_level": [level("F", "2026-01-01", None), level("F", "2026-02-01", None)]},
    "date_order": {"visit": [visit("V", "2026-02-02") | {"recorded_on": "2026-02-01"}]},
    "future_event": {"visit": [visit("V", "2026-07-01")]},
    "implausible_date": {"child": [CHILD | {"birth_on": "2021-12-31"}]},
    "negative_amount": {"grant_payment": [PAYMENT | {"returned": 101}]},
    "unknown_currency": {"grant_payment": [PAYMENT | {"currency": "USD"}]},
    "payment_without_decision": {"grant_decision": [DECISION | {"decision": "rejected"}]},
}


@pytest.mark.parametrize("rule", BREAKERS)
def test_each_rule_finds_its_breaker_and_nothing_else(rule):
    assert {found for found, *unused in broken_rows(grant_world())} == set()
    broken = grant_world(**BREAKERS[rule])
    assert [found for found, *unused in broken_rows(broken)] == [rule]


def test_with_a_row_goes_every_row_that_refers_to_it_and_on():
    broken = family() | {"household_type": "castle"}
    kept = without_errors(grant_world(case_file=[broken]))
    for table in ("case_file", "grant_request", "grant_decision", "grant_payment"):
        assert kept[table] == []
    assert len(kept["budget_line"]) == 1


def test_the_first_of_two_with_one_key_stays_and_what_refers_to_it():
    kept = without_errors(grant_world(case_file=[family(), family(centre="B")]))
    assert [row["org_id"] for row in kept["case_file"]] == ["A"]
    assert len(kept["grant_payment"]) == 1


def test_a_history_that_follows_on_the_day_the_last_ended_does_not_overlap():
    world = grant_world(
        case_status=[
            status("F", "2026-01-01", "2026-02-01"),
            status("F", "2026-02-01", None, "closed"),
        ]
    )
    assert list(broken_rows(world)) == []
