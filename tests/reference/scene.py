"""What the indicators look at: the tables on a day, found by family."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from .as_it_stood import as_it_stood
from .days import add_months, completed_months
from .rows import Row, Tables

ON_THE_PROGRAMME = ("active", "outreach", "paused")
IN_PERSON = ("home", "centre", "other_in_person")
STAGES = ("pregnancy", "m0_5", "m6_11", "m12_17", "m18_24", "over_24", "unknown")


def valid(row: Row, day: date) -> bool:
    """Histories are half-open: what ends on a day is not valid on it."""
    return row["valid_from"] <= day and (row["valid_to"] is None or row["valid_to"] > day)


def valid_row(history: list[Row], day: date) -> Row | None:
    return next((row for row in history if valid(row, day)), None)


class World:
    """The database as it stood on one day."""

    def __init__(self, tables: Tables, day: date) -> None:
        self.tables = as_it_stood(tables, day)

    def by(self, table: str, key: str) -> dict[str, list[Row]]:
        """The rows of a table by a column; [] for what is not there."""
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self.tables[table]:
            rows[row[key]].append(row)
        return rows

    @cached_property
    def families(self) -> dict[str, Row]:
        return {row["case_id"]: row for row in self.tables["case_file"]}

    @cached_property
    def statuses(self) -> dict[str, list[Row]]:
        return self.by("case_status", "case_id")

    @cached_property
    def levels(self) -> dict[str, list[Row]]:
        return self.by("case_level", "case_id")

    @cached_property
    def service_levels(self) -> dict[str, list[Row]]:
        return self.by("service_level", "level")

    @cached_property
    def savers_of(self) -> dict[str, list[Row]]:
        rows = self.by("case_assignment", "case_id")
        return defaultdict(
            list,
            {
                family: [row for row in of_family if row["duty"] == "saver"]
                for family, of_family in rows.items()
            },
        )

    @cached_property
    def workers(self) -> dict[str, Row]:
        return {row["worker_id"]: row for row in self.tables["worker"]}

    @cached_property
    def capacities(self) -> dict[str, list[Row]]:
        return self.by("worker_capacity", "worker_id")

    @cached_property
    def completed(self) -> dict[str, list[Row]]:
        """Completed visits by family, two a day by one worker counted once."""
        once: dict[tuple, Row] = {}
        for row in self.tables["visit"]:
            if row["outcome"] == "completed" and row["mode"] in IN_PERSON:
                key = (row["case_id"], row["worker_id"], row["visited_on"])
                once.setdefault(key, row)
        visits: dict[str, list[Row]] = defaultdict(list)
        for row in once.values():
            visits[row["case_id"]].append(row)
        return visits

    @cached_property
    def pregnancies(self) -> dict[str, list[Row]]:
        return self.by("pregnancy", "case_id")

    @cached_property
    def children(self) -> dict[str, list[Row]]:
        return self.by("child", "case_id")

    def centre(self, family: str) -> str:
        return self.families[family]["org_id"]

    def status(self, family: str, day: date) -> str | None:
        row = valid_row(self.statuses[family], day)
        return row["status"] if row else None

    def on_the_programme(self, day: date) -> list[str]:
        return [f for f in self.families if self.status(f, day) in ON_THE_PROGRAMME]

    def level(self, family: str, day: date) -> Row | None:
        return valid_row(self.levels[family], day)

    def required(self, level: str, day: date) -> Row | None:
        """What the model requires at a level on the day."""
        return valid_row(self.service_levels[level], day)

    def in_scope(self, family: str, day: date) -> str | None:
        """Return the level at which the family is in scope of visit measures."""
        if self.status(family, day) != "active":
            return None
        row = self.level(family, day)
        return row["level"] if row and row["alternate_schedule"] is False else None

    def stay_began(self, family: str, day: date) -> date:
        """First day of the unbroken stay on the programme that holds the day."""
        rows = [row for row in self.statuses[family] if row["status"] in ON_THE_PROGRAMME]
        began = valid_row(rows, day)["valid_from"]
        while before := valid_row(rows, began - timedelta(days=1)):
            began = before["valid_from"]
        return began

    def stage(self, family: str, day: date) -> str:
        youngest = self.youngest(family, day)
        if youngest:
            return _age_band(completed_months(youngest, day))
        return "pregnancy" if self.running(family, day) else "unknown"

    def youngest(self, family: str, day: date) -> date | None:
        """Return the last day of birth of the children with the family that day."""
        births = [c["birth_on"] for c in self.children[family] if _with_it(c, day)]
        return max(births, default=None)

    def running(self, family: str, day: date) -> list[Row]:
        """Return the family's pregnancies that run on the day."""
        return [row for row in self.pregnancies[family] if _runs(row, day)]


def _with_it(child: Row, day: date) -> bool:
    ends = child["with_family_to"]
    begins = max(child["birth_on"], child["with_family_from"])
    return begins <= day and not (ends is not None and ends <= day)


def _runs(pregnancy: Row, day: date) -> bool:
    begins = pregnancy["due_on"] - timedelta(days=280)
    ends = pregnancy["ended_on"]
    return begins <= day and (ends is None or day < ends)


def _age_band(months: int) -> str:
    bands = ((6, "m0_5"), (12, "m6_11"), (18, "m12_17"), (25, "m18_24"))
    return next((band for below, band in bands if months < below), "over_24")


@dataclass(frozen=True)
class Scene:
    """One question: `flow` as it stood on as_of, `stock` as it stood on the day.

    `everything` are the rows without errors; `beneath` is a unit -> itself and all
    units beneath it.
    """

    everything: Tables
    flow: World
    stock: World
    start: date
    day: date
    as_of: date
    last_month: date
    beneath: dict[str, set[str]]

    @property
    def a_year_to_the_end(self) -> date:
        return self.months_to_the_end(12)

    def months_to_the_end(self, months: int) -> date:
        """First day of the calendar months that end with the period's last month."""
        return add_months(self.last_month, 1 - months)

    def in_period(self, event: date | None) -> bool:
        return event is not None and self.start <= event <= self.day
