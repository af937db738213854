"""One card: a finding, its figure, and picture, table or meaning at the reader's choice."""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import streamlit as st

from dashboard.charts.picture import Picture
from dashboard.charts.rows import arrow
from dashboard.exports.csv import csv_file, file_name
from dashboard.exports.table import table
from dashboard.privacy.published import FEW, HIDDEN, Cell, Published
from dashboard.sentences import left_out
from dashboard.sentences.about import about
from dashboard.sentences.figures import Figure, unknown_share
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason, why, why_few, why_hidden
from dashboard.sentences.status import WARN
from dashboard.views import markup
from dashboard.views.scene import Scene

PICTURE, TABLE, ABOUT = "picture", "table", "about"

# Heights in px of what may stand around a picture: squares above it, a line
# beneath the title, a remark, which in a narrow card takes two lines.
KEY, SUB, NOTE, LONG_NOTE = 28, 20, 30, 51
# By how much pictures may grow to fill their card: those made of lying bars or
# cells become coarse sooner than lines and dots.
COARSE = ("bars", "budget_lines", "heat", "stacked_months")
MOST_STRETCHED, MOST_STRETCHED_COARSE = 3, 1.7


@dataclass(frozen=True)
class Sheet:
    """A table in the place of a picture, as ready HTML."""

    html: str


@dataclass(frozen=True)
class Content:
    """All that a card shows.

    Attributes:
        title: the finding, or the measure's name where nothing is sure.
        figure: the value row's number and unit (None: the picture says it all).
        beside: ready HTML after it: comparison, target, status.
        cell: the figure that "About" tells of.
        published: what is drawn, tabled and written to a file.
        picture: the picture, a table that says more than one, or why there is none.
        note: a remark beneath the picture.
        care: why the figure is to be read with care, beneath the picture.
        key: ready HTML above the picture.
        sub: a line beneath the title, where the picture needs one.
        day: the last day covered, where it is not that of the period.

    """

    title: str
    figure: Figure | None
    beside: str
    cell: Cell
    published: Published
    picture: Picture | Sheet | Reason
    note: str = ""
    care: str = ""
    key: str = ""
    sub: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Card:
    """`name` is unique over all pages and stable: it is part of keys and file names."""

    name: str
    content: Callable[[Question, str], Content]


def row(scene: Scene, cards: list[Card], widths: list[float] | None = None) -> None:
    """Draw cards side by side, of one height: a low picture grows to fill its card."""
    made, narrow = [_made(scene, card) for card in cards], len(cards) > 2
    heights = [_height(scene.question, each, narrow) for each in made if isinstance(each, Content)]
    columns = st.columns(widths or len(cards), gap="small")
    for column, card, each in zip(columns, cards, made, strict=True):
        with column:
            _card(scene, card, each, max(heights, default=0), narrow)


def draw(scene: Scene, card: Card, least: float = 0) -> None:
    """Draw one card; `least` is the height in px that its picture and what is around it should fill."""
    _card(scene, card, _made(scene, card), least, narrow=False)


def _made(scene: Scene, card: Card) -> Content | Exception:
    try:
        make = partial(card.content, scene.question, scene.theme)
        return scene.kept.get((card.name, *scene.key), make)
    except Exception as error:
        return error


def _height(question: Question, content: Content, narrow: bool) -> float:
    """Return the height of a picture with all that stands around it, in px, about."""
    if not isinstance(content.picture, Picture):
        return 0
    notes = _notes(question, content).count('class="note ') * (LONG_NOTE if narrow else NOTE)
    around = KEY * bool(content.key) + SUB * bool(content.sub) + notes
    return content.picture.spec["height"] + around


def _card(scene: Scene, card: Card, content: Content | Exception, tallest: float, narrow: bool) -> None:
    """Draw a card; where it fails, it says so and the others stay."""
    with st.container(key=f"card-{card.name}", border=True, height="stretch", gap=None):
        try:
            if isinstance(content, Exception):
                raise content
            _draw(scene, card, content, tallest, narrow)
        except Exception as error:
            reference = markup.report(f"card {card.name}", error)
            st.html(markup.error(scene.question.words, reference))


def _draw(scene: Scene, card: Card, content: Content, tallest: float, narrow: bool) -> None:
    shown = st.session_state.get(f"show-{card.name}") or PICTURE
    beneath = _in_second(scene, card)
    top = markup.title(content.title) + _sub(content)
    if beneath:
        words = scene.second.question.words
        top += markup.second(words, f"<p>{html.escape(beneath.title)}</p>{_sub(beneath)}")
    if content.figure:
        converted = html.escape(content.figure.beside)
        told = markup.apart(converted, content.beside)
        beside = told + _unknown(scene.question, content.cell)
        top += markup.value(content.figure, beside)
    if shown == PICTURE:
        key = markup.second(scene.second.question.words, beneath.key) if beneath else ""
        _picture(scene, card, replace(content, key=content.key + key), top, tallest, narrow)
    else:
        st.html(top + _words_instead(scene, card, content, shown))
        if shown == ABOUT and _lacking(scene, card, content):
            _to_quality(scene, card)
    _foot(scene, card, content, narrow)


def _in_second(scene: Scene, card: Card) -> Content | None:
    """Return the card in the second language, or None where there is none or it fails."""
    made = _made(scene.second, card) if scene.second else None
    return made if isinstance(made, Content) else None


def _sub(content: Content) -> str:
    return f'<div class="card-sub">{html.escape(content.sub)}</div>' if content.sub else ""


