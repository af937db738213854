"""S2, S3 and S4."""

from ..figures import count, share
from .sheet import Sheet


def write(sheet: Sheet) -> None:
    for centre in ("S2", "S3", "S4"):
        sheet.centre(centre)
    _certificates(sheet)
    _sessions(sheet)
    _observed(sheet)


def _certificates(sheet: Sheet) -> None:
    def saver(key: str, *expiries: str | None, role: str = "saver"):
        sheet.saver(f"S2-{key}", "S2", role=role)
        sheet.family(f"S2-{key}", "S2")
        for expires in expiries:
            sheet.certificate(f"S2-{key}", expires)

    def serves(key: str, status: str = "active", duty: str = "saver", until=None):
        sheet.status(f"S2-{key}", "2025-01-01", None, status)
        values = {"case_id": f"S2-{key}", "worker_id": f"S2-{key}", "duty": duty}
        sheet.add("case_assignment", **values, valid_from="2025-01-01", valid_to=until)

    def visits(key: str, day: str, **more: str):
        sheet.visits(f"S2-{key}", day, by=f"S2-{key}", **more)

    saver("expires on the day", "2026-02-28")
    serves("expires on the day")
    saver("expired a day before", "2026-02-27")
    serves("expired a day before", "paused")
    visits("expired a day before", "2026-02-28")
    saver("revoked on the cut")
    sheet.certificate("S2-revoked on the cut", None, revoked_on="2026-02-20")
    serves("revoked on the cut", "outreach")
    visits("revoked on the cut", "2026-02-19")
    saver("no end", None)
    serves("no end")
    saver("expires in 60 days", "2026-04-29")
    serves("expires in 60 days")
    saver("expires in 61 days", "2026-04-30")
    serves("expires in 61 days")
    saver("renewed", "2026-03-01", "2026-12-31")
    serves("renewed")
    saver("waiting family")
    serves("waiting family", "waiting")
    visits("waiting family", "2026-01-15")
    saver("case management")
    serves("case management", duty="case_manager")
    saver("until the day")
    serves("until the day", until="2026-02-28")
    saver("case manager", role="case_manager")
    serves("case manager")
    visits("case manager", "2026-01-15")
    saver("by phone")
    visits("by phone", "2026-01-15", mode="phone")
    visits("by phone", "2026-01-16", outcome="attempted", reason="not_home")


def _sessions(sheet: Sheet) -> None:
    sheet.saver("S3-saver", "S3")
    for number, (kind, due, held) in enumerate(
        (
            ("individual", "2026-01-01", "2026-03-01"),
            ("group", "2026-02-20", None),
            ("individual", "2026-02-19", "2026-02-19"),
            ("observed_visit", "2026-01-10", "2026-01-10"),
            ("individual", "2026-02-28", "2026-04-11"),
            ("individual", "2025-12-31", "2026-01-02"),
            ("group", "2026-01-20", "2026-01-15"),
        )
    ):
        values = {"supervision_id": f"S3-{number}", "worker_id": "S3-saver"}
        sheet.add("supervision", **values, kind=kind, due_on=due, held_on=held)


def _observed(sheet: Sheet) -> None:
    """The 90 days to the day begin on 1 December, those to the cut on 23 November."""
    for number in range(5):
        sheet.family(f"S4-{number}", "S4")

    def saver(key: str, *days: str, **more: str):
        sheet.saver(f"S4-{key}", "S4", **more)
        sheet.visits("S4-0", *days, by=f"S4-{key}")

    def observed(key: str, held: str, kind: str = "observed_visit"):
        values = {"supervision_id": f"S4-{key}", "worker_id": f"S4-{key}"}
        sheet.add("supervision", **values, kind=kind, due_on=held, held_on=held)

    four = ("2025-12-01", "2025-12-02", "2026-01-03", "2026-01-04")
    saver("one too early", "2025-11-30", *four)
    observed("one too early", "2025-11-30")
    saver("observed after the cut", *four, "2026-02-20")
    observed("observed after the cut", "2026-02-21")
    saver("twice a day", *four, "2026-01-04")
    saver("five families")
    for number in range(5):
        sheet.visits(f"S4-{number}", "2026-01-05", by="S4-five families")
    observed("five families", "2025-11-22")
    saver("ended", *four, "2026-01-05", ended_on="2026-02-28")
    saver("one by video", *four)
    sheet.visits("S4-0", "2026-01-05", by="S4-one by video", mode="video")
    saver("not observed", *four, "2026-01-05")
    observed("not observed", "2026-01-05", "individual")


EXPECTED = {
    "looked back": {
        ("S2", "S2"): {
            None: share(5, 7),
            "cert=expiring_60": count(2),
            "cert=uncertified_visits": count(2),
        },
        ("S3", "S3"): {None: share(3, 5)},
        ("S4", "S4"): {None: share(1, 3)},
    },
    "cut": {
        ("S2", "S2"): {
            None: share(6, 8),
            "cert=expiring_60": count(2),
            "cert=uncertified_visits": count(1),
        },
        ("S3", "S3"): {None: share(2, 3)},
        ("S4", "S4"): {None: share(1, 5)},
    },
}
