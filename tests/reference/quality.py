"""Q1 and Q2."""

from __future__ import annotations

from fractions import Fraction

from dashboard.case_database.contract import TABLES

from .days import median, p90
from .figures import Figure, share
from .rows import Row, Tables
from .scene import Scene

IN_TIME = 3


def filled_values(loaded: Tables) -> Figure:
    """Of the tables as loaded, rows with errors and all."""
    values = [
        row[column.name]
        for name, table in TABLES.items()
        if table.required
        for column in table.columns
        if not column.nullable
        for row in loaded[name]
    ]
    filled = sum(value is not None for value in values)
    return share(Fraction(filled), len(values))


def recorded_visits(scene: Scene) -> list[Row]:
    """Visits of every mode and outcome in the period, and days to their record."""
    world = scene.flow
    return [
        {
            "unit": world.centre(row["case_id"]),
            "days": (row["recorded_on"] - row["visited_on"]).days,
        }
        for row in world.tables["visit"]
        if scene.in_period(row["visited_on"])
    ]


def share_in_time(visits: list[Row]) -> dict[str | None, Figure]:
    days = [visit["days"] for visit in visits]
    in_time = share(Fraction(sum(n <= IN_TIME for n in days)), len(days))
    return {
        None: Figure(
            in_time.numerator,
            in_time.denominator,
            in_time.missing,
            in_time.value,
            median=median(days),
            p90=p90(days),
        )
    }
