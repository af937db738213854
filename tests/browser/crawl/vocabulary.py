"""The words that each language has of its own: of its messages, its glossary, its places and its calendar."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from dashboard.case_database.synthetic.names import CENTRE, PROGRAMME, short
from dashboard.case_database.synthetic.reference import TARGETS
from dashboard.i18n.catalogues import messages, read
from dashboard.i18n.exchange import QUOTES
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.languages import language as language_of
from dashboard.places import TABLE
from dashboard.resources import LOCALES
from dashboard.sentences.reference import DOCUMENTS
from dashboard.server.language import HERE

# A word in Latin letters; a single letter may be anything ("14 j", "à").
LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ]{2,}")
COUNTED = re.compile(r"^\{[a-z_]+\}\s*(?=[^{}]+$)")
PUT_IN = re.compile(r"\{[^}]*\}|</?\w[^>]*>|\$\d")
# Names that are written so in every language; whoever adds one looks at the page first.
NAMES = ("Save the Children",)
# Reviewed: what the toolkit beneath Streamlit says in each language by itself.
TOOLKIT = {"fr": ("sélectionné", "Rejeter")}
CODES = {each.tag: each.code for each in LANGUAGES.values()}


def sayings(code: str) -> Iterator[str]:
    """Yield the messages of a language: the product's own, and Streamlit's."""
    for message in messages(read(code)):
        strings = message.string if message.pluralizable else (message.string,)
        yield from strings
        # A tile draws a number and its counter apart.
        yield from (COUNTED.sub("", string) for string in strings if COUNTED.match(string))
    every = json.loads((HERE / "chrome.json").read_text(encoding="utf-8"))
    chosen = every[language_of(code).tag]
    yield from chosen["exact"].values()
    yield from (words for unused_pattern, words in chosen["patterns"])
    if code == "en":
        # What Streamlit says where nothing is put in its place.
        yield from every["fr"]["exact"]


def names(code: str) -> Iterator[str]:
    """Yield the names of places, units and the language itself, the terms of the glossary, and titles."""
    yield language_of(code).endonym
    yield from TOOLKIT.get(code, ())
    yield from (title for title, tag in DOCUMENTS.items() if tag == language_of(code).tag)
    if code == "en":
        yield from (target[-1] for target in TARGETS)
    for file in (TABLE, LOCALES / "glossary.csv"):
        with file.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                yield from (row[code] or "", short(row[code] or ""))
    contract = {"zh_Hans": "zh"}.get(code, code)
    yield from (*PROGRAMME[contract], CENTRE[contract])


def calendar(code: str) -> Iterator[str]:
    """Yield what dates, amounts and lists are made of."""
    locale = Locale.parse(language_of(code).locale)
    for written in (locale.months, locale.days, locale.quarters, locale.eras):
        yield from texts(written)
    yield from (locale.currencies[quote] for quote in ("KRW", *QUOTES))
    yield from texts(locale.list_patterns)


def texts(written: object) -> Iterator[str]:
    """Yield the texts in a nest of mappings."""
    if isinstance(written, str):
        yield written
    else:
        for each in written.values():
            yield from texts(each)


@cache
def own_texts(tag: str) -> frozenset[str]:
    """Return all that stands in a language's catalogues, word for word."""
    code = CODES[tag]
    return frozenset((*sayings(code), *names(code), *calendar(code)))


@cache
def own_words(tag: str) -> frozenset[str]:
    """Return the Latin words of a language, in small letters."""
    return frozenset(latin_words(own_texts(tag)))


def latin_words(every: Iterable[str]) -> Iterator[str]:
    for text in every:
        yield from (word.lower() for word in LATIN_WORD.findall(plain(PUT_IN.sub(" ", text))))


def plain(text: str) -> str:
    """Return a text without the names that are the same everywhere."""
    for name in NAMES:
        text = text.replace(name, " ")
    return text
