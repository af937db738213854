"""The Latin letters and figures of the three scripts: they share them, so one file serves all."""

from __future__ import annotations

from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from dashboard.fonts.gathering import Source, limited

# Basic Latin and Latin-1; dashes, the ellipsis, and the minus of figures. Quotation
# marks, whose width differs between the scripts, are left to them; the middle dot
# is not, which here stands between two facts, with a space on either side.
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2013, 0x2014, 0x2026, 0x20AC, 0x2212}
# `i18n.markdown` sets it beside figures. Nothing is drawn for it, but a browser
# would fetch another face to find that out.
WORD_JOINER = 0x2060
FAMILY = "AppSans Latin"


def latin(taken: Source) -> TTFont:
    """Return the face with its kerning."""
    options = subset.Options(layout_features=["kern", "ccmp"], name_IDs=[1, 2], notdef_outline=True)
    font = TTFont(taken.files[ord("a")])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    font = limited(font)
    for table in font["cmap"].tables:
        table.cmap[WORD_JOINER] = table.cmap[ord(" ")]
    table: Any = font["name"]
    for record in table.names:
        record.string = FAMILY if record.nameID == 1 else record.toUnicode()
    return font
