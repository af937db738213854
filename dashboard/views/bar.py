"""The bar: what a reader chooses, each choice written into the link."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import session
from dashboard.i18n.exchange import currency_name, offered
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.markdown import escape
from dashboard.i18n.spans import comparison_name, kind_name
from dashboard.indicators.periods import Period
from dashboard.sentences.asked import NONE, Asked
from dashboard.sentences.marked import strong
from dashboard.views.scene import Scene

INDENT = "\u2003"
# Stands for no second language, and is no code of one.
ALONE = "alone"


def bar(scene: Scene) -> None:
    """Draw unit, period and comparison at the left, currency and languages at the right.

    On a phone the last ones stand in "More": the same controls once more,
    since a control cannot be in two places; the style shows one of each.
    """
    asked, gettext = scene.asked, scene.asked.words.gettext
    with st.container(horizontal=True, key="bar", gap=None):
        with st.popover(_button(gettext("Unit"), asked.name()), key="bar-unit"):
            units(asked)
        with st.popover(_button(gettext("Period"), period_name(asked)), key="bar-period"):
            periods(asked)
        with st.popover(_button(gettext("Compare with"), compared(asked)), key="bar-compare"):
            comparisons(asked, "bar")
        st.space("stretch")
        with st.popover(_button(gettext("Currency"), currency(asked)), key="bar-currency"):
            currencies(asked, "bar")
        with st.popover(_button(gettext("Language"), *spoken(asked)), key="bar-language"):
            languages(asked, "bar")
            second_languages(asked, "bar")
        with st.popover(strong(gettext("More")), key="bar-more"):
            comparisons(asked, "more")
            currencies(asked, "more")
            languages(asked, "more")
            second_languages(asked, "more")


def _button(name: str, *chosen: str) -> str:
    return f"{escape(name)} {' · '.join(map(strong, chosen))}"


def endonym(code: str) -> str:
    return LANGUAGES[code].endonym if code in LANGUAGES else code


def spoken(asked: Asked) -> list[str]:
    """Return the name of the language, and of the second one, each in itself."""
    return [endonym(words.language) for words in (asked.words, asked.second) if words]


def currency(asked: Asked) -> str:
    return asked.exchange.quote if asked.exchange else asked.desk.currency


def period_name(asked: Asked) -> str:
    return asked.words.fmt.period(asked.period)


def compared(asked: Asked) -> str:
    """Return the name of the period compared with."""
    if asked.compare == NONE:
        return asked.words.gettext("Nothing")
    if asked.before is None:
        return asked.words.gettext("No earlier figures")
    return asked.words.fmt.period(asked.before)


def units(asked: Asked) -> None:
    """Draw the units that this reader may see, each set in beneath its parent."""
    top = min(_depth(asked, unit) for unit in asked.desk.units)

    def name(unit: str) -> str:
        return INDENT * (_depth(asked, unit) - top) + escape(asked.name(unit))

    names = {unit: name(unit) for unit in asked.desk.units}
    key = session.preset(f"unit-{asked.words.language}", asked.unit)
    choice(asked.words.gettext("Unit"), names, key, lambda code: session.remember(unit=code), named=False)


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
        on_change=session.on_change(key, choose),
    )


def _depth(asked: Asked, unit: str) -> int:
    return ("programme", "region", "centre").index(asked.desk.tree.level(unit))


def periods(asked: Asked) -> None:
    """Draw the kinds of period, and the periods of the kind that is chosen."""
    words, desk = asked.words, asked.desk
    kind_key = session.preset(f"kind-{words.language}", asked.period.kind)
    st.segmented_control(
        words.gettext("Kind of period"),
        [kind for kind in desk.kinds if desk.periods(kind)],
        format_func=lambda kind: kind_name(words, kind),
        key=kind_key,
        label_visibility="collapsed",
        on_change=session.on_change(
            kind_key, lambda kind: session.remember(period=same_time(asked, kind).code)
        ),
    )
    key = session.preset(f"period-{asked.period.kind}-{words.language}", asked.period.code)
    names = {period.code: words.fmt.period(period) for period in desk.periods(asked.period.kind)}
    choice(words.gettext("Period"), names, key, lambda code: session.remember(period=code), named=False)


def same_time(asked: Asked, kind: str) -> Period:
    """Return the period of a kind that ends with the one shown, or the newest before it."""
    offered = asked.desk.periods(kind)
    ended = [period for period in offered if period.last <= asked.period.last]
    return ended[0] if ended else offered[0]


def comparisons(asked: Asked, place: str) -> None:
    words = asked.words
    key = session.preset(f"{place}-against-{words.language}", asked.compare)
    names = {
        code: comparison_name(words, asked.period.kind, code) for code in ("previous", "year")
    }
    names[NONE] = words.gettext("No comparison")
    name = words.gettext("Compare with")
    choice(name, names, key, lambda code: session.remember(compare=code), named=place != "bar")


def languages(asked: Asked, place: str) -> None:
    """Draw the languages, each in its own name, so that everybody finds the way back."""
    key = session.preset(f"{place}-speak", asked.words.language)
    codes = list(LANGUAGES)
    if asked.words.language not in codes:
        codes.append(asked.words.language)
    choice(asked.words.gettext("Language"), {code: endonym(code) for code in codes}, key, session.speak)


def second_languages(asked: Asked, place: str) -> None:
    """Draw the languages that may stand beneath the first, and none."""
    words = asked.words
    chosen = asked.second.language if asked.second else ALONE
    key = session.preset(f"{place}-beneath-{words.language}", chosen)
    # Translators: no second language.
    names = {ALONE: words.pgettext("second language", "None")}
    names |= {code: endonym(code) for code in LANGUAGES if code != words.language}

    def choose(code: str) -> None:
        session.remember(**{"with": "" if code == ALONE else code})

    choice(words.gettext("Second language"), names, key, choose)


def currencies(asked: Asked, place: str) -> None:
    """Draw the currencies in which money may be read beside the database's own."""
    words, own = asked.words, asked.desk.currency
    key = session.preset(f"{place}-money-{words.language}", currency(asked))
    names = {code: f"{code} · {currency_name(code, words)}" for code in offered(own)}

    def choose(code: str) -> None:
        session.remember(currency="" if code == own else code)

    choice(words.gettext("Currency"), names, key, choose, named=place != "bar")
