"""What others' checkers say of the catalogues: gettext and OpenCC."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest
from programs import program

from dashboard.i18n import catalogues
from dashboard.i18n.glossary import terms
from dashboard.i18n.words import catalogue_path

LANGUAGES = ("ko", "en", "ja", "zh_Hans", "fr")
SIMPLIFIED = opencc.OpenCC("t2s")
SMALL = r"""msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "Centre"
msgstr "Centre"

msgid "Visit"
msgstr "Visite"

#, python-brace-format
msgid "{n} centre"
msgid_plural "{n} centres"
msgstr[0] "{n} centre"
msgstr[1] "{n} centres"
"""


def texts(language: str) -> Iterator[str]:
    """Yield every translation of a language, form by form, and its terms."""
    for message in catalogues.messages(catalogues.read(language)):
        yield from (message.string,) if isinstance(message.string, str) else message.string
    yield from (row[language] for row in terms())


def refused(path: Path) -> str:
    """Return what GNU msgfmt has against a catalogue; warnings about header fields for people are none."""
    check = [program("msgfmt", "gettext"), "--check", "--output-file=/dev/null", str(path)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def traditional(text: str) -> bool:
    return SIMPLIFIED.convert(text) != text


@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_takes_a_catalogue(language: str) -> None:
    assert refused(catalogue_path(language)) == ""


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('msgstr[1] "{n} centres"', 'msgstr[1] "{m} centres"'),
        ('msgid "Visit"', 'msgid "Centre"'),
        ("plural=(n > 1)", "plural=n"),
    ],
    ids=["another placeholder", "a message twice", "a plural that is none"],
)
def test_gettext_refuses_a_bad_catalogue(good: str, bad: str, tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    path.write_text(SMALL, encoding="utf-8")
    assert refused(path) == ""
    path.write_text(SMALL.replace(good, bad), encoding="utf-8")
    assert refused(path) != ""


def test_nothing_in_simplified_chinese_is_traditional() -> None:
    assert [text for text in texts("zh_Hans") if traditional(text)] == []


def test_a_traditional_character_is_seen() -> None:
    assert traditional("家訪")
    assert not traditional("家访")