def _unknown(question: Question, cell: Cell) -> str:
    """Return a mark where a tenth or more is unknown."""
    share = unknown_share(cell)
    if share is None:
        return ""
    text = question.words.gettext("{share} unknown").format(share=question.words.fmt.percent(share))
    return f" {markup.status(WARN, text)}"


def _picture(scene: Scene, card: Card, content: Content, top: str, tallest: float, narrow: bool) -> None:
    note = _notes(scene.question, content)
    if isinstance(content.picture, Reason):
        st.html(top + markup.reason(content.picture) + note)
        return
    if isinstance(content.picture, Sheet):
        st.html(top + content.key + content.picture.html + note)
        return
    picture = content.picture
    # Streamlit would turn the frame into Arrow at each run.
    rows = scene.kept.get((card.name, "rows", *scene.key), lambda: arrow(picture.frame))
    st.html(top + content.key)
    height = _filling(picture, tallest - _height(scene.question, content, narrow))
    st.vega_lite_chart(
        rows, {**picture.spec, "height": height}, theme=None, alt=picture.alt, key=f"picture-{card.name}"
    )
    if note:
        st.html(note)


def _filling(picture: Picture, free: float) -> float:
    """Return the height in px of a picture that has so much free room beneath it."""
    own = picture.spec["height"]
    most = MOST_STRETCHED_COARSE if picture.kind in COARSE else MOST_STRETCHED
    return min(own + max(0, free), most * own)


def _notes(question: Question, content: Content) -> str:
    """Return the remarks beneath picture and table: why some figures are not there, once for all."""
    profile = question.desk.reader.profile
    states = {cell.state for cell in content.published.cells}
    found = [content.note]
    if HIDDEN in states and not isinstance(content.picture, Reason):
        found.append(why_hidden(question.words, profile.small_cell))
    if FEW in states and not isinstance(content.picture, Reason):
        found.append(why_few(question.words, profile.smallest_base))
    notes = markup.note(content.care, "warn") if content.care else ""
    notes += "".join(markup.note(note) for note in found if note)
    indicator = content.published.indicator
    if unknown_share(content.cell) is not None and indicator.unknown:
        notes += markup.note(question.words.gettext(indicator.unknown), "warn")
    return notes


def _lacking(scene: Scene, card: Card, content: Content) -> left_out.Lacking | None:
    """Return how many records are left out of a card's figures, or None where none is."""
    key: Hashable = (card.name, "lacking", *scene.key)
    indicator_id = content.published.indicator.id
    return scene.kept.get(key, lambda: left_out.of_indicator(scene.question, indicator_id, content.cell))


def _to_quality(scene: Scene, card: Card) -> None:
    with st.container(key=f"lacking-{card.name}", gap=None):
        label = scene.question.words.gettext("Which records are left out, and why")
        st.page_link(scene.pages["quality"], label=label, query_params=scene.link)


def _words_instead(scene: Scene, card: Card, content: Content, shown: str) -> str:
    key: Hashable = (card.name, shown, *scene.key)
    if shown == TABLE:
        return scene.kept.get(key, lambda: in_rows(scene.question, content))
    told = scene.kept.get(key, lambda: meaning(scene.question, content))
    if scene.second is None:
        return told
    return told + markup.second(scene.second.question.words, meaning(scene.second.question, content))


def in_rows(question: Question, content: Content) -> str:
    """Return the card's figures as a table, with the remarks that stand beneath the picture."""
    rows = table(content.published, question.words, question.name, question.desk.currency)
    return markup.table(rows) + _notes(question, content)


def meaning(question: Question, content: Content) -> str:
    """Return what the card's figure means, counts, and is measured against."""
    indicator = content.published.indicator
    target = question.desk.target(indicator.id, content.cell.unit, content.cell.period)
    rows = about(indicator, content.cell, target, question.words, question.desk.currency)
    if lacking := left_out.of_indicator(question, indicator.id, content.cell):
        rows = (*rows, left_out.row(question, lacking))
    return markup.about(question.words.gettext(indicator.meaning), rows)


def _foot(scene: Scene, card: Card, content: Content, narrow: bool) -> None:
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
            partial(_file, question, content),
            file_name=file_name(content.title, question.name(), question.period.code),
            mime="text/csv",
            key=f"file-{card.name}",
            on_click="ignore",
            type="tertiary",
        )
        st.space("stretch")
        lacking = None if narrow else _lacking(scene, card, content)
        st.html(_covers(question, content.day or question.day, narrow, lacking), width="content")


def _file(question: Question, content: Content) -> bytes:
    """Make the file when it is asked for, not at each run."""
    return csv_file(content.published, question)


def _covers(question: Question, last: date, narrow: bool, lacking: left_out.Lacking | None) -> str:
    """Return the last day that a card covers, and how many records are left out, where there is room."""
    day = question.words.fmt.date(last)
    # Translators: beneath a card, the last day that its figures cover.
    text = day if narrow else question.words.gettext("To {date}").format(date=day)
    if lacking:
        text = f"{left_out.mark(question, lacking)} · {text}"
    return markup.covers(text, day)


def instead(question: Question, indicator_id: str, cell: Cell) -> Reason:
    """Return why a figure of an indicator cannot stand as a picture."""
    profile = question.desk.reader.profile
    indicator = question.indicator(indicator_id)
    return why(cell.state, indicator, question.words, profile.small_cell, profile.smallest_base)
