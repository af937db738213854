"""C6. 90 days after the day it is 29 May, 90 days after the cut 21 May."""

from ..figures import Figure, count
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    sheet.centre("C6")
    sheet.centre("C6 with few offers")
    _families(sheet)
    _offers(sheet)
    _savers(sheet)


def _families(sheet: Sheet) -> None:
    def family(key: str, level: str | None, status: str = "active"):
        sheet.family(f"C6-{key}", "C6")
        sheet.status(f"C6-{key}", "2025-01-01", None, status)
        if level:
            sheet.level(f"C6-{key}", "2025-01-01", None, level)

    def pregnancy(key: str, due: str, ended: str | None = None):
        values = {"pregnancy_id": f"C6-{key}", "case_id": f"C6-{key}", "due_on": due}
        result = "live_birth" if ended else "ongoing"
        sheet.add("pregnancy", **values, ended_on=ended, result=result)

    def child(key: str, birth: str, until: str | None = None):
        name = f"C6-{key}-{len(sheet.rows['child'])}"
        values = {"child_id": name, "case_id": f"C6-{key}", "birth_on": birth}
        sheet.add("child", **values, with_family_from=birth, with_family_to=until)

    family("plain", "regular")
    family("due on the 90th day after the cut", None)
    pregnancy("due on the 90th day after the cut", "2026-05-21")
    family("due on the 91st", "regular")
    pregnancy("due on the 91st", "2026-05-22")
    family("paused", "intensive", "paused")
    pregnancy("paused", "2026-05-01")
    family("overdue until the day", "step_down")
    pregnancy("overdue until the day", "2026-02-01", "2026-02-28")
    family("two years on the day", "regular")
    child("two years on the day", "2024-02-29")
    family("two years on the 90th day after the cut", "regular")
    child("two years on the 90th day after the cut", "2024-05-21")
    family("a younger child", "intensive", "outreach")
    child("a younger child", "2024-03-01")
    child("a younger child", "2025-01-01")
    family("another to come", "regular")
    child("another to come", "2024-04-01")
    pregnancy("another to come", "2026-09-01")
    family("child gone", "intensive")
    child("child gone", "2024-04-02", "2026-02-01")
    family("half a point leaving", "regular", "outreach")
    child("half a point leaving", "2024-04-03")
    family("waiting", None, "waiting")
    family("waiting too", None, "waiting")
    sheet.family("C6-elsewhere", "C6 with few offers")
    sheet.status("C6-elsewhere", "2026-01-01", None, "waiting")


def _offers(sheet: Sheet) -> None:
    """Ten in the twelve months to the day, six accepted; one of them after the cut."""
    accepted = ("2025-03-01", "2025-05-01", "2025-06-01", "2026-02-01", "2026-02-20")
    declined = ("2025-03-02", "2025-07-01", "2026-01-31", "2026-02-02")
    offers = [(day, "accepted") for day in (*accepted, "2026-02-25", "2025-02-28")]
    offers += [(day, "declined") for day in declined]
    for number, (day, decision) in enumerate(offers):
        values = {"offered_on": day, "decided_on": day, "decision": decision}
        sheet.referral(f"C6-{number}", "C6", "2025-01-05", **values)


def _savers(sheet: Sheet) -> None:
    def saver(key: str, points: str | None, *expiries: str | None, **more: str):
        sheet.saver(f"C6-{key}", "C6", **more)
        if points:
            values = {"worker_id": f"C6-{key}", "valid_from": "2025-01-01", "fte": 1}
            sheet.add("worker_capacity", **values, max_points=points)
        for expires in expiries:
            sheet.certificate(f"C6-{key}", expires)

    saver("no end", "12", None)
    saver("expires on the 90th day", "10", "2026-05-29")
    saver("expires a day before", "8", "2026-05-28")
    saver("ended on the 90th day", "6", None, ended_on="2026-05-29")
    saver("ended a day later", "4", None, ended_on="2026-05-30")
    saver("revoked after the cut", "2")
    revoked = {"revoked_on": "2026-02-25"}
    sheet.certificate("C6-revoked after the cut", None, **revoked)
    saver("issued after the cut", "1")
    sheet.certificate("C6-issued after the cut", None, issued_on="2026-02-21")
    saver("without", "100")
    saver("ready after the cut", "0.5", None, ready="2026-02-21")
    saver("supervisor", "50", None, role="supervisor")
    saver("two certificates", "3", "2026-01-31", "2027-01-31")
    saver("without a capacity", None, None)


def _outlook(now, waiting, births, leaving, ceiling) -> dict[str | None, Figure]:
    needed = now + waiting + births - leaving
    return {
        None: Figure(needed, ceiling, 0, ceiling - needed),
        "part=now": count(now),
        "part=waiting": count(waiting),
        "part=births": count(births),
        "part=leaving": count(leaving),
        "part=ceiling": count(ceiling),
    }


EXPECTED = {
    "looked back": {
        # Two families wait, and 6 of 10 accepted.
        ("C6", "C6"): _outlook(8.5, 1.2, 2, 1.5, 30.5),
        # One waits; in the programme 8 of 15 accepted, 2 of 5 of them at R4.
        ("C6", "C6 with few offers"): _outlook(0, 8 / 15, 0, 0, 0),
    },
    "cut": {
        # 5 of 9 accepted, which is too few: 6 of 13 in the programme.
        ("C6", "C6"): _outlook(8.5, 2 * 6 / 13, 2.5, 2.5, 45),
        ("C6", "C6 with few offers"): _outlook(0, 6 / 13, 0, 0, 0),
    },
}
