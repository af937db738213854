"""Where a line of Japanese or Chinese may not end: within a date, or between a number and its counter."""

from __future__ import annotations

import html
import re

# Draws nothing, and keeps what is at its two sides on one line.
JOINER = "\u2060"
SQUARE = "[\u3040-\u30ff\u3400-\u9fff]"
WITHIN = re.compile(rf"(?<=[0-9])(?={SQUARE})|(?<=[第約约年月])(?=[0-9])")


def whole(text: str) -> str:
    """Return a text whose numbers and dates stay whole where its lines are broken."""
    return WITHIN.sub(JOINER, text)


def flowing(text: str) -> str:
    """Return a text as HTML for a paragraph, its numbers and dates whole."""
    return html.escape(whole(text))
