"""Warm-up: what the first reader would otherwise wait for is done while the server starts."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import words
from dashboard.refusal import Refused
from dashboard.settings import current

if TYPE_CHECKING:
    from dashboard.keeper import Keeper

LOG = logging.getLogger(__name__)

# Streamlit imports them only when a page needs them: about a second of the first reader's time.
HEAVY = ("pandas", "pyarrow", "altair", "babel.numbers", "dashboard.charts.specs")


class Warmth:
    """How far the warm-up is."""

    def __init__(self) -> None:
        self.keeper: Keeper | None = None
        self.done = False

    @property
    def ready(self) -> bool:
        """Whether a reader waits for nothing: releases and charts are there."""
        return self.done and self.keeper is not None and self.keeper.ready


def warm(warmth: Warmth) -> None:
    """Import, read the catalogues, have the snapshot taken or read, and build the charts."""
    for name in HEAVY:
        importlib.import_module(name)
    # Not at the top: it brings pandas, and the server shall answer before that.
    from dashboard.charts.specs import build_all
    from dashboard.keeper import keeper
    from dashboard.privacy.desks import desks
    from dashboard.privacy.profiles import PROFILES, Reader

    for language in LANGUAGES:
        words(language)
    warmth.keeper = keeper()
    chosen = current()
    try:
        snapshot = warmth.keeper.current()
    except Refused:
        # The keeper has logged it and goes on trying; the pages say it in the
        # reader's language.
        warmth.done = True
        return
    # The operator's language first: its readers are the most likely to come now.
    build_all(dict.fromkeys((chosen.language, *LANGUAGES)))
    desks(snapshot).desk(Reader(PROFILES[chosen.profile], chosen.scope))
    # What is here now stays for good: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    warmth.done = True


@asynccontextmanager
async def lifespan_of(warmth: Warmth) -> AsyncIterator[None]:
    """Run the warm-up beside the server: it answers at once, and a large snapshot takes a minute."""
    task = asyncio.create_task(asyncio.to_thread(warm, warmth))
    task.add_done_callback(tell)
    yield


def tell(task: asyncio.Task) -> None:
    """Log what stopped the warm-up: without this nobody would ever see it."""
    if not task.cancelled() and (error := task.exception()):
        place = "".join(traceback.format_tb(error.__traceback__))
        # Not its message: that may quote a row about a family.
        LOG.error("The warm-up stopped: %s\n%s", type(error).__name__, place)
