"""Definitions: every figure in words, what is counted in it, and values of other programmes."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.cards.meaning import Meaning
from dashboard.i18n.codes import title as split_title
from dashboard.i18n.words import N_, Words
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.registry import INDICATORS
from dashboard.sentences import detail
from dashboard.sentences.about import NATURES, Row, source_row, target_row
from dashboard.sentences.question import Question
from dashboard.sentences.reference import REFERENCES
from dashboard.views import markup, search
from dashboard.views.page_run import PageRun
from dashboard.views.view import View


def draw(run: PageRun) -> None:
    """Draw the search, the definitions that it finds, and the values of others."""
    words = run.question.words
    asked_for = search.sought(
        "definitions", words.gettext("Search the definitions"), words.gettext("Name, number or word")
    )
    found = [each for each in INDICATORS.values() if matches(asked_for, each, words)]
    if not found:
        st.html(search.nothing(words.gettext("No definition contains these words.")))
    for first in range(0, len(found), 2):
        pair = found[first : first + 2]
        for column, indicator in zip(st.columns(2, gap="small"), pair, strict=False):
            with (
                column,
                st.container(key=f"card-definition-{indicator.id}", border=True, height="stretch", gap=None),
            ):
                st.html(both(run, indicator))
    if run.question.desk.reader.profile.protected:
        with st.container(key="card-details", border=True, gap=None):
            st.html(both_details(run))
    with st.container(key="card-references", border=True, gap=None):
        beneath = run.second.question.words if run.second else None
        st.html(references(words) + (markup.second(beneath, references(beneath)) if beneath else ""))


def both(run: PageRun, indicator: Indicator) -> Markup:
    """Return a definition, and beneath it the same in the second language."""
    first = run.make(f"definition-{indicator.id}", lambda question: definition(question, indicator))
    if run.second is None:
        return first
    beneath = run.second.make(
        f"beneath-{indicator.id}", lambda question: definition(question, indicator, False)
    )
    return first + markup.second(run.second.question.words, beneath)


def matches(text: str, indicator: Indicator, words: Words) -> bool:
    """Whether an indicator's id, name or meaning holds every word of a search."""
    spoken = f"{indicator.id} {words.gettext(indicator.name)} {words.gettext(indicator.meaning)}"
    return all(word in spoken.casefold() for word in text.casefold().split())


def definition(question: Question, indicator: Indicator, anchor: bool = True) -> Markup:
    """Return one definition; its id is the anchor that a link can name, once in a page."""
    words = question.words
    named = Markup(' id="{}"').format(indicator.id) if anchor else markup.NOTHING
    head = Markup('<h2 class="card-title"{}>{} <small>{}</small></h2>').format(
        named, words.gettext(indicator.name), indicator.id
    )
    return head + markup.about(Meaning(words.gettext(indicator.meaning), rows(question, indicator)))


def rows(question: Question, indicator: Indicator) -> tuple[Row, ...]:
    words = question.words
    parts = (
        (words.gettext("Counted"), indicator.counted),
        (words.gettext("Out of"), indicator.out_of),
        (words.gettext("Not counted"), indicator.not_counted),
        (words.gettext("Unknown"), indicator.unknown),
        (words.gettext("When"), NATURES[indicator.nature]),
    )
    target = question.desk.target(indicator.id, question.unit, question.period)
    splits = words.fmt.list([split_title(words, split) for split in indicator.splits])
    return (
        *(Row(name, words.gettext(message)) for name, message in parts if message),
        *([Row(words.gettext("Split by"), splits)] if splits else []),
        target_row(target, indicator, words),
        source_row(indicator, words),
    )


def both_details(run: PageRun) -> Markup:
    """Return what can be seen at which detail, and beneath it the same in the second language."""
    first = run.make("details", details)
    if run.second is None:
        return first
    return first + markup.second(run.second.question.words, run.second.make("details-beneath", details))


def details(question: Question) -> Markup:
    """Return what the reader can be shown at which detail."""
    head = markup.title(question.words.gettext("What can be seen at which detail"))
    return head + markup.about(Meaning(detail.summary(question), detail.rows(question)))


def references(words: Words) -> Markup:
    """Return the values of other programmes, with a word of warning."""
    head = markup.title(words.gettext("Values of other programmes, for context"))
    warning = words.gettext("They are no targets of this programme; programmes and families differ.")
    line = Markup('<tr><td>{}</td><td>{}</td><td class="number">{}</td></tr>')
    lines = (
        line.format(
            words.gettext(each.measure), markup.with_titles(words.gettext(each.source)), each.value(words)
        )
        for each in REFERENCES
    )
    table = Markup('<div class="about"><p>{}</p><table><tbody>{}</tbody></table></div>')
    return head + table.format(warning, markup.together(lines))


VIEW = View("definitions", N_("Definitions"), draw)
