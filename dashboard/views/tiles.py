"""Figures at a glance: the whole of each tile is a link, and what is seen is also said as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard.cards.tile import Glance, Tile, glance
from dashboard.charts.sparkline import sparkline
from dashboard.i18n.words import Words
from dashboard.sentences.question import Question
from dashboard.views import labels, markup
from dashboard.views.failure import failed
from dashboard.views.page_run import PageRun


@dataclass(frozen=True)
class Drawn:
    """A tile ready for the page: what is seen, and the sentence that is heard."""

    html: Markup
    sentence: str


def draw(run: PageRun, tiles: tuple[Tile, ...]) -> None:
    """Draw tiles side by side."""
    with st.container(key="tiles", gap=None):
        for tile in tiles:
            with st.container(key=f"tile-{tile.indicator}", border=True, height="stretch", gap=None):
                one(run, tile)


def one(run: PageRun, tile: Tile) -> None:
    """Draw one tile; where it fails, it says so and the others stay."""
    try:
        drawn = run.make(f"tile-{tile.indicator}", partial(drawn_of, run, tile))
    except Exception as error:  # noqa: BLE001 whatever fails in one tile, the others stay
        st.html(failed(run.question.words, f"tile {tile.indicator}", error))
        return
    st.html(drawn.html)
    st.page_link(run.pages[tile.page], label=drawn.sentence, query_params=run.link)


def drawn_of(run: PageRun, tile: Tile, question: Question) -> Drawn:
    said = glance(question, tile)
    return Drawn(seen(said, beneath(question, tile), run.theme), heard(question.words, said))


def beneath(question: Question, tile: Tile) -> Markup:
    """Return the name in the second language (empty: there is none)."""
    if question.second is None:
        return markup.NOTHING
    name = question.second.gettext(question.indicator(tile.indicator).tile)
    return markup.second(question.second, Markup("{}").format(name))


def seen(said: Glance, beneath: Markup, theme: str) -> Markup:
    """Return a tile as HTML, hidden from screen readers, which hear the sentence."""
    sign = markup.status(said.status) if said.status else markup.NOTHING
    aim = Markup(' class="aim"') if said.status else markup.NOTHING
    foot = Markup("<span{}>{}</span>").format(aim, said.foot)
    line = sparkline(said.line.points, said.line.target, said.line.provisional, theme)
    return Markup(
        '<div aria-hidden="true"><div class="tile-name">{}</div>{}'
        '<div class="tile-value">{}<small>{}</small></div><div class="tile-change">{}</div>'
        '<img class="tile-line" alt="" src="{}"><div class="tile-status">{}{}</div></div>'
    ).format(
        said.name,
        beneath,
        said.figure.number,
        said.figure.unit.strip(),
        said.change,
        line,
        sign,
        foot,
    )


def heard(words: Words, said: Glance) -> str:
    """Return the tile as one sentence."""
    # Translators: read aloud, a figure's name, its value, and remarks after it.
    text = words.gettext("{name}: {figure}").format(name=said.name, figure=said.figure.plain)
    more = (said.change_said, said.foot_said)
    return labels.plain(", ".join([text, *(part for part in more if part)]))
