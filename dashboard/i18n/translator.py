"""The messages of one language, without its formats."""

from __future__ import annotations

from gettext import NullTranslations

from dashboard.i18n.languages import language as language_of


class Translator:
    """The messages of one language.

    Attributes:
        language: its code (zh_Hans).
        tag: for HTML's `lang` (zh-Hans).
    """

    __slots__ = ("_translations", "language", "tag")

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.tag = language_of(language).tag
        self._translations = translations

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

    def _plural_count(self, count: float) -> int:
        """Return the whole number that takes the same form (1.5: French singular, English plural)."""
        size = abs(count)
        if size == int(size) or self.language == "fr":
            return int(size)
        return 2
