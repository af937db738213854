"""C1s, C4, C5 and O4."""

from ..figures import count, share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("C1s", "C4", "C5", "O4"):
        sheet.centre(centre)
    _served(sheet)
    _assessed(sheet)
    _planned_for(sheet)
    _closed(sheet)


def _served(sheet: Sheet) -> None:
    def family(key: str, *history: tuple, intake: str = "2025-01-01"):
        sheet.family(f"C1s-{key}", "C1s", intake)
        for since, until, code in history:
            sheet.status(f"C1s-{key}", since, until, code)

    family("ended as it began", ("2025-12-01", "2026-01-01", "active"))
    family("one day", ("2025-12-01", "2026-01-02", "active"))
    family("from the last day", ("2026-02-28", None, "paused"))
    family("from the cut", ("2026-02-20", None, "outreach"))
    family("waiting", ("2026-01-01", None, "waiting"))
    family("no day long", ("2026-01-05", "2026-01-05", "active"))
    family("taken in later", ("2026-02-01", None, "active"), intake="2026-03-01")
    family(
        "back again",
        ("2026-01-01", "2026-01-10", "active"),
        ("2026-01-10", "2026-02-01", "closed"),
        ("2026-02-01", None, "active"),
    )


def _assessed(sheet: Sheet) -> None:
    def family(key: str, intake: str, *done: tuple[str, str]):
        sheet.family(f"C4-{key}", "C4", intake)
        for number, (tool, day) in enumerate(done):
            values = {"assessment_id": f"C4-{key}-{number}", "case_id": f"C4-{key}"}
            sheet.add("assessment", **values, tool=tool, tool_version="1", done_on=day)

    family("exactly 10", "2026-01-01", ("needs_risk", "2026-01-11"))
    family("11", "2026-01-02", ("needs_risk", "2026-01-13"))
    family("passed in both, not done", "2026-02-09")
    family("passed looked back on", "2026-02-10", ("needs_risk", "2026-02-10"))
    family("another tool", "2026-01-03", ("epds", "2026-01-04"), ("needs_risk", "2026-01-20"))
    family("twice", "2026-01-04", ("needs_risk", "2026-01-30"), ("needs_risk", "2026-01-06"))
    family("before the period", "2025-12-31", ("needs_risk", "2026-01-01"))
    family("the last day", "2026-02-28", ("needs_risk", "2026-03-10"))
    family("before intake", "2026-02-01", ("needs_risk", "2026-01-20"))


def _planned_for(sheet: Sheet) -> None:
    def family(key: str, intake: str, *agreed: str | None):
        sheet.family(f"C5-{key}", "C5", intake)
        for number, day in enumerate(agreed):
            values = {"plan_id": f"C5-{key}-{number}", "case_id": f"C5-{key}"}
            sheet.add("care_plan", **values, agreed_on=day)

    family("exactly 30", "2026-01-01", "2026-01-31")
    family("31", "2026-01-01", "2026-02-01")
    family("passed in both, not agreed", "2026-01-20", None)
    family("passed looked back on", "2026-01-21", "2026-01-25")
    family("the last day", "2026-02-28", "2026-03-30")
    family("twice", "2026-01-10", "2026-03-01", "2026-01-15")


def _closed(sheet: Sheet) -> None:
    for number, (day, reason, handover) in enumerate(
        (
            ("2026-01-01", "goals_met", None),
            ("2026-02-28", "aged_out", None),
            ("2026-01-05", "death", None),
            ("2026-01-05", "ineligible", None),
            ("2026-01-05", "transferred", "health_centre"),
            ("2026-01-05", "transferred", "none"),
            ("2026-01-05", "transferred", None),
            ("2026-01-05", "moved_away", "health_centre"),
            ("2026-02-20", "capacity", None),
            ("2025-12-31", "goals_met", None),
        )
    ):
        key = f"O4-{number}"
        sheet.family(key, "O4")
        values = {"case_id": key, "closed_on": day, "reason": reason}
        sheet.add("closure", **values, handover_to=handover)


EXPECTED = {
    "looked back": {
        ("C1s", "C1s"): {None: count(5)},
        ("C4", "C4"): {None: share(5, 8)},
        ("C5", "C5"): {None: share(4, 6)},
        ("O4", "O4"): {None: share(3, 6, 1)},
    },
    "cut": {
        ("C1s", "C1s"): {None: count(3)},
        ("C4", "C4"): {None: share(3, 6)},
        ("C5", "C5"): {None: share(2, 4)},
        ("O4", "O4"): {None: share(2, 5, 1)},
    },
}
