"""One figure as a reader sees it: the number, its unit, and what stands in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.i18n.words import Words
from dashboard.indicators.definitions import Indicator
from dashboard.measures import GAP, MEASURES, MONEY
from dashboard.privacy.published import FEW, HIDDEN, SHOWN, Cell
from dashboard.sentences.question import Question

MUCH_UNKNOWN = 0.1


@dataclass(frozen=True)
class Figure:
    """A number and its unit, with the space before it; the unit is empty where the number says all.

    `beside` is money in the reader's currency, `said` both amounts in one text.
    """

    number: str
    unit: str = ""
    beside: str = ""
    said: str = ""

    @property
    def plain(self) -> str:
        return self.said or f"{self.number}{self.unit}"


def figure(cell: Cell, indicator: Indicator, words: Words, currency: str, split: str | None = None) -> Figure:
    """Return what stands in the value row of a card or a tile."""
    if cell.state == HIDDEN:
        return Figure(words.gettext("Hidden"))
    if cell.state == FEW:
        return Figure(words.fmt.of(cell.numerator, cell.denominator, indicator.base))
    if not cell.shown:
        return Figure(words.fmt.missing)
    measure = MEASURES[indicator.measure_of(split, cell.code)]
    if measure.kind == GAP:
        return Figure(words.fmt.points(cell.value))
    number, unit = words.fmt.measure(cell.value, measure.name, currency)
    if measure.kind != MONEY:
        return Figure(number, unit)
    beside, said = words.fmt.beside(cell.value, currency), words.fmt.money(cell.value, currency)
    return Figure(number, unit, beside, said)


def named(question: Question, indicator_id: str) -> str:
    """Return an indicator's name and figure (empty: there is none to tell)."""
    cell, indicator = question.cell(indicator_id), question.indicator(indicator_id)
    if cell.state not in (SHOWN, FEW):
        return ""
    text = figure(cell, indicator, question.words, question.desk.currency).plain
    return question.words.gettext("{name}: {figure}").format(
        name=question.words.gettext(indicator.name), figure=text
    )


def cell_text(question: Question, cell: Cell, write: Callable[[float], str]) -> str:
    """Return the value as written, or in its place the word why it cannot be shown."""
    if cell.state == HIDDEN:
        # Translators: stands in the place of a figure that is withheld for privacy.
        return question.words.gettext("hidden")
    return write(cell.value) if cell.shown else question.words.fmt.missing


def unknown_share(cell: Cell) -> float | None:
    """Return the unknown part of denominator and unknown where it is a tenth or more."""
    known = cell.numbers.denominator
    if not cell.missing or known is None:
        return None
    share = cell.missing / (cell.missing + known)
    return share if share >= MUCH_UNKNOWN else None
