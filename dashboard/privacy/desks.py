"""The desks of one load: what readers share is decided once, and goes when the load goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Lock

from dashboard.indicators.figures import Figures
from dashboard.kept import Kept
from dashboard.privacy import storing
from dashboard.privacy.desk import Desk
from dashboard.privacy.own import OwnCells
from dashboard.privacy.profiles import Profile, Reader
from dashboard.privacy.public import public
from dashboard.privacy.record_quality import RecordQuality
from dashboard.privacy.release import Release, decided, released
from dashboard.snapshot import Snapshot

# Readers of one profile and scope share a desk.
MOST_READERS = 64
# The load that is shown, and the next one while it is made ready.
MOST_LOADS = 2
_OPEN: dict[Snapshot, Desks] = {}
_OPENING = Lock()


class Desks:
    """Gives each reader a desk at what the profile may see of some figures.

    Args:
        folder: where releases are kept on disk, if at all.
    """

    def __init__(self, figures: Figures, folder: Path | None = None) -> None:
        self._figures = figures
        self._folder = folder
        self._public = public(figures)
        self._desks, self._releases = Kept(MOST_READERS), Kept(MOST_READERS)

    def desk(self, reader: Reader) -> Desk:
        """Return the desk of a reader, shared by all readers of the same profile and scope."""
        return self._desks.get(reader, lambda: self._desk(reader))

    def release(self, profile: Profile) -> Release:
        """Return what readers of a protected profile may see: decided at the first call."""
        # Profiles that differ in their names alone have one release.
        alike = replace(profile, name="")
        return self._releases.get(alike, lambda: self._release(alike, profile.small_cell))

    def _release(self, profile: Profile, small_cell: int) -> Release:
        if self._folder is None:
            return released(decided(self._figures, profile))
        path = self._folder / f"release-{small_cell}.parquet"
        stored = storing.read(path, profile)
        if stored is not None:
            return stored
        made = released(decided(self._figures, profile, storing.before(path, profile)))
        storing.save(made, path)
        return made

    def _desk(self, reader: Reader) -> Desk:
        profile = reader.profile
        units = reader.units_seen(self._public.units)
        cells = self.release(profile) if profile.protected else OwnCells(self._figures, profile)
        records = RecordQuality(self._figures.snapshot, units, profile.small_cell)
        return Desk(self._public, cells, records, reader)


def desks(snapshot: Snapshot, folder: Path | None = None) -> Desks:
    """Return the desks of a snapshot; those of the ones before it are let go.

    Args:
        folder: where releases are kept, when a snapshot is opened for the first time.
    """
    found = open_desks(snapshot, folder)
    with _OPENING:
        for older in [*_before(snapshot)]:
            del _OPEN[older]
    return found


def open_desks(snapshot: Snapshot, folder: Path | None = None) -> Desks:
    """Return the desks of a snapshot that nobody is shown yet: those of the one before stay."""
    with _OPENING:
        if snapshot not in _OPEN:
            _OPEN[snapshot] = Desks(Figures(snapshot), folder)
            for older in [*_OPEN][:-MOST_LOADS]:
                del _OPEN[older]
        return _OPEN[snapshot]


def _before(snapshot: Snapshot) -> Iterator[Snapshot]:
    for each in _OPEN:
        if each is snapshot:
            return
        yield each
