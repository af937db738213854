"""Rooms to work in: folders that go when the work is done, also the work of a process that was killed.

A room is held by a lock of the operating system, which ends with its process
however that ends. So whoever works in the same place next tells a room in which
somebody works from one that was left behind, and clears only the latter.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows knows no such lock: there a room left behind stays
    fcntl = None

# Nobody else names a folder so.
PREFIX = ".first-steps-"


@contextmanager
def workroom(kind: str, folder: Path) -> Iterator[Path]:
    """Yield a new room in a folder, after those of its kind were cleared that nobody works in.

    Args:
        kind: what is done there, a part of the room's name.

    Raises:
        OSError: the folder cannot be written to.
    """
    clear(kind, folder)
    room, lock = _new(kind, folder)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def clear(kind: str, folder: Path) -> None:
    """Remove the rooms of a kind in a folder that nobody works in."""
    for room in folder.glob(f"{PREFIX}{kind}-*"):
        with suppress(BlockingIOError):
            lock = _hold(room)
            if lock is not None:
                shutil.rmtree(room, ignore_errors=True)
                os.close(lock)


def _new(kind: str, folder: Path) -> tuple[Path, int | None]:
    """Return a new room and what holds it."""
    while True:
        room = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{kind}-", dir=folder))
        # Somebody who clears may come before the lock, and takes the room with them.
        with suppress(BlockingIOError):
            lock = _hold(room)
            if room.exists():
                return room, lock


def _hold(room: Path) -> int | None:
    """Return the descriptor that holds a room until it is closed, or None where no lock is to be had.

    Raises:
        BlockingIOError: somebody else holds it.
    """
    if fcntl is None:
        return None
    try:
        lock = os.open(room, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(lock)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return lock
