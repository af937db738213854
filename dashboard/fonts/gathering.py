"""Glyphs gathered into one font: the source packages cut each script into a hundred slices.

Needs fontTools, which only a build has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont

from dashboard.fonts.characters import points_of

# The look's weights are 400, 600 and 700.
LIGHTEST, BOLDEST = 400, 700
SLICE = re.compile(r"url\(\./files/([^)]+)\).*?unicode-range: ([^;]+);", re.DOTALL)
# Half of their square is empty, and closes up beside another mark or at the start of a line.
OPENING, CLOSING = "「『（〔［｛〈《【", "、。，．」』）〕］｝〉》】"


@dataclass(frozen=True)
class Source:
    """The slices of one script: character (code point) to the file that draws it."""

    files: dict[int, Path]

    @property
    def characters(self) -> set[int]:
        return set(self.files)

    def font(self, character: int) -> TTFont:
        return slice_font(self.files[character])

    def seldom(self, character: int) -> tuple[int, int]:
        """Return a key that puts a character the later, the more seldom the makers met it."""
        number = re.search(r"-(\d+)-", self.files[character].name)
        return (-int(number.group(1)) if number else 0, character)


def source(folder: Path) -> Source:
    """Read which slice of an unpacked source package draws which character."""
    files: dict[int, Path] = {}
    for name, ranges in SLICE.findall((folder / "wght.css").read_text(encoding="utf-8")):
        path = folder / "files" / name
        drawn = set(glyph_names(TTFont(path, lazy=True)))
        # Of two slices the later one wins, as in a style sheet.
        for character in drawn & points_of(ranges):
            files[character] = path
    return Source(files)


@cache
def slice_font(path: Path) -> TTFont:
    return limited(TTFont(path))


def limited(font: TTFont) -> TTFont:
    """Return a font without the weights that the look does not use."""
    # The same glyphs shall make the same bytes, whenever they are built.
    font.recalcTimestamp = False
    return instantiateVariableFont(font, {"wght": (LIGHTEST, BOLDEST)})


def glyph_names(font: TTFont) -> dict[int, str]:
    """Return code point to glyph of what a font draws."""
    return font.getBestCmap() or {}


def gathered(
    taken: Source, characters: set[int], family: str, instead: dict[int, int] | None = None
) -> TTFont:
    """Return a font of some characters, with the weights of their source.

    Args:
        taken: where the glyphs come from.
        characters: the code points.
        family: the font's name.
        instead: other code points to be drawn, each by one of the characters,
            which then are not drawn themselves.
    """
    names = {character: f"u{character:04X}" for character in sorted(characters)}
    like = taken.font(min(characters))
    glyphs, widths, changes = {}, {}, {}
    for character, name in [(None, ".notdef"), *names.items()]:
        font = like if character is None else taken.font(character)
        old = ".notdef" if character is None else glyph_names(font)[character]
        glyphs[name] = font["glyf"][old]
        widths[name] = font["hmtx"][old]
        changes[name] = font["gvar"].variations.get(old, [])
    letters = {point: names[letter] for point, letter in instead.items()} if instead else names
    built = assembled(like, glyphs, widths, letters, family)
    add_weights(built, like, changes)
    close_up_marks(built, names)
    return built


def same_drawing(one: Source, other: Source, character: int) -> bool:
    """Whether two scripts draw a character alike, in all weights."""
    return drawing(one.font(character), character) == drawing(other.font(character), character)


def drawing(font: TTFont, character: int) -> tuple:
    """Return what makes a glyph: width, outline, and the changes of both along the weights."""
    name = glyph_names(font)[character]
    points, ends, flags = font["glyf"][name].getCoordinates(font["glyf"])
    changes = [(change.axes, change.coordinates) for change in font["gvar"].variations.get(name, [])]
    return font["hmtx"][name][0], list(points), list(ends), list(flags), changes


def assembled(like: TTFont, glyphs: dict, widths: dict, names: dict[int, str], family: str) -> TTFont:
    """Return a static font of glyphs with the measures of another font."""
    # fontTools gives a table its fields when it is read: no type knows them.
    head: Any = like["head"]
    lines: Any = like["OS/2"]
    builder = FontBuilder(head.unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=like["hhea"].ascent, descent=like["hhea"].descent)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(
        sTypoAscender=lines.sTypoAscender,
        sTypoDescender=lines.sTypoDescender,
        usWinAscent=lines.usWinAscent,
        usWinDescent=lines.usWinDescent,
    )
    builder.setupPost(keepGlyphNames=False)
    built = builder.font
    made: Any = built["head"]
    made.created = made.modified = head.created
    built.recalcTimestamp = False
    return built


def add_weights(built: TTFont, like: TTFont, changes: dict) -> None:
    """Give a font the weights of another, and its own glyphs' changes along them."""
    for tag in ("fvar", "avar"):
        axes: Any = like[tag]
        built[tag] = axes
    built["fvar"].instances = []
    for name in {axis.axisNameID for axis in built["fvar"].axes}:
        built["name"].setName("Weight", name, 3, 1, 0x409)
    built["gvar"] = newTable("gvar")
    built["gvar"].version, built["gvar"].reserved = 1, 0
    built["gvar"].variations = changes


def close_up_marks(built: TTFont, names: dict[int, str]) -> None:
    """Tell a browser which half of a mark it may take away (`text-spacing-trim`)."""
    rules = [f"pos {names[ord(mark)]} <-500 0 -500 0>;" for mark in OPENING if ord(mark) in names]
    rules += [f"pos {names[ord(mark)]} <0 0 -500 0>;" for mark in CLOSING if ord(mark) in names]
    if rules:
        addOpenTypeFeaturesFromString(built, f"feature halt {{ {' '.join(rules)} }} halt;")
