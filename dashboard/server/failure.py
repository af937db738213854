"""What a reader sees when a run fails: one sentence with a reference, never a traceback."""

from __future__ import annotations

import logging
import secrets
import traceback

import streamlit as st

from dashboard.i18n.words import words as words_of
from dashboard.session import language
from dashboard.settings import current

LOG = logging.getLogger(__name__)


class NoMessages(logging.Filter):
    """Keeps Streamlit from logging an error with its message: `say_sorry` logs it without.

    A script that cannot even be compiled holds no row, and only Streamlit tells of it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return not record.exc_info or isinstance(record.exc_info[1], SyntaxError)


def quieten_streamlit() -> None:
    """Put the filter before the logger through which Streamlit tells of failed runs."""
    logger = logging.getLogger("streamlit.error_util")
    if not any(isinstance(each, NoMessages) for each in logger.filters):
        logger.addFilter(NoMessages())


def say_sorry(error: Exception) -> bool:
    """Show the sentence in the reader's language, log where it happened, and return True.

    True keeps Streamlit from showing its own. The log holds the kind of error
    and its place, not its message: that may quote a row about a family.
    """
    reference = secrets.token_hex(4)
    place = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("Reference %s: %s\n%s", reference, type(error).__name__, place)
    words = words_of(language(current().language))
    st.error(
        words.gettext(
            "This page could not be drawn. Please reload it; if that does not help, "
            "tell the person who runs the dashboard the reference {reference}."
        ).format(reference=reference)
    )
    return True
