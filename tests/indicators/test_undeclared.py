"""No sum holds among the figures of a unit and quarter in every world, but what definitions say of them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np
from privacy.synthetic import figures_of

from dashboard.indicators.identities import SO_FAR, START, Term, identity
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import add_months
from dashboard.privacy.known import NUMBER
from dashboard.privacy.profiles import PROFILES, Reader
from dashboard.privacy.sheet import Figure, Sheet
from dashboard.privacy.times import Span, length

WORLDS = int(os.environ.get("EXAMPLES", "5"))
FAMILIES = 800
MONTHS = 30
# What is there less often holds by chance in so few worlds.
OFTEN = 12
NEARLY = 1e-6
# A figure, which of its numbers, and whether it is that of the day before the quarter.
Number = tuple[Figure, int, bool]


def test_no_sum_holds_that_no_definition_declares() -> None:
    sheets = [
        Sheet(figures_of(FAMILIES, seed + 1, MONTHS), Reader(PROFILES["regional"])) for seed in range(WORLDS)
    ]
    numbers = [*numbers_of(sheets[0])]
    every = np.concatenate([row for sheet in sheets for row in samples(sheet, numbers)])
    kept = np.nonzero((every != 0).sum(axis=0) >= OFTEN)[0]
    scale = np.abs(every[:, kept]).max(axis=0)
    column = {numbers[each]: n for n, each in enumerate(kept.tolist())}
    found = every[:, kept] / scale
    declared = np.array([*rows(sheets[0], column)]) * scale
    declared /= np.abs(declared).max(axis=1, keepdims=True)
    declared = declared[np.abs(found @ declared.T).max(axis=0) < NEARLY]
    holding = nothing_in(found)
    undeclared = nothing_in(np.concatenate([nothing_in(holding), declared]))
    assert len(declared) > 0
    assert len(holding) > 0
    assert [[str(each) for each, n in column.items() if abs(row[n]) > NEARLY] for row in undeclared] == []


def nothing_in(samples: np.ndarray) -> np.ndarray:
    """Return the directions (rows) in which no sample goes."""
    unused_left, sizes, directions = np.linalg.svd(samples, full_matrices=True)
    return directions[int((sizes > NEARLY * sizes[0]).sum()) :]


def numbers_of(sheet: Sheet) -> Iterator[Number]:
    for figure in sheet.figures:
        # What is one figure of the whole database counts no families.
        if not (figure.derived or figure.of_one or figure.definition.programme_only):
            yield from ((figure, number, before) for number in range(3) for before in {False, figure.stock})


def samples(sheet: Sheet, numbers: list[Number]) -> Iterator[np.ndarray]:
    """Yield all numbers (column) of all units (row) for one quarter after the other."""
    for span in sheet.spans[False]:
        if length(span, stock=False) == 3 and span[0] > sheet.first_month:
            yield np.stack([number_of(sheet, number, span) for number in numbers], axis=1)


def number_of(sheet: Sheet, number: Number, span: Span) -> np.ndarray:
    figure, which, before = number
    if figure not in sheet.place:
        return np.zeros(len(sheet.units))
    day = add_months(span[0], -1) if before else span[1]
    time = sheet.time(figure.stock, (day, day) if figure.stock else span)
    return np.nan_to_num(sheet.numbers[which, sheet.cells(figure)[:, time]])


def rows(sheet: Sheet, column: dict[Number, int]) -> Iterator[np.ndarray]:
    """Yield what definitions say of one quarter, and what they say of the day before it, as rows."""
    for terms in said():
        stocks = all(Figure(*term[1:4]).stock for term in terms if term.code != "*")
        for earlier in {False, stocks and all(term.before is None for term in terms)}:
            row = np.zeros(len(column))
            for number, n in column.items():
                row[n] += sum(term.factor for term in terms if is_of(number, term, earlier))
            if row.any():
                yield row


def is_of(number: Number, term: Term, earlier: bool) -> bool:
    figure, which, before = number
    alike = (figure.indicator, figure.split) == (term.indicator, term.split)
    same = alike and term.code in ("*", figure.code) and which == NUMBER[term.number]
    return same and before == (earlier or term.before in (START, SO_FAR))


def said() -> Iterator[tuple[Term, ...]]:
    for indicator in INDICATORS.values():
        for split in indicator.adds_up.by_codes:
            for of in ("", "/D", "/M"):
                yield identity(f"{indicator.id}{of} = {indicator.id}.{split}=*{of}").terms
        yield from (identity(text).terms for text in indicator.adds_up.identities)
