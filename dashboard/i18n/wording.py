"""Whether translations use the programme's words: terms within sentences, words never said, contexts."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from dashboard.i18n.glossary import terms
from dashboard.i18n.placeholders import bare
from dashboard.resources import LOCALES

# French agrees with the noun that stands for these terms: each needs a context to tell which.
AGREEING = (
    "status.", "visit.planned", "visit.completed", "visit.missed", "visit.rescheduled",
    "visit.cancelled", "grant.requested", "grant.approved", "grant.paid", "grant.declined",
    "grant.returned", "ui.all",
)  # fmt: skip


@dataclass(frozen=True)
class Term:
    """An English term, and the words of one language of which a translation says one.

    Attributes:
        required: whether a sentence with the term must say them; else it may.
    """

    english: str
    words: tuple[str, ...]
    required: bool

    def cut(self, source: str) -> str:
        """Return an English text in lower case without the term."""
        if self.english not in source:
            return source
        return re.sub(rf"(?<![\w-]){re.escape(self.english)}(?![\w-])", "\0", source)

    def said(self, text: str) -> bool:
        return any(word in text for word in self.words)


def faults(source: str, text: str, language: str) -> list[str]:
    """Return which of the programme's words a translation lacks, and which it should not say."""
    return _unsaid(source, text, language) + _never_said(source, text, language)


def _unsaid(source: str, text: str, language: str) -> list[str]:
    """Return the terms of a message that are not in its translation, the longest looked for first."""
    # Behind {n} stands a unit: there a counter (件, 명) takes the place of the noun.
    if language == "en" or source.startswith("{n} "):
        return []
    rest, said, found = bare(source).lower(), bare(text).lower(), []
    for term in within(language):
        without = term.cut(rest)
        if without == rest:
            continue
        if term.said(said):
            rest = without
        elif term.required:
            rest = without
            found.append(f"does not say “{term.english}” as {' or '.join(term.words)}")
    return found


def _never_said(source: str, text: str, language: str) -> list[str]:
    return [
        f"says {row['never']}, which is wrong ({row['reason']}): say {row['say']}"
        for row in rows("never.csv")
        if row["language"] == language
        and row["never"] in text.lower()
        and not (row["unless"] and row["unless"] in source.lower())
    ]


@cache
def within(language: str) -> tuple[Term, ...]:
    """Return the terms to look for in sentences, the longest first.

    Those of `in_sentences.csv` are required. A phrase of the glossary is met by
    its own words, whatever they are ("Saver unavailable" names no saver in
    Japanese), but other words may say it as well.
    """
    required = [
        Term(english, tuple(row[language].split("|")), required=True)
        for row in rows("in_sentences.csv")
        if row.get(language)
        for english in row["en"].split("|")
    ]
    phrases = [
        Term(row["en"].lower(), (row[language].lower(),), required=False)
        for row in terms()
        if " " in row["en"] and row.get(language)
    ]
    return tuple(sorted(phrases + required, key=lambda term: -len(term.english)))


@cache
def ambiguous() -> frozenset[str]:
    """Return the English terms that need a context, in lower case."""
    return frozenset(row["en"].lower() for row in terms() if row["key"].startswith(AGREEING))


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table in `locales/`."""
    with (LOCALES / file).open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))
