"""What stands in the place of a card that could not be drawn, and what the log says of it."""

from __future__ import annotations

import logging
import secrets
import traceback

from markupsafe import Markup

from dashboard.i18n.words import Words

LOG = logging.getLogger(__name__)


def failed(words: Words, what: str, error: Exception) -> Markup:
    """Log what could not be drawn, and return what a reader sees, with the reference to name it by.

    The log holds the kind of error and its place, not its message: that may
    quote a row about a family.
    """
    reference = secrets.token_hex(4)
    where = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("Reference %s: %s, %s\n%s", reference, what, type(error).__name__, where)
    heading = words.gettext("This card could not be drawn")
    text = words.gettext(
        "The figures are safe and the other cards are not affected. "
        "Try again later, or give the reference {reference} to whoever runs the dashboard."
    ).format(reference=reference)
    return Markup('<div class="state error"><b>{}</b><p>{}</p></div>').format(heading, text)
