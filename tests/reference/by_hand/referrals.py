"""R2, R3, R4 and R6."""

from ..figures import Figure, count, share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("R2", "R3", "R4"):
        sheet.centre(centre)
    _contacts(sheet)
    _meetings(sheet)
    _offers(sheet)
    _districts(sheet)


def _contacts(sheet: Sheet) -> None:
    def referral(key: str, received: str, contact: str | None = None, **more: str):
        sheet.referral(f"R2-{key}", "R2", received, first_contact_on=contact, **more)

    referral("exactly two days", "2026-01-01", "2026-01-03")
    referral("three days", "2026-01-05", "2026-01-08")
    referral("before the period", "2025-12-31", "2025-12-31")
    referral("passed in both, never reached", "2026-02-17")
    referral("passed when looked back on", "2026-02-18", "2026-02-18")
    referral("later than either", "2026-03-01", "2026-03-01")
    referral("contact after both days", "2026-02-28", "2026-04-11")
    referral("contact a day after the cut", "2026-02-01", "2026-02-21")
    unknown = {"decision": "declined", "decided_on": "2026-01-20"}
    referral("decided, no contact", "2026-01-10", **unknown)
    referral("unreachable", "2026-01-11", **unknown | {"decision": "unreachable"})
    referral("decided later", "2026-02-10", **unknown | {"decided_on": "2026-03-01"})
    again = {"duplicate_of": "R2-three days"}
    referral("duplicate", "2026-01-06", "2026-01-06", **again)


def _meetings(sheet: Sheet) -> None:
    def referral(key: str, received: str, contact: str | None, **more: str):
        sheet.referral(f"R3-{key}", "R3", received, first_contact_on=contact, **more)

    day = "2026-01-03"
    referral("exactly 14", "2026-01-02", day, first_face_on="2026-01-16")
    referral("15", "2026-01-02", day, first_face_on="2026-01-17")
    referral("passed in both, not met", "2026-02-05", "2026-02-06")
    passed = {"first_face_on": "2026-02-07"}
    referral("passed when looked back on", "2026-02-06", "2026-02-06", **passed)
    referral("met, no contact", "2026-01-04", None, first_face_on="2026-01-05")
    ineligible = {"decision": "ineligible", "decided_on": "2026-01-10"}
    referral("ineligible", "2026-01-02", day, **ineligible)
    later = {"decided_on": "2026-03-05", "first_face_on": "2026-01-04"}
    referral("ineligible later", "2026-01-03", "2026-01-04", **ineligible | later)
    referral("contact later", "2026-01-20", "2026-02-21")


def _offers(sheet: Sheet) -> None:
    def offer(key: str, offered: str, decision: str, decided: str | None, **more: str):
        days = {"offered_on": offered, "decided_on": decided}
        more = {"decision": decision} | days | more
        sheet.referral(f"R4-{key}", "R4", "2025-12-15", **more)

    offer("first day", "2026-01-01", "accepted", "2026-01-05")
    offer("last day", "2026-02-28", "accepted", "2026-03-10")
    offer("decided on the cut", "2026-02-20", "declined", "2026-02-20")
    offer("decided a day later", "2026-02-10", "accepted", "2026-02-21")
    offer("pending", "2026-02-11", "pending", None)
    offer("before the period", "2025-12-31", "declined", "2026-01-03")
    again = {"duplicate_of": "R4-pending"}
    offer("duplicate", "2026-01-01", "accepted", "2026-01-05", **again)
    offer("referred on", "2026-01-08", "referred_on", "2026-01-09")
    offer("decided after both", "2026-01-09", "accepted", "2026-04-11")


def _districts(sheet: Sheet) -> None:
    region = {"org_id": "region 28", "level": "region", "area_code": "28"}
    sheet.add("org_unit", **region, parent_id="P")
    sheet.centre("R6", "region 28", "28177")
    sheet.centre("R6 beside", "region 28", "28185")
    sheet.centre("R6 elsewhere")
    for area, year, births in (
        ("28177", 2024, 1000),
        ("28177", 2026, 800),
        ("28177", 2027, 1),
        ("28185", 2023, 500),
        ("28999", 2027, 77),
        ("26110", 2025, 300),
    ):
        sheet.add("area_births", area_code=area, year=year, births=births)
    for number, (centre, received, area) in enumerate(
        (
            ("R6", "2025-02-28", "28177"),  # a day before the twelve months
            ("R6", "2025-03-01", "28177"),
            ("R6", "2026-02-20", "28177"),
            ("R6", "2026-02-21", "28177"),  # a day after the cut
            ("R6 elsewhere", "2025-06-01", "28177"),
            ("R6", "2025-06-01", "28185"),
            ("R6", "2025-06-01", None),
            ("R6 beside", "2025-06-01", "99999"),  # no births known
            ("R6 beside", "2025-06-01", "28999"),  # births of a later year alone
        )
    ):
        sheet.referral(f"R6-{number}", centre, received, area_code=area)
    again = {"duplicate_of": "R6-1", "area_code": "28177"}
    sheet.referral("R6-duplicate", "R6", "2025-07-01", **again)


EXPECTED = {
    "looked back": {
        # Days of those with a contact: 2, 3, 0 and 20.
        ("R2", "R2"): {None: share(2, 7, 2, median=2.5, p90=14.9)},
        ("R3", "R3"): {None: share(2, 5)},
        ("R4", "R4"): {None: share(3, 5), "decision=pending": count(2)},
        ("R6", "R6"): {None: Figure(4, 800, 1, 5)},
        ("R6", "R6 beside"): {None: Figure(1, 500, 2, 2)},
        ("R6", "R6 elsewhere"): {None: Figure(0, 0, 0, None)},
        ("R6", "region 28"): {None: Figure(5, 1300, 3, 50 / 13)},
    },
    "cut": {
        ("R2", "R2"): {None: share(1, 6, 1, median=2.5, p90=2.9)},
        ("R3", "R3"): {None: share(2, 4)},
        ("R4", "R4"): {None: share(1, 3), "decision=pending": count(3)},
        ("R6", "R6"): {None: Figure(3, 800, 1, 3.75)},
        ("R6", "R6 beside"): {None: Figure(1, 500, 2, 2)},
        ("R6", "R6 elsewhere"): {None: Figure(0, 0, 0, None)},
        ("R6", "region 28"): {None: Figure(4, 1300, 3, 40 / 13)},
    },
}
