"""Grants: what was paid, how much of the budget that is, and where the year will end."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.case_database.contract import codes
from dashboard.indicators.cubes import Cubes, Span, place, series
from dashboard.indicators.definitions import Indicator, Sums, parts
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Firsts, Largest, Tally
from dashboard.messages import N_

CATEGORIES = codes("grant_request", "category")
# What the queries call a count of distinct families over every category.
ALL = "all"
LINES = (*CATEGORIES, ALL)
PAID_OF_EACH = tuple(
    f"G2.category={name} ~ G2.category={name}@sofar + G1.category={name}" for name in CATEGORIES
)
# What is paid in a month from now on, from the last three months.
PACES: dict[str | None, Callable[[list[float]], float]] = {
    "median": statistics.median,
    "low": min,
    "high": max,
}

NET_GRANTS_PAID = Indicator(
    id="G1",
    key=True,
    name=N_("Net grants paid"),
    tile=N_("Net grants paid"),
    nature="flow",
    measure="money",
    meaning=N_("How much money reached families in the period, less what came back."),
    counted=N_("Payments made in the period, less what was returned of them."),
    not_counted=N_("Payments that are only scheduled, or that failed."),
    source=N_("Grant requests, decisions and payments."),
    splits={"category": CATEGORIES, "families": ("12m",)},
    adds_up=Sums(by_codes=("category",), at_end=("families",)),
    measures={"families": "families"},
    typical="money",
    ranks={"families": ("median", "p90")},
)

BUDGET_USED = Indicator(
    id="G2",
    key=True,
    name=N_("Budget used"),
    tile=N_("Budget used"),
    nature="stock",
    measure="share",
    base="money",
    meaning=N_("How much of this fiscal year’s budget has been paid out by the last day of the period."),
    counted=N_("Net payments since 1 January on the budget lines of the year."),
    out_of=N_("Newest approved amount of each of these lines."),
    not_counted=N_("Grants that are approved, but not yet paid."),
    unknown=N_("Net payments of these days on decisions that name no budget line."),
    source=N_("Budget lines and their versions; grant decisions and payments."),
    splits={"category": CATEGORIES},
    public_base=True,
    # What was paid in the period, where the lines are the unit's own.
    adds_up=Sums(
        by_codes=("category",),
        identities=("G2 ~ G2@sofar + G1", *PAID_OF_EACH),
    ),
)

PACE_AND_FORECAST = Indicator(
    id="G3",
    key=True,
    name=N_("Pace and year-end forecast"),
    tile=N_("Budget pace"),
    nature="stock",
    measure="gap",
    base="money",
    meaning=N_(
        "Whether spending runs ahead of the plan or behind it, and where the year will end "
        "if the last three months go on. More than 10 points off is worth a question."
    ),
    counted=N_("Budget used, less the share of the budget that was planned by the day."),
    out_of=N_("Newest approved amount of each budget line of the year."),
    not_counted=N_("A line without monthly phases is planned evenly over the days of the year."),
    source=N_("Budget lines, versions and phases; grant decisions and payments."),
    splits={
        "part": ("planned_share",),
        "forecast": ("median", "low", "high"),
        "plan": ("phased", "evenly"),
    },
    public_base=True,
    adds_up=Sums(
        never=parts("forecast", "median", "low", "high"),
        identities=("G3 = G2", "G3/D = G2/D", "G3/M = G2/M"),
        # The pace is what the last three months were paid.
        made_of={"forecast": ("G2", "G4", "G2@1", "G2@2", "G2@3")},
    ),
    pages_only=("plan",),
    measures={"part": "share", "forecast": "money", "plan": "lines"},
)

INDICATORS = (NET_GRANTS_PAID, BUDGET_USED, PACE_AND_FORECAST)


def _net_grants_paid(cubes: Cubes) -> Compute:
    query, splits = "net_payments_by_centre_and_month", {"category": ("category", CATEGORIES)}
    paid = Tally(cubes, query, "paid", splits)
    families = Firsts(cubes, "families_paid_by_centre_and_month", "families", "category")
    largest = Largest(cubes, "paid", LINES)
    per_family = _families_supported(cubes)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "families":
            return per_family(unit, span, split, code)
        behind = families.count(unit, span, code or ALL)
        sum_ = count(paid.sum(unit, span, split, code), (behind,))
        return replace(sum_, largest=largest.of(unit, span, code or ALL))

    return compute


def _families_supported(cubes: Cubes) -> Compute:
    # Medians cannot be added up: the query has rows of each unit, regions too.
    query = "grants_per_family_by_unit_and_month"
    families, median, p90 = (cubes.own(query, name) for name in ("families", "median", "p90"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = float(families[unit, span.window])
        if not number:
            return count(number, (number,))
        typical = (float(median[unit, span.window]), float(p90[unit, span.window]))
        return count(number, (number,), *typical)

    return compute


class Budget:
    """The budget lines of the day's fiscal year, of a unit and all beneath it."""

    def __init__(self, cubes: Cubes) -> None:
        query, splits = "budgets_by_unit_and_month", {"category": ("category", CATEGORIES)}
        self.paid = Tally(cubes, query, "paid", splits)
        self.amount = Tally(cubes, query, "budget", splits)
        self.planned = Tally(cubes, query, "planned", splits)
        self.lines = Tally(cubes, query, "lines")
        self.unphased = Tally(cubes, query, "unphased")
        unassigned = "payments_without_line_by_centre_and_month"
        self.without_line = Tally(cubes, unassigned, "paid", splits)
        self._unassigned = cubes.own(unassigned, "families", "category", CATEGORIES)
        self.largest = Largest(cubes, "budget", LINES)
        self._families = _families_of_lines(cubes)
        self._members = cubes.members

    def families(self, unit: int, span: Span, code: str | None = None) -> float:
        """Return a lower bound of the families paid on the lines.

        A family has one centre and may be paid by several units, so of each
        centre's families the largest number that one unit paid counts.
        """
        of_category = self._families[self._members[unit], :, span.day, LINES.index(code or ALL)]
        return float(of_category.max(axis=0).sum())

    def families_missing(self, unit: int, span: Span, code: str | None = None) -> float:
        """Return a lower bound of the families paid on decisions that name no line."""
        chosen = slice(None) if code is None else [CATEGORIES.index(code)]
        of_category = self._unassigned[self._members[unit], span.day][:, chosen]
        return float(of_category.max(axis=1, initial=0).sum())


