"""All aggregates of one data load: taken once, kept in memory and on disk.

Every page, export and sentence reads the same snapshot, so that a change of
filter never reaches the case database.
"""

from dashboard.snapshot.snapshot import Load, Snapshot
from dashboard.snapshot.storing import clear_left_behind, read, save
from dashboard.snapshot.taking import take
from dashboard.snapshot.units import Unit, Units

__all__ = ["Load", "Snapshot", "Unit", "Units", "clear_left_behind", "read", "save", "take"]
