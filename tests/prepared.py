"""One synthetic world that many tests show: its releases are decided once."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import NamedTuple

from dashboard import settings
from dashboard.case_database.synthetic import write
from dashboard.keeper import keeper_of


class Prepared(NamedTuple):
    """A synthetic database of 400 families, and a cache folder with its snapshot and releases."""

    database: Path
    cache_folder: Path


def prepared_in(folder: Path) -> Prepared:
    """Return the world in a folder; whoever comes first makes it, the others wait."""
    found = Prepared(folder / "prepared.duckdb", folder / "prepared")
    with (folder / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.cache_folder.exists():
            write(str(found.database), 400, 7)
            named = {
                "DASHBOARD_DATABASE": str(found.database),
                "DASHBOARD_CACHE_FOLDER": str(found.cache_folder),
            }
            keeper_of(settings.read(named)).current()
    return found
