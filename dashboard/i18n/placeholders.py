"""What stands in a message that is no words: placeholders and tags."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def bare(text: str, placeholder: str = "x") -> str:
    """Return a text without its tags and placeholders, whose quotes and colons are no punctuation."""
    return PLACEHOLDER.sub(placeholder, TAG.sub("", text))
