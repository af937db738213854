"""What every page has above its cards: the ends of the navigation, the sentences and the date line."""

from __future__ import annotations

from datetime import date

import streamlit as st
from markupsafe import Markup

from dashboard.i18n.languages import LANGUAGES, named
from dashboard.i18n.words import N_, Words
from dashboard.sentences.dates import date_remarks
from dashboard.sentences.headline import headline
from dashboard.sentences.headlines.sentence import Sentence
from dashboard.sentences.question import Question
from dashboard.views import labels, markup
from dashboard.views.page_run import PageRun

PROFILES = {
    "own_centre": N_("Own centre"),
    "presenting": N_("Presenting"),
    "regional": N_("Regional view"),
    "headquarters": N_("Headquarters view"),
}


def ends(words: Words, profile: str) -> None:
    """Draw the words at the two ends of the navigation: the product and the reader's profile."""
    # Translators: the product's name in the navigation, as short as can be.
    brand, view = words.gettext("First Steps"), words.gettext(PROFILES[profile])
    with st.container(key="ends", gap=None):
        form = Markup('<span class="brand">{}</span><span class="profile">{}</span>')
        st.html(form.format(brand, view))


def head(run: PageRun, page: str, notes: tuple[str, ...] = ()) -> None:
    """Draw notes, the sentences of the page (each a link) and the date line."""
    if notes:
        form = Markup('<p class="note">{}</p>')
        text = markup.together(form.format(markup.paragraph(note)) for note in notes)
        st.html(Markup('<div role="status">{}</div>').format(text))
    with st.container(key="headline", gap=None):
        for each in sentences(run, page):
            label = labels.sentence(each.text)
            st.page_link(run.pages[each.page], label=label, query_params=run.link)
        if run.second:
            st.html(beneath(run.second, page))
    today = run.question.desk.today
    line = run.make(f"dates-{today}", lambda question: dates(question, today))
    st.html(Markup('<div class="dates">{}</div>').format(line))


def sentences(run: PageRun, page: str) -> tuple[Sentence, ...]:
    return run.make(f"headline-{page}", lambda question: headline(question, page))


def beneath(run: PageRun, page: str) -> Markup:
    """Return the sentences in the second language."""
    form = Markup('<span class="sentence">{}</span>')
    texts = (form.format(markup.sentence(each.text)) for each in sentences(run, page))
    return markup.second(run.question.words, markup.together(texts))


def dates(question: Question, today: date) -> Markup:
    """Return the date line, and whether the data are synthetic."""
    line = markup.apart(markup.paragraph(part) for part in date_remarks(question, today))
    if question.desk.synthetic:
        tag = question.words.gettext("Synthetic data")
        line += Markup(' · <span class="tag">{}</span>').format(tag)
    return markup.unbroken(line)


def names_elsewhere(question: Question) -> dict[str, str]:
    """Return the names that the database has in another language than the reader's, with its tag."""
    tree, language = question.desk.tree, question.words.language
    found = {}
    for unit in question.desk.units:
        code = named(tree.language_of_name(unit, language))
        if code and code != language:
            found[tree.short_name(unit, language)] = LANGUAGES[code].tag
    return found
