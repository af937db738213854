"""The list of what needs somebody: as many as stand beside the centres at first, all at a click."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.cards.card import AttentionList, Card
from dashboard.sentences.attention import Attention
from dashboard.views import labels, markup
from dashboard.views.page_run import PageRun

FIRST = 5
# Heights in px: of a row, of a centre's row in the card beside, and around those.
ROW_HEIGHT, CENTRE_HEIGHT, CENTRES_AROUND = 57, 26, 72
ALL = "attention-all"


def draw(run: PageRun, card: Card, said: AttentionList) -> None:
    """Draw the list; each row opens the page that shows more, at the unit concerned."""
    beneath = in_second(run, card)
    shown, second = chosen(run, said), chosen(run, beneath) if beneath else ()
    with st.container(key="attention", border=True, height="stretch", gap=None):
        st.html(markup.title(said.claim) + title_beneath(run, beneath))
        if not said.items:
            st.html(markup.reason(said.nothing))
        for number, item in enumerate(shown):
            line(run, number, item, second[number] if second else None)
        if len(said.items) > room(len(run.question.beneath)):
            more(run, len(shown), len(said.items))


def in_second(run: PageRun, card: Card) -> AttentionList | None:
    """Return the list in the second language, or None where there is none."""
    said = run.second.make(card.name, card.make) if run.second else None
    return said if isinstance(said, AttentionList) else None


def chosen(run: PageRun, said: AttentionList) -> tuple[Attention, ...]:
    """Return the rows that are shown: the first ones, or all at the reader's choice."""
    every = st.session_state.get(ALL)
    return said.items if every else said.items[: room(len(run.question.beneath))]


def height(run: PageRun, said: AttentionList) -> int:
    """Return the px that the rows take, for the card beside."""
    return ROW_HEIGHT * len(chosen(run, said))


def room(centres: int) -> int:
    """Return how many rows fill the height of the centres beside them."""
    return max(FIRST, round((centres * CENTRE_HEIGHT + CENTRES_AROUND) / ROW_HEIGHT))


def title_beneath(run: PageRun, beneath: AttentionList | None) -> Markup:
    """Return the title in the second language (empty: there is none)."""
    if beneath is None or run.second is None:
        return markup.NOTHING
    return markup.second_text(run.second.question.words, beneath.claim)


def line(run: PageRun, number: int, item: Attention, second: Attention | None) -> None:
    """Draw a row; `second` is the same item in the second language."""
    words = run.question.second
    beneath = markup.second(words, markup.paragraph(second.what)) if second and words else markup.NOTHING
    with st.container(key=f"attention-row-{number}", horizontal=True, gap=None):
        st.html(row(item, beneath))
        st.page_link(
            run.pages[item.page],
            label=f"{labels.plain(run.pages[item.page].title)} ›",
            query_params={**run.link, "unit": item.unit},
        )


def row(item: Attention, beneath: Markup) -> Markup:
    """Return a row, `beneath` under what it is about.

    The status is told by shape and, to who cannot see it, by its word.
    """
    return Markup(
        '<div class="attention"><span class="status {}"><span class="word">{}</span></span>'
        '<span class="what">{}</span><span class="why">{}{}</span></div>'
    ).format(
        item.status.kind,
        item.status.word,
        markup.paragraph(item.what),
        beneath,
        markup.paragraph(item.why),
    )


def more(run: PageRun, shown: int, total: int) -> None:
    """Draw how many are shown, and the way to all of them."""
    words = run.question.words
    text = words.gettext("{shown} of {total} shown").format(
        shown=words.fmt.number(shown), total=words.fmt.number(total)
    )
    every = shown == total
    label = words.gettext("Show fewer") if every else words.gettext("Show all")
    with st.container(key="foot-attention", horizontal=True, gap=None):
        st.html(Markup('<span class="covers">{}</span>').format(text), width="content")
        st.space("stretch")
        st.button(label, key="attention-more", type="tertiary", on_click=turn)


def turn() -> None:
    st.session_state[ALL] = not st.session_state.get(ALL)
