"""What the build made, as browsers ask for it: addresses, and one style sheet a language."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.fonts.scripts import PAGE_FAMILY, SCRIPTS, fonts, has_own_script, order
from dashboard.i18n.languages import LANGUAGES

FILES = Path(__file__).with_name("files")
TABLE = Path(__file__).with_name("faces.json")

LATIN = "latin"
# Until a page's own style is there Streamlit would write in Latin letters alone.
TEXT = '*:not([data-testid="stIconMaterial"])'


@dataclass(frozen=True)
class Face:
    """One file.

    Attributes:
        file: its name, which says script and tier (see `build`).
        range: its characters as a `unicode-range`.
        beyond_latin: those of them that Streamlit's Latin face lacks.
    """

    file: str
    range: str
    beyond_latin: str

    @property
    def script(self) -> str:
        return self.file.removesuffix(".woff2").split("-")[0]

    @property
    def tier(self) -> str:
        """LATIN, core, common, rare or endonym."""
        return (*self.file.removesuffix(".woff2").split("-"), LATIN)[1]

    @property
    def path(self) -> Path:
        return FILES / self.file


@cache
def faces() -> dict[str, Face]:
    """Return the faces by file name, the last to be looked into first."""
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    return {
        row["file"]: Face(row["file"], row["range"], row.get("beyond_latin", row["range"])) for row in rows
    }


@cache
def address(file: str) -> str:
    """Return where a face lies, beside the style sheets; it changes with the content."""
    return f"{file}?v={digest(faces()[file].path.read_bytes())}"


def sheet_name(language: str) -> str:
    return f"{PAGE_FAMILY}.{LANGUAGES[language].tag}.css"


@cache
def sheet_address(language: str) -> str:
    """Return where the style sheet of a language lies; it changes with the content."""
    return f"{sheet_name(language)}?v={digest(sheet(language).encode('utf-8'))}"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


@cache
def sheet(language: str) -> str:
    """Return the style sheet of a language: AppSans in its own script, the others by their names."""
    own = order(language)[0]
    rules = [
        rule(face, PAGE_FAMILY if script == own else SCRIPTS[script].family, language)
        for script in order(language)
        for face in of_script(script, language)
        if characters_of(face, language)
    ]
    return "\n".join([*rules, f"body,body {TEXT}{{font-family:{fonts(language)}}}"])


def of_script(script: str, language: str) -> list[Face]:
    """Return the faces of a script on a page; of two that hold a character browsers take the later."""
    found = [face for face in faces().values() if face.script == script]
    if not has_own_script(language):
        return found
    if script == order(language)[0]:
        # Its core has the language's own name.
        found = [face for face in found if face.tier != "endonym"]
    # Last, so that a dash or a dot between two facts is that of the letters beside it.
    return [*found, faces()["latin.woff2"]]


def characters_of(face: Face, language: str) -> str:
    """Return what a face draws on a page, as a `unicode-range`.

    A page in Latin letters has the signs already: while those letters are on
    their way, a browser would fetch a whole foreign face for an apostrophe.
    """
    return face.range if has_own_script(language) else face.beyond_latin


def rule(face: Face, family: str, language: str) -> str:
    return (
        f"@font-face{{font-family:'{family}';font-weight:400 700;font-display:swap;"
        f"src:url({address(face.file)})format('woff2');"
        f"unicode-range:{characters_of(face, language)}}}"
    )


def first_files(language: str) -> tuple[str, ...]:
    """Return the addresses of what a first view surely needs, to be fetched before it is asked for."""
    if not has_own_script(language):
        return ()
    return tuple(address(file) for file in ("latin.woff2", f"{order(language)[0]}-core.woff2"))
