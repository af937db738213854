"""The words of one language, handed as an argument to whatever speaks to a reader.

Catalogues are compiled in memory from their `.po` files: nothing to build,
nothing stale. A `Words` is never changed, so that all readers of a language
share one; it is no context variable, since those are lost in fragments.
"""

from __future__ import annotations

import io
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
from dashboard.i18n.pseudo import PseudoTranslations
from dashboard.i18n.translator import Translator
from dashboard.messages import N_
from dashboard.resources import LOCALES

__all__ = ["N_", "Words", "catalogue_path", "words"]


class Words(Translator):
    """The messages and formats of one language.

    Attributes:
        fmt: numbers, money, dates, periods and counts.
    """

    __slots__ = ("fmt",)

    def __init__(self, language: str, translations: NullTranslations) -> None:
        super().__init__(language, translations)
        self.fmt = Fmt(self)

    def beside(self, exchange: Exchange | None) -> Words:
        """Return the same words, with money in the reader's currency as well."""
        if exchange is None:
            return self
        other = copy(self)
        other.fmt = FmtBeside(other, exchange)
        return other


@cache
def words(language: str) -> Words:
    """Return the words of a language, `en_XA` being the pseudo-language.

    Raises:
        KeyError: there is no such language.
    """
    if language == PSEUDO.code:
        return Words(language, PseudoTranslations())
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
