"""One synthetic world that many tests show: its releases are decided once."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import NamedTuple

from dashboard import settings
from dashboard.case_database.synthetic import write
from dashboard.keeper import keeper_of

# From January 2025 to June 2026: a year before to compare with, at two thirds of the price of all.
MONTHS = 18


class Prepared(NamedTuple):
    """A synthetic database of 400 families, 18 months long, and a cache folder with its releases."""

    database: Path
    cache_folder: Path


def prepared_in(folder: Path) -> Prepared:
    """Return the world in a folder; whoever comes first makes it, the others wait."""
    found = Prepared(folder / "prepared.duckdb", folder / "prepared")
    with (folder / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.cache_folder.exists():
            write(str(found.database), 400, 7, months=MONTHS)
            named = {
                "DASHBOARD_DATABASE": str(found.database),
                "DASHBOARD_CACHE_FOLDER": str(found.cache_folder),
            }
            keeper_of(settings.read(named)).current()
    return found
