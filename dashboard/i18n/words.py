"""The words of one language, handed as an argument to whatever speaks to a reader.

Catalogues are compiled in memory from their `.po` files: nothing to build,
nothing stale. A `Words` is never changed, so that all readers of a language
share one; it is no context variable, since those are lost in fragments.
"""

from __future__ import annotations

import io
import re
from copy import copy
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.i18n.exchange import Exchange, FmtBeside
from dashboard.i18n.formats import Fmt
from dashboard.i18n.languages import PSEUDO
from dashboard.i18n.languages import language as language_of
from dashboard.messages import N_

__all__ = ["LOCALES", "N_", "Words", "catalogue_path", "words"]

LOCALES = Path(__file__).resolve().parents[2] / "locales"


class Words:
    """The messages and formats of one language.

    Attributes:
        language: its code (zh_Hans).
        tag: for HTML's `lang` (zh-Hans).
        fmt: numbers, money, dates, periods and counts.

    """

    __slots__ = ("_translations", "fmt", "language", "tag")

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.tag = language_of(language).tag
        self._translations = translations
        self.fmt = Fmt(self)

    def gettext(self, message: str) -> str:
        """Return a message in this language; an untranslated one in English."""
        return self._translations.gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        return self._translations.pgettext(context, message)

    def ngettext(self, singular: str, plural: str, count: float) -> str:
        """Return the form for a count, still with its placeholders."""
        return self._translations.ngettext(singular, plural, self._plural_count(count))

    def npgettext(self, context: str, singular: str, plural: str, count: float) -> str:
        return self._translations.npgettext(context, singular, plural, self._plural_count(count))

    def beside(self, exchange: Exchange | None) -> Words:
        """Return the same words, with money in the reader's currency as well."""
        if exchange is None:
            return self
        other = copy(self)
        other.fmt = FmtBeside(other, exchange)
        return other

    def made(self, text: str) -> str:
        """Return a text that formats made themselves; only the pseudo-language changes it."""
        return text

    def _plural_count(self, count: float) -> int:
        """Return the whole number that takes the same form (1.5: French singular, English plural)."""
        size = abs(count)
        if size == int(size) or self.language == "fr":
            return int(size)
        return 2


class PseudoWords(Words):
    """English in ⟦ ⟧: a text on a page without them is in no catalogue."""

    __slots__ = ()

    def gettext(self, message: str) -> str:
        return _wrapped(message)

    def pgettext(self, context: str, message: str) -> str:
        return _wrapped(message)

    def ngettext(self, singular: str, plural: str, count: float) -> str:
        return _wrapped(super().ngettext(singular, plural, count))

    def npgettext(self, context: str, singular: str, plural: str, count: float) -> str:
        return _wrapped(super().ngettext(singular, plural, count))

    def made(self, text: str) -> str:
        return _wrapped(text)


def _wrapped(message: str) -> str:
    """Wrap a message and each part of it that markup sets apart, so that every text node tells.

    Placeholders and markup stay as they are.
    """
    parts = re.split(r"(</?\w[^>]*>)", message)
    return "".join(part if part.startswith("<") or not part.strip() else f"⟦{part}⟧" for part in parts)


@cache
def words(language: str) -> Words:
    """Return the words of a language, `en_XA` being the pseudo-language.

    Raises:
        KeyError: there is no such language.

    """
    if language == PSEUDO.code:
        return PseudoWords(language, NullTranslations())
    language_of(language)
    return Words(language, _translations(catalogue_path(language)))


def catalogue_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


def _translations(path: Path) -> NullTranslations:
    """Compile a catalogue in memory; without one every message stays English."""
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
