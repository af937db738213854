"""Where a line may not end: within a date, or between a number and its counter.

Japanese and Chinese may break between any two letters; Korean breaks at the
spaces, of which its dates (2026. 5. 12.) and its money (1.2억 원) have some.
"""

from __future__ import annotations

import re

# Draws nothing, and keeps what is at its two sides on one line.
JOINER = "\u2060"
SQUARE = "[\u3040-\u30ff\u3400-\u9fff]"
WITHIN = re.compile(rf"(?<=[0-9])(?={SQUARE})|(?<=[第約约年月])(?=[0-9])")
# Behind a space the joiner does not hold in a browser.
SPACED = re.compile(r"(?<=[0-9]\.) (?=[0-9]{1,2}\.)|(?<=[만억조]) (?=원)")
UNBROKEN = "\u00a0"
# Between two remarks.
DOT, UNBROKEN_DOT = " · ", f"{UNBROKEN}· "


def whole(text: str) -> str:
    """Return a text whose numbers and dates stay whole where its lines are broken."""
    return SPACED.sub(UNBROKEN, WITHIN.sub(JOINER, text))


def dotted(remarks: str) -> str:
    """Return remarks with dots between them, so that no line begins with a dot."""
    return remarks.replace(DOT, UNBROKEN_DOT)
