"""One reader's run: who reads, in which language, which figures, which page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import session
from dashboard.charts.style import css
from dashboard.i18n.words import Words, words
from dashboard.indicators.figures import figures
from dashboard.keeper import Keeper, keeper
from dashboard.privacy.desk import Desk, desk
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.refusal import Refused
from dashboard.sentences.exchange import exchange
from dashboard.sentences.question import Question
from dashboard.server.page import page_title, switch_script
from dashboard.settings import Settings, current
from dashboard.snapshot import Snapshot
from dashboard.views import VIEWS, filter_bar, frame, notices
from dashboard.views.names import names_elsewhere
from dashboard.views.scene import Scene, kept_of
from dashboard.views.view import View


def run(
    source: Callable[[], Keeper] = keeper, reader: Reader | None = None, views: tuple[View, ...] = VIEWS
) -> None:
    """Draw the page of this reader.

    Args:
        source: gives the keeper of snapshots.
        reader: who reads; None is decided by the settings.
        views: the pages; the first one is the start.

    """
    settings = current()
    spoken = words(session.language(settings.language))
    st.set_page_config(page_title=page_title(spoken), layout="wide")
    theme = st.context.theme.type or "light"
    st.html(f"<style>{css(spoken.language, theme)}</style>")
    snapshot = newest(spoken, source)
    if snapshot is None:
        st.html(switch_script(spoken.language, page_title(spoken)))
        return
    reading = desk(figures(snapshot), reader or reader_of(settings))
    draw(reading, spoken, theme, settings.profile, views, stale=source().trouble is not None)


def newest(spoken: Words, source: Callable[[], Keeper]) -> Snapshot | None:
    """Return the newest snapshot, or say why there is none."""
    try:
        kept = source()
        if kept.ready:
            return kept.current()
        with st.spinner(spoken.gettext("Reading figures…")):
            return kept.current()
    except Refused as refused:
        notices.refused(spoken, refused.kind)
        return None


def reader_of(settings: Settings) -> Reader:
    """Return who reads: decided by the operator, never by a link or a control."""
    return Reader(PROFILES[settings.profile], settings.scope)


def draw(
    reading: Desk, spoken: Words, theme: str, profile: str, views: tuple[View, ...], stale: bool
) -> None:
    """Draw navigation, bar and the chosen page."""
    if not reading.units:
        notices.nothing_to_see(spoken)
        return
    if not any(reading.periods(kind) for kind in reading.kinds):
        notices.nothing_complete(spoken)
        return
    chosen = session.choice(reading, spoken)
    question = question_of(reading, spoken, chosen)
    pages: dict[str, st.Page] = {}
    scene = Scene(question, theme, pages, kept_of(reading))
    notes = (
        *chosen.notes,
        *notices.no_rate(question, chosen.currency),
        *notices.notes(spoken, stale, reading),
    )
    for view in views:
        pages[view.name] = st.Page(
            partial(page, view, scene, notes),
            title=spoken.gettext(view.title),
            url_path=view.name,
            default=view is views[0],
        )
    shown = st.navigation(list(pages.values()), position="top")
    names = scene.make("names-elsewhere", names_elsewhere)
    st.html(switch_script(spoken.language, f"{shown.title} · {page_title(spoken)}", names))
    frame.ends(spoken, profile)
    filter_bar.bar(scene)
    shown.run()


def question_of(reading: Desk, spoken: Words, chosen: session.Choice) -> Question:
    """Return what is asked, with money in the reader's currency beside the database's own."""
    used = exchange(reading, chosen.currency, chosen.period.last_day(reading.as_of))
    second = words(chosen.second).beside(used) if chosen.second else None
    unit, period, compare = chosen.unit, chosen.period, chosen.compare
    return Question(reading, spoken.beside(used), unit, period, compare, second, used)


def page(view: View, scene: Scene, notes: tuple[str, ...]) -> None:
    """Draw the sentences and the cards of a page."""
    frame.head(scene, view.name, notes)
    view.draw(scene)


if __name__ == "__main__":
    run()
