"""The shipped faces: what they draw, how they differ, how much they weigh, and under which licence."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from dashboard.fonts import characters
from dashboard.fonts.build import streamlits_characters, streamlits_face
from dashboard.fonts.coverage import drawn, drawn_by, of_script, outside_first_files
from dashboard.fonts.faces import FILES, Face, address, faces, first_files, sheet
from dashboard.fonts.gathering import BOLDEST, LIGHTEST, drawing
from dashboard.fonts.scripts import ORDERS, SCRIPTS, order

# KiB of woff2 that a first view may fetch.
BUDGET = {"ko": 300, "ja": 450, "zh_Hans": 600}
LARGEST_OF_ALL = 12_000_000
# So many new characters may come with new messages before the first faces are cut anew.
SPARE = 20
LANGUAGES = (*ORDERS, "en", "fr")


def written(language: str) -> set[str]:
    """Return the characters of all that stands on a page in its own language."""
    texts = (
        *characters.messages(language),
        *characters.places(language),
        *characters.chrome(language),
        *characters.terms(language),
    )
    return {letter for text in texts for letter in text if not characters.is_invisible(letter)}


def is_east_asian(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK UNIFIED", "HANGUL", "HIRAGANA", "KATAKANA"))


def face_of(letter: str, language: str) -> Face:
    """Return the face that draws a letter on a page: of a script's faces the last that has it."""
    return next(
        face
        for script in order(language)
        for face in reversed(of_script(script))
        if letter in drawn(face.path)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_that_we_write_is_drawn(language: str) -> None:
    streamlits = set(map(chr, streamlits_characters()))
    assert written(language) - drawn_by(list(faces().values())) - streamlits == set()


@pytest.mark.parametrize("language", ORDERS)
def test_letters_come_from_the_language_s_own_script(language: str) -> None:
    wanted = {letter for letter in written(language) if is_east_asian(letter)}
    assert len(wanted) > 400
    assert wanted - drawn_by(of_script(order(language)[0])) == set()


@pytest.mark.parametrize("language", ORDERS)
def test_the_first_faces_are_up_to_date(language: str) -> None:
    late = outside_first_files(language)
    assert len(late) <= SPARE, f"cut the faces anew (README, Fonts): they lack {''.join(sorted(late))}"


@pytest.mark.parametrize("language", ORDERS)
def test_everyday_characters_of_names_are_drawn_in_the_own_script(language: str) -> None:
    script = order(language)[0]
    everyday = {letter for letter in characters.common(script) if is_east_asian(letter)}
    assert len(everyday) >= 2350
    assert everyday - drawn_by(of_script(script)) == set()


@pytest.mark.parametrize(
    ("language", "letters"),
    [("ko", "뷁힣쀍"), ("ja", "髙﨑鷗國ヸ〆"), ("zh_Hans", "龘囧犇槑")],
)
def test_rare_characters_are_drawn_too(language: str, letters: str) -> None:
    assert {face_of(letter, language).script for letter in letters} == {order(language)[0]}


@pytest.mark.parametrize(
    ("letter", "one", "other"),
    [(letter, code, "zh_Hans") for letter in "骨直令" for code in ("ko", "ja")] + [("海", "ko", "ja")],
)
def test_a_han_character_has_each_language_s_form(letter: str, one: str, other: str) -> None:
    forms = [drawing(TTFont(face_of(letter, code).path), ord(letter)) for code in (one, other)]
    assert forms[0] != forms[1]


def test_parts_of_hangul_are_drawn_apart_from_syllables() -> None:
    """A face with both would put rare syllables together of their parts."""
    parts = {chr(point) for point in characters.JAMO}
    with_parts = [face.file for face in faces().values() if parts & drawn(face.path)]
    assert with_parts == ["kr-jamo.woff2"]
    assert parts == drawn(faces()["kr-jamo.woff2"].path)
    assert parts <= set(map(chr, characters.points_of(faces()["kr-core.woff2"].range)))


def test_the_table_says_what_the_files_draw() -> None:
    for face in faces().values():
        said = set(map(chr, characters.points_of(face.range)))
        assert drawn(face.path) <= said, face.file
    assert {path.name for path in FILES.glob("*.woff2")} == set(faces())


@pytest.mark.parametrize("name", ["latin.woff2", "kr-core.woff2", "jp-rare-3.woff2", "sc-common-0.woff2"])
def test_a_face_has_the_look_s_weights(name: str) -> None:
    (axis,) = TTFont(faces()[name].path)["fvar"].axes
    assert (axis.minValue, axis.maxValue) == (LIGHTEST, BOLDEST)


@pytest.mark.parametrize(
    "path", [faces()["latin.woff2"].path, streamlits_face()], ids=["ours", "Streamlit's"]
)
@pytest.mark.parametrize("weight", [LIGHTEST, BOLDEST])
def test_figures_stand_below_each_other(path: Path, weight: int) -> None:
    font = TTFont(path)
    # Of these letters alone: to fix the weight of a whole font takes most of a minute.
    figures = Subsetter()
    figures.populate(text="0123456789")
    figures.subset(font)
    font = instantiateVariableFont(font, {"wght": weight})
    widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("language", ORDERS)
def test_the_first_faces_are_small(language: str) -> None:
    files = [faces()[file.split("?")[0]].path for file in first_files(language)]
    assert len(files) == 2
    assert sum(path.stat().st_size for path in files) <= BUDGET[language] * 1024


def test_all_faces_together_stay_sensible() -> None:
    assert sum(face.path.stat().st_size for face in faces().values()) <= LARGEST_OF_ALL


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_licence_lies_beside_the_faces(script: str) -> None:
    text = (FILES / f"OFL-noto-sans-{script}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_style_sheet_names_each_script_once(language: str) -> None:
    rules = re.findall(r"font-family:'([^']+)'.*?url\((\w+)-[^)]*\)", sheet(language))
    families = {script: {family for family, drawn_in in rules if drawn_in == script} for script in SCRIPTS}
    own, *others = order(language)
    assert families == {own: {"AppSans"}, **{script: {SCRIPTS[script].family} for script in others}}


def test_a_page_in_latin_letters_takes_no_sign_from_another_script() -> None:
    assert address("latin.woff2") in sheet("ko") and address("latin.woff2") not in sheet("fr")
    signs = characters.points_of(faces()["kr-core.woff2"].range)
    beyond = characters.points_of(faces()["kr-core.woff2"].beyond_latin)
    assert {ord("’"), ord("₩")} <= signs - beyond and ord("가") in beyond
