"""G4, G5 and G6."""

from ..figures import count, share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("G4", "G5", "G6"):
        sheet.centre(centre)
        sheet.family(centre, centre)
    _unpaid(sheet)
    _decided(sheet)
    _in_time(sheet)


def _unpaid(sheet: Sheet) -> None:
    """Days from the decision to the day, and to the cut, beside each request."""

    def request(key: str, decided: str, approved: int, code: str = "approved"):
        sheet.request(f"G4-{key}", "G4", "2026-01-01")
        sheet.decision(f"G4-{key}", decided, approved, code)

    request("15 and 7", "2026-02-13", 100)
    sheet.payment("G4-15 and 7", "2026-02-14", 40)
    request("14 and 6", "2026-02-14", 50)
    sheet.payment("G4-14 and 6", "2026-02-21", 50)
    request("7", "2026-02-21", 30, "partial")
    request("rejected", "2026-02-01", 0, "rejected")
    request("22 and 14", "2026-02-06", 80)
    returned = {"status": "returned", "returned": 20, "returned_on": "2026-02-25"}
    sheet.payment("G4-22 and 14", "2026-02-10", 70, **returned)
    request("paid too much", "2026-02-05", 20)
    sheet.payment("G4-paid too much", "2026-02-06", 25)
    request("16 and 8", "2026-02-12", 15)
    sheet.payment("G4-16 and 8", "2026-02-13", 15, status="failed", paid_on=None)


def _decided(sheet: Sheet) -> None:
    for number, (requested, decided, code, reason) in enumerate(
        (
            ("2026-01-01", "2026-01-06", "approved", None),
            ("2026-02-20", "2026-02-24", "rejected", "criteria"),
            ("2026-02-28", "2026-04-11", "approved", None),
            ("2025-12-31", "2026-01-06", "approved", None),
            ("2026-01-10", "2026-01-12", "partial", "budget"),
            ("2026-01-11", "2026-01-11", "withdrawn", None),
        )
    ):
        sheet.request(f"G5-{number}", "G5", requested)
        sheet.decision(f"G5-{number}", decided, 10, code, reason=reason)


def _in_time(sheet: Sheet) -> None:
    """Deadlines: 5 days after an emergency request, 10 after a standard one."""

    def request(key: str, requested: str, decided: str, *payments: tuple, **more: object):
        urgency = "emergency" if key.startswith("emergency") else "standard"
        sheet.request(f"G6-{key}", "G6", requested, urgency)
        sheet.decision(f"G6-{key}", decided, 100, "approved")
        for paid, amount, confirmed in payments:
            days = {"receipt_confirmed_on": confirmed}
            sheet.payment(f"G6-{key}", paid, amount, **days | more)

    day, confirmed = "2026-01-02", "2026-01-20"
    paid = ("2026-01-06", 100, confirmed)
    request("emergency on the 5th day", "2026-01-01", day, paid)
    paid = ("2026-01-07", 100, confirmed)
    request("emergency on the 6th day", "2026-01-01", day, paid)
    day, first = "2026-01-06", ("2026-01-10", 60, confirmed)
    rest = ("2026-01-15", 40, confirmed)
    request("in two payments", "2026-01-05", day, first, rest)
    rest = ("2026-01-15", 40, None)
    request("one not confirmed", "2026-01-05", day, first, rest)
    paid = ("2026-01-10", 100, "2026-03-01")
    request("confirmed later", "2026-01-08", "2026-01-09", paid)
    request("passed in both, not paid", "2026-02-09", "2026-02-10")
    paid = ("2026-02-20", 100, "2026-02-22")
    request("passed looked back on", "2026-02-10", "2026-02-10", paid)
    returned = {"status": "returned", "returned": 10, "returned_on": "2026-02-25"}
    paid = ("2026-01-20", 100, "2026-01-21")
    request("partly returned later", "2026-01-15", "2026-01-16", paid, **returned)
    request("decided later", "2026-02-20", "2026-03-01")
    paid = ("2026-01-04", 100, "2026-01-05")
    request("decided after the deadline", "2025-12-01", "2026-01-03", paid)
    sheet.request("G6-rejected", "G6", "2026-01-01")
    sheet.decision("G6-rejected", "2026-01-02", 0, "rejected")


def _ages(total: int, le7: int, middle: int, gt14: int) -> dict:
    return {
        None: count(total),
        "age=le7": count(le7),
        "age=8_14": count(middle),
        "age=gt14": count(gt14),
    }


def _requests(total: int, median: float, *numbers: int) -> dict:
    """Rows in the order of `codes`; reasons that nobody had are 0."""
    codes = ("approved", "partial", "rejected", "withdrawn", "undecided")
    rows = {f"decision={code}": count(number) for code, number in zip(codes, numbers, strict=True)}
    others = ("public_support", "documents", "duplicate", "other")
    return {
        None: count(total, median=median),
        **rows,
        **{f"reason={code}": count(0) for code in others},
        "reason=budget": count(1),
    }


EXPECTED = {
    "looked back": {
        ("G4", "G4"): _ages(105, 30, 0, 75),
        ("G5", "G5"): _requests(5, 3, 1, 1, 1, 1, 1) | {"reason=criteria": count(1)},
        ("G6", "G6"): {None: share(4, 8, 1)},
    },
    "cut": {
        ("G4", "G4"): _ages(135, 110, 25, 0),
        ("G5", "G5"): _requests(4, 2, 1, 1, 0, 1, 1) | {"reason=criteria": count(0)},
        ("G6", "G6"): {None: share(3, 6, 2)},
    },
}
