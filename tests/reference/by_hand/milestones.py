"""V6 and V7."""

from ..figures import share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    sheet.centre("V6")
    sheet.centre("V7")
    _newborns(sheet)
    _milestones(sheet)


def _newborns(sheet: Sheet) -> None:
    """30 days after it: born from 2 December to 29 January, for the cut to the 21st."""

    def child(key: str, birth: str, opened: str | None, *visits: str, since: str | None = None):
        name = f"V6-{len(sheet.rows['case_file'])}"
        sheet.family(name, "V6", opened_on=opened)
        values = {"child_id": f"V6-{key}", "case_id": name, "birth_on": birth}
        sheet.add("child", **values, with_family_from=since or birth)
        sheet.visits(name, *visits)

    child("first day, opened after 7", "2025-12-02", "2025-12-09", "2025-12-16")
    child("a twin, seen after 15", "2026-01-21", "2025-12-01", "2026-02-05")
    twin = {"child_id": "V6-the other twin"}
    sheet.add("child", **sheet.rows["child"][-1] | twin)
    child("seen on the day of birth", "2026-01-22", "2025-12-01", "2026-01-22")
    child("a day too early", "2025-12-01", "2025-11-01", "2025-12-02")
    late = {"since": "2025-12-21"}
    child("with the family later", "2025-12-20", "2025-12-01", "2025-12-22", **late)
    child("opened after 8", "2025-12-20", "2025-12-28", "2025-12-29")
    child("never opened", "2025-12-20", None, "2025-12-21")
    child("seen by phone", "2025-12-21", "2025-12-01", "2025-12-22")
    sheet.rows["visit"][-1]["mode"] = "phone"
    child("seen before birth", "2026-01-29", "2025-12-01", "2026-01-28")
    before = {"since": "2025-12-10"}
    child("known before birth", "2025-12-15", "2025-12-01", "2025-12-29", **before)


def _milestones(sheet: Sheet) -> None:
    sheet.active("V7", "V7")
    sheet.active("V7-paused", "V7")
    sheet.rows["case_status"][-1]["status"] = "paused"

    def plan(milestone: str | None, window_to: str, visit: str | None = None, **more: str):
        key = f"V7-{len(sheet.rows['visit_plan'])}"
        values = {"plan_visit_id": key, "case_id": "V7", "kind": "milestone"}
        days = {"due_on": window_to, "window_from": window_to, "window_to": window_to}
        later = {"created_on": "2025-11-01", "expires_on": "2026-04-30"}
        values |= {"milestone": milestone} | days | later | more
        sheet.add("visit_plan", **values)
        if visit:
            sheet.visits(values["case_id"], visit, plan_visit_id=key)

    plan("d14", "2026-01-10", "2026-01-10")
    plan("d14", "2026-01-10", "2026-01-11")
    plan("w8", "2026-02-19")
    plan("w8", "2026-02-20", "2026-02-20")
    plan("m4_6", "2026-01-15", waived_on="2026-01-15")
    plan("m4_6", "2026-01-31", "2025-12-20", waived_on="2026-03-01")
    plan("m9_12", "2026-01-31", "2026-01-31", case_id="V7-paused")
    plan("m9_12", "2026-01-31", "2026-01-31", kind="routine")
    plan("m18_24", "2026-02-28")
    plan("prenatal", "2025-12-31", "2025-12-31")
    plan(None, "2026-01-15")


def _milestone_rows(total, **of_each: tuple[int, int]) -> dict:
    codes = ("prenatal", "d14", "w8", "m4_6", "m9_12", "m18_24")
    rows = {f"milestone={code}": share(*of_each.get(code, (0, 0))) for code in codes}
    return {None: share(*total)} | rows


EXPECTED = {
    "looked back": {
        ("V6", "V6"): {None: share(3, 7)},
        ("V7", "V7"): _milestone_rows((2, 6), d14=(1, 2), w8=(1, 2), m18_24=(0, 1)),
    },
    "cut": {
        ("V6", "V6"): {None: share(2, 5)},
        ("V7", "V7"): _milestone_rows((2, 5), d14=(1, 2), w8=(0, 1), m4_6=(1, 1)),
    },
}