def _families_of_lines(cubes: Cubes) -> np.ndarray:
    """Return families by unit that holds the line, centre, month and category."""
    query = "families_paid_by_line_unit_and_month"
    rows = cubes.snapshot.counts[query]
    axes = [
        cubes.units_of(query),
        cubes.units_of(query, "centre_id"),
        cubes.months_of(query),
        pd.Index(LINES).get_indexer(series(rows, "category")),
    ]
    units, months = cubes.shape
    return place(axes, [units, units, months, len(LINES)], series(rows, "families")).astype(np.int32)


def _budget_used(cubes: Cubes) -> Compute:
    budget = Budget(cubes)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        used = share(
            budget.paid.day(unit, span, split, code),
            budget.amount.day(unit, span, split, code),
            budget.without_line.day(unit, span, split, code),
            (budget.families(unit, span, code),),
            budget.families_missing(unit, span, code),
        )
        return replace(used, largest=budget.largest.day(unit, span, code or ALL))

    return compute


def _pace_and_forecast(cubes: Cubes) -> Compute:
    budget = Budget(cubes)
    unpaid, waiting = (
        cubes.own("unpaid_approvals_by_unit_and_month", name) for name in ("unpaid", "families")
    )
    recent = [
        cubes.roll_up(cubes.own("line_payments_by_unit_and_month", "paid", "months_back", (n,)))
        for n in range(3)
    ]

    def forecast(unit: int, span: Span, code: str | None) -> float:
        months = [float(paid[unit, span.day, 0]) for paid in recent]
        pace = PACES[code](months)
        to_date = budget.paid.day(unit, span) + float(unpaid[unit, span.day])
        return to_date + (12 - span.last_day.month) * float(pace)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if split == "plan":
            evenly = budget.unphased.day(unit, span)
            return count(evenly if code == "evenly" else budget.lines.day(unit, span) - evenly)
        behind = (budget.families(unit, span),)
        paid, amount = budget.paid.day(unit, span), budget.amount.day(unit, span)
        if split == "forecast":
            # What is paid is known elsewhere, so the forecast tells what is not paid yet.
            families_behind = (*behind, float(waiting[unit, span.day]))
            return count(forecast(unit, span, code), families_behind)
        planned_share = budget.planned.day(unit, span) / amount if amount else None
        if split == "part":
            return Result(None, value=planned_share)
        gap = None if planned_share is None else paid / amount - planned_share
        missing = budget.without_line.day(unit, span)
        used = share(paid, amount, missing, behind, budget.families_missing(unit, span))
        return replace(used, value=gap, largest=budget.largest.day(unit, span, ALL))

    return compute


ARITHMETIC = {"G1": _net_grants_paid, "G2": _budget_used, "G3": _pace_and_forecast}
