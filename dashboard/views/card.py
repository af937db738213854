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
from dashboard.views.pictures import picture_of
from dashboard.views.scene import Scene

PICTURE, TABLE, ABOUT = "picture", "table", "about"
# Returns the height in px that a picture has in its row.
Filled = Callable[[Picture], float]


def draw(scene: Scene, card: Card, said: Content, filled: Filled, narrow: bool) -> None:
    """Draw a card at the side of others, `narrow` where there are more than two."""
    shown = st.session_state.get(f"show-{card.name}") or PICTURE
    beneath = in_second(scene, card)
    top = head(scene, said, beneath)
    if shown == PICTURE:
        draw_picture(scene, card, said, top + legends(scene, said, beneath), filled)
    else:
        st.html(top + instead_of_picture(scene, card, said, shown))
        if shown == ABOUT and lacking(scene, card, said):
            link_to_quality(scene, card)
    foot(scene, card, said, narrow)


def in_second(scene: Scene, card: Card) -> Content | None:
    """Return the card in the second language, or None where there is none or it fails."""
    if scene.second is None:
        return None
    try:
        said = scene.second.make(card.name, card.make)
    except Exception:  # noqa: BLE001 the first language says what failed
        return None
    return said if isinstance(said, Content) else None


def head(scene: Scene, said: Content, beneath: Content | None) -> Markup:
    """Return claim and value row, the claim in the second language too."""
    top = markup.title(said.claim) + markup.sub(said.sub)
    if beneath and scene.second:
        claim = Markup("<p>{}</p>").format(beneath.claim) + markup.sub(beneath.sub)
        top += markup.second(scene.second.question.words, claim)
    return top + (value(said) if said.figure else markup.NOTHING)


def value(said: Content) -> Markup:
    """Return the figure, what stands beside it, and a mark where a tenth or more is unknown."""
    if said.figure is None:
        return markup.NOTHING
    beside = markup.remarks((said.figure.beside, *said.beside))
    if said.unknown:
        beside += Markup(" {}").format(markup.status(remark(WARN, said.unknown)))
    return markup.value(said.figure, beside)


def legends(scene: Scene, said: Content, beneath: Content | None) -> Markup:
    """Return what the tones stand for, in the second language too."""
    first = markup.legend(said.legend)
    if not beneath or not scene.second:
        return first
    return first + markup.second(scene.second.question.words, markup.legend(beneath.legend))


def draw_picture(scene: Scene, card: Card, said: Content, top: Markup, filled: Filled) -> None:
    """Draw the picture between what stands above it and the remarks."""
    picture, notes = picture_of(scene, card, said), markup.notes(said.notes)
    if isinstance(picture, Reason):
        st.html(top + markup.reason(picture) + notes)
    elif isinstance(picture, Grid):
        st.html(top + grid(picture) + notes)
    else:
        # Streamlit would turn the frame into Arrow at each run.
        rows = scene.kept.get((card.name, "rows", *scene.key), partial(arrow, picture.frame))
        st.html(top)
        spec = {**picture.spec, "height": filled(picture)}
        st.vega_lite_chart(rows, spec, theme=None, alt=picture.alt, key=f"picture-{card.name}")
        if notes:
            st.html(notes)


def instead_of_picture(scene: Scene, card: Card, said: Content, shown: str) -> Markup:
    """Return the card's figures as a table, or what they mean."""
    key = (card.name, shown, *scene.key)
    if shown == TABLE:
        return scene.kept.get(key, partial(in_rows, scene.question, said))
    first = scene.kept.get(key, partial(about, scene.question, said))
    if scene.second is None:
        return first
    return first + markup.second(scene.second.question.words, about(scene.second.question, said))


def in_rows(question: Question, said: Content) -> Markup:
    """Return the card's figures as a table, with the remarks that stand beneath the picture."""
    rows = table(said.published, question.words, question.name, question.desk.currency)
    return markup.table(rows) + markup.notes(said.notes)


def about(question: Question, said: Content) -> Markup:
    return markup.about(meaning(question, said))


def lacking(scene: Scene, card: Card, said: Content) -> left_out.Lacking | None:
    """Return how many records are left out of a card's figures, or None where none is."""
    return scene.kept.get((card.name, "lacking", *scene.key), partial(lacking_of, scene.question, said))


def link_to_quality(scene: Scene, card: Card) -> None:
    with st.container(key=f"lacking-{card.name}", gap=None):
        label = scene.question.words.gettext("Which records are left out, and why")
        st.page_link(scene.pages["quality"], label=label, query_params=scene.link)


def foot(scene: Scene, card: Card, said: Content, narrow: bool) -> None:
    """Draw the choice of picture, table and meaning, the file, and the day covered."""
    question, gettext = scene.question, scene.question.words.gettext
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
        missing = None if narrow else lacking(scene, card, said)
        st.html(covers(question, said.day or question.day, narrow, missing), width="content")


def covers(question: Question, last: date, narrow: bool, missing: left_out.Lacking | None) -> Markup:
    """Return the last day that a card covers, and how many records are left out, where there is room."""
    day = question.words.fmt.date(last)
    # Translators: beneath a card, the last day that its figures cover.
    text = day if narrow else question.words.gettext("To {date}").format(date=day)
    if missing:
        text = f"{left_out.mark(question, missing)} · {text}"
    return markup.covers(text, day)
