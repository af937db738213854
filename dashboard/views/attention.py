"""The list of what needs somebody: five at first, all at a click."""

from __future__ import annotations

import html

import streamlit as st

from dashboard.i18n.breaks import flowing
from dashboard.sentences.attention import Attention, attention
from dashboard.views import markup
from dashboard.views.scene import Scene

FIRST = 5
# Heights in px: of a row, of a centre's row in the card beside, and around those.
ROW_HEIGHT, CENTRE_HEIGHT, CENTRES_AROUND = 57, 26, 72
ALL = "attention-all"


def draw(scene: Scene) -> None:
    """Draw the list; each row opens the page that shows more, at the unit concerned."""
    words = scene.question.words
    found, first = scene.make("attention", attention), room(len(scene.question.beneath))
    shown, second = chosen(scene), chosen(scene.second) if scene.second else ()
    with st.container(key="attention", border=True, height="stretch", gap=None):
        st.html(markup.title(words.gettext("Needs attention")) + beneath(scene))
        if not found:
            st.html(nothing(scene))
        for number, item in enumerate(shown):
            line(scene, number, item, second[number] if second else None)
        if len(found) > first:
            more(scene, len(shown), len(found))


def chosen(scene: Scene) -> tuple[Attention, ...]:
    """Return the rows that are shown: the first ones, or all at the reader's choice."""
    found = scene.make("attention", attention)
    return found if st.session_state.get(ALL) else found[: room(len(scene.question.beneath))]


def height(scene: Scene) -> int:
    """Return the px that the rows take, for the card beside."""
    return ROW_HEIGHT * len(chosen(scene))


def room(centres: int) -> int:
    """Return how many rows fill the height of the centres beside them."""
    return max(FIRST, round((centres * CENTRE_HEIGHT + CENTRES_AROUND) / ROW_HEIGHT))


def nothing(scene: Scene) -> str:
    words = scene.question.words
    heading = html.escape(words.gettext("Nothing needs attention"))
    text = html.escape(words.gettext("No figure for this unit and period misses its target or limit."))
    return f'<div class="state"><b>{heading}</b><p>{text}</p></div>'


def beneath(scene: Scene) -> str:
    """Return the title in the second language (empty: there is none)."""
    if scene.second is None:
        return ""
    words = scene.second.question.words
    return markup.second(words, f"<p>{html.escape(words.gettext('Needs attention'))}</p>")


def line(scene: Scene, number: int, item: Attention, second: Attention | None) -> None:
    """Draw a row; `second` is the same item in the second language."""
    with st.container(key=f"attention-row-{number}", horizontal=True, gap=None):
        st.html(row(item, markup.second(scene.question.second, flowing(second.what)) if second else ""))
        st.page_link(
            scene.pages[item.page],
            label=f"{markup.plain_label(scene.pages[item.page].title)} ›",
            query_params={**scene.link, "unit": item.unit},
        )


def row(item: Attention, beneath: str) -> str:
    """Return a row, `beneath` as ready HTML under what it is about; the status is told by shape and, to who cannot see it, by its word."""
    return (
        f'<div class="attention"><span class="status {item.status.kind}">'
        f'<span class="word">{html.escape(item.status.word)}</span></span>'
        f'<span class="what">{flowing(item.what)}</span>'
        f'<span class="why">{beneath}{flowing(item.why)}</span></div>'
    )


def more(scene: Scene, shown: int, total: int) -> None:
    """Draw how many are shown, and the way to all of them."""
    words = scene.question.words
    text = words.gettext("{shown} of {total} shown").format(
        shown=words.fmt.number(shown), total=words.fmt.number(total)
    )
    every = shown == total
    label = words.gettext("Show fewer") if every else words.gettext("Show all")
    with st.container(key="foot-attention", horizontal=True, gap=None):
        st.html(f'<span class="covers">{html.escape(text)}</span>', width="content")
        st.space("stretch")
        st.button(label, key="attention-more", type="tertiary", on_click=turn)


def turn() -> None:
    st.session_state[ALL] = not st.session_state.get(ALL)
