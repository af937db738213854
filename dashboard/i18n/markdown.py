"""Text from the database, shown as it is written wherever Markdown is read."""

from __future__ import annotations

import re

# Everything that opens Markdown, HTML, mathematics, emoji or a table in Streamlit.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#$~|:!&+=@^-])")
# "2025. 11. 3." at the start of a line, or after a space, would become a list.
NUMBERED = re.compile(r"(?:(?<=\s)|^)(\d+)([.)])(?=\s|$)", re.MULTILINE)


def escape(text: str) -> str:
    """Return a value that Markdown shows literally; a line break becomes a space."""
    one_line = re.sub(r"\s*[\r\n]+\s*", " ", text)
    return NUMBERED.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", one_line))
