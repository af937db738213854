"""Names of provinces and districts in the five languages, from `places.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, dict[str, str]]:
    """Return area code to its row; the newest row of a code that was used twice."""
    text = files(__package__).joinpath("places.csv").read_text(encoding="utf-8")
    rows = sorted(csv.DictReader(text.splitlines()), key=lambda row: row["valid_from"])
    return {row["code"]: row for row in rows}


def place_name(area_code: str, language: str) -> str:
    """Return the name of a place, in English where a language has none, else its code."""
    row = _names().get(area_code, {})
    return row.get(language) or row.get("en") or area_code
