"""Cuts the faces that are shipped out of the source packages, and writes down what lies where.

Tiers of a script, from the last that a browser looks into to the first:

    jamo      parts of Hangul that make no syllable
    rare      everything else that the source draws, in slices by code point
    common    what names are written with, in slices by how often the source's
              makers met them
    core      what the catalogue, the places and the browser frame hold
    endonym   the language's own name, for the switcher on other languages' pages

Only the core changes with the catalogues. Each file is a variable font of the
look's weights: for the characters of a first view that is smaller than two
static ones.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

from dashboard.fonts import characters
from dashboard.fonts.faces import FILES, TABLE
from dashboard.fonts.gathering import Source, gathered, glyph_names, same_drawing, source
from dashboard.fonts.latin import LATIN, WORD_JOINER, latin
from dashboard.fonts.scripts import SCRIPTS, Script
from dashboard.i18n.languages import LANGUAGES

PACKAGE = "noto-sans-{script}"
SLICE = 128
# Rare Han characters that Korean draws as Japanese does are fetched from there.
BORROWERS = {"kr": "jp"}
# Below lie letters that the Latin face or Streamlit's own draw.
FIRST_OWN = 0x2000
# Below lie the signs of which Latin faces have many.
FIRST_IDEOGRAPHIC = 0x2E80
IDEOGRAPHS = set(range(0x3400, 0xA000))

# A browser composes decomposed Hangul in a face that has the syllable and is
# asked for the parts. The core must not draw the parts themselves, or rare
# syllables would be put together of them.
JAMO = set(characters.JAMO)

Tier = tuple[str, set[int], str]


def build(packages: Path) -> None:
    """Write all files and their table.

    Args:
        packages: the folder in which the source packages lie unpacked, such as
            node_modules/@fontsource-variable.
    """
    sources = {name: source(packages / PACKAGE.format(script=name)) for name in SCRIPTS}
    shutil.rmtree(FILES, ignore_errors=True)
    FILES.mkdir()
    streamlits = streamlits_characters()
    faces = [written("latin", latin(sources["kr"]), characters.ranges(LATIN | {WORD_JOINER}), set())]
    faces.append(written("kr-jamo", jamo(sources["kr"]), characters.ranges(JAMO), JAMO))
    for name, script in SCRIPTS.items():
        for tier, drawn, said in tiers(script, sources):
            font = gathered(sources[name], drawn, script.family)
            faces.append(written(f"{name}-{tier}", font, said, drawn - streamlits))
    TABLE.write_text(json.dumps(faces, indent=0) + "\n", encoding="utf-8")
    for name in SCRIPTS:
        licence = packages / PACKAGE.format(script=name) / "LICENSE"
        shutil.copy(licence, FILES / f"OFL-{PACKAGE.format(script=name)}.txt")


def written(name: str, font: TTFont, said: str, beyond: set[int]) -> dict[str, str]:
    """Write a font and return its row.

    Args:
        name: of the file, without its ending.
        said: its characters as a `unicode-range`.
        beyond: those that Streamlit's own Latin face lacks.
    """
    font.flavor = "woff2"
    font.save(FILES / f"{name}.woff2")
    row = {"file": f"{name}.woff2", "range": said}
    if any(point < FIRST_IDEOGRAPHIC for point in characters.points_of(said)):
        row["beyond_latin"] = characters.ranges(beyond)
    return row


def jamo(taken: Source) -> TTFont:
    """Return the face of the parts of decomposed Hangul, in the shapes of single letters."""
    letters = set(characters.JAMO.values())
    return gathered(taken, letters, SCRIPTS["kr"].family, instead=characters.JAMO)


def streamlits_face() -> Path:
    """Return where Source Sans lies, the face that Streamlit brings along."""
    package = Path(str(files("streamlit")))
    (path,) = (package / "static" / "static" / "media").glob("SourceSansVF-Upright*.woff2")
    return path


def streamlits_characters() -> set[int]:
    """Return what Streamlit's face draws."""
    return set(glyph_names(TTFont(streamlits_face(), lazy=True)))


def tiers(script: Script, sources: dict[str, Source]) -> Iterator[Tier]:
    """Yield name, code points and `unicode-range` of each file of a script."""
    taken = sources[script.name]
    own = {point for point in taken.characters if point >= FIRST_OWN} | differing(taken)
    core = own & points(characters.first_view(script.language))
    common = own & points(characters.common(script.name))
    rare = {point for point in own - common if not elsewhere(point, script, sources)}
    # A range may run across what is declared later, and across what nobody drew.
    later = frozenset(common | (IDEOGRAPHS - own))
    for number, drawn in enumerate(sliced(sorted(rare))):
        yield f"rare-{number}", drawn, characters.ranges(drawn, later)
    for number, drawn in enumerate(sliced(sorted(common, key=taken.seldom))):
        yield f"common-{number}", drawn, characters.ranges(drawn)
    yield "core", core, characters.ranges(core | (JAMO if script.name == "kr" else set()))
    endonym = own & points(LANGUAGES[script.language].endonym)
    yield "endonym", endonym, characters.ranges(endonym)


def points(texts: set[str] | str) -> set[int]:
    return {ord(character) for character in texts}


def differing(taken: Source) -> set[int]:
    """Return the marks of Latin texts that the scripts set in other widths."""
    return {ord(mark) for mark in "·‘’“”•"} & taken.characters


def sliced(ordered: list[int]) -> Iterator[set[int]]:
    for start in range(0, len(ordered), SLICE):
        yield set(ordered[start : start + SLICE])


def elsewhere(point: int, script: Script, sources: dict[str, Source]) -> bool:
    """Whether a script borrows a character from another that draws it the same way."""
    lender = sources.get(BORROWERS.get(script.name, ""))
    if lender is None or point not in lender.characters:
        return False
    return same_drawing(sources[script.name], lender, point)
