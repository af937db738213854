"""Budgets: a line for each centre, category and year, and one held by a region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from dashboard.case_database.contract import codes
from dashboard.case_database.synthetic.columns import NONE, refer, table
from dashboard.case_database.synthetic.days import month_days
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.places import REGIONS
from dashboard.case_database.synthetic.world import World

CATEGORIES = codes("budget_line", "category")
# Spending against plan in the last year, 1 where not named.
PACE = {"living": 1.2, "self_reliance": 0.68, "meals": 1.04, "education": 0.92}
MONTH_PLAN = np.array([0.6, 0.75, 0.95, 1.05, 1.05, 1.05, 1.0, 0.95, 1.1, 1.15, 1.2, 1.15])
SMALLEST = 1_000_000
"""Won of the smallest line."""


@dataclass(frozen=True)
class Lines:
    """Budget lines: `holder` is the row of a centre, or the number of centres for the region's."""

    keys: pa.Array
    holder: np.ndarray
    year: np.ndarray
    category: np.ndarray
    first_month: np.ndarray


def lines(world: World) -> Lines:
    """Return the lines of each fiscal year in which the holder is open."""
    centres = len(world.centres)
    years = np.arange(world.days.until_date.year - 2, world.days.until_date.year + 1)
    year, holder, category = (
        grid.ravel()
        for grid in np.meshgrid(years, np.arange(centres), np.arange(len(CATEGORIES)), indexing="ij")
    )
    housing = np.full(years.size, CATEGORIES.index("housing"))
    year = np.concatenate([year, years])
    holder = np.concatenate([holder, np.full(years.size, centres)])
    category = np.concatenate([category, housing])
    launched = np.append(world.launched, world.launched.min()).astype("datetime64[D]")[holder]
    opened = launched.astype("datetime64[Y]").astype(int) + 1970
    first = np.where(opened == year, launched.astype("datetime64[M]").astype(int) % 12, 0)
    kept = opened <= year
    return Lines(
        keys("BL", int(kept.sum()), 4, world.seed),
        holder[kept],
        year[kept],
        category[kept],
        first[kept],
    )


def line_of(
    world: World, found: Lines, centre: np.ndarray, category: np.ndarray, days: np.ndarray
) -> np.ndarray:
    """Return the line that pays for each request; NONE for a few whose line was forgotten."""
    random = world.dice("grant_decision line")
    centres = len(world.centres)
    first_year = int(found.year.min())
    shape = (centres + 1, found.year.max() - first_year + 1, len(CATEGORIES))
    rows = np.full(shape, NONE)
    rows[found.holder, found.year - first_year, found.category] = np.arange(found.year.size)
    region = np.array([c.region == REGIONS["28"] for c in world.centres])[centre]
    housing = category == CATEGORIES.index("housing")
    held_above = region & housing & (random.random(centre.size) < 0.4)
    holder = np.where(held_above, centres, centre)
    years = np.minimum(days, world.days.until).astype("datetime64[D]").astype("datetime64[Y]")
    year = years.astype(int) + 1970 - first_year
    line = rows[holder, np.clip(year, 0, shape[1] - 1), category]
    return np.where(random.random(centre.size) < 0.008, NONE, line)


def budget_line(world: World, found: Lines) -> pa.Table:
    """Return the lines."""
    orgs = pa.array([*(c.org_id for c in world.centres), REGIONS["28"]])
    return table(
        "budget_line",
        line_id=found.keys,
        org_id=refer(orgs, found.holder),
        fiscal_year=found.year,
        category=found.category,
        currency=["KRW"] * found.year.size,
    )


def shares(world: World, found: Lines) -> np.ndarray:
    """Return line × month: planned share of the year, summing to 1 from the first month on."""
    noise = world.dice("budget_phase").uniform(0.85, 1.15, (found.year.size, 12))
    plan = MONTH_PLAN * noise * (np.arange(12) >= found.first_month[:, None])
    return plan / plan.sum(axis=1, keepdims=True)


def amounts(world: World, found: Lines, spent: np.ndarray) -> np.ndarray:
    """Return the amount of each line in the end: what was spent, at the pace of its category.

    Args:
        spent: net won paid on each line until the last day.
    """
    random = world.dice("budget amounts")
    last = found.year == world.days.until_date.year
    passed = np.cumsum(shares(world, found), axis=1)[:, world.days.until_date.month - 1]
    pace = np.array([PACE.get(word, 1.0) for word in CATEGORIES])[found.category]
    usual = random.normal(1, 0.07, found.year.size)
    due = np.where(last, np.maximum(passed, 0.05) * pace * usual, 0.95 * np.clip(usual, 0.85, 1.04))
    return np.maximum((spent / due / 100_000).round() * 100_000, SMALLEST)


def budget_version(world: World, found: Lines, amount: np.ndarray) -> pa.Table:
    """Return the approvals: in December before, or at the launch; revised in spring for some."""
    random = world.dice("budget_version")
    count = found.year.size
    january = (found.year - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(int)
    launched = np.append(world.launched, world.launched.min())[found.holder]
    first = np.maximum(january - 14, launched - 20)
    first = np.minimum(first, world.days.until - 3)
    revised = january + 100 + random.integers(0, 90, count)
    changes = (random.random(count) < 0.32) & (revised > first + 20) & (revised <= world.days.until)
    factor = random.choice([0.8, 0.88, 1.12], count)
    before = np.where(changes, (amount * factor / 100_000).round() * 100_000, amount)
    line = np.concatenate([np.arange(count), np.flatnonzero(changes)])
    return table(
        "budget_version",
        line_id=refer(found.keys, line),
        approved_on=np.concatenate([first, revised[changes]]),
        amount=np.concatenate([before, amount[changes]]),
    )


def budget_phase(world: World, found: Lines, amount: np.ndarray) -> pa.Table:
    """Return the planned spending by month; some lines have none."""
    phased = world.dice("budget_phase lines").random(found.year.size) < 0.86
    planned = (shares(world, found) * amount[:, None] / 1000).round() * 1000
    line, month = np.nonzero(phased[:, None] & (planned > 0))
    months = month_days((found.year[line] - 1970) * 12 + month)
    return table("budget_phase", line_id=refer(found.keys, line), month=months, planned=planned[line, month])
