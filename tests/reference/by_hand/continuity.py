"""V8, V9 and Q2."""

from ..figures import share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("V8", "V9", "Q2"):
        sheet.centre(centre)
    _retained(sheet)
    _same_saver(sheet)
    _recorded(sheet)


def _retained(sheet: Sheet) -> None:
    def family(key: str, first_visit: str, *history: tuple, closed: tuple = ()):
        sheet.family(f"V8-{key}", "V8", "2024-08-01")
        sheet.visits(f"V8-{key}", first_visit, "2025-12-24")
        for since, until, code in history:
            sheet.status(f"V8-{key}", since, until, code)
        if closed:
            day, reason = closed
            sheet.add("closure", case_id=f"V8-{key}", closed_on=day, reason=reason)

    def ended(day: str) -> tuple:
        return ("2024-08-01", day, "active"), (day, None, "closed")

    # 3 months after 30 November is the last day of February.
    family("a month's end", "2025-11-30", ("2024-08-01", None, "active"))
    day = "2026-02-28"
    family("18, ended well that day", "2024-08-31", *ended(day), closed=(day, "goals_met"))
    day = "2026-01-10"
    family("6, moved that day", "2025-07-10", *ended(day), closed=(day, "moved_away"))
    day = "2026-01-20"
    family("12, ended well before", "2025-02-05", *ended(day), closed=(day, "aged_out"))
    family("3, paused", "2025-10-01", ("2024-08-01", None, "paused"))
    closed = ("2026-02-21", "goals_met")
    family("3, closed a day later", "2025-11-20", *ended("2026-02-20"), closed=closed)
    family("3 from a visit at home", "2025-11-21", ("2024-08-01", None, "outreach"))
    sheet.visits("V8-3 from a visit at home", "2025-10-05", mode="phone")
    family("none in the period", "2025-09-30", ("2024-08-01", None, "active"))


def _same_saver(sheet: Sheet) -> None:
    """The six months to the end of February begin on 1 September."""
    sheet.saver("V9-other", "V9")

    def family(key: str, by_one: tuple[str, ...], by_other: tuple[str, ...] = ()):
        sheet.family(f"V9-{key}", "V9")
        sheet.visits(f"V9-{key}", *by_one)
        sheet.visits(f"V9-{key}", *by_other, by="V9-other")

    family("two of three", ("2025-09-01", "2025-10-01"), ("2025-11-01",))
    family("one too early", ("2025-08-31", "2025-09-02", "2025-09-03"))
    days = ("2026-01-01", "2026-01-01", "2026-01-02")
    family("a double", days, ("2026-01-01",))
    family("one after the cut", ("2026-02-19", "2026-02-20", "2026-02-21"))
    days = ("2026-01-01", "2026-01-02")
    family("two and two", days, days)


def _recorded(sheet: Sheet) -> None:
    sheet.family("Q2", "Q2")

    def visit(day: str, recorded: str, **more: str):
        sheet.visits("Q2", day, recorded_on=recorded, **more)

    visit("2026-01-01", "2026-01-04")
    visit("2026-01-02", "2026-01-06")
    missed = {"outcome": "attempted", "reason": "not_home"}
    visit("2026-02-20", "2026-02-20", mode="phone", **missed)
    # Recorded after both as-of days; that hides no visit.
    visit("2026-02-28", "2026-04-11", **missed | {"outcome": "cancelled"})
    visit("2026-02-21", "2026-02-22")
    visit("2025-12-31", "2026-01-01")


EXPECTED = {
    "looked back": {
        ("V8", "V8"): {
            "months=3": share(3, 4),
            "months=6": share(0, 1),
            "months=12": share(1, 1),
            "months=18": share(1, 1),
        },
        ("V9", "V9"): {None: share(9, 13)},
        # Days: 0, 1, 3, 4 and 42.
        ("Q2", "Q2"): {None: share(3, 5, median=3, p90=26.8)},
    },
    "cut": {
        ("V8", "V8"): {
            "months=3": share(1, 2),
            "months=6": share(0, 1),
            "months=12": share(1, 1),
            "months=18": share(0, 0),
        },
        ("V9", "V9"): {None: share(6, 10)},
        ("Q2", "Q2"): {None: share(2, 3, median=3, p90=3.8)},
    },
}
