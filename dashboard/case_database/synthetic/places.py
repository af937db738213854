"""Districts in which the centres lie, as the product knows them."""

from __future__ import annotations

from dashboard.case_database.synthetic.days import Days
from dashboard.places import places

REGIONS = {"28": "KR-28", "41": "KR-41"}
"""The two regions by the prefix of their districts."""


def districts(days: Days) -> list[dict[str, str]]:
    """Return the districts of both regions that there were on the last day."""
    day = str(days.until_date)
    return [
        place
        for place in places()
        if place["level"] == "district"
        and place["code"][:2] in REGIONS
        and (place["valid_from"] or day) <= day <= (place["valid_to"] or day)
    ]
