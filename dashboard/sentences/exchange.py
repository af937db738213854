"""The reader's currency: at which rate, of which day, and who says so."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

from dashboard.i18n.exchange import Exchange
from dashboard.i18n.words import N_, Words
from dashboard.privacy.desk import Desk

# Days in a row without a rate (Easter, the turn of the year), and some more.
MOST_CLOSED = 10
EUROPEAN_CENTRAL_BANK = N_("European Central Bank")
# Sources that are words of ours; any other is a name, and stays as it is written.
SOURCES = {
    EUROPEAN_CENTRAL_BANK: EUROPEAN_CENTRAL_BANK,
    # Translators: who published an exchange rate: nobody, it is invented.
    "synthetic": N_("invented rate"),
}


def exchange(desk: Desk, quote: str, day: date) -> Exchange | None:
    """Return the newest rate on or before a day: the database's, else the reference rate.

    Args:
        quote: the reader's currency; the database's own needs no rate.

    Returns:
        None where no rate is needed, or nobody knows one.
    """
    if quote == desk.currency:
        return None
    own = desk.rate(quote, day)
    if own:
        return Exchange(desk.currency, quote, own.rate, own.rate_on, own.source or "")
    return reference_rate(desk.currency, quote, day)


@cache
def _converter() -> CurrencyConverter:
    """Return the reference rates that come with the package, without any request."""
    return CurrencyConverter()


@cache
def reference_rate(currency: str, quote: str, day: date) -> Exchange | None:
    """Return the European Central Bank's rate of the last working day up to a day."""
    known = _converter().bounds or {}
    bounds = [known.get(code) for code in (currency, quote) if code != "EUR"]
    if not all(bounds):
        return None
    newest = min(day, *(bound.last_date for bound in bounds if bound))
    for on in (newest - timedelta(days=back) for back in range(MOST_CLOSED)):
        try:
            rate = _converter().convert(1, currency, quote, date=on)
        except RateNotFoundError:
            continue
        return Exchange(currency, quote, float(rate), on, EUROPEAN_CENTRAL_BANK)
    return None


def rate_text(words: Words, used: Exchange) -> str:
    """Return the rate with its day and who published it: 1 EUR = 1,571.34 KRW, 26 Jun 2026 (…)."""
    # Translators: an exchange rate such as 1 EUR = 1,571.34 KRW, its day and who published it.
    return words.gettext("1 {quote} = {rate} {currency} on {date} ({source})").format(
        quote=used.quote,
        rate=words.fmt.number(1 / used.rate, 2),
        currency=used.currency,
        date=words.fmt.date(used.day),
        source=source(words, used),
    )


def source(words: Words, used: Exchange) -> str:
    """Return who published a rate."""
    return words.gettext(SOURCES[used.source]) if used.source in SOURCES else used.source
