"""What a reader sees when a run fails: one sentence with a reference, never a traceback."""

from __future__ import annotations

import logging
import secrets
import traceback

import streamlit as st

from dashboard.i18n.languages import negotiate
from dashboard.i18n.words import words
from dashboard.settings import current

LOG = logging.getLogger(__name__)


def say_sorry(error: Exception) -> bool:
    """Show the sentence in the reader's language, log where it happened, and return True.

    True keeps Streamlit from showing its own. The log holds the kind of error
    and its place, not its message: that may quote a row about a family.
    """
    reference = secrets.token_hex(4)
    place = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("Reference %s: %s\n%s", reference, type(error).__name__, place)
    spoken = words(language_of_reader())
    st.error(
        spoken.gettext(
            "This page could not be drawn. Please reload it; if that does not help, "
            "tell the person who runs the dashboard the reference {reference}."
        ).format(reference=reference)
    )
    return True


def language_of_reader() -> str:
    """Return the language of the run that failed."""
    accepted = st.context.headers.get("Accept-Language")
    return negotiate(st.query_params.get("lang"), accepted, current().language)
