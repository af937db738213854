"""One card on the page: a finding, its figure, and picture, table or meaning at the reader's choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard.cards.card import Card, Content
from dashboard.cards.grid import Grid
from dashboard.cards.meaning import lacking_of, meaning
from dashboard.cards.table import table
from dashboard.charts.picture import Picture
from dashboard.charts.rows import arrow
from dashboard.exports.csv import csv_file, file_name
from dashboard.sentences import left_out
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason
from dashboard.sentences.status import WARN, remark
from dashboard.views import markup
from dashboard.views.grids import grid
from dashboard.views.page_run import PageRun
from dashboard.views.pictures import picture_of

PICTURE, TABLE, ABOUT = "picture", "table", "about"
# Returns the height in px that a picture has in its row.
Filled = Callable[[Picture], float]


def draw(run: PageRun, card: Card, said: Content, filled: Filled, narrow: bool) -> None:
    """Draw a card at the side of others, `narrow` where there are more than two."""
    shown = st.session_state.get(f"show-{card.name}") or PICTURE
    beneath = in_second(run, card)
    top = head(run, said, beneath)
    if shown == PICTURE:
        draw_picture(run, card, said, top + legends(run, said, beneath), filled)
    else:
        st.html(top + instead_of_picture(run, card, said, shown))
        if shown == ABOUT and lacking(run, card, said):
            link_to_quality(run, card)
    foot(run, card, said, narrow)


def in_second(run: PageRun, card: Card) -> Content | None:
    """Return the card in the second language, or None where there is none or it fails."""
    if run.second is None:
        return None
    try:
        said = run.second.make(card.name, card.make)
    except Exception:  # noqa: BLE001 the first language says what failed
        return None
    return said if isinstance(said, Content) else None


def head(run: PageRun, said: Content, beneath: Content | None) -> Markup:
    """Return claim and value row, the claim in the second language too."""
    top = markup.title(said.claim) + markup.sub(said.sub)
    if beneath and run.second:
        claim = Markup("<p>{}</p>").format(beneath.claim) + markup.sub(beneath.sub)
        top += markup.second(run.second.question.words, claim)
    return top + (value(said) if said.figure else markup.NOTHING)


def value(said: Content) -> Markup:
    """Return the figure, what stands beside it, and a mark where a tenth or more is unknown."""
    if said.figure is None:
        return markup.NOTHING
    beside = markup.remarks((said.figure.beside, *said.beside))
    if said.unknown:
        beside += Markup(" {}").format(markup.status(remark(WARN, said.unknown)))
    return markup.value(said.figure, beside)


def legends(run: PageRun, said: Content, beneath: Content | None) -> Markup:
    """Return what the tones stand for, in the second language too."""
    first = markup.legend(said.legend)
    if not beneath or not run.second:
        return first
    return first + markup.second(run.second.question.words, markup.legend(beneath.legend))


def draw_picture(run: PageRun, card: Card, said: Content, top: Markup, filled: Filled) -> None:
    """Draw the picture between what stands above it and the remarks."""
    picture, notes = picture_of(run, card, said), markup.notes(said.notes)
    if isinstance(picture, Reason):
        st.html(top + markup.reason(picture) + notes)
    elif isinstance(picture, Grid):
        st.html(top + grid(picture) + notes)
    else:
        # Streamlit would turn the frame into Arrow at each run.
        rows = run.kept.get((card.name, "rows", *run.key), partial(arrow, picture.frame))
        st.html(top)
        spec = {**picture.spec, "height": filled(picture)}
        st.vega_lite_chart(rows, spec, theme=None, alt=picture.alt, key=f"picture-{card.name}")
        if notes:
            st.html(notes)


def instead_of_picture(run: PageRun, card: Card, said: Content, shown: str) -> Markup:
    """Return the card's figures as a table, or what they mean."""
    key = (card.name, shown, *run.key)
    if shown == TABLE:
        return run.kept.get(key, partial(in_rows, run.question, said))
    first = run.kept.get(key, partial(about, run.question, said))
    if run.second is None:
        return first
    return first + markup.second(run.second.question.words, about(run.second.question, said))


def in_rows(question: Question, said: Content) -> Markup:
    """Return the card's figures as a table, with the remarks that stand beneath the picture."""
    rows = table(said.published, question.words, question.name, question.desk.currency)
    return markup.table(rows) + markup.notes(said.notes)


def about(question: Question, said: Content) -> Markup:
    return markup.about(meaning(question, said))


def lacking(run: PageRun, card: Card, said: Content) -> left_out.Lacking | None:
    """Return how many records are left out of a card's figures, or None where none is."""
    return run.kept.get((card.name, "lacking", *run.key), partial(lacking_of, run.question, said))


def link_to_quality(run: PageRun, card: Card) -> None:
    with st.container(key=f"lacking-{card.name}", gap=None):
        label = run.question.words.gettext("Which records are left out, and why")
        st.page_link(run.pages["quality"], label=label, query_params=run.link)


def foot(run: PageRun, card: Card, said: Content, narrow: bool) -> None:
    """Draw the choice of picture, table and meaning, the file, and the day covered."""
    question, gettext = run.question, run.question.words.gettext
    names = {PICTURE: gettext("Chart"), TABLE: gettext("Table"), ABOUT: gettext("About")}
    with st.container(key=f"foot-{card.name}", horizontal=True, gap=None):
        st.segmented_control(
            gettext("Show"),
            list(names),
            format_func=names.__getitem__,
            key=f"show-{card.name}",
            default=PICTURE,
            required=True,
            label_visibility="collapsed",
        )
        st.download_button(
            gettext("Download"),
            partial(csv_file, said.published, question),
            file_name=file_name(said.claim, question.name(), question.period.code),
            mime="text/csv",
            key=f"file-{card.name}",
            on_click="ignore",
            type="tertiary",
        )
        st.space("stretch")
        missing = None if narrow else lacking(run, card, said)
        st.html(covers(question, said.day or question.day, narrow, missing), width="content")


def covers(question: Question, last: date, narrow: bool, missing: left_out.Lacking | None) -> Markup:
    """Return the last day that a card covers, and how many records are left out, where there is room."""
    day = question.words.fmt.date(last)
    # Translators: beneath a card, the last day that its figures cover.
    text = day if narrow else question.words.gettext("To {date}").format(date=day)
    if missing:
        text = f"{left_out.mark(question, missing)} · {text}"
    return markup.covers(text, day)
