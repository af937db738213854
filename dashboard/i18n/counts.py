"""Units behind counts: 342가구, 342 families, and shares of few: 7건 중 5건."""

from __future__ import annotations

from dashboard.i18n.translator import Translator
from dashboard.measures import MEASURES, Measure


def unit(words: Translator, count: float, measure: Measure) -> str:
    """Return what stands behind a count, with the space before it (empty: nothing does)."""
    if measure.unit is None:
        return ""
    context, one, many = measure.unit
    if context:
        return words.npgettext(context, one, many, count).replace("{n}", "")
    return words.ngettext(one, many, count).replace("{n}", "")


def of(words: Translator, numerator: str, denominator: str, measure: str | None) -> str:
    """Return a share of few in words; any measure without a counter of its own counts records."""
    found = MEASURES.get(measure or "records", MEASURES["records"])
    return words.pgettext(*found.few).format(n=numerator, d=denominator)
