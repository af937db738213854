"""A published figure as it reads on a picture, whatever its state."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import Words
from dashboard.measures import GAP, MEASURES, MONEY, SHARE
from dashboard.privacy.published import EMPTY, FEW, HIDDEN, NOT_RECORDED, NOT_SET, Cell, Published


def digits(measure: str) -> int:
    """Return the digits after the point of a bare count."""
    return MEASURES[measure].digits


@dataclass(frozen=True)
class CellText:
    """Reads the cells of one indicator in one language.

    `currency` is the database's, for money.
    """

    published: Published
    words: Words
    currency: str = "KRW"

    def measure(self, code: str | None = None) -> str:
        return self.published.indicator.measure_of(self.published.split, code)

    def text(self, cell: Cell) -> str:
        """Return the figure with its sign, "7 of 9" where few, or the word for what is not there."""
        if cell.state == FEW:
            return self.of(cell)
        if cell.state == HIDDEN:
            # Translators: stands in the place of a figure that is withheld for privacy.
            return self.words.gettext("hidden")
        if cell.state == NOT_SET:
            # Translators: in the place of a centre's figure: its capacity is not in the records.
            return self.words.gettext("capacity not set")
        if cell.state in (EMPTY, NOT_RECORDED):
            return self.words.fmt.missing
        return self.number(cell.value, cell.code)

    def count(self, cell: Cell) -> str:
        """Return the numerator of a share, "3/7" where few: for a column that has no room for the share."""
        fmt = self.words.fmt
        if cell.state == FEW:
            return f"{fmt.number(cell.numerator)}/{fmt.number(cell.denominator)}"
        return fmt.number(cell.numerator) if cell.shown else self.text(cell)

    def number(self, value: float | None, code: str | None = None) -> str:
        """Return a value of the indicator: a percentage, money, or a bare count."""
        measure, fmt = MEASURES[self.measure(code)], self.words.fmt
        if measure.kind == SHARE:
            return fmt.percent(value)
        if measure.kind == MONEY:
            return fmt.money(value, self.currency)
        if measure.kind == GAP:
            return fmt.points(value)
        return fmt.number(value, measure.digits)

    def of(self, cell: Cell) -> str:
        """Return numerator and denominator in words."""
        if self.published.indicator.base == "money":
            # Translators: an amount out of a larger one, as in "₩93M of ₩150M".
            return self.words.gettext("{part} of {whole}").format(
                part=self.words.fmt.money(cell.numerator, self.currency),
                whole=self.words.fmt.money(cell.denominator, self.currency),
            )
        return self.words.fmt.of(cell.numerator, cell.denominator, self.published.indicator.base)

    def says(self, name: str, cell: Cell) -> str:
        """Return the tooltip: name, figure, and for a share what it is of."""
        parts = [self.text(cell)]
        if cell.shown and self.measure(cell.code) == "share" and cell.numbers.denominator:
            parts.append(self.of(cell))
        # Translators: a name and its figure, as in "Jun 2026: 71% · 38 of 53".
        return self.words.gettext("{name}: {figure}").format(name=name, figure=" · ".join(parts))
