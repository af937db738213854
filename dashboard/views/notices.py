"""What a reader sees when the case database cannot be read, or its figures are old."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.i18n.words import N_, Words
from dashboard.privacy.desk import Desk
from dashboard.sentences.question import Question

REFUSED = {
    "missing": N_("The case database cannot be found. The person who runs the dashboard can put this right."),
    "unreachable": N_(
        "The case database does not answer. Please try again in a few minutes; the person "
        "who runs the dashboard finds the reason in the log."
    ),
    "other_kind": N_(
        "The address of the case database leads to something else. The person who runs "
        "the dashboard can put this right."
    ),
    "without_table": N_(
        "The case database lacks a table that every figure needs. "
        "The person who runs the dashboard finds its name in the log."
    ),
    "without_column": N_(
        "The case database lacks a column that every figure needs. "
        "The person who runs the dashboard finds its name in the log."
    ),
    "empty": N_("The case database holds no data yet. Figures appear after the first load."),
}
OTHERWISE = N_(
    "The case database cannot be read. The person who runs the dashboard finds the reason in the log."
)


def refused(words: Words, kind: str) -> None:
    """Say why there are no figures at all."""
    _say(words.gettext("There are no figures to show"), words.gettext(REFUSED.get(kind, OTHERWISE)))


def nothing_to_see(words: Words) -> None:
    """Say that a reader's scope holds no unit of this database."""
    _say(
        words.gettext("There are no figures to show"),
        words.gettext(
            "None of the units that you may open is in this database. The person who runs "
            "the dashboard can change your access."
        ),
    )


def nothing_complete(words: Words) -> None:
    """Say that no period has ended yet that this reader may see."""
    _say(
        words.gettext("There are no figures to show"),
        words.gettext(
            "No period that you may see is complete yet. Figures appear when the first one has ended."
        ),
    )


def _say(heading: str, text: str) -> None:
    with st.container(key="card-trouble", border=True):
        st.html(
            Markup('<div class="state error" role="alert"><b>{}</b><p>{}</p></div>').format(heading, text)
        )


def no_rate(question: Question, currency: str) -> tuple[str, ...]:
    """Return a note where nobody knows a rate of the reader's currency."""
    if question.exchange or currency == question.desk.currency:
        return ()
    text = question.words.gettext(
        "There is no exchange rate for {currency}: amounts are shown in {own} alone."
    )
    return (text.format(currency=currency, own=question.desk.currency),)


def remarks(words: Words, desk: Desk, stale: bool, older: bool) -> tuple[str, ...]:
    """Return remarks on figures that stay since there are no newer ones, and on a load older than before."""
    messages = []
    if stale:
        messages.append(
            words.gettext(
                "The case database cannot be read at the moment. The figures loaded on {date} stay on screen."
            )
        )
    if older:
        messages.append(
            words.gettext(
                "The case database was set back to an earlier load. "
                "The figures on screen are those loaded on {date}."
            )
        )
    return tuple(message.format(date=words.fmt.date(desk.loaded_at)) for message in messages)
