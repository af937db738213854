"""What stands around the families: levels, births, exchange rates, targets, loads."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.centres import PROGRAMME
from dashboard.case_database.synthetic.columns import NEVER, table
from dashboard.case_database.synthetic.days import Days, month_days, months_of, number
from dashboard.case_database.synthetic.places import districts

SOURCE = "synthetic"
LEVELS = ("intensive", "regular", "step_down")
VISITS_PER_MONTH = np.array([4.0, 2.0, 1.0])
WEIGHTS = np.array([1.5, 1.0, 0.5])
MAX_GAP_DAYS = (14, 30, 45)
# Won for one unit at the start: where the rates begin to wander.
WON = {"USD": 1330.0, "EUR": 1450.0, "JPY": 9.1, "CNY": 186.0, "GBP": 1690.0}
# Indicator, first day (empty: the first of the history), end, target, amber, basis.
TARGETS = (
    ("V2", None, "2025-01-01", 0.75, 0.60, "provisional", "Start-up plan"),
    ("V2", "2025-01-01", None, 0.80, 0.65, "programme", "Programme standard, chapter 4"),
    ("V1", None, None, 0.85, 0.70, "programme", "Programme standard, chapter 4"),
    ("V5", None, None, 0.05, 0.10, "programme", "Programme standard, chapter 4"),
    ("C2", None, None, 0.95, 1.05, "programme", "Programme standard, chapter 3"),
    ("C3", None, None, 25.0, 28.0, "external", "Nurse-Family Partnership: 25 families"),
    ("R2", None, None, 0.90, 0.75, "programme", "Programme standard, chapter 2"),
    ("S2", None, None, 1.00, 0.90, "programme", "Programme standard, chapter 5"),
)


def service_level(days: Days) -> pa.Table:
    """Return what the model requires: 4, 2 and 1 visits a month."""
    return table(
        "service_level",
        level=pa.array(LEVELS),
        valid_from=[days.start - 365] * 3,
        valid_to=[NEVER] * 3,
        visits_per_month=VISITS_PER_MONTH,
        weight=WEIGHTS,
        max_gap_days=MAX_GAP_DAYS,
    )


def area_births(days: Days, random: np.random.Generator) -> pa.Table:
    """Return births of four years in every district of both regions, fewer each year."""
    codes = sorted(place["code"] for place in districts(days))
    years = np.arange(days.until_date.year - 4, days.until_date.year)
    size = np.exp(random.normal(7.4, 0.6, len(codes)))
    births = size[:, None] * 0.95 ** np.arange(4) * random.normal(1, 0.02, (len(codes), 4))
    return table(
        "area_births",
        area_code=np.repeat(codes, 4),
        year=np.tile(years, len(codes)),
        births=births.round().astype(int).ravel(),
    )


def fx_rate(days: Days, random: np.random.Generator) -> pa.Table:
    """Return a rate each week for five currencies, wandering a little."""
    weeks = np.arange(days.start, days.until + 1, 7)
    steps = random.normal(0, 0.006, (len(WON), weeks.size))
    wander = np.exp(np.cumsum(steps, axis=1) * 0.9)
    rates = wander / np.array(list(WON.values()))[:, None]
    count = rates.size
    return table(
        "fx_rate",
        currency=["KRW"] * count,
        quote=np.repeat(list(WON), weeks.size),
        rate_on=np.tile(weeks, len(WON)),
        rate=rates.round(8).ravel(),
        source=[SOURCE] * count,
    )


def indicator_target(days: Days) -> pa.Table:
    """Return the programme's targets; the dose has an earlier, lower one."""
    ids, starts, ends, targets, ambers, bases, references = zip(*TARGETS, strict=True)
    return table(
        "indicator_target",
        indicator_id=ids,
        org_id=[PROGRAMME] * len(ids),
        valid_from=[days.start if start is None else number(start) for start in starts],
        valid_to=[NEVER if end is None else number(end) for end in ends],
        target=targets,
        amber=ambers,
        basis=pa.array(bases),
        source_ref=references,
    )


def data_load(days: Days, rows: int) -> pa.Table:
    """Return two loads: that of the month before, and the newest, five days after its last day."""
    before = int(month_days(months_of(np.array([days.until + 1])))[0]) - 1
    before = before if before < days.until else int(month_days(months_of(np.array([days.until])))[0]) - 1
    latest = [before, days.until]
    epoch = datetime(1970, 1, 1)  # noqa: DTZ001 - times of a case database bear no zone
    loaded = [epoch + timedelta(days=day + 5, hours=2, minutes=10) for day in latest]
    return table(
        "data_load",
        load_id=[1, 2],
        source=[SOURCE] * 2,
        loaded_at=np.array(loaded, dtype="datetime64[us]"),
        latest_event_on=latest,
        row_count=[int(rows * 0.96), rows],
    )
