"""Words: the programme's terms and every indicator's meaning, all languages side by side.

For interpreters, and for meetings in more than one language: whoever looks a
word up sees what the others see for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from dashboard.i18n.glossary import terms
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.numbers import MISSING
from dashboard.i18n.words import N_, Words
from dashboard.i18n.words import words as words_of
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.registry import INDICATORS
from dashboard.views import markup, search
from dashboard.views.page_run import PageRun
from dashboard.views.view import View

# "{n} visits" stands for any number.
PUT_IN = re.compile(r"\{\w+\}")
# The first part of a term's key; names of indicators have a table of their own.
TOPICS = {
    "org": N_("Organisations"),
    "prog": N_("The programme"),
    "target": N_("Whom it is for"),
    "role": N_("Who does what"),
    "service": N_("What families receive"),
    "stage": N_("Stages of a case"),
    "status": N_("State of a case"),
    "close": N_("Why cases are closed"),
    "risk": N_("Risk levels"),
    "need": N_("Areas of need"),
    "visit": N_("Home visits"),
    "miss": N_("Why visits are missed"),
    "grant": N_("Grants to families"),
    "budget": N_("Budget lines"),
    "kpi": N_("Key figures"),
    "ui": N_("Words of this dashboard"),
    "unit": N_("How things are counted"),
}


@dataclass(frozen=True)
class Line:
    """One term: its topic, and its HTML by the code of a language; `sought` is what a search reads."""

    topic: str
    texts: dict[str, Markup]
    sought: str


def draw(run: PageRun) -> None:
    """Draw the search, the terms that it finds, and the indicators."""
    words = run.question.words
    sought = search.sought(
        "words", words.gettext("Search in all languages"), words.gettext("A word in any language")
    )
    nothing = search.nothing(words.gettext("Nothing here holds these words."))
    sections = (
        ("card-terms", N_("Terms of the programme"), term_lines()),
        ("card-indicators", N_("Every indicator and what it means"), indicator_lines()),
    )
    for key, title, lines in sections:
        found = [line for line in lines if holds(line, sought)]
        with st.container(key=key, border=True, gap=None):
            st.html(titled(run, title) + (table(found, words) if found else nothing))


def titled(run: PageRun, title: str) -> Markup:
    """Return a title, and beneath it the same in the second language."""
    head, second = markup.title(run.question.words.gettext(title)), run.question.second
    return head + (markup.second_text(second, second.gettext(title)) if second else markup.NOTHING)


@cache
def term_lines() -> tuple[Line, ...]:
    return tuple(term_line(term) for term in terms() if topic_of(term) in TOPICS)


def term_line(term: dict[str, str]) -> Line:
    texts = {code: PUT_IN.sub("…", term.get(code) or MISSING) for code in LANGUAGES}
    escaped = {code: Markup("{}").format(text) for code, text in texts.items()}
    return Line(topic_of(term), escaped, folded(" ".join(texts.values())))


def topic_of(term: dict[str, str]) -> str:
    return term["key"].split(".")[0]


@cache
def indicator_lines() -> tuple[Line, ...]:
    return tuple(indicator_line(indicator) for indicator in INDICATORS.values())


def indicator_line(indicator: Indicator) -> Line:
    """Return one indicator: name and id, meaning, and what is counted out of what."""
    parts = {code: meaning(indicator, words_of(code)) for code in LANGUAGES}
    texts = {code: paragraphs(*of_language) for code, of_language in parts.items()}
    sought = " ".join(part for of_language in parts.values() for part in of_language)
    return Line(indicator.id, texts, folded(sought))


def paragraphs(name: str, *more: str) -> Markup:
    """Return a name in bold, and paragraphs beneath it."""
    beneath = markup.together(Markup("<p>{}</p>").format(part) for part in more)
    return Markup("<b>{}</b>{}").format(name, beneath)


def meaning(indicator: Indicator, words: Words) -> list[str]:
    """Return name, meaning, what is counted and out of what."""
    parts = [f"{indicator.id} {words.gettext(indicator.name)}", words.gettext(indicator.meaning)]
    for name, message in ((N_("Counted"), indicator.counted), (N_("Out of"), indicator.out_of)):
        if message:
            # Translators: what an indicator counts, after the word Counted or Out of.
            text = words.gettext("{name}: {text}")
            parts.append(text.format(name=words.gettext(name), text=words.gettext(message)))
    return parts


def folded(text: str) -> str:
    """Return a text as a search compares it: without case, accents and widths."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def holds(line: Line, sought: str) -> bool:
    """Whether a line holds every word of a search, in whatever language."""
    return all(word in line.sought for word in folded(sought).split())


def columns(words: Words) -> list[str]:
    """Return the codes of all languages, the reader's own first."""
    return sorted(LANGUAGES, key=lambda code: code != words.language)


def table(lines: Iterable[Line], words: Words) -> Markup:
    """Return the lines as one table, terms under the heads of their topics."""
    codes = columns(words)
    form = Markup('<th scope=col lang="{}">{}</th>')
    heads = (form.format(LANGUAGES[code].tag, LANGUAGES[code].endonym) for code in codes)
    body = (
        group(topic, words, len(codes)) + markup.together(row(line, codes) for line in of_topic)
        for topic, of_topic in groupby(lines, key=lambda line: line.topic)
    )
    return Markup('<table class="rows words"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        markup.together(heads), markup.together(body)
    )


def group(topic: str, words: Words, width: int) -> Markup:
    """Return the head of a topic; indicators have none."""
    if topic not in TOPICS:
        return markup.NOTHING
    form = Markup('<tr class="group"><th colspan={} scope=colgroup>{}</th></tr>')
    return form.format(width, words.gettext(TOPICS[topic]))


def row(line: Line, codes: list[str]) -> Markup:
    """Return one term in all languages; on a phone each stands under the other, with its language."""
    form = Markup('<td lang="{}" data-language="{}">{}</td>')
    cells = (form.format(LANGUAGES[code].tag, LANGUAGES[code].endonym, line.texts[code]) for code in codes)
    return Markup("<tr>{}</tr>").format(markup.together(cells))


# Translators: the page with the programme's terms in five languages; short, it stands in the navigation.
VIEW = View("words", N_("Words"), draw)
