"""What every page has around its cards: the words at the ends of the navigation, the sentences and the date line."""

from __future__ import annotations

import html
from datetime import date

import streamlit as st

from dashboard.i18n.breaks import dotted, flowing
from dashboard.i18n.words import N_, Words
from dashboard.periods import Period
from dashboard.sentences import exchange, left_out
from dashboard.sentences.headline import headline
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.question import Question
from dashboard.views import markup
from dashboard.views.scene import Scene

DAYS_PICTURED = 31
PROFILES = {
    "own_centre": N_("Own centre"),
    "presenting": N_("Presenting"),
    "regional": N_("Regional view"),
    "headquarters": N_("Headquarters view"),
}


def ends(words: Words, profile: str) -> None:
    """Draw the words at the two ends of the navigation: the product and the reader's profile."""
    with st.container(key="ends", gap=None):
        # Translators: the product's name in the navigation, as short as can be.
        brand = html.escape(words.gettext("First Steps"))
        st.html(
            f'<span class="brand">{brand}</span>'
            f'<span class="profile">{html.escape(words.gettext(PROFILES[profile]))}</span>'
        )


def head(scene: Scene, page: str, notes: tuple[str, ...] = ()) -> None:
    """Draw notes, the sentences of the page (each a link) and the date line."""
    if notes:
        text = "".join(f'<p class="note">{flowing(note)}</p>' for note in notes)
        st.html(f'<div role="status">{text}</div>')
    with st.container(key="headline", gap=None):
        for sentence in sentences(scene, page):
            st.page_link(
                scene.pages[sentence.page],
                label=sentence.text.markdown,
                query_params=scene.link,
            )
        if scene.second:
            told = (
                f'<span class="sentence">{each.text.html}</span>' for each in sentences(scene.second, page)
            )
            st.html(markup.second(scene.second.question.words, "".join(told)))
    today = scene.question.desk.today
    line = scene.make(f"dates-{today}", lambda question: dates(question, today))
    st.html(f'<div class="dates">{line}</div>')


def sentences(scene: Scene, page: str) -> tuple[Sentence, ...]:
    return scene.make(f"headline-{page}", lambda question: headline(question, page))


def dates(question: Question, today: date) -> str:
    """Return the date line: covers to, loaded, provisional months, and whether it is synthetic."""
    words, desk = question.words, question.desk
    parts = [
        words.gettext("Covers to {date}").format(date=words.fmt.date(question.day)),
        loaded(words, desk.loaded_at, today),
    ]
    if question.running:
        parts.append(words.gettext("the period is still running"))
    if provisional := provisional_months(question):
        parts.append(words.gettext("{months} provisional").format(months=provisional))
    if found := left_out.lacking(desk.left_out((question.unit,), question.period)):
        parts.append(left_out.in_line(question, found))
    if question.exchange:
        parts.append(exchange.told(words, question.exchange))
    line = " · ".join(flowing(part) for part in parts)
    if desk.synthetic:
        tag = html.escape(words.gettext("Synthetic data"))
        line += f' · <span class="tag">{tag}</span>'
    return dotted(line)


def loaded(words: Words, day: date, today: date) -> str:
    """Return when the figures were loaded, and how long ago while that is easily pictured."""
    written = words.fmt.date(day)
    if not 0 <= (today - day).days <= DAYS_PICTURED:
        return words.gettext("loaded {date}").format(date=written)
    ago = words.fmt.relative_day(day, today)
    # Translators: how long ago is today, yesterday, 2 days ago …
    return words.gettext("loaded {date} ({ago})").format(date=written, ago=ago)


def provisional_months(question: Question) -> str:
    """Return the months of the period whose visits are still being recorded (empty: none)."""
    months = [month for month in question.period.months if question.desk.provisional(Period.month(month))]
    return question.words.fmt.months(months[0], months[-1]) if months else ""
