"""The programme's terms in all languages, from `locales/glossary.csv`."""

from __future__ import annotations

import csv
from functools import cache

from dashboard.resources import LOCALES

GLOSSARY = LOCALES / "glossary.csv"


@cache
def terms() -> tuple[dict[str, str], ...]:
    """Return the rows in their order: key ("visit.overdue") and one term for each language's code."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
