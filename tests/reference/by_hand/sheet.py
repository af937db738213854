"""A sheet to write the rows of a world on, with what a row says by itself filled in."""

from __future__ import annotations

from collections import defaultdict

from ..rows import Tables
from ..small_world import family, level, small_world, status, visit

LONG_AGO = "2025-01-01"


class Sheet:
    """Rows by table; days are ISO text."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict]] = defaultdict(list)

    def tables(self) -> Tables:
        return small_world(**self.rows)

    def add(self, table: str, **values: object) -> None:
        self.rows[table].append(values)

    def centre(self, key: str, region: str = "R", area: str | None = None) -> None:
        self.add("org_unit", org_id=key, level="centre", parent_id=region, area_code=area)

    def referral(self, key: str, centre: str, received: str, **more: object) -> None:
        plain = {"source": "self", "stage_at_referral": "unknown"}
        values = {"referral_id": key, "org_id": centre, "received_on": received}
        self.add("referral", **{"decision": "pending"} | plain | values | more)

    def family(self, key: str, centre: str, intake: str = LONG_AGO, **more: str) -> None:
        self.add("case_file", **family(key, centre, intake) | more)

    def status(self, key: str, since: str, until: str | None = None, code: str = "active") -> None:
        self.add("case_status", **status(key, since, until, code))

    def level(self, key: str, since: str, until: str | None = None, code: str = "regular") -> None:
        self.add("case_level", **level(key, since, until, code))

    def active(self, key: str, centre: str, since: str = LONG_AGO) -> None:
        """A family that has been active at the regular level since a day."""
        self.family(key, centre)
        self.status(key, since)
        self.level(key, since)

    def visits(self, family: str, *days: str, by: str = "W", **more: object) -> None:
        """Completed home visits, recorded the same day."""
        for day in days:
            key = f"visit-{len(self.rows['visit'])}"
            values = {"case_id": family, "worker_id": by} | more
            self.add("visit", **visit(key, day, **values))

    def saver(self, key: str, centre: str, ready: str = LONG_AGO, **more: str) -> None:
        values = {"worker_id": key, "org_id": centre, "role": "saver"}
        engaged = {"engaged_on": LONG_AGO, "dispatch_ready_on": ready}
        self.add("worker", **values | engaged | more)

    def certificate(self, worker: str, expires: str | None, **more: str) -> None:
        code = f"certificate-{len(self.rows['certification'])}"
        values = {"worker_id": worker, "cert_code": code, "issued_on": LONG_AGO}
        self.add("certification", **values | {"expires_on": expires} | more)

    def request(self, key: str, family: str, requested: str, urgency: str = "standard") -> None:
        values = {"request_id": key, "case_id": family, "requested_on": requested}
        self.add("grant_request", **values, urgency=urgency, category="living", amount=100)

    def decision(self, key: str, decided: str, approved: int, code: str = "approved", **more: str) -> None:
        values = {"request_id": key, "decided_on": decided, "decision": code}
        self.add("grant_decision", **values, approved=approved, **more)

    def payment(self, request: str, paid: str, amount: int, **more: object) -> None:
        key = f"payment-{len(self.rows['grant_payment'])}"
        plain = {"currency": "KRW", "method": "bank", "status": "paid", "returned": 0}
        days = {"scheduled_on": paid, "paid_on": paid}
        values = {"payment_id": key, "request_id": request, "amount": amount}
        self.add("grant_payment", **plain | days | values | more)
