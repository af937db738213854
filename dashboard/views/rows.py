"""Cards side by side, of one height: a low picture grows to fill its card."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.cards.card import AttentionList, Card, Content, Said
from dashboard.cards.page import Row
from dashboard.charts.picture import Picture
from dashboard.views import attention
from dashboard.views import card as page_card
from dashboard.views.failure import failed
from dashboard.views.page_run import PageRun
from dashboard.views.pictures import picture_of

# Heights in px of what may stand around a picture: squares above it, a line
# beneath the title, a remark, which in a narrow card takes two lines.
LEGEND, SUB, NOTE, LONG_NOTE = 28, 20, 30, 51
# By how much pictures may grow to fill their card: those made of lying bars or
# cells become coarse sooner than lines and dots.
COARSE = ("bars", "budget_lines", "heat", "stacked_months")
MOST_STRETCHED, MOST_STRETCHED_COARSE = 3, 1.7

Made = Said | Exception


def draw(run: PageRun, row: Row) -> None:
    """Draw a row of cards, those left out that have nothing to say of the unit."""
    every = ((card, said_of(run, card)) for card in row.cards)
    made = [(card, said) for card, said in every if said is not None]
    if not made:
        return
    narrow = len(made) > 2
    tallest = max(height(run, card, said, narrow) for card, said in made)
    columns = st.columns(list(row.widths) or len(made), gap="small")
    for column, (card, said) in zip(columns, made, strict=True):
        with column:
            one(run, card, said, tallest, narrow)


def said_of(run: PageRun, card: Card) -> Made | None:
    """Return what a card says (None: nothing), or why it could not be made."""
    try:
        return run.make(card.name, card.make)
    except Exception as error:  # noqa: BLE001 whatever fails in one card, the others stay
        return error


def one(run: PageRun, card: Card, said: Made, tallest: float, narrow: bool) -> None:
    """Draw a card; where it fails, it says so and the others stay."""
    if isinstance(said, AttentionList):
        attention.draw(run, card, said)
        return
    with st.container(key=f"card-{card.name}", border=True, height="stretch", gap=None):
        if isinstance(said, Exception):
            st.html(failed(run.question.words, f"card {card.name}", said))
            return
        try:
            page_card.draw(run, card, said, partial(filled, run, card, said, tallest, narrow), narrow)
        except Exception as error:  # noqa: BLE001 as above
            st.html(failed(run.question.words, f"card {card.name}", error))


def height(run: PageRun, card: Card, said: Made, narrow: bool) -> float:
    """Return the height of a picture with all that stands around it, in px, about."""
    if isinstance(said, AttentionList):
        return attention.height(run, said)
    if not isinstance(said, Content):
        return 0
    picture = picture_of(run, card, said)
    if not isinstance(picture, Picture):
        return 0
    notes = len(said.notes) * (LONG_NOTE if narrow else NOTE)
    around = LEGEND * bool(said.legend) + SUB * bool(said.sub) + notes
    return picture.height + around


def filled(run: PageRun, card: Card, said: Content, tallest: float, narrow: bool, picture: Picture) -> float:
    """Return the height in px of a picture that fills the height of its row."""
    return stretched(picture, tallest - height(run, card, said, narrow))


def stretched(picture: Picture, free: float) -> float:
    """Return the height in px of a picture that has so much free room beneath it."""
    most = MOST_STRETCHED_COARSE if picture.kind in COARSE else MOST_STRETCHED
    return min(picture.height + max(0, free), most * picture.height)
