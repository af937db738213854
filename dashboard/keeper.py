"""The keeper of snapshots: readers get the last good one, whatever the database does.

It looks for a newer load in the background, takes its snapshot there, and only
then lets go of the one before. Snapshots are also kept on disk, so that a start
costs seconds, and the figures are there while the database is not.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from sqlalchemy import URL, Engine, text

from dashboard import settings
from dashboard.case_database import queries
from dashboard.case_database.address import parse
from dashboard.case_database.contents import inspected
from dashboard.case_database.contract import SEOUL, TABLES
from dashboard.case_database.engine import open_engine
from dashboard.case_database.trouble import unexpected
from dashboard.privacy.desks import open_desks
from dashboard.privacy.profiles import PROFILES, Profile
from dashboard.refusal import Refused
from dashboard.snapshot import Load, Snapshot, clear_left_behind, read, save, take
from dashboard.snapshot.storing import FORMAT

LOG = logging.getLogger(__name__)

CHECK_SECONDS = 60
# Readers who find no snapshot at all ask the database again only so often.
RETRY_SECONDS = 10
KEPT = 3
_MAKING = threading.Lock()

# As text, in which each engine can tell any value, and only what the contract names.
NEWEST_LOAD = text(
    f"select {', '.join(f'cast({name} as text)' for name in TABLES['data_load'].column_names)} "
    "from data_load order by load_id desc nulls last limit 1"
)


class Keeper:
    """Keeps the snapshot of one case database.

    Args:
        prepare: called with a snapshot and its folder on disk before readers get it.

    Attributes:
        trouble: why the database could not be read when last asked, or None.
        since: since when there is trouble, or None.
        older: how the load that is shown is older than the one before it, or None.
    """

    def __init__(
        self,
        url: URL,
        cache_folder: Path,
        statement_seconds: int = 300,
        now: Callable[[], datetime] = lambda: datetime.now(SEOUL),
        prepare: Callable[[Snapshot, Path], None] | None = None,
    ) -> None:
        self.trouble: Refused | None = None
        self.since: datetime | None = None
        self.older: str | None = None
        self._url = url
        self._folder = cache_folder / "snapshots" / _digest(_place(url))
        self._statement_seconds = statement_seconds
        self._now = now
        self._prepare = prepare
        self._snapshot: Snapshot | None = None
        self._key: str | None = None
        self._tried = float("-inf")
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    @property
    def ready(self) -> bool:
        """Whether there is a snapshot, so that `current` does not wait."""
        return self._snapshot is not None

    def current(self) -> Snapshot:
        """Return the newest good snapshot; only the first call waits for it.

        Raises:
            Refused: there is none yet, and the database cannot be read.
        """
        if self._snapshot is None:
            with self._lock:
                self._first()
        if self._snapshot is None:
            raise self.trouble or Refused("There is no snapshot yet: try again.", "unreachable")
        return self._snapshot

    def start(self) -> None:
        """Look for newer loads in the background, until `stop`."""
        clear_left_behind(self._folder)
        threading.Thread(target=self._watch, name="keeper", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def check(self) -> None:
        """Take a snapshot of a newer load, if there is one; trouble is only noted."""
        with self._lock:
            self._check()

    def _watch(self) -> None:
        while not self._stopped.wait(CHECK_SECONDS):
            self.check()

    def _first(self) -> None:
        if self._snapshot is not None or time.monotonic() - self._tried < RETRY_SECONDS:
            return
        self._check()
        self._tried = time.monotonic()
        if self._snapshot is None:
            # The database does not answer: what was good the last time still is.
            self._serve_last_on_disk()

    def _check(self) -> None:
        try:
            engine = open_engine(self._url, self._statement_seconds)
            key = _key_of(engine)
            if key != self._key:
                snapshot = read(self._folder / key) or self._take(engine, key)
                self._prepared(snapshot, self._folder / key)
                self._serve(snapshot)
                self._key = key
        except Refused as refused:
            self._note(refused)
        except Exception as error:  # noqa: BLE001 whatever a load holds, the next one is looked for
            self._note(unexpected(self._url, error), _place_of(error))
        else:
            self.trouble = self.since = None

    def _note(self, refused: Refused, place: str = "") -> None:
        self.since = self.since or self._now()
        if str(refused) != str(self.trouble):
            LOG.warning("%s%s", refused, place)
        self.trouble = refused

    def _serve(self, snapshot: Snapshot) -> None:
        """Show a snapshot from now on; an older load too, since an operator may go back to it."""
        before, self._snapshot = self._snapshot, snapshot
        self.older = _older(snapshot.load, before.load) if before else None
        if self.older:
            LOG.warning("%s", self.older)

    def _prepared(self, snapshot: Snapshot, folder: Path) -> None:
        if self._prepare is not None:
            self._prepare(snapshot, folder)

    def _take(self, engine: Engine, key: str) -> Snapshot:
        snapshot = take(engine)
        try:
            save(snapshot, self._folder / key)
            self._forget_old(key)
        except Exception as error:  # noqa: BLE001 what cannot be kept can be shown all the same
            said = getattr(error, "strerror", None) or type(error).__name__
            LOG.warning("The snapshot is kept in memory only (%s), not in %s.", said, self._folder)
        return snapshot

    def _on_disk(self) -> list[Path]:
        """Return the folders of snapshots, newest first."""
        found = ((_changed(path), path) for path in self._folder.glob("[!.]*"))
        return [path for unused_time, path in sorted(found, reverse=True)]

    def _serve_last_on_disk(self) -> None:
        for folder in self._on_disk():
            snapshot = read(folder)
            if snapshot is not None and self._can_be_shown(snapshot, folder):
                self._snapshot = snapshot
                return

    def _can_be_shown(self, snapshot: Snapshot, folder: Path) -> bool:
        try:
            self._prepared(snapshot, folder)
        except Exception as error:  # noqa: BLE001 the load before it may still be shown
            LOG.warning(
                "The snapshot in %s cannot be shown: %s%s", folder, type(error).__name__, _place_of(error)
            )
            return False
        return True

    def _forget_old(self, key: str) -> None:
        others = [folder for folder in self._on_disk() if folder.name != key]
        for folder in others[KEPT - 1 :]:
            shutil.rmtree(folder, ignore_errors=True)


def keeper() -> Keeper:
    """Return the keeper of this process, as the settings say."""
    # The warm-up and the first reader ask at once, and must get the same one.
    with _MAKING:
        return _keeper()


@cache
def _keeper() -> Keeper:
    kept = keeper_of(settings.current())
    kept.start()
    return kept


def keeper_of(chosen: settings.Settings) -> Keeper:
    """Return a keeper that decides the release of those who are served, and looks for no newer load yet."""
    profile = PROFILES[chosen.profile]
    prepare = partial(_decide, profile) if profile.protected else None
    return Keeper(parse(chosen.database), chosen.cache_folder, chosen.statement_limit, prepare=prepare)


def _decide(profile: Profile, snapshot: Snapshot, folder: Path) -> None:
    """Decide what the readers who are served may see, before they are handed over."""
    open_desks(snapshot, folder).release(profile)


def _key_of(engine: Engine) -> str:
    """Return what decides the figures: the newest load, and how they are counted."""
    with inspected(engine) as (connection, unused_contents):
        newest = tuple(connection.execute(NEWEST_LOAD).one())
    return _digest(FORMAT, newest, *statements())


def statements() -> list[str]:
    """Return every statement that a snapshot is made by."""
    kinds = (queries.relations(), queries.counts(), queries.about())
    return [query.sql for kind in kinds for query in kind.values()]


def _changed(folder: Path) -> float:
    """Return when a folder was last changed; one that another process has just removed is the oldest."""
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0


def _older(load: Load, before: Load) -> str | None:
    """Return how a load is older than the one before it, or None where it is not."""
    # Without its zone: a time with one and a time without cannot be compared.
    times = [each.loaded_at.replace(tzinfo=None) for each in (load, before)]
    if load.number >= before.number and load.as_of >= before.as_of and times[0] >= times[1]:
        return None
    return (
        f"Load {load.number} (loaded {times[0]}, newest event {load.as_of}) is older than load "
        f"{before.number} (loaded {times[1]}, newest event {before.as_of}), which was shown before: "
        "it is shown all the same; if that is not meant, put the newer one back."
    )


def _place(url: URL) -> str:
    if url.get_backend_name() == "duckdb":
        return str(Path(url.database or "").expanduser().resolve())
    return f"{url.host}:{url.port}/{url.database}?{sorted(url.query.items())}"


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:20]


def _place_of(error: Exception) -> str:
    # Not its message: that may quote a row about a family. A circle of calls says the same place often.
    return "\n" + "".join(traceback.format_tb(error.__traceback__, limit=-10))
