"""What a snapshot holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd

from dashboard.case_database.finding_counts import Completeness
from dashboard.snapshot.units import Units

FINDINGS = ("rule", "severity", "table_name", "unit", "rows", "people")
LEFT_OUT = ("table_name", "unit", "rows", "people", "referring")


@dataclass(frozen=True)
class Load:
    """The newest load of the database: `as_of` is its newest event."""

    number: int
    source: str
    loaded_at: datetime
    as_of: date
    row_count: int


@dataclass(frozen=True)
class Target:
    """One target of one unit: `target` and `amber` in the indicator's own unit."""

    indicator_id: str
    org_id: str
    valid_from: date
    valid_to: date | None
    target: float
    amber: float | None
    basis: str
    source: str | None


@dataclass(frozen=True)
class Rate:
    """What one unit of the database's money was worth on a day.

    Attributes: quote (ISO 4217), rate_on, rate (quote for one unit), source (who published it).
    """

    quote: str
    rate_on: date
    rate: float
    source: str


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All aggregates of one data load.

    Attributes:
        load: the newest load.
        as_of: the day to which every figure reaches.
        first_month, last_month: the months that are reported, as their first
            days; months after the as-of day end with it.
        currency: ISO 4217 code of the budget lines.
        units: the organisation tree.
        targets: those with a value.
        rates: of the currency, by quote and then by day; none after the as-of day.
        areas: every district that occurs in the referrals.
        counts: query name to its rows, as the header of the query says.
        not_recorded: optional tables that the database lacks.
        left_out: (rule, table) to the rows that break it.
        findings: rule, severity, table_name, unit, rows and people: the rows
            that break a rule, as loaded; the unit is a centre, or the programme
            where no centre can be told; people are distinct families or
            workers behind them.
        left_out_rows: table_name, unit, rows, people and referring: the rows in
            no figure, and the people behind those that only refer to others.
        completeness: values that must be there, as loaded.
    """

    load: Load
    as_of: date
    first_month: date
    last_month: date
    currency: str
    units: Units
    targets: tuple[Target, ...] = ()
    rates: tuple[Rate, ...] = ()
    areas: tuple[str, ...] = ()
    counts: dict[str, pd.DataFrame] = field(default_factory=dict)
    not_recorded: frozenset[str] = frozenset()
    left_out: dict[tuple[str, str], int] = field(default_factory=dict)
    findings: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=FINDINGS))
    left_out_rows: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=LEFT_OUT))
    completeness: Completeness = field(default_factory=lambda: Completeness(0, 0))

    @property
    def synthetic(self) -> bool:
        """Whether the figures are invented: a page has to say so."""
        return self.load.source == "synthetic"
