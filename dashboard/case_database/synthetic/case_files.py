"""The file of each family, and how it ended."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.families import LANGUAGES, Families
from dashboard.case_database.synthetic.world import World

AGE_BANDS = {"lt19": 0.09, "19_24": 0.27, "25_34": 0.42, "35plus": 0.19, "unknown": 0.03}
HOUSEHOLDS = {
    "single_parent": 0.43,
    "couple": 0.31,
    "with_kin": 0.14,
    "facility": 0.08,
    "other": 0.02,
    "unknown": 0.02,
}


def case_file(world: World, drawn: Families, referral: pa.Array, area: pa.Array) -> pa.Table:
    """Return one row for each family.

    Args:
        referral: key of each family's referral; area: its district.
    """
    random = world.dice("case_file")
    orgs = pa.array([centre.org_id for centre in world.centres])
    before = code("case_file", "entry_stage", "prenatal")
    after = code("case_file", "entry_stage", "postnatal")
    # Those who left before service began were never opened.
    opened = np.where(drawn.serves < drawn.leaves, drawn.serves, NEVER)
    return table(
        "case_file",
        case_id=drawn.keys,
        org_id=refer(orgs, drawn.centre),
        referral_id=referral,
        area_code=area,
        intake_on=drawn.intake,
        opened_on=world.days.known(opened),
        entry_stage=np.where(drawn.prenatal, before, after),
        language=refer(pa.array(list(LANGUAGES)), drawn.language),
        caregiver_age_band=choose(random, drawn.count, "case_file", "caregiver_age_band", AGE_BANDS),
        household_type=choose(random, drawn.count, "case_file", "household_type", HOUSEHOLDS),
    )


def closure(world: World, drawn: Families) -> pa.Table:
    """Return how the families that have left ended."""
    random = world.dice("closure")
    rows = np.flatnonzero(drawn.leaves <= world.days.until)
    count, closed = rows.size, drawn.leaves[rows]
    due = closed + 90
    follows = random.random(count) < 0.72
    followed = world.days.known(np.where(follows, due + random.integers(-7, 20, count), NEVER))
    result = choose(
        random,
        count,
        "closure",
        "followup_result",
        {"stable": 0.66, "needs_support": 0.17, "reopened": 0.04, "not_reached": 0.13},
    )
    handover = choose(
        random,
        count,
        "closure",
        "handover_to",
        {
            "none": 0.3,
            "health_centre": 0.2,
            "community_centre": 0.28,
            "family_centre": 0.16,
            "other": 0.06,
        },
    )
    return table(
        "closure",
        case_id=refer(drawn.keys, rows),
        closed_on=closed,
        reason=drawn.reason[rows],
        handover_to=np.where(random.random(count) < 0.06, NONE, handover),
        followup_due_on=due,
        followup_on=followed,
        followup_result=np.where(followed < NEVER, result, NONE),
    )
