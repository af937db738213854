"""The catalogues as files: messages are collected from the code and written in one order.

No dates, no line numbers and no wrapping: a catalogue differs from the last
one only where words do. Nothing is guessed from similar messages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboard.case_database.contract import TABLES
from dashboard.i18n.languages import LANGUAGES
from dashboard.i18n.words import catalogue_path
from dashboard.resources import PACKAGE

KEYWORDS = {
    "N_": None,
    "NP_": ((1, "c"), 2),
    "NN_": (1, 2),
    "NNP_": ((1, "c"), 2, 3),
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
COMMENT_TAG = "Translators:"
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural_forms};\n"

"""

Text = str | tuple[str, ...]


def key(message: Message) -> str:
    """Return what names a message for a translator: "context|message", or the message."""
    singular = sources(message)[0]
    return f"{message.context}|{singular}" if message.context else singular


def sources(message: Message) -> tuple[str, ...]:
    """Return a message in English: its singular and its plural, or the one text that it is."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """Return the forms of its translation, or the one text that it is."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def extracted(folder: Path = PACKAGE) -> Catalog:
    """Return all messages of the code, without translations.

    Raises:
        ValueError: two messages share a singular and a context, but not their plural.
    """
    catalogue = Catalog()
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=(COMMENT_TAG,))
    for unused_file, unused_line, text, comments, context in found:
        present = catalogue.get(text if isinstance(text, str) else text[0], context)
        if present and present.pluralizable and isinstance(text, tuple) and present.id != text:
            raise ValueError(f"message {text[0]!r} has two plurals: {present.id[1]!r}, {text[1]!r}.")
        catalogue.add(text, auto_comments=comments, context=context)
    for table in TABLES.values():
        for column in table.columns:
            # What a column means stands in the contract alone.
            catalogue.add(column.meaning, auto_comments=[f"{table.name}.{column.name}"], context="column")
    return catalogue


def read(language: str) -> Catalog:
    """Return a catalogue with its translations, empty where there is no file yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def renewed(language: str, template: Catalog, old: Catalog) -> Catalog:
    """Return the catalogue with the template's messages and what was translated of them."""
    new = Catalog(locale=language)
    for message in messages(template):
        new.add(
            message.id,
            _text(message, language, old),
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return new


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue in their order, without its header."""
    # The order of messages themselves, which compare slowly.
    yield from sorted((message for message in catalogue if message.id), key=_place)


def _place(message: Message) -> tuple[str, str]:
    return (sources(message)[0], message.context or "")


def translated(message: Message) -> bool:
    """Whether every form of a message has words."""
    return bool(translations(message)) and all(translations(message))


def forms(language: str) -> int:
    """Return the number of plural forms of a language."""
    return Catalog(locale=language).num_plurals


def written(language: str, catalogue: Catalog) -> str:
    """Return the text of a catalogue's file."""
    body = io.BytesIO()
    ordered = Catalog(locale=language)
    for message in messages(catalogue):
        # Placeholders stand in braces; Babel takes the "% d" of "75% de" for another kind.
        message.flags.discard("python-format")
        ordered[message.id] = message
    write_po(body, ordered, omit_header=True, no_location=True, width=0, ignore_obsolete=True)
    header = HEADER.format(language=language, plural_forms=ordered.plural_forms.rstrip("; "))
    return header + body.getvalue().decode("utf-8").strip("\n") + "\n"


def write(language: str, catalogue: Catalog) -> None:
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(language, catalogue), encoding="utf-8", newline="\n")


def update() -> None:
    """Bring all catalogues up to date with the code; what is no longer said is dropped."""
    template = extracted()
    for language in LANGUAGES:
        write(language, renewed(language, template, read(language)))


def fill(language: str, texts: dict[str, str | list[str]]) -> list[str]:
    """Write translations into a catalogue, after an update.

    Args:
        texts: key of a message to its translation, or to its plural forms in order.

    Returns:
        Keys that name no message, or have another number of forms.
    """
    catalogue = renewed(language, extracted(), read(language))
    by_key = {key(message): message for message in messages(catalogue)}
    refused = []
    for name, text in texts.items():
        message = by_key.get(name)
        if message is None or not _fits(message, text, language):
            refused.append(name)
        else:
            message.string = tuple(text) if isinstance(text, list) else text
    write(language, catalogue)
    return refused


def _fits(message: Message, text: str | list[str], language: str) -> bool:
    if not message.pluralizable:
        return isinstance(text, str)
    return isinstance(text, list) and len(text) == forms(language)


def _text(message: Message, language: str, old: Catalog) -> Text:
    if language == "en":
        return _text_of(message, sources(message))
    present = old.get(message.id, message.context)
    if present and present.pluralizable == message.pluralizable and not present.fuzzy:
        return _text_of(message, translations(present))
    return _text_of(message, ("",) * forms(language))


def _text_of(message: Message, texts: tuple[str, ...]) -> Text:
    return texts if message.pluralizable else texts[0]
