"""What readers hold: memory after each of several loads, while twenty readers open every page.

`python -m dashboard.bench.readers DATABASE FOLDER` measures in a process of its
own; the database is a copy to which loads are added.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psutil
from sqlalchemy import text

from dashboard.cards import PAGES
from dashboard.cards.card import Content
from dashboard.case_database.address import parse
from dashboard.case_database.engine import open_for_writing
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.keeper import Keeper
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.sentences.question import Question
from dashboard.session import default_period
from dashboard.snapshot import Snapshot, Units
from dashboard.views.page_run import PageRun
from dashboard.views.pictures import picture_of
from dashboard.views.rows import said_of

READERS, LOADS = 20, 10
NEXT_LOAD = text(
    "insert into data_load by name "
    "select * replace (load_id + 1 as load_id) from data_load order by load_id desc limit 1"
)


def measure(database: str, folder: Path) -> list[float]:
    """Return MiB of the process after each load, in a fresh process."""
    command = [sys.executable, "-m", __name__, database, str(folder)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(finished.stdout.splitlines()[-1])


def after_each_load(database: str, folder: Path) -> Iterator[float]:
    """Yield MiB after each load that all readers have opened."""
    copy = folder / "loads.duckdb"
    shutil.copy(database, copy)
    keeper = Keeper(parse(str(copy)), folder)
    for unused_load in range(LOADS):
        keeper.check()
        open_all(keeper.current())
        yield psutil.Process().memory_info().rss / 2**20
        add_load(copy)


def add_load(database: Path) -> None:
    """Add a load to a database, whose figures are those of the one before."""
    writing = open_for_writing(parse(str(database)))
    with writing.begin() as connection:
        connection.execute(NEXT_LOAD)
    writing.dispose()


def open_all(snapshot: Snapshot) -> None:
    """Let every reader open every page, each in one of the languages."""
    for number, reader in enumerate(readers(snapshot.units)):
        language = list(LANGUAGES)[number % len(LANGUAGES)]
        open_pages(desks(snapshot).desk(reader), language)


def open_pages(desk: Desk, language: str) -> None:
    """Make every card of every page at the reader's own unit and the newest period."""
    question = Question(desk, words(language), desk.home, default_period(desk))
    run = PageRun(question, "light", {}, desk.kept)
    for page in PAGES:
        for card in page.cards:
            said = said_of(run, card)
            if isinstance(said, Content):
                picture_of(run, card, said)


def readers(units: Units) -> Iterator[Reader]:
    """Return readers of every profile: of the whole, then of one unit each."""
    whole = (Reader(profile) for name, profile in PROFILES.items() if name != "own_centre")
    centres = (Reader(PROFILES["own_centre"], frozenset({unit})) for unit in units.centres(units.programme))
    return islice((*whole, *centres), READERS)


if __name__ == "__main__":
    print(json.dumps(list(after_each_load(sys.argv[1], Path(sys.argv[2])))))
