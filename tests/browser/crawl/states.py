"""States that a reader meets when something is missing, slow or broken: the link's `state` names one."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import streamlit as st

from dashboard.cards.card import Card
from dashboard.cards.page import Row
from dashboard.cards.tile import Tile
from dashboard.keeper import keeper
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.refusal import Refused
from dashboard.snapshot import Snapshot
from dashboard.views import VIEWS, rows, tiles
from dashboard.views.page_run import PageRun

# Longer than any look at the page; the test never waits for it.
LOADING_SECONDS = 60


def state() -> str:
    return st.query_params.get("state", "")


class Source:
    """Stands for the keeper of snapshots: it has none yet, has none at all, or an old or a young one."""

    def __init__(self, told: str) -> None:
        self.ready = told != "loading"
        self.trouble = Refused("The case database is gone.", "missing") if told == "old" else None
        self.older = None
        self._told = told

    def current(self) -> Snapshot:
        if self._told == "loading":
            threading.Event().wait(LOADING_SECONDS)
        if self._told == "not-yet":
            return first_day()
        if self._told.startswith("refused-"):
            raise Refused("There are no figures.", self._told.removeprefix("refused-"))
        return keeper().current()


@cache
def first_day() -> Snapshot:
    """Return the snapshot of a programme on its first day."""
    found = keeper().current()
    begun = found.as_of.replace(day=1)
    return replace(found, first_month=begun, as_of=begun)


def source() -> Source:
    return Source(state())


def reader() -> Reader | None:
    """Return a reader who may open nothing of this database, or the one of the settings."""
    return Reader(PROFILES["headquarters"], frozenset({"NOWHERE"})) if state() == "no-units" else None


def fail(*unused: object) -> None:
    raise ValueError("a value of a row")


def failing(run: PageRun) -> None:
    """Draw a card and a tile that cannot be drawn."""
    rows.draw(run, Row((Card("failing", fail),), ()))
    tiles.draw(run, (Tile("X0", "overview", fail),))


def controls(run: PageRun) -> None:
    """Draw controls of Streamlit's that have words and formats of their own."""
    name = run.question.words.gettext("Period")
    with st.container(key="card-controls"):
        st.date_input(name, datetime.date(2026, 7, 5), key="day")
        st.selectbox(name, ["1", "2"], index=None, key="one")
        st.multiselect(name, ["1", "2"], key="several")


DRAWN: dict[str, Callable[[PageRun], None]] = {"failing": failing, "broken": fail, "controls": controls}


def first(run: PageRun) -> None:
    DRAWN.get(state(), VIEWS[0].draw)(run)


VIEWS_OF_STATES = (replace(VIEWS[0], draw=first), *VIEWS[1:])
