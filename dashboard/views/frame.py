"""What every page has around its cards: the bar, the sentences and the date line."""

from __future__ import annotations

import html

import streamlit as st

from dashboard import session
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.markdown import escape
from dashboard.i18n.spans import comparison_name, kind_name
from dashboard.i18n.words import N_, Words
from dashboard.indicators.periods import Period
from dashboard.sentences import left_out
from dashboard.sentences.asked import NONE, Asked
from dashboard.sentences.headline import headline
from dashboard.sentences.marked import strong
from dashboard.views.scene import Scene

INDENT = "\u2003"


def bar(scene: Scene) -> None:
    """Draw unit, period and comparison at the left, the language at the right.

    On a phone the last two stand in "More": the same controls once more,
    since a control cannot be in two places; the style shows one of each.
    """
    gettext = scene.asked.words.gettext
    with st.container(horizontal=True, key="bar", gap=None):
        with st.popover(_button(gettext("Unit"), scene.asked.name()), key="bar-unit"):
            units(scene.asked)
        with st.popover(_button(gettext("Period"), period_name(scene.asked)), key="bar-period"):
            periods(scene.asked)
        with st.popover(_button(gettext("Compare with"), compared(scene.asked)), key="bar-compare"):
            comparisons(scene.asked, "bar")
        st.space("stretch")
        with st.popover(_button(gettext("Language"), endonym(scene.asked)), key="bar-language"):
            languages(scene.asked, "bar")
        with st.popover(strong(gettext("More")), key="bar-more"):
            comparisons(scene.asked, "more")
            languages(scene.asked, "more")


def _button(name: str, chosen: str) -> str:
    return f"{escape(name)} {strong(chosen)}"


def endonym(asked: Asked) -> str:
    language = LANGUAGES.get(asked.words.language)
    return language.endonym if language else asked.words.language


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

    key = session.preset(f"unit-{asked.words.language}", asked.unit)
    st.radio(
        asked.words.gettext("Unit"),
        asked.desk.units,
        format_func=name,
        key=key,
        label_visibility="collapsed",
        on_change=session.on_change(key, lambda code: session.remember(unit=code)),
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
    st.radio(
        words.gettext("Period"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=session.on_change(key, lambda code: session.remember(period=code)),
    )


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
    st.radio(
        words.gettext("Compare with"),
        list(names),
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed" if place == "bar" else "visible",
        on_change=session.on_change(key, lambda code: session.remember(compare=code)),
    )


def languages(asked: Asked, place: str) -> None:
    """Draw the languages, each in its own name, so that everybody finds the way back."""
    key = session.preset(f"{place}-speak", asked.words.language)
    codes = list(LANGUAGES)
    if asked.words.language not in codes:
        codes.append(asked.words.language)
    st.radio(
        asked.words.gettext("Language"),
        codes,
        format_func=lambda code: LANGUAGES[code].endonym if code in LANGUAGES else code,
        key=key,
        label_visibility="collapsed" if place == "bar" else "visible",
        on_change=session.on_change(key, session.speak),
    )


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
        text = "".join(f'<p class="note">{html.escape(note)}</p>' for note in notes)
        st.html(f'<div role="status">{text}</div>')
    with st.container(key="headline", gap=None):
        for sentence in scene.make(f"headline-{page}", lambda asked: headline(asked, page)):
            st.page_link(
                scene.pages[sentence.page],
                label=sentence.text.markdown,
                query_params=scene.link,
            )
    st.html(f'<div class="dates">{scene.make("dates", dates)}</div>')


def dates(asked: Asked) -> str:
    """Return the date line: covers to, loaded, provisional months, and whether it is synthetic."""
    words, desk = asked.words, asked.desk
    parts = [
        words.gettext("Covers to {date}").format(date=words.fmt.date(asked.day)),
        words.gettext("loaded {date}").format(date=words.fmt.date(desk.loaded_at)),
    ]
    if asked.running:
        parts.append(words.gettext("the period is still running"))
    if provisional := provisional_months(asked):
        parts.append(words.gettext("{months} provisional").format(months=provisional))
    if found := left_out.lacking(desk.left_out((asked.unit,), asked.period)):
        parts.append(left_out.in_line(asked, found))
    line = " · ".join(html.escape(part) for part in parts)
    if desk.synthetic:
        tag = html.escape(words.gettext("Synthetic data"))
        line += f' · <span class="tag">{tag}</span>'
    return line


def provisional_months(asked: Asked) -> str:
    """Return the months of the period whose visits are still being recorded (empty: none)."""
    months = [month for month in asked.period.months if asked.desk.provisional(Period.month(month))]
    return asked.words.fmt.months(months[0], months[-1]) if months else ""
