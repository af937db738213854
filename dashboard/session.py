"""One reader's visit: what the link and earlier clicks chose, and the nearest valid view.

A choice in the link wins over one remembered, because a click in the
navigation drops the link's parameters while the memory stays, and because an
edited link is newer than anything remembered. Every run writes the choice
back, so that the address can always be shared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.i18n.exchange import offered
from dashboard.i18n.languages import named, negotiate
from dashboard.i18n.words import N_, Words
from dashboard.periods import Period, month_end
from dashboard.privacy.desk import Desk
from dashboard.sentences.question import COMPARISONS

KEYS = ("unit", "period", "compare", "with", "currency")

UNKNOWN_UNIT = N_("The unit in this link is not one that you can open. You see {unit} instead.")
UNKNOWN_PERIOD = N_("The period in this link cannot be shown. You see {period} instead.")
UNKNOWN_COMPARISON = N_("The comparison in this link is not known. The previous period is used instead.")
UNKNOWN_SECOND = N_("The second language in this link is not offered. You can choose another one above.")
UNKNOWN_CURRENCY = N_("The currency in this link is not offered. You can choose another one above.")
UNKNOWN_LANGUAGE = N_("The language in this link is not offered. You can choose another one above.")


@dataclass(frozen=True)
class Choice:
    """What is shown, and notes on what had to be replaced.

    Attributes: unit (org_id), period, compare, second (code of the second
    language, or empty), currency (ISO 4217).
    """

    unit: str
    period: Period
    compare: str
    second: str
    currency: str
    notes: tuple[str, ...] = ()


def default_period(desk: Desk) -> Period:
    """Return the newest complete quarter, else the newest period there is."""
    complete = [p for p in desk.periods("quarter") if month_end(p.last) <= desk.as_of]
    if complete:
        return complete[0]
    return next(period for kind in desk.kinds for period in desk.periods(kind))


def nearest_period(desk: Desk, code: str | None) -> tuple[Period, bool]:
    """Return the period that a code names, or the nearest that may be shown, and whether it is the one."""
    if not code:
        return default_period(desk), True
    named = Period.parse(code, desk.as_of)
    if named is None or named.kind not in desk.kinds:
        return default_period(desk), False
    offered = desk.periods(named.kind)
    if named in offered:
        return named, True
    return (offered[0], False) if offered else (default_period(desk), False)


def settle(desk: Desk, words: Words, wanted: Mapping[str, str]) -> Choice:
    """Return the nearest valid choice to what was asked, with a translated note for each change."""
    notes: list[str] = []
    unit = wanted.get("unit") or desk.home
    if unit not in desk.units:
        unit = desk.home
        notes.append(words.gettext(UNKNOWN_UNIT).format(unit=desk.tree.short_name(unit, words.language)))
    period, found = nearest_period(desk, wanted.get("period"))
    if not found:
        notes.append(words.gettext(UNKNOWN_PERIOD).format(period=words.fmt.period(period)))
    compare = wanted.get("compare") or COMPARISONS[0]
    if compare not in COMPARISONS:
        compare = COMPARISONS[0]
        notes.append(words.gettext(UNKNOWN_COMPARISON))
    second = named(wanted.get("with")) or ""
    if wanted.get("with") and not second:
        notes.append(words.gettext(UNKNOWN_SECOND))
    currency = (wanted.get("currency") or desk.currency).upper()
    if currency not in offered(desk.currency):
        currency = desk.currency
        notes.append(words.gettext(UNKNOWN_CURRENCY))
    second = "" if second == words.language else second
    return Choice(unit, period, compare, second, currency, tuple(notes))


def language(default: str) -> str:
    """Return the reader's language: the link's, else the one in use, else the browser's, else the default."""
    chosen = named(st.query_params.get("lang")) or named(st.session_state.get("language"))
    # The headers cost more than all the rest of a choice: they are read at the first run only.
    return chosen or negotiate(None, accepted(), default)


def accepted() -> str | None:
    """Return the browser's languages, the most wanted first."""
    return st.context.headers.get("Accept-Language") or st.context.locale


def unknown_language(words: Words) -> tuple[str, ...]:
    """Return a note where the link names a language that is not offered."""
    link = st.query_params.get("lang")
    if not link or named(link):
        return ()
    return (words.gettext(UNKNOWN_LANGUAGE),)


def choice(desk: Desk, words: Words) -> Choice:
    """Return what this reader sees now, and write it into memory and link."""
    wanted = {key: st.query_params.get(key) or st.session_state.get(f"chosen-{key}", "") for key in KEYS}
    settled = settle(desk, words, wanted)
    notes = (*unknown_language(words), *settled.notes)
    own = settled.currency == desk.currency
    remember(
        **{
            "unit": settled.unit,
            "period": settled.period.code,
            "compare": settled.compare,
            "with": settled.second,
            "currency": "" if own else settled.currency,
        }
    )
    st.session_state["language"] = words.language
    _write({"lang": words.language})
    return replace(settled, notes=notes)


def remember(**chosen: str) -> None:
    """Keep choices in this visit and in the link; an empty one leaves the link."""
    for key, code in chosen.items():
        st.session_state[f"chosen-{key}"] = code
    _write(chosen)


def speak(code: str) -> None:
    """Switch the language of this visit."""
    st.session_state["language"] = code
    _write({"lang": code})


def _write(parameters: Mapping[str, str]) -> None:
    for key, code in parameters.items():
        if code and st.query_params.get(key) != code:
            st.query_params[key] = code
        elif not code and key in st.query_params:
            del st.query_params[key]


def preset(key: str, code: str) -> str:
    """Set what a control shows before it is drawn, so that it never disagrees with the choice.

    The control's key must name the language: a control with translated
    options falls back to its first option one run after a language switch.
    """
    if st.session_state.get(key) != code:
        st.session_state[key] = code
    return key


def on_change(key: str, offered: Collection[str], choose: Callable[[str], None]) -> Callable[[], None]:
    """Return what happens when a reader changes a control.

    Nothing where it was emptied, or where a browser says what was not offered:
    what was chosen before then stays.
    """

    def changed() -> None:
        code = st.session_state.get(key)
        if isinstance(code, str) and code in offered:
            choose(code)

    return changed
