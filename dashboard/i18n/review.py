"""What is wrong in the catalogues: gaps, and what readers of a language would stumble over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from dashboard.i18n import catalogues, wording
from dashboard.i18n.catalogues import sources, translations
from dashboard.i18n.glossary import terms
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.rules import broken
from dashboard.i18n.wording import rows
from dashboard.i18n.words import catalogue_path

UPDATE = "run: python -m dashboard.i18n update"


@dataclass(frozen=True)
class Finding:
    """Something wrong: in which language, with which message (its key), and what."""

    language: str
    key: str
    fault: str

    def __str__(self) -> str:
        return f"{self.language}: {self.key!r}: {self.fault}"


def findings() -> list[Finding]:
    """Return everything that is wrong in the five catalogues."""
    template = catalogues.extracted()
    return [finding for language in LANGUAGES for finding in of_language(language, template)]


def of_language(language: str, template: Catalog) -> list[Finding]:
    """Return what is wrong in one catalogue."""
    catalogue = catalogues.read(language)
    stale = _stale(language, catalogue, template)
    return stale + [
        Finding(language, catalogues.key(message), fault)
        for message in catalogues.messages(catalogue)
        for fault in faults(message, language)
    ]


def faults(message: Message, language: str) -> list[str]:
    """Return what is wrong with one translation, but for what was read and let stand."""
    excused = [
        row["fault"] for row in rows("exceptions.csv")
        if (row["language"], row["message"]) == (language, catalogues.key(message))
    ]  # fmt: skip
    return [
        fault for fault in all_faults(message, language)
        if not any(fault.startswith(known) for known in excused)
    ]  # fmt: skip


def all_faults(message: Message, language: str) -> list[str]:
    """Return what is wrong with one translation."""
    if message.fuzzy:
        return ["is marked fuzzy"]
    if not catalogues.translated(message):
        return [f"is not translated; list: python -m dashboard.i18n missing {language}"]
    if message.pluralizable:
        return _of_plural(message, language)
    of_message = _without_context(message, language) + _against_glossary(message, language)
    return of_message + _of_words(sources(message)[0], translations(message)[0], language)


def _of_plural(message: Message, language: str) -> list[str]:
    english, texts = sources(message), translations(message)
    if len(texts) != catalogues.forms(language):
        return [f"has {len(texts)} plural forms of {catalogues.forms(language)}"]
    # The singular may leave its number out ("one family"), the plural may not.
    said = english[1:] if len(texts) == 1 else english
    same = len(texts) > 1 and english[0] != english[1] and len(set(texts)) == 1
    return ["says one and many in the same words"] * same + [
        fault
        for source, text in zip(said, texts, strict=False)
        for fault in _of_words(source, text, language)
    ]


def _of_words(source: str, text: str, language: str) -> list[str]:
    return broken(source, text, language) + wording.faults(source, text, language)


def _without_context(message: Message, language: str) -> list[str]:
    """Contexts are of the message, so they are looked at once, in the language of the code."""
    if language != "en" or message.context or sources(message)[0].lower() not in wording.ambiguous():
        return []
    return ["needs a context (pgettext), with whose noun French agrees"]


def _stale(language: str, catalogue: Catalog, template: Catalog) -> list[Finding]:
    """Return where the file differs from what an update would write."""
    wanted = {catalogues.key(message) for message in catalogues.messages(template)}
    present = {catalogues.key(message) for message in catalogues.messages(catalogue)}
    found = [
        Finding(language, name, f"is not in the catalogue; {UPDATE}") for name in sorted(wanted - present)
    ]
    found += [Finding(language, name, f"is said nowhere; {UPDATE}") for name in sorted(present - wanted)]
    if found:
        return found
    path = catalogue_path(language)
    new = catalogues.written(language, catalogues.renewed(language, template, catalogue))
    if not path.exists() or path.read_text(encoding="utf-8") != new:
        return [Finding(language, str(path.name), f"is not as an update would write it; {UPDATE}")]
    return []


def glossary() -> dict[str, dict[str, set[str]]]:
    """Return English term to language to the words that it may be translated by."""
    allowed: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in terms():
        for language in LANGUAGES:
            if row.get(language):
                allowed[row["en"]][language].add(row[language])
    return allowed


TERMS = glossary()


def _against_glossary(message: Message, language: str) -> list[str]:
    """A message that is a term of the glossary uses its words; one with a context may agree otherwise."""
    term = sources(message)[0]
    allowed = TERMS[term][language] if term in TERMS else set()
    # The glossary has one kind of space; which one stands before "%" is a rule of the language.
    text = translations(message)[0]
    if message.context or not allowed or text.replace("\u202f", " ") in allowed:
        return []
    return [f"the glossary says {' or '.join(sorted(allowed))}, not {text}"]
