"""What anybody knows of a sheet beside what is shown: which of its numbers add up to which.

Everything is read from the definitions, the tree of units and the calendar.
An outsider's guess may be off, but it keeps to all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np

from dashboard.indicators.definitions import Indicator
from dashboard.indicators.identities import SO_FAR, START, Term, difference, identity
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import add_months
from dashboard.privacy.sheet import DENOMINATOR, MISSING, NUMERATOR, Figure, Sheet
from dashboard.privacy.times import Span, pieces

NUMBER = {"N": NUMERATOR, "D": DENOMINATOR, "M": MISSING}
NEARLY = 1e-6
# Numbers of one row, and their factors: together they do not change.
Rows = tuple[np.ndarray, np.ndarray]


def sums(sheet: Sheet) -> Iterator[Rows]:
    """Yield what adds up, as blocks of rows: places of numbers (row × term) and the terms' factors."""
    for figure in sheet.figures:
        if figure.of_one or figure.derived:
            continue
        for number in (NUMERATOR, DENOMINATOR, MISSING):
            cells = number * sheet.size + sheet.cells(figure)
            if not _there(sheet, cells).any():
                continue
            yield from _over_units(sheet, cells)
            if not figure.stock and figure.definition.adds_up.over_time:
                yield from _over_time(sheet, figure, cells)
    for indicator in INDICATORS.values():
        for text in (*_over_codes(indicator), *indicator.adds_up.identities):
            found = identity(text)
            for rows in rows_of(sheet, found.terms):
                yield rows if found.exact else _holding(sheet, rows)


def _over_codes(indicator: Indicator) -> Iterator[str]:
    for split, codes in indicator.splits.items():
        if split in indicator.adds_up.by_codes:
            yield from (f"{indicator.id}{of} = {indicator.id}.{split}=*{of}" for of in ("", "/D", "/M"))
        elif not codes:
            # A district that nobody noted is none of them.
            yield f"{indicator.id} ~ {indicator.id}.{split}=*"


def differences(sheet: Sheet) -> Iterator[Rows]:
    """Yield the differences of shown numbers that count families of their own."""
    for indicator in INDICATORS.values():
        for text in indicator.adds_up.tells:
            yield from rows_of(sheet, difference(text))


def bounds(sheet: Sheet) -> Iterator[Rows]:
    """Yield the differences of numbers that are never below 0, and tell of nobody."""
    for indicator in INDICATORS.values():
        for text in indicator.adds_up.not_less:
            yield from rows_of(sheet, difference(text))


def _holding(sheet: Sheet, rows: Rows) -> Rows:
    """Return the rows that hold in this database: nobody can rely on the others."""
    places, factors = rows
    numbers = np.nan_to_num(sheet.numbers.ravel()[places])
    return places[np.abs(numbers @ factors) < NEARLY], factors


def _there(sheet: Sheet, numbers: np.ndarray) -> np.ndarray:
    return ~np.isnan(sheet.numbers.ravel()[numbers])


def _rows(sheet: Sheet, numbers: np.ndarray, factors: Iterable[int]) -> Iterator[Rows]:
    """Yield the rows of which every number is there."""
    whole = numbers[_there(sheet, numbers).all(axis=1)]
    if len(whole):
        yield whole, np.array([*factors], dtype=np.float64)


def _over_units(sheet: Sheet, cells: np.ndarray) -> Iterator[Rows]:
    row = {unit: n for n, unit in enumerate(sheet.units)}
    for unit in sheet.units:
        children = [child for child in sheet.tree.children(unit) if child in row]
        if children:
            columns = cells[[row[unit], *(row[child] for child in children)]].T
            yield from _rows(sheet, columns, (1, *(-1 for unused_child in children)))


def _over_time(sheet: Sheet, figure: Figure, cells: np.ndarray) -> Iterator[Rows]:
    spans = sorted({(each.first, each.last) for each in sheet.counted_in(figure)})
    for whole in spans:
        parts = pieces(whole, spans)
        if parts != [whole]:
            times = [sheet.time(False, each) for each in (whole, *parts)]
            yield from _rows(sheet, cells[:, times], (1, *(-1 for unused_part in parts)))


def rows_of(sheet: Sheet, terms: tuple[Term, ...]) -> Iterator[Rows]:
    """Yield a row for each unit and time at which every term has its number."""
    spelled = [each for term in terms for each in _spelled(sheet, term)]
    if any(figure not in sheet.place for figure, unused_term in spelled):
        return
    stock = all(figure.stock for figure, unused_term in spelled)
    for span in sheet.spans[stock]:
        found = [(term.factor, places(sheet, figure, term, span)) for figure, term in spelled]
        if any(cells is None for unused_factor, cells in found):
            continue
        kept = [(factor, cells) for factor, cells in found if cells is not None and len(cells)]
        block = np.stack([cells for unused_factor, cells in kept], axis=1)
        yield from _rows(sheet, block, (factor for factor, unused_cells in kept))


def _spelled(sheet: Sheet, term: Term) -> Iterator[tuple[Figure, Term]]:
    if term.code != "*":
        yield Figure(*term[1:4]), term
        return
    for figure in sheet.figures:
        if (figure.indicator, figure.split) == (term.indicator, term.split):
            yield figure, term


def places(sheet: Sheet, figure: Figure, term: Term, span: Span) -> np.ndarray | None:
    """Return the places of a term's number, one a unit; no place at all; or None: there is no such time."""
    first, last = span
    if term.before in (START, SO_FAR):
        # Before the first month there was nobody, and a budget begins anew each year.
        if first == sheet.first_month or (term.before == SO_FAR and first.month == 1):
            return np.array([], dtype=np.int64)
        span = _on(add_months(first, -1))
    elif term.before is not None:
        span = _on(add_months(last, -term.before))
    try:
        time = sheet.time(figure.stock, span)
    except KeyError:
        return None
    return NUMBER[term.number] * sheet.size + sheet.cells(figure)[:, time]


def _on(month: date) -> Span:
    return month, month
