"""Words: the programme's terms and every indicator's meaning, all languages side by side.

For interpreters, and for meetings in more than one language: whoever looks a
word up sees what the others see for it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import streamlit as st

from dashboard.i18n.glossary import terms
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.numbers import MISSING
from dashboard.i18n.words import N_, Words
from dashboard.i18n.words import words as words_of
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.registry import INDICATORS
from dashboard.views import markup, search
from dashboard.views.scene import Scene
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
    texts: dict[str, str]
    sought: str


def draw(scene: Scene) -> None:
    """Draw the search, the terms that it finds, and the indicators."""
    spoken = scene.question.words
    asked_for = search.sought(
        "words", spoken.gettext("Search in all languages"), spoken.gettext("A word in any language")
    )
    nothing = search.nothing(spoken.gettext("Nothing here holds these words."))
    sections = (
        ("card-terms", N_("Terms of the programme"), term_lines()),
        ("card-indicators", N_("Every indicator and what it means"), indicator_lines()),
    )
    for key, title, lines in sections:
        found = [line for line in lines if holds(line, asked_for)]
        with st.container(key=key, border=True, gap=None):
            st.html(titled(scene, title) + (table(found, spoken) if found else nothing))


def titled(scene: Scene, title: str) -> str:
    """Return a title, and beneath it the same in the second language."""
    head, second = markup.title(scene.question.words.gettext(title)), scene.question.second
    return head + (markup.second(second, f"<p>{html.escape(second.gettext(title))}</p>") if second else "")


@cache
def term_lines() -> tuple[Line, ...]:
    return tuple(term_line(term) for term in terms() if topic_of(term) in TOPICS)


def term_line(term: dict[str, str]) -> Line:
    texts = {code: PUT_IN.sub("…", term.get(code) or MISSING) for code in LANGUAGES}
    escaped = {code: html.escape(text) for code, text in texts.items()}
    return Line(topic_of(term), escaped, folded(" ".join(texts.values())))


def topic_of(term: dict[str, str]) -> str:
    return term["key"].split(".")[0]


@cache
def indicator_lines() -> tuple[Line, ...]:
    return tuple(indicator_line(indicator) for indicator in INDICATORS.values())


def indicator_line(indicator: Indicator) -> Line:
    """Return one indicator: name and id, meaning, and what is counted out of what."""
    told = {code: meaning(indicator, words_of(code)) for code in LANGUAGES}
    texts = {
        code: f"<b>{parts[0]}</b>{''.join(f'<p>{part}</p>' for part in parts[1:])}"
        for code, parts in told.items()
    }
    sought = " ".join(html.unescape(part) for parts in told.values() for part in parts)
    return Line(indicator.id, texts, folded(sought))


def meaning(indicator: Indicator, spoken: Words) -> list[str]:
    """Return name, meaning, what is counted and out of what, each escaped."""
    parts = [f"{indicator.id} {spoken.gettext(indicator.name)}", spoken.gettext(indicator.meaning)]
    for name, message in ((N_("Counted"), indicator.counted), (N_("Out of"), indicator.out_of)):
        if message:
            # Translators: what an indicator counts, after the word Counted or Out of.
            pattern = spoken.gettext("{name}: {text}")
            parts.append(pattern.format(name=spoken.gettext(name), text=spoken.gettext(message)))
    return [html.escape(part) for part in parts]


def folded(text: str) -> str:
    """Return a text as a search compares it: without case, accents and widths."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def holds(line: Line, asked_for: str) -> bool:
    """Whether a line holds every word of a search, in whatever language."""
    return all(word in line.sought for word in folded(asked_for).split())


def columns(spoken: Words) -> list[str]:
    """Return the codes of all languages, the reader's own first."""
    return sorted(LANGUAGES, key=lambda code: code != spoken.language)


def table(lines: Iterable[Line], spoken: Words) -> str:
    """Return the lines as one table, terms under the heads of their topics."""
    codes = columns(spoken)
    head = "".join(
        f'<th scope=col lang="{LANGUAGES[code].tag}">{LANGUAGES[code].endonym}</th>' for code in codes
    )
    body = "".join(
        group(topic, spoken, len(codes)) + "".join(row(line, codes) for line in group_lines)
        for topic, group_lines in groupby(lines, key=lambda line: line.topic)
    )
    return f'<table class="rows words"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def group(topic: str, spoken: Words, width: int) -> str:
    if topic not in TOPICS:
        return ""
    return f'<tr class="group"><th colspan={width} scope=colgroup>{html.escape(spoken.gettext(TOPICS[topic]))}</th></tr>'


def row(line: Line, codes: list[str]) -> str:
    """Return one term in all languages; on a phone each stands under the other, with its language."""
    cells = (
        f'<td lang="{LANGUAGES[code].tag}" data-language="{LANGUAGES[code].endonym}">{line.texts[code]}</td>'
        for code in codes
    )
    return f"<tr>{''.join(cells)}</tr>"


# Translators: the page with the programme's terms in five languages; short, it stands in the navigation.
VIEW = View("words", N_("Words"), draw)
