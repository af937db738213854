"""Small programmes drawn piece by piece, so that Hypothesis can shrink them to what matters.

Days are drawn as distances from the newest event, and lie close to the ends of
months and to one another, where figures turn.
"""

from __future__ import annotations

from properties.drawing.days import LATEST, day
from properties.drawing.families import families
from properties.drawing.homes import HOMES, Home
from properties.drawing.programmes import Programme, programmes, with_more
from properties.drawing.rows import Rows, together

__all__ = [
    "HOMES",
    "LATEST",
    "Home",
    "Programme",
    "Rows",
    "day",
    "families",
    "programmes",
    "together",
    "with_more",
]
