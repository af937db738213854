"""The figures of a card as a table of ready text: what the picture shows, to the last number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.i18n.codes import label, title
from dashboard.i18n.words import Words
from dashboard.indicators.definitions import Indicator
from dashboard.measures import MEASURES, MONEY
from dashboard.privacy.published import FEW, HIDDEN, SHOWN, Cell, Published
from dashboard.sentences.figures import figure


@dataclass(frozen=True)
class Table:
    """Header and rows as text; the first `named` columns are names, the rest figures.

    `hidden` is the text of a figure that privacy hides.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    named: int
    hidden: str


@dataclass(frozen=True)
class Column:
    """One column: its head, and the text of a cell in it."""

    head: str
    text: Callable[[Cell], str]


def table(published: Published, words: Words, name: Callable[[str], str], currency: str) -> Table:
    """Return the table of a card; a column that would say the same in each row is left out.

    Args:
        name: the short name of a unit in the reader's language.
        currency: of the database's money.
    """
    names = _names(published, words, name)
    figures = _figures(published, words, currency)
    columns = (*names, *figures)
    rows = tuple(tuple(column.text(cell) for column in columns) for cell in published.cells)
    header = tuple(column.head for column in columns)
    return Table(header, rows, len(names), words.gettext("Hidden"))


def _names(published: Published, words: Words, name: Callable[[str], str]) -> list[Column]:
    cells, columns = published.cells, []
    # Translators: heads the names of centres or regions; no unit of measurement.
    of_units = Column(words.pgettext("column", "Unit"), lambda cell: name(cell.unit))
    if len({cell.unit for cell in cells}) > 1:
        columns.append(of_units)
    if len({cell.period for cell in cells}) > 1:
        columns.append(Column(words.gettext("Period"), lambda cell: words.fmt.period(cell.period)))
    if published.split:
        split = published.split
        columns.append(Column(title(words, split), lambda cell: label(words, split, cell.code)))
    if not columns:
        columns.append(of_units)
    return columns


def _figures(published: Published, words: Words, currency: str) -> list[Column]:
    indicator, cells = published.indicator, published.cells
    columns = [Column(words.gettext("Figure"), _value(indicator, published.split, words, currency))]
    if any(cell.numbers.denominator is not None for cell in cells):
        write = _amount(indicator, words, currency)
        columns.append(Column(words.gettext("Counted"), lambda cell: write(cell, cell.numbers.numerator)))
        columns.append(Column(words.gettext("Out of"), lambda cell: write(cell, cell.numbers.denominator)))
    if any(cell.missing for cell in cells):
        write = _amount(indicator, words, currency)
        columns.append(Column(words.gettext("Unknown"), lambda cell: write(cell, cell.missing)))
    if any(cell.median is not None for cell in cells):
        columns += _typical(indicator, words, currency)
    return columns


def _value(indicator: Indicator, split: str | None, words: Words, currency: str) -> Callable[[Cell], str]:
    return lambda cell: figure(cell, indicator, words, currency, split).plain


def _amount(indicator: Indicator, words: Words, currency: str) -> Callable[[Cell, float | None], str]:
    def text(cell: Cell, amount: float | None) -> str:
        if cell.state == HIDDEN:
            return words.gettext("Hidden")
        if amount is None or cell.state not in (SHOWN, FEW):
            return words.fmt.missing
        if indicator.base == "money":
            return words.fmt.money(amount, currency)
        return words.fmt.number(amount, 0 if float(amount).is_integer() else 1)

    return text


def _typical(indicator: Indicator, words: Words, currency: str) -> list[Column]:
    measure = MEASURES[indicator.typical or "days"]
    median = Column(
        words.gettext(measure.median),
        lambda cell: words.fmt.counted(cell.median, measure.name, currency),
    )
    highest = Column(
        words.gettext("90th percentile"),
        lambda cell: words.fmt.counted(cell.p90, measure.name, currency),
    )
    return [median, highest] if measure.kind == MONEY else [median]
