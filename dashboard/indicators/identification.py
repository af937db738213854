"""Identification: families referred to the programme, and families that wait for it."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.definitions import N_, Indicator

FUNNEL = ("contacted", "met", "eligible", "offered", "accepted", "first_visit")

# Days waited, as a page groups them: name, first day and last day (None: open).
WAITING_BANDS = (
    ("d0_3", 0, 3),
    ("d4_7", 4, 7),
    ("d8_14", 8, 14),
    ("d15_30", 15, 30),
    ("d31", 31, None),
)
TOO_LONG = 14

NEW_REFERRALS = Indicator(
    id="R1",
    name=N_("New referrals"),
    tile=N_("New referrals"),
    nature="flow",
    measure="referrals",
    meaning=N_(
        "How many families were referred to the programme or found by it in the period, "
        "and how far each of them has come since."
    ),
    counted=N_("Referrals received in the period, each family once."),
    not_counted=N_("Referrals that repeat an earlier one of the same family."),
    unknown=N_("Referrals without a district are in the total, but in no district."),
    source=N_("Referrals, case files and visits."),
    splits={
        "source": codes("referral", "source"),
        "stage": codes("referral", "stage_at_referral"),
        "area": (),
        "funnel": FUNNEL,
    },
    families=True,
)

FAMILIES_WAITING = Indicator(
    id="R5",
    name=N_("Families waiting"),
    tile=N_("Waiting"),
    nature="stock",
    measure="families",
    meaning=N_(
        "How many families wait to start on the last day of the period, and for how long. "
        "More than 14 days is too long."
    ),
    counted=N_("Families with the status waiting on the day."),
    not_counted=N_("Families that are being assessed, or are already on the programme."),
    source=N_("Status history of the families."),
    better="less",
    splits={
        "waited": ("over_14", "longest"),
        "days": tuple(name for name, _, _ in WAITING_BANDS),
    },
    pages_only=("days",),
    measures={"waited=longest": "days"},
    typical="days",
    families=True,
)

INDICATORS = (NEW_REFERRALS, FAMILIES_WAITING)
