"""The tables of the organisation: units, their names, what they can serve."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.centres import PROGRAMME, REGIONS, Centre
from dashboard.case_database.synthetic.columns import NEVER, table
from dashboard.case_database.synthetic.days import Days
from dashboard.case_database.synthetic.names import labels
from dashboard.case_database.synthetic.places import places


def org_unit(found: list[Centre]) -> pa.Table:
    """Return the tree."""
    first = {region: min(c.launched for c in found if c.region == region) for region in REGIONS.values()}
    rows = [(PROGRAMME, None, "programme", None, min(first.values()))]
    rows += [(org, PROGRAMME, "region", prefix, first[org]) for prefix, org in REGIONS.items()]
    rows += [(c.org_id, c.region, "centre", c.area_code, c.launched) for c in found]
    ids, parents, levels, areas, launched = zip(*rows, strict=True)
    return table(
        "org_unit",
        org_id=ids,
        parent_id=pa.array(parents),
        level=pa.array(levels),
        area_code=pa.array(areas),
        launched_on=launched,
        closed_on=[NEVER] * len(rows),
    )


def org_label(found: list[Centre]) -> pa.Table:
    """Return the names of all units in five languages."""
    by_code = {place["code"]: place for place in places()}
    rows = labels(PROGRAMME, "programme", None)
    for prefix, org_id in REGIONS.items():
        rows += labels(org_id, "region", by_code[prefix])
    for centre in found:
        rows += labels(centre.org_id, "centre", by_code[centre.area_code])
    org_ids, languages, names, short_names = zip(*rows, strict=True)
    return table("org_label", org_id=org_ids, lang=pa.array(languages), name=names, short_name=short_names)


def org_capacity(days: Days, found: list[Centre], load: np.ndarray) -> pa.Table:
    """Return how many families each centre can serve, raised twice as it grew.

    Args:
        load: families on the programme at the end, by centre. The centre without
            families has not set a capacity yet.
    """
    rows = []
    for centre, families in zip(found, load, strict=True):
        if families == 0:
            continue
        full = max(round(families / centre.character.full), 12)
        length = days.until - centre.launched
        steps = [(0, 0.6), (int(length * 0.4), 0.8), (int(length * 0.75), 1.0)]
        steps = steps if length > 200 else [(0, 1.5)]
        starts = [centre.launched + after for after, _ in steps]
        for (_, share), start, end in zip(steps, starts, [*starts[1:], NEVER], strict=True):
            rows.append((centre.org_id, start, end, round(full * share)))
    org_ids, starts, ends, ceilings = zip(*rows, strict=True)
    return table("org_capacity", org_id=org_ids, valid_from=starts, valid_to=ends, max_active_cases=ceilings)
