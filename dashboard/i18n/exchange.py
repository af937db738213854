"""Money beside itself in the reader's currency, which is a choice of its own: no language implies one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.numbers import get_currency_name

from dashboard.i18n.formats import Fmt
from dashboard.i18n.languages import language
from dashboard.i18n.numbers import babel_locale, present
from dashboard.i18n.pseudo import made
from dashboard.i18n.translator import Translator

# The currencies of the headquarters that read along.
QUOTES = ("USD", "EUR", "GBP", "JPY", "CNY")


@dataclass(frozen=True)
class Exchange:
    """What one unit of the database's money was worth on a day.

    Attributes: currency (of the database) and quote (of the reader), both ISO
    4217; rate (quote for one unit of currency), day, source (who published it).
    """

    currency: str
    quote: str
    rate: float
    day: date
    source: str

    def converted(self, amount: float) -> float:
        return amount * self.rate


class FmtBeside(Fmt):
    """Formats that write each amount of the database's money in the reader's currency as well."""

    __slots__ = ("exchange",)

    def __init__(self, words: Translator, exchange: Exchange) -> None:
        super().__init__(words)
        self.exchange = exchange

    def money(self, amount: float | None, currency: str = "KRW") -> str:
        """Return money for reading in both currencies: ₩12.3M (≈ €7k)."""
        own, converted = super().money(amount, currency), self.beside(amount, currency)
        if not converted:
            return own
        # Translators: an amount, and the same in the reader's currency.
        return self._words.gettext("{amount} ({converted})").format(amount=own, converted=converted)

    def counted(
        self, value: float | None, measure: str, currency: str = "KRW", digits: int | None = None
    ) -> str:
        if measure == "money":
            return self.money(value, currency)
        return super().counted(value, measure, currency, digits)

    def beside(self, amount: float | None, currency: str = "KRW") -> str:
        """Return an amount in the reader's currency, with the sign for "about"."""
        if not present(amount) or currency != self.exchange.currency:
            return ""
        text = super().money(self.exchange.converted(amount), self.exchange.quote)
        # Translators: an amount converted into the reader's currency, so about.
        return self._words.gettext("≈ {amount}").format(amount=text)


def offered(currency: str) -> tuple[str, ...]:
    """Return the currencies that money may be read in, the database's own first."""
    return (currency, *(quote for quote in QUOTES if quote != currency))


def currency_name(currency: str, words: Translator) -> str:
    """Return the name of a currency in a language, by CLDR."""
    name = get_currency_name(currency, locale=babel_locale(language(words.language).locale))
    return made(name, words.language)
