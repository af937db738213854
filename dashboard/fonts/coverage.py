"""What the shipped faces draw. Needs fontTools, which only a developer has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from dashboard.fonts.characters import first_view
from dashboard.fonts.faces import Face, faces, first_files
from dashboard.fonts.gathering import glyph_names
from dashboard.fonts.scripts import order


@cache
def drawn(path: Path) -> frozenset[str]:
    """Return the characters of a font file."""
    return frozenset(map(chr, glyph_names(TTFont(path, lazy=True))))


def of_script(script: str) -> list[Face]:
    return [face for face in faces().values() if face.script == script]


def drawn_by(files: list[Face]) -> set[str]:
    """Return the characters of several faces."""
    return set().union(*(drawn(face.path) for face in files))


def outside_first_files(language: str) -> set[str]:
    """Return the characters that a language writes and a first view would fetch another face for.

    Letters of other scripts are no concern of it: their parts have their own faces.
    """
    early = [faces()[address.split("?")[0]] for address in first_files(language)]
    return (first_view(language) & drawn_by(of_script(order(language)[0]))) - drawn_by(early)
