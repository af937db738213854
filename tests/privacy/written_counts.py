"""A snapshot whose counts a test writes itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from dashboard.case_database import queries
from dashboard.snapshot import Load, Snapshot, Unit, Units

UNITS = Units(
    [
        Unit("P", None, "programme"),
        Unit("R", "P", "region"),
        Unit("S", "P", "region"),
        Unit("A", "R", "centre"),
        Unit("B", "R", "centre"),
        Unit("C", "R", "centre"),
        Unit("D", "S", "centre", launched_on=date(2026, 6, 1)),
    ]
)


def counted(as_of: date, **rows: list[dict]) -> Snapshot:
    """Return a snapshot with the rows of some queries; the others have none."""
    counts = {
        name: pd.DataFrame(rows.get(name, []), columns=list(query.columns))
        for name, query in queries.counts().items()
    }
    load = Load(7, "test", datetime(2026, 7, 1, tzinfo=UTC), as_of, 0)
    return Snapshot(load, as_of, date(2026, 1, 1), date(2026, 12, 1), "KRW", UNITS, counts=counts)


def families(unit: str, month: str, number: int, status: str = "active") -> dict:
    """Return one row of families on the programme."""
    return {
        "org_id": unit,
        "month": pd.Timestamp(month),
        "status": status,
        "stage": "m0_5",
        "level": "regular",
        "entry_stage": "prenatal",
        "families": number,
    }
