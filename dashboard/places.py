"""Provinces and districts, and their names in the five languages, from `places.csv`.

It stands beneath every room: pages name a place, and invented centres lie in one.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".csv")


@cache
def places() -> tuple[dict[str, str], ...]:
    """Return the rows in their order: code, level, the days it was valid, and a name for each language."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _newest() -> dict[str, dict[str, str]]:
    """Return area code to its row; the newest row of a code that was used twice."""
    return {row["code"]: row for row in sorted(places(), key=lambda row: row["valid_from"])}


def place_name(area_code: str, language: str) -> str:
    """Return the name of a place, in English where a language has none, else its code."""
    row = _newest().get(area_code, {})
    return row.get(language) or row.get("en") or area_code
