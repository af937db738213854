"""Text from the database, shown as it is written wherever Markdown is read."""

from __future__ import annotations

import re

from dashboard.i18n.breaks import JOINER

# Everything that opens Markdown, HTML, mathematics, emoji or a table in Streamlit.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#$~|:!&+=@^-])")
# "2025. 11. 3." at the start of a line, or after a space, would become a list.
NUMBERED = re.compile(r"(?:(?<=\s)|^)(\d+)([.)])(?=\s|$)", re.MULTILINE)
# Streamlit replaces these in the finished text, where no backslash is left to
# stop it: emoji (:smile:), signs that stand alone (-> becomes an arrow), and
# addresses, which would become links.
REPLACED = re.compile(
    r":(?=[\w+/-]+:)|(?<!\S)(?=(?:<->|->|<-|--|>=|<=|~=)(?!\S))|https?(?=:)|www(?=\.)|@",
    re.IGNORECASE,
)


def escape(text: str) -> str:
    """Return a value that Markdown shows literally; a line break becomes a space.

    An invisible word joiner parts what no backslash protects.
    """
    one_line = re.sub(r"\s*[\r\n]+\s*", " ", text.strip())
    parted = REPLACED.sub(lambda match: match.group() + JOINER, one_line)
    return NUMBERED.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", parted))
