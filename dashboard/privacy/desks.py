"""The desks of one load: what readers share is decided once, and goes when the load goes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dashboard.indicators.figures import Figures
from dashboard.kept import Kept
from dashboard.privacy.desk import Desk
from dashboard.privacy.own import OwnCells
from dashboard.privacy.profiles import Profile, Reader
from dashboard.privacy.public import public
from dashboard.privacy.record_quality import RecordQuality
from dashboard.privacy.release import Release, release
from dashboard.snapshot import Snapshot

# Readers of one profile and scope share a desk.
MOST_READERS = 64


class Desks:
    """Gives each reader a desk at what the profile may see of some figures."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._public = public(figures)
        self._desks, self._releases = Kept(MOST_READERS), Kept(MOST_READERS)

    def desk(self, reader: Reader) -> Desk:
        """Return the desk of a reader, shared by all readers of the same profile and scope."""
        return self._desks.get(reader, lambda: self._desk(reader))

    def release(self, profile: Profile) -> Release:
        """Return what readers of a protected profile may see: decided at the first call."""
        # Profiles that differ in their names alone have one release.
        alike = replace(profile, name="")
        return self._releases.get(alike, lambda: release(self._figures, alike))

    def _desk(self, reader: Reader) -> Desk:
        profile = reader.profile
        units = reader.units_seen(self._public.units)
        cells = self.release(profile) if profile.protected else OwnCells(self._figures, profile)
        records = RecordQuality(self._figures.snapshot, units, profile.small_cell)
        return Desk(self._public, cells, records, reader)


@lru_cache(maxsize=1)
def desks(snapshot: Snapshot) -> Desks:
    """Return the desks of the newest snapshot that anybody asked for; those of the one before are let go."""
    return Desks(Figures(snapshot))
