"""The bar: what a reader chooses, each choice written into the link."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import session
from dashboard.i18n.exchange import currency_name, offered
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.markdown import escape
from dashboard.i18n.period_names import comparison_name, kind_name
from dashboard.periods import Period
from dashboard.sentences.question import NONE, Question
from dashboard.views.labels import strong
from dashboard.views.page_run import PageRun

INDENT = "\u2003"
# Stands for no second language, and is no code of one.
ALONE = "alone"


def draw(run: PageRun) -> None:
    """Draw unit, period and comparison at the left, currency and languages at the right.

    On a phone the last ones stand in "More": the same controls once more,
    since a control cannot be in two places; the style shows one of each.
    """
    question, gettext = run.question, run.question.words.gettext
    with st.container(horizontal=True, key="bar", gap=None):
        with st.popover(_button(gettext("Unit"), question.name()), key="bar-unit"):
            units(question)
        with st.popover(_button(gettext("Period"), period_name(question)), key="bar-period"):
            periods(question)
        with st.popover(_button(gettext("Compare with"), compared(question)), key="bar-compare"):
            comparisons(question, "bar")
        st.space("stretch")
        with st.popover(_button(gettext("Currency"), currency(question)), key="bar-currency"):
            currencies(question, "bar")
        with st.popover(_button(gettext("Language"), *endonyms(question)), key="bar-language"):
            languages(question, "bar")
            second_languages(question, "bar")
        with st.popover(strong(gettext("More")), key="bar-more"):
            comparisons(question, "more")
            currencies(question, "more")
            languages(question, "more")
            second_languages(question, "more")


def _button(name: str, *chosen: str) -> str:
    return f"{escape(name)} {' · '.join(map(strong, chosen))}"


def endonym(code: str) -> str:
    return LANGUAGES[code].endonym if code in LANGUAGES else code


def endonyms(question: Question) -> list[str]:
    """Return the name of the language, and of the second one, each in itself."""
    return [endonym(words.language) for words in (question.words, question.second) if words]


def currency(question: Question) -> str:
    return question.exchange.quote if question.exchange else question.desk.currency


def period_name(question: Question) -> str:
    return question.words.fmt.period(question.period)


def compared(question: Question) -> str:
    """Return the name of the period compared with."""
    if question.compare == NONE:
        return question.words.gettext("Nothing")
    if question.before is None:
        return question.words.gettext("No earlier figures")
    return question.words.fmt.period(question.before)


def units(question: Question) -> None:
    """Draw the units that this reader may see, each set in beneath its parent."""
    top = min(_depth(question, unit) for unit in question.desk.units)

    def name(unit: str) -> str:
        return INDENT * (_depth(question, unit) - top) + escape(question.name(unit))

    names = {unit: name(unit) for unit in question.desk.units}
    key = session.preset(f"unit-{question.words.language}", question.unit)
    choice(question.words.gettext("Unit"), names, key, lambda code: session.remember(unit=code), named=False)


def choice(
    name: str, names: dict[str, str], key: str, choose: Callable[[str], None], named: bool = True
) -> None:
    """Draw codes by their names, one of them chosen.

    Args:
        names: code to what is read.
        named: whether the control's name is seen; in a menu that says it, it is only heard.
    """
    st.radio(
        name,
        list(names),
        format_func=names.__getitem__,
        key=key,
        label_visibility="visible" if named else "collapsed",
        on_change=session.on_change(key, names, choose),
    )


def _depth(question: Question, unit: str) -> int:
    return ("programme", "region", "centre").index(question.desk.tree.level(unit))


def periods(question: Question) -> None:
    """Draw the kinds of period, and the periods of the kind that is chosen."""
    words, desk = question.words, question.desk
    kind_key = session.preset(f"kind-{words.language}", question.period.kind)
    kinds = [kind for kind in desk.kinds if desk.periods(kind)]
    st.segmented_control(
        words.gettext("Kind of period"),
        kinds,
        format_func=lambda kind: kind_name(words, kind),
        key=kind_key,
        label_visibility="collapsed",
        on_change=session.on_change(
            kind_key, kinds, lambda kind: session.remember(period=same_time(question, kind).code)
        ),
    )
    key = session.preset(f"period-{question.period.kind}-{words.language}", question.period.code)
    names = {period.code: words.fmt.period(period) for period in desk.periods(question.period.kind)}
    choice(words.gettext("Period"), names, key, lambda code: session.remember(period=code), named=False)


def same_time(question: Question, kind: str) -> Period:
    """Return the period of a kind that ends with the one shown, or the newest before it."""
    offered = question.desk.periods(kind)
    ended = [period for period in offered if period.last <= question.period.last]
    return ended[0] if ended else offered[0]


def comparisons(question: Question, place: str) -> None:
    words = question.words
    key = session.preset(f"{place}-against-{words.language}", question.compare)
    names = {code: comparison_name(words, question.period.kind, code) for code in ("previous", "year")}
    names[NONE] = words.gettext("No comparison")
    name = words.gettext("Compare with")
    choice(name, names, key, lambda code: session.remember(compare=code), named=place != "bar")


def languages(question: Question, place: str) -> None:
    """Draw the languages, each in its own name, so that everybody finds the way back."""
    key = session.preset(f"{place}-speak", question.words.language)
    codes = list(LANGUAGES)
    if question.words.language not in codes:
        codes.append(question.words.language)
    choice(question.words.gettext("Language"), {code: endonym(code) for code in codes}, key, session.speak)


def second_languages(question: Question, place: str) -> None:
    """Draw the languages that may stand beneath the first, and none."""
    words = question.words
    chosen = question.second.language if question.second else ALONE
    key = session.preset(f"{place}-beneath-{words.language}", chosen)
    # Translators: no second language.
    names = {ALONE: words.pgettext("second language", "None")}
    names |= {code: endonym(code) for code in LANGUAGES if code != words.language}

    def choose(code: str) -> None:
        session.remember(**{"with": "" if code == ALONE else code})

    choice(words.gettext("Second language"), names, key, choose)


def currencies(question: Question, place: str) -> None:
    """Draw the currencies in which money may be read beside the database's own."""
    words, own = question.words, question.desk.currency
    key = session.preset(f"{place}-money-{words.language}", currency(question))
    names = {code: f"{code} · {currency_name(code, words)}" for code in offered(own)}

    def choose(code: str) -> None:
        session.remember(currency="" if code == own else code)

    choice(words.gettext("Currency"), names, key, choose, named=place != "bar")
