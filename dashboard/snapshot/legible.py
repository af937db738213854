"""Text of the database as it can stand on a page: one line, of a length that a name has."""

from __future__ import annotations

import re
import unicodedata

# Characters; a longer name would push everything else off the page.
MOST = 80
# Zero-width joiners are part of how some scripts and emoji are written.
JOINERS = "\u200c\u200d"


def line(text: str) -> str:
    """Return a text in one line without signs that cannot be seen, cut where it is too long.

    Signs that turn the direction of writing would do so for the rest of the page.
    """
    spaced = re.sub(r"\s+", " ", text)
    seen = "".join(
        sign for sign in spaced if sign in JOINERS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )
    whole = seen.strip()
    return whole if len(whole) <= MOST else f"{whole[: MOST - 1].rstrip()}…"
