"""One reader's run: who reads, in which language, which figures, which page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import session
from dashboard.charts.style import css
from dashboard.i18n.words import Words
from dashboard.i18n.words import words as words_of
from dashboard.keeper import Keeper, keeper
from dashboard.privacy.desk import Desk
from dashboard.privacy.desks import desks
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.refusal import Refused
from dashboard.sentences.exchange import exchange
from dashboard.sentences.question import Question
from dashboard.server.page import page_title, switch_script
from dashboard.settings import Settings, current
from dashboard.snapshot import Snapshot
from dashboard.views import VIEWS, filter_bar, header, notices
from dashboard.views.page_run import PageRun
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
    words = words_of(session.language(settings.language))
    st.set_page_config(page_title=page_title(words), layout="wide")
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(f"<style>{css(words.language, theme)}</style>")
    snapshot = newest(words, source)
    if snapshot is None:
        st.html(switch_script(words.language, page_title(words)))
        return
    desk = desks(snapshot).desk(reader or reader_of(settings))
    kept = source()
    remarks = notices.remarks(words, desk, stale=kept.trouble is not None, older=kept.older is not None)
    draw(desk, words, theme, settings.profile, views, remarks)


def newest(words: Words, source: Callable[[], Keeper]) -> Snapshot | None:
    """Return the newest snapshot, or say why there is none."""
    try:
        kept = source()
        if kept.ready:
            return kept.current()
        with st.spinner(words.gettext("Reading figures…")):
            return kept.current()
    except Refused as refused:
        notices.refused(words, refused.kind)
        return None


def reader_of(settings: Settings) -> Reader:
    """Return who reads: decided by the operator, never by a link or a control."""
    return Reader(PROFILES[settings.profile], settings.scope)


def draw(
    desk: Desk, words: Words, theme: str, profile: str, views: tuple[View, ...], remarks: tuple[str, ...]
) -> None:
    """Draw navigation, bar and the chosen page."""
    if not desk.units:
        notices.nothing_to_see(words)
        return
    if not any(desk.periods(kind) for kind in desk.kinds):
        notices.nothing_complete(words)
        return
    chosen = session.choice(desk, words)
    question = question_of(desk, words, chosen)
    pages: dict[str, StreamlitPage] = {}
    page_run = PageRun(question, theme, pages, desk.kept)
    notes = (*chosen.notes, *notices.no_rate(question, chosen.currency), *remarks)
    for view in views:
        pages[view.name] = st.Page(
            partial(page, view, page_run, notes),
            title=words.gettext(view.title),
            url_path=view.name,
            default=view is views[0],
        )
    shown = st.navigation(list(pages.values()), position="top")
    names = page_run.make("names-elsewhere", header.names_elsewhere)
    st.html(switch_script(words.language, f"{shown.title} · {page_title(words)}", names))
    header.ends(words, profile)
    filter_bar.draw(page_run)
    shown.run()


def question_of(desk: Desk, words: Words, chosen: session.Choice) -> Question:
    """Return what is asked, with money in the reader's currency beside the database's own."""
    used = exchange(desk, chosen.currency, chosen.period.last_day(desk.as_of))
    second = words_of(chosen.second).beside(used) if chosen.second else None
    unit, period, compare = chosen.unit, chosen.period, chosen.compare
    return Question(desk, words.beside(used), unit, period, compare, second, used)


def page(view: View, page_run: PageRun, notes: tuple[str, ...]) -> None:
    """Draw the sentences and the cards of a page."""
    header.head(page_run, view.name, notes)
    view.draw(page_run)


if __name__ == "__main__":
    run()
