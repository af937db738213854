"""Units behind counts: 342가구, 342 families, and shares of few: 7건 중 5건."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.i18n.translator import Translator

# Digits after the point of what is seldom whole; all else is counted.
DIGITS = {"points": 1, "fte": 1, "rate": 1}

Forms = Callable[[Translator, float], str]
Share = Callable[[Translator], str]


def _families(words: Translator, count: float) -> str:
    # Translators: unit behind a count of families.
    return words.ngettext("{n} family", "{n} families", count)


def _people(words: Translator, count: float) -> str:
    # Translators: unit behind a count of people.
    return words.ngettext("{n} person", "{n} people", count)


def _savers(words: Translator, count: float) -> str:
    # Translators: unit behind a count of Parenting Savers (trained home visitors).
    return words.ngettext("{n} saver", "{n} savers", count)


def _visits(words: Translator, count: float) -> str:
    # Translators: unit behind a count of home visits.
    return words.ngettext("{n} visit", "{n} visits", count)


def _referrals(words: Translator, count: float) -> str:
    # Translators: unit behind a count of families referred to the programme.
    return words.ngettext("{n} referral", "{n} referrals", count)


def _requests(words: Translator, count: float) -> str:
    # Translators: unit behind a count of grant requests.
    return words.ngettext("{n} request", "{n} requests", count)


def _sessions(words: Translator, count: float) -> str:
    # Translators: unit behind a count of supervision sessions.
    return words.ngettext("{n} session", "{n} sessions", count)


def _lines(words: Translator, count: float) -> str:
    # Translators: unit behind a count of budget lines.
    return words.ngettext("{n} budget line", "{n} budget lines", count)


def _grants(words: Translator, count: float) -> str:
    # Translators: unit behind a count of grants.
    return words.ngettext("{n} grant", "{n} grants", count)


def _centres(words: Translator, count: float) -> str:
    # Translators: unit behind a count of centres.
    return words.ngettext("{n} centre", "{n} centres", count)


def _places(words: Translator, count: float) -> str:
    # Translators: places for families in a centre, its capacity.
    return words.npgettext("capacity", "{n} place", "{n} places", count)


def _items(words: Translator, count: float) -> str:
    # Translators: unit behind a count of records of any kind (건, 件).
    return words.ngettext("{n} record", "{n} records", count)


def _days(words: Translator, count: float) -> str:
    # Translators: unit behind a number of days.
    return words.ngettext("{n} day", "{n} days", count)


def _months(words: Translator, count: float) -> str:
    # Translators: unit behind a number of months.
    return words.ngettext("{n} month", "{n} months", count)


def _points(words: Translator, count: float) -> str:
    # Translators: weighted caseload points of a saver, not percentage points.
    return words.npgettext("caseload", "{n} point", "{n} points", count)


def _fte(words: Translator, count: float) -> str:
    # Translators: full-time equivalents: two half-time savers are one.
    return words.ngettext("{n} full-time post", "{n} full-time posts", count)


def _rate(words: Translator, count: float) -> str:
    # Translators: referrals for every 1,000 births; the number stands first.
    return words.ngettext("{n} per 1,000 births", "{n} per 1,000 births", count)


MEASURES: dict[str, Forms] = {
    "families": _families,
    "people": _people,
    "savers": _savers,
    "visits": _visits,
    "referrals": _referrals,
    "requests": _requests,
    "grants": _grants,
    "lines": _lines,
    "sessions": _sessions,
    "centres": _centres,
    "places": _places,
    "records": _items,
    "days": _days,
    "months": _months,
    "points": _points,
    "fte": _fte,
    "rate": _rate,
}


def unit(words: Translator, count: float, measure: str) -> str:
    """Return what stands behind a count, with the space before it.

    Raises:
        KeyError: there is no such measure.

    """
    return MEASURES[measure](words, count).replace("{n}", "")


def _of_families(words: Translator) -> str:
    # Translators: a share of few families, "5 of 7"; n is part of d.
    return words.pgettext("families", "{n} of {d}")


def _of_people(words: Translator) -> str:
    # Translators: a share of few people, "5 of 7"; n is part of d.
    return words.pgettext("people", "{n} of {d}")


def _of_visits(words: Translator) -> str:
    # Translators: a share of few visits, "5 of 7"; n is part of d.
    return words.pgettext("visits", "{n} of {d}")


def _of_days(words: Translator) -> str:
    # Translators: a share of few days, "5 of 7"; n is part of d.
    return words.pgettext("days", "{n} of {d}")


def _of_places(words: Translator) -> str:
    # Translators: families and the capacity of their centre, "140 of 125"; n may be more than d.
    return words.pgettext("places", "{n} of {d}")


def _of_items(words: Translator) -> str:
    # Translators: a share of few records of any kind, "5 of 7"; n is part of d.
    return words.pgettext("records", "{n} of {d}")


SHARES: dict[str, Share] = {
    "families": _of_families,
    "places": _of_places,
    "people": _of_people,
    "savers": _of_people,
    "visits": _of_visits,
    "sessions": _of_visits,
    "days": _of_days,
}


def of(words: Translator, numerator: str, denominator: str, measure: str) -> str:
    """Return a share of few in words; any measure without a counter of its own counts records."""
    return SHARES.get(measure, _of_items)(words).format(n=numerator, d=denominator)
