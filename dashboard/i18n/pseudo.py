"""The pseudo-language: English in ⟦ ⟧, so that a text on a page without them is in no catalogue."""

from __future__ import annotations

import re
from gettext import NullTranslations

from dashboard.i18n.languages import PSEUDO


class PseudoTranslations(NullTranslations):
    """Every message as its own translation."""

    def gettext(self, message: str) -> str:
        return wrapped(message)

    def pgettext(self, context: str, message: str) -> str:
        return wrapped(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return wrapped(super().ngettext(msgid1, msgid2, n))

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return wrapped(super().ngettext(msgid1, msgid2, n))


def wrapped(message: str) -> str:
    """Wrap a message and each part of it that markup sets apart, so that every text node tells.

    Placeholders and markup stay as they are.
    """
    parts = re.split(r"(</?\w[^>]*>)", message)
    return "".join(part if part.startswith("<") or not part.strip() else f"⟦{part}⟧" for part in parts)


def made(text: str, language: str) -> str:
    """Return a text that formats made themselves; only the pseudo-language changes it."""
    return wrapped(text) if language == PSEUDO.code else text
