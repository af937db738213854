"""V3 and Q3."""

from ..figures import share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    sheet.centre("V3")
    sheet.centre("Q3")
    _doses(sheet)
    _planned(sheet)


def _doses(sheet: Sheet) -> None:
    """Visits a month: intensive 4, regular 2, step down 1."""

    def family(key: str, since: str, until: str | None, level: str | None, *visits: str):
        sheet.family(f"V3-{key}", "V3")
        sheet.status(f"V3-{key}", since, until)
        if level:
            sheet.level(f"V3-{key}", since, None, level)
        sheet.visits(f"V3-{key}", *visits)

    # January 2 of 2; February 1 of 2, and that after the cut.
    days = ("2026-01-05", "2026-01-31", "2026-02-21")
    family("all along", "2025-12-01", None, "regular", *days)
    # 15 days of January with 1 of 60/31; 14 of February.
    family("15 and 14 days", "2026-01-17", "2026-02-15", "intensive", "2026-01-20")
    # 14 days of January; February 1 of 1, 1 of 5/7 at the cut.
    family("14 days and all", "2026-01-18", None, "step_down", "2026-02-20")
    # Exactly 3 of 4, and 2 of 20/7 at the cut.
    days = ("2026-02-02", "2026-02-03", "2026-02-21")
    family("three quarters", "2026-02-01", None, "intensive", *days)
    # One of 2: on one day by one saver.
    family("a double", "2026-02-01", None, "regular", "2026-02-05", "2026-02-05")
    family("no level", "2026-01-01", None, None, "2026-01-05")
    family("a schedule of its own", "2026-01-01", None, "regular", "2026-01-05")
    sheet.rows["case_level"][-1]["alternate_schedule"] = True
    family("paused", "2026-01-01", None, "regular", "2026-01-05")
    sheet.rows["case_status"][-1]["status"] = "paused"


def _planned(sheet: Sheet) -> None:
    """Expected: 2 in January and 2 in February, of these 20/14 until the cut."""
    sheet.active("Q3", "Q3", "2026-01-01")
    sheet.active("Q3-paused", "Q3", "2026-01-01")
    sheet.rows["case_status"][-1]["status"] = "paused"
    sheet.active("Q3-its own", "Q3", "2026-01-01")
    sheet.rows["case_level"][-1]["alternate_schedule"] = True

    def plan(due: str, family: str = "Q3", **more: str):
        key = f"Q3-{len(sheet.rows['visit_plan'])}"
        values = {"plan_visit_id": key, "case_id": family, "kind": "routine"}
        days = {"due_on": due, "window_from": due, "window_to": due, "expires_on": due}
        sheet.add("visit_plan", **values | days | {"created_on": "2025-12-01"} | more)

    plan("2026-01-01")
    plan("2026-02-20")
    plan("2026-02-21")
    plan("2026-01-10", kind="milestone")
    plan("2025-12-31")
    plan("2026-01-15", waived_on="2026-03-01")
    plan("2026-01-16", waived_on="2026-01-10")
    plan("2026-02-10", created_on="2026-02-25")
    plan("2026-01-05", "Q3-paused")
    plan("2026-01-05", "Q3-its own")


EXPECTED = {
    "looked back": {
        ("V3", "V3"): {None: share(3, 6)},
        ("Q3", "Q3"): {None: share(4, 4)},
    },
    "cut": {
        ("V3", "V3"): {None: share(2, 6)},
        ("Q3", "Q3"): {None: share(3, 2 + 20 / 14)},
    },
}
