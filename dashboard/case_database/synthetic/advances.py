"""Advances to centres and how they are settled."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, refer, table
from dashboard.case_database.synthetic.days import month_days
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World


def advances(world: World, paid: np.ndarray) -> dict[str, pa.Table]:
    """Return advances and settlements: one a quarter for each centre, some settled late.

    Args:
        paid: net won paid by each centre over the whole history.
    """
    random = world.dice("advance")
    quarters = month_days((np.arange(12) * 3) + (world.days.until_date.year - 1972) * 12)
    centre, day = (grid.ravel() for grid in np.meshgrid(np.arange(paid.size), quarters, indexing="ij"))
    kept = (day <= world.days.until) & (day >= world.launched[centre])
    centre, day = centre[kept], day[kept]
    share = np.maximum(paid[centre] / 14, 500_000) * random.uniform(0.5, 1.1, centre.size)
    amount = (share / 100_000).round() * 100_000
    ids = keys("AD", centre.size, 4, world.seed)
    orgs = pa.array([c.org_id for c in world.centres])
    advance = table(
        "advance",
        advance_id=ids,
        org_id=refer(orgs, centre),
        advanced_on=day,
        amount=amount,
        currency=["KRW"] * centre.size,
        settle_due_on=day + 60,
    )
    return {"advance": advance, "settlement": _settlements(world, ids, day, amount, random)}


def _settlements(
    world: World, ids: pa.Array, day: np.ndarray, amount: np.ndarray, random: np.random.Generator
) -> pa.Table:
    """Return one or two settlements of most advances; the last hands back what is left."""
    count = day.size
    part = (amount * random.uniform(0.3, 0.7, count) / 10_000).round() * 10_000
    first = day + random.integers(25, 65, count)
    second = day + random.integers(66, 130, count)
    rest = amount - part
    back = np.where(random.random(count) < 0.3, (rest * 0.15 / 10_000).round() * 10_000, 0.0)
    settles_all = random.random(count) < 0.9
    row = np.concatenate([np.arange(count), np.flatnonzero(settles_all)])
    settled = world.days.working(np.concatenate([first, second[settles_all]]))
    spent = np.concatenate([part, (rest - back)[settles_all]])
    returned = np.concatenate([np.zeros(count), back[settles_all]])
    kept = settled <= world.days.until
    row, settled, spent, returned = row[kept], settled[kept], spent[kept], returned[kept]
    accepted = np.where(random.random(row.size) < 0.95, settled + random.integers(2, 20, row.size), NEVER)
    return table(
        "settlement",
        settlement_id=keys("ST", row.size, 4, world.seed),
        advance_id=refer(ids, row),
        settled_on=settled,
        spent=spent,
        returned=returned,
        accepted_on=world.days.known(accepted),
    )
