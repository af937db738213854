"""G7 and G8."""

from ..figures import count
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("G7", "G7 undecided", "G8"):
        sheet.centre(centre)
    _paid_and_seen(sheet)
    _seen_and_undecided(sheet)
    _advances(sheet)


def _paid_and_seen(sheet: Sheet) -> None:
    def family(key: str, visits: tuple[str, ...], *paid: str, **more: object):
        name = f"G7-{key}"
        sheet.family(name, "G7")
        sheet.visits(name, *visits)
        sheet.request(name, name, "2025-12-01")
        sheet.decision(name, "2025-12-02", 100)
        for day in paid:
            sheet.payment(name, day, 10, **more)

    family("30 days before", ("2026-01-01",), "2026-01-31")
    family("31 days before", ("2025-12-31",), "2026-01-31")
    family("30 days after", ("2026-03-22",), "2026-02-20")
    family("31 days after", ("2026-03-24",), "2026-02-21")
    returned = {"status": "returned", "returned": 10}
    back = returned | {"returned_on": "2026-01-20"}
    family("returned", (), "2026-01-10", **back)
    back = returned | {"returned_on": "2026-03-01"}
    family("returned later", (), "2026-01-10", **back)
    family("seen around one of two", ("2026-01-06",), "2026-01-05", "2026-02-15")
    family("before the period", (), "2025-12-31")
    family("by phone", ("2026-01-10",), "2026-01-10")
    sheet.rows["visit"][-1]["mode"] = "phone"


def _seen_and_undecided(sheet: Sheet) -> None:
    def family(key: str, visit: str, requested: str, decided: str | None = None):
        name = f"G7-undecided {key}"
        sheet.family(name, "G7 undecided")
        sheet.visits(name, visit)
        sheet.request(name, name, requested)
        if decided:
            sheet.decision(name, decided, 100)

    family("for 15 and 7 days", "2026-01-05", "2026-02-13")
    family("for 14 and 6 days", "2026-01-05", "2026-02-14")
    family("at the cut", "2026-01-05", "2026-02-05", "2026-02-21")
    family("by the day", "2026-01-05", "2026-01-01", "2026-03-05")
    family("not seen", "2025-12-31", "2026-01-01")
    family("seen on the last day", "2026-02-28", "2025-12-01")
    family("answered", "2026-01-05", "2025-12-01", "2025-12-20")


def _advances(sheet: Sheet) -> None:
    """Days from the due day to the day, and to the cut, beside each advance."""

    def advance(key: str, amount: int, due: str):
        values = {"advance_id": f"G8-{key}", "org_id": "G8", "amount": amount}
        days = {"advanced_on": "2025-11-01", "settle_due_on": due}
        sheet.add("advance", **values | days, currency="KRW")

    def settled(key: str, spent: int, returned: int, accepted: str | None):
        values = {"settlement_id": f"G8-{key}", "advance_id": f"G8-{key}"}
        money = {"spent": spent, "returned": returned}
        days = {"settled_on": "2025-12-01", "accepted_on": accepted}
        sheet.add("settlement", **values | money | days)

    advance("1", 100, "2026-02-27")
    advance("0", 200, "2026-02-28")
    advance("30 and 22", 300, "2026-01-29")
    settled("30 and 22", 100, 50, "2026-02-20")
    advance("31 and 23", 400, "2026-01-28")
    settled("31 and 23", 450, 0, "2026-02-21")
    advance("60 and 52", 500, "2025-12-30")
    settled("60 and 52", 500, 0, None)
    advance("61 and 53", 600, "2025-12-29")
    settled("61 and 53", 550, 0, "2025-12-31")


def _ages(total: int, le30: int, middle: int, gt60: int) -> dict:
    return {
        None: count(total),
        "age=le30": count(le30),
        "age=31_60": count(middle),
        "age=gt60": count(gt60),
    }


EXPECTED = {
    "looked back": {
        ("G7", "G7"): {None: count(4), "mirror=undecided": count(0)},
        ("G7", "G7 undecided"): {None: count(0), "mirror=undecided": count(3)},
        ("G8", "G8"): _ages(800, 250, 500, 50),
    },
    "cut": {
        ("G7", "G7"): {None: count(5), "mirror=undecided": count(0)},
        ("G7", "G7 undecided"): {None: count(0), "mirror=undecided": count(2)},
        ("G8", "G8"): _ages(1100, 550, 550, 0),
    },
}
