"""What "About" of a card and the definitions page say of an indicator."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.codes import label
from dashboard.i18n.words import N_, Words
from dashboard.indicators.definitions import Indicator
from dashboard.indicators.registry import INDICATORS
from dashboard.privacy.desk import Target
from dashboard.privacy.profiles import Rounding
from dashboard.privacy.published import Cell
from dashboard.sentences.reference import of_indicator

NATURES = {
    "stock": N_("On the last day of the period"),
    "flow": N_("Over the period"),
    "cohort": N_("Of those who reached the point in the period"),
}
NO_TARGET = N_("No target set")
# Translators: a target beside a figure, where more is better; short, it stands in a tile.
AT_LEAST = N_("target {figure}")
# Translators: a target beside a figure, where less is better; short, it stands in a tile.
AT_MOST = N_("{figure} or less")


@dataclass(frozen=True)
class Row:
    """A name, what it means in words, and the figure at the right (empty: none).

    `document` is a title within the text, which may be in another language.
    """

    name: str
    text: str
    number: str = ""
    document: str = ""


def about(
    indicator: Indicator, cell: Cell, target: Target | None, words: Words, currency: str
) -> tuple[Row, ...]:
    """Return the rows beneath the meaning, those with nothing to say left out."""
    count = _counts(indicator, cell, words, currency)
    rows = [
        Row(words.gettext("Counted"), words.gettext(indicator.counted), count["numerator"]),
        *_row(words.gettext("Out of"), indicator.out_of, words, count["denominator"]),
        *_row(words.gettext("Not counted"), indicator.not_counted, words),
        *_row(words.gettext("Unknown"), indicator.unknown, words, count["missing"]),
        target_row(target, indicator, words),
        *reference_rows(indicator, words),
        source_row(indicator, words),
    ]
    return tuple(rows)


def _row(name: str, message: str | None, words: Words, number: str = "") -> list[Row]:
    return [Row(name, words.gettext(message), number)] if message else []


def _counts(indicator: Indicator, cell: Cell, words: Words, currency: str) -> dict[str, str]:
    """Return numerator, denominator and missing as text; a cell without a number has none.

    A part has none either, since the words are those of the whole (savers in
    service, not savers trained); and so has what is said of the records themselves.
    """
    money = "money" in (indicator.base, indicator.measure)
    whole = cell.code is None and indicator.id in INDICATORS

    def text(value: float | None) -> str:
        if value is None or not whole:
            return ""
        if money:
            return words.fmt.money(value, currency)
        return words.fmt.number(value, 0 if round(value, 1) % 1 == 0 else 1)

    return {name: text(getattr(cell.numbers, name)) for name in ("numerator", "denominator", "missing")}


def target_row(target: Target | None, indicator: Indicator, words: Words) -> Row:
    """Return the target and whose it is."""
    name = words.gettext("Target")
    if target is None or target.target is None:
        return Row(name, words.gettext(NO_TARGET), words.fmt.missing)
    number = target_text(target, indicator, words)
    return Row(name, target_basis(target, words), number, target.source or "")


def target_basis(target: Target, words: Words) -> str:
    """Return whose a target is, and its document where one is named."""
    basis = label(words, "indicator_target.basis", target.basis)
    if not target.source:
        return basis
    # Translators: whose a target is, and the document that holds it.
    return words.gettext("{basis}: {document}").format(basis=basis, document=target.source)


def target_text(target: Target, indicator: Indicator, words: Words) -> str:
    """Return the target's number in the indicator's measure."""
    fmt = words.fmt
    if indicator.share:
        return fmt.percent(target.target)
    if indicator.measure == "gap":
        return fmt.points(target.target)
    digits = 0 if float(target.target).is_integer() else 1
    return fmt.number(target.target, digits)


def aimed(target: Target, indicator: Indicator, words: Words) -> str:
    """Return a target as a figure is measured against it: target 80%, 5% or less."""
    message = AT_LEAST if indicator.better == "more" else AT_MOST
    return words.gettext(message).format(figure=target_text(target, indicator, words))


def reference_rows(indicator: Indicator, words: Words) -> list[Row]:
    """Return the values of other programmes, each with its source."""
    return [
        Row(
            words.gettext("For context"),
            # Translators: what another programme measured, and where it was published.
            words.gettext("{measure}: {source}").format(
                measure=words.gettext(each.measure), source=words.gettext(each.source)
            ),
            each.value(words),
        )
        for each in of_indicator(indicator.id)
    ]


def source_row(indicator: Indicator, words: Words) -> Row:
    text = words.gettext("{source} Definition reviewed on {date}.").format(
        source=words.gettext(indicator.source), date=words.fmt.date(indicator.reviewed)
    )
    return Row(words.gettext("Source"), text, indicator.id if indicator.id in INDICATORS else "")


def rounding_row(rounding: Rounding, words: Words, currency: str) -> Row:
    """Return to what figures are rounded, and that they need not add up."""
    text = words.gettext(
        # Translators: "5" and "KRW 100,000".
        "Counts are rounded to multiples of {count}, amounts to {amount}. Rounded figures need not add up."
    ).format(count=words.fmt.number(rounding.counts), amount=words.fmt.money(rounding.money, currency))
    return Row(words.gettext("Rounding"), text)
