"""Spelling in French and Korean, by Debian's dictionaries and the reviewed words in `locales/`."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from programs import absent, program

from dashboard.i18n import catalogues
from dashboard.i18n.glossary import terms
from dashboard.i18n.placeholders import PLACEHOLDER, TAG
from dashboard.resources import LOCALES

DICTIONARIES = {"fr": "fr_FR", "ko": "ko_KR"}


def reviewed(language: str) -> list[str]:
    """Return the reviewed words: "세이버/나무" takes its particles like 나무."""
    lines = (LOCALES / f"words_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if (word := line.partition("#")[0].strip())]


def bare(text: str, language: str) -> str:
    """Return a text without placeholders, tags and, in Korean, the numbers that words are joined to."""
    text = PLACEHOLDER.sub(" ", TAG.sub(" ", text))
    if language == "ko":
        # A particle behind brackets or a quote is that of the word before, one behind % of its name.
        text = re.sub(r"\([^가-힣)]*\)|[’”]", "", text)
        text = re.sub(r"\d[\d.,]*", " ", text.replace("%p", "포인트").replace("%", "퍼센트"))
    return text


def texts(language: str) -> list[str]:
    """Return every translation of a language, form by form, and its terms."""
    said = [message.string for message in catalogues.messages(catalogues.read(language))]
    forms = [form for text in said for form in ((text,) if isinstance(text, str) else text)]
    return forms + [row[language] for row in terms()]


def misspelt(spoken: list[str], language: str, words: list[str], folder: Path) -> list[str]:
    """Return the words that neither the dictionary nor the reviewed words hold, asked at once."""
    own = folder / "words.txt"
    own.write_text("\n".join(words) + "\n", encoding="utf-8")
    path = program("hunspell", "hunspell")
    ask = [path, "-d", DICTIONARIES[language], "-i", "utf-8", "-p", str(own), "-l"]
    lines = "\n".join(bare(text, language) for text in spoken)
    done = subprocess.run(ask, input=lines, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        absent(f"dictionary {DICTIONARIES[language]}", f"hunspell-{language}")
    return sorted(set(done.stdout.split()))


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelt_well(language: str, tmp_path: Path) -> None:
    assert misspelt(texts(language), language, reviewed(language), tmp_path) == []


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_reviewed_word_stands_once_and_is_still_said(language: str) -> None:
    roots = [word.partition("/")[0].removesuffix("다") for word in reviewed(language)]
    assert sorted({root for root in roots if roots.count(root) > 1}) == []
    # An ending may join the last syllable (채워지, 채워진): compare letters, not syllables.
    said = unicodedata.normalize("NFD", " ".join(bare(text, language) for text in texts(language)))
    assert [root for root in roots if unicodedata.normalize("NFD", root) not in said] == []


@pytest.mark.parametrize(
    ("language", "spoken", "wrong"),
    [
        (
            "fr",
            ["Subvantion et dévelopement de {unit}", "<b>{n}</b> Savers en visio", "L’accueil de l’aide"],
            ["Savers", "Subvantion", "dévelopement"],
        ),
        (
            "ko",
            [
                "방문이 됬습니다",
                "세이버을 {n}명 파견",
                "지급액이 10%을 넘음",
                "세이버가 참조 번호({n})를 알림",
            ],
            ["됬습니다", "세이버을", "퍼센트을"],
        ),
    ],
    ids=["fr", "ko"],
)
def test_misspelt_words_are_seen(language: str, spoken: list[str], wrong: list[str], tmp_path: Path) -> None:
    assert misspelt(spoken, language, reviewed(language), tmp_path) == wrong
