"""Eight figures at a glance: value, change, a year as a line, status or the next useful count."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard.charts.sparkline import sparkline
from dashboard.sentences.about import aimed
from dashboard.sentences.budget import pace
from dashboard.sentences.change import change, difference, told
from dashboard.sentences.figures import Figure, figure
from dashboard.sentences.question import Question
from dashboard.sentences.status import judged, status
from dashboard.views import markup
from dashboard.views.scene import Scene

MONTHS = 12


@dataclass(frozen=True)
class Tile:
    """`next` tells what stands at the foot where no target has a basis."""

    indicator: str
    page: str
    next: Callable[[Question], str]


@dataclass(frozen=True)
class Drawn:
    """A tile ready for the page: what is seen, and the sentence that is heard."""

    html: str
    sentence: str


def tiles(scene: Scene, chosen: tuple[Tile, ...]) -> None:
    """Draw tiles; the whole of each is a link."""
    with st.container(key="tiles", gap=None):
        for tile in chosen:
            with st.container(key=f"tile-{tile.indicator}", border=True, height="stretch", gap=None):
                one(scene, tile)


def one(scene: Scene, tile: Tile) -> None:
    """Draw one tile; where it fails, it says so and the others stay."""
    try:
        drawn = scene.make(f"tile-{tile.indicator}", lambda question: draw(question, tile, scene.theme))
    except Exception as error:
        reference = markup.report(f"tile {tile.indicator}", error)
        st.html(markup.error(scene.question.words, reference))
        return
    st.html(drawn.html)
    st.page_link(scene.pages[tile.page], label=drawn.sentence, query_params=scene.link)


def draw(question: Question, tile: Tile, theme: str) -> Drawn:
    """Return one tile. What is seen is hidden from screen readers, which hear the sentence."""
    words, indicator = question.words, question.indicator(tile.indicator)
    name = words.gettext(indicator.tile)
    number = number_of(question, tile.indicator)
    moved, said = moved_of(question, tile.indicator)
    foot = foot_of(question, tile)
    beneath = (
        markup.second(question.second, html.escape(question.second.gettext(indicator.tile)))
        if question.second
        else ""
    )
    seen = (
        f'<div aria-hidden="true"><div class="tile-name">{html.escape(name)}</div>{beneath}'
        f'<div class="tile-value">{html.escape(number.number)}'
        f"<small>{html.escape(number.unit.strip())}</small></div>"
        f'<div class="tile-change">{html.escape(moved)}</div>'
        f'<img class="tile-line" alt="" src="{line(question, tile.indicator, theme)}">'
        f'<div class="tile-status">{foot.html}</div></div>'
    )
    return Drawn(seen, spoken(words, name, number.plain, (said, foot.plain)))


def spoken(words, name: str, number: str, more: tuple[str, ...]) -> str:
    """Return the tile as one sentence."""
    # Translators: read aloud, a figure's name, its value, and remarks after it.
    text = words.gettext("{name}: {figure}").format(name=name, figure=number)
    return markup.plain_label(", ".join([text, *(part for part in more if part)]))


def number_of(question: Question, indicator_id: str) -> Figure:
    """Return the figure; of unseen families their number, as the share stands beside it."""
    indicator, cell = question.indicator(indicator_id), question.cell(indicator_id)
    if indicator_id == "V5" and cell.shown:
        return Figure(*question.words.fmt.measure(cell.numerator, "families"))
    return figure(cell, indicator, question.words, question.desk.currency)


def moved_of(question: Question, indicator_id: str) -> tuple[str, str]:
    """Return the change as it is seen and as it is said (empty: there is nothing to compare with).

    Beside the share of unseen families there is no room to say since when.
    """
    if indicator_id == "G2":
        # Money spent since January only grows: what tells is its gap to the plan.
        return (pace(question, question.cell("G3")),) * 2
    if indicator_id != "V5":
        return (change(question, indicator_id) or "",) * 2
    cell, earlier = question.cell("V5"), question.earlier("V5")
    share = question.words.fmt.percent(cell.value) if cell.shown else ""
    if difference(cell, earlier) is None:
        return share, share
    amount = cell.numerator - earlier.numerator
    if not amount:
        return f"{share} · {question.words.fmt.signed(0)}", f"{share}, {told(question, None)}"
    signed = question.words.fmt.signed(amount)
    return f"{share} · {signed}", f"{share}, {told(question, signed)}"


@dataclass(frozen=True)
class Foot:
    html: str
    plain: str


def foot_of(question: Question, tile: Tile) -> Foot:
    """Return status and target, or the next useful count where nothing is judged."""
    words, indicator = question.words, question.indicator(tile.indicator)
    target = question.desk.target(tile.indicator, question.unit, question.period)
    kind = judged(question.cell(tile.indicator), indicator, target)
    if kind is None:
        text = tile.next(question)
        return Foot(f"<span>{html.escape(text)}</span>", text)
    sign = status(kind, words)
    aim = aimed(target, indicator, words)
    return Foot(
        f'{markup.status(sign.kind, sign.word)}<span class="aim">{html.escape(aim)}</span>',
        f"{sign.word}, {aim}",
    )


def line(question: Question, indicator_id: str, theme: str) -> str:
    """Return the address of the tile's line over a year."""
    published = question.over(indicator_id, MONTHS)
    target = question.desk.target(indicator_id, question.unit, question.period)
    cells = published.cells
    points = [cell.value if cell.shown else None for cell in cells]
    open_months = sum(question.desk.provisional(cell.period) for cell in cells)
    return sparkline(points, target.target if target else None, open_months, theme)
