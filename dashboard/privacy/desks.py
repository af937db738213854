"""The desks of one load: its figures are counted once, and what readers share goes when the load goes."""

from __future__ import annotations

from functools import lru_cache

from dashboard.indicators.figures import Figures
from dashboard.kept import Kept
from dashboard.privacy.desk import Desk
from dashboard.privacy.profiles import Reader
from dashboard.snapshot import Snapshot

# Readers of one profile and scope share a desk.
MOST_READERS = 64


class Desks:
    """Gives each reader a desk at the figures of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._figures = Figures(snapshot)
        self._desks = Kept(MOST_READERS)

    def desk(self, reader: Reader) -> Desk:
        """Return the desk of a reader, shared by all readers of the same profile and scope."""
        return self._desks.get(reader, lambda: Desk(self._figures, reader))


@lru_cache(maxsize=1)
def desks(snapshot: Snapshot) -> Desks:
    """Return the desks of the newest snapshot that anybody asked for; those of the one before are let go."""
    return Desks(snapshot)
