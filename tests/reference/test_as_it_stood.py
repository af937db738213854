from datetime import date

from .as_it_stood import as_it_stood
from .small_world import PAYMENT, family, grant_world, small_world, status, visit

BEFORE = date(2026, 3, 1)


def test_a_family_taken_in_later_is_not_there_nor_anything_of_it():
    world = as_it_stood(grant_world(), date(2025, 12, 31))
    for table in ("case_file", "grant_request", "grant_decision", "grant_payment"):
        assert world[table] == []


def test_a_later_return_reads_as_paid_and_a_later_payment_as_scheduled():
    returned = PAYMENT | {
        "status": "returned",
        "returned": 60,
        "returned_on": "2026-03-02",
    }
    world = grant_world(grant_payment=[returned])
    (payment,) = as_it_stood(world, BEFORE)["grant_payment"]
    assert (payment["status"], payment["returned"]) == ("paid", 0)
    (payment,) = as_it_stood(world, date(2026, 2, 9))["grant_payment"]
    assert (payment["status"], payment["paid_on"]) == ("scheduled", None)


def test_a_later_decision_on_a_referral_is_pending():
    referral = {
        "referral_id": "X",
        "org_id": "A",
        "received_on": "2026-02-01",
        "first_contact_on": "2026-02-02",
        "first_face_on": "2026-03-03",
        "source": "self",
        "stage_at_referral": "unknown",
        "decision": "accepted",
        "decided_on": "2026-03-04",
    }
    (row,) = as_it_stood(small_world(referral=[referral]), BEFORE)["referral"]
    assert (row["decision"], row["decided_on"]) == ("pending", None)
    assert (row["first_contact_on"], row["first_face_on"]) == (date(2026, 2, 2), None)


def test_a_visit_recorded_later_is_there():
    world = small_world(
        case_file=[family()],
        case_status=[status("F", "2026-01-01", None)],
        visit=[visit("V", "2026-03-01", recorded_on="2026-03-09")],
    )
    assert len(as_it_stood(world, BEFORE)["visit"]) == 1
