"""A release: every cell that readers of a protected profile can ever be shown of one load."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from typing import NamedTuple

import numpy as np

from dashboard.indicators.figures import Figures
from dashboard.indicators.identities import difference
from dashboard.periods import Period
from dashboard.privacy.deciding import Decision, decide
from dashboard.privacy.known import places
from dashboard.privacy.profiles import Profile, Reader
from dashboard.privacy.published import HIDDEN, NOT_RECORDED, SHOWN, Cell
from dashboard.privacy.rounding import rounded
from dashboard.privacy.sheet import MISSING, STATES, Figure, Sheet
from dashboard.privacy.times import Span


@dataclass(frozen=True)
class Release:
    """Cells as arrays, in the order of the sheet: nothing of a hidden cell is in them.

    Attributes:
        places: of a figure the place of its first cell.
        times: for stocks (True) and all else (False) the place of a time.
        states: places in STATES; numbers: numerator, denominator, missing,
            value, median and 90th percentile (rows), NaN where there is none.
    """

    profile: Profile
    units: dict[str, int]
    places: dict[Figure, int]
    times: dict[bool, dict[Span, int]]
    width: int
    states: np.ndarray
    numbers: np.ndarray

    def cell(self, indicator_id: str, unit: str, period: Period, split: str | None, code: str | None) -> Cell:
        """Return a cell: hidden, where it is none that is told."""
        figure = Figure(indicator_id, split, code)
        span = (period.last, period.last) if figure.stock else (period.first, period.last)
        first, time = self.places.get(figure), self.times[figure.stock].get(span)
        if first is None or time is None:
            return Cell(unit, period, code, HIDDEN)
        place = first + self.units[unit] * self.width + time
        state = STATES[self.states[place]]
        if state in (HIDDEN, NOT_RECORDED):
            return Cell(unit, period, code, state)
        numbers = (None if isnan(number) else number for number in self.numbers[:, place].tolist())
        return Cell(unit, period, code, state, *numbers)


class Decided(NamedTuple):
    """A sheet, and what is hidden of it."""

    sheet: Sheet
    decision: Decision


def decided(figures: Figures, profile: Profile, before: Release | None = None) -> Decided:
    """Decide what readers of a protected profile may see of some figures, and prove it.

    Args:
        before: what they could see of the load before. What was hidden in it stays hidden, since
            they may lay the two side by side; what is told as it was they know already.
    """
    sheet = Sheet(figures, Reader(profile))
    if before is not None:
        compare(sheet, _told(sheet), before)
    decision = decide(sheet)
    # Tables that are hidden for the most part are taken out: what is proved stays proved.
    sheet.take_out_above(profile.most_hidden, decision.hidden)
    return Decided(sheet, replace(decision, hidden=decision.hidden | sheet.withheld))


def released(of: Decided) -> Release:
    """Return what was decided without anything that is hidden."""
    sheet, decision = of
    hidden = decision.hidden | _derived(sheet, decision.hidden)
    states = np.where(hidden, STATES.index(HIDDEN), sheet.states)
    numbers = _told(sheet)
    numbers[MISSING, decision.missing_hidden] = np.nan
    numbers[:, states == STATES.index(HIDDEN)] = np.nan
    numbers[len(sheet.numbers) :, states != STATES.index(SHOWN)] = np.nan
    return Release(
        profile=sheet.profile,
        units={unit: n for n, unit in enumerate(sheet.units)},
        places={figure: int(sheet.cells(figure).flat[0]) for figure in sheet.figures if sheet.times},
        times={stock: {span: n for n, span in enumerate(spans)} for stock, spans in sheet.spans.items()},
        width=sheet.times,
        states=states.astype(np.uint8),
        numbers=numbers,
    )


def _told(sheet: Sheet) -> np.ndarray:
    """Return all numbers of a sheet as they would be told."""
    rounding = sheet.profile.rounding
    return rounded(sheet, rounding) if rounding else np.concatenate([sheet.numbers, sheet.typical])


def compare(sheet: Sheet, told: np.ndarray, before: Release) -> None:
    """Note in a sheet what the release before hid, and what it told as it would be told now."""
    units = [(n, before.units[unit]) for n, unit in enumerate(sheet.units) if unit in before.units]
    new_units, old_units = np.array(units, dtype=np.int64).reshape(-1, 2).T
    for figure in sheet.figures:
        if figure not in before.places:
            continue
        spans, earlier = sheet.spans[figure.stock], before.times[figure.stock]
        times = [(n, earlier[span]) for n, span in enumerate(spans) if span in earlier]
        new_times, old_times = np.array(times, dtype=np.int64).reshape(-1, 2).T
        new = sheet.cells(figure)[np.ix_(new_units, new_times)]
        old = before.places[figure] + old_units[:, None] * before.width + old_times
        numbers, hid = before.numbers[:, old], before.states[old] == STATES.index(HIDDEN)
        without = np.isnan(numbers[MISSING])
        # What was not told may be whatever it is.
        alike = (before.states[old] == sheet.states[new]) & (
            (told[:, new] == numbers) | np.isnan(numbers)
        ).all(axis=0)
        sheet.kept[:, new] = hid, hid | without
        sheet.known[:, new] = alike & ~hid, alike & ~hid & ~without


def _derived(sheet: Sheet, hidden: np.ndarray) -> np.ndarray:
    """Return the cells that are reckoned from others of which one is not told."""
    found = np.zeros(sheet.size, dtype=bool)
    for figure in sheet.figures:
        if not figure.derived:
            continue
        made_of = figure.definition.adds_up.made_of[figure.split or ""]
        terms = [term for text in made_of for term in difference(text)]
        cells = sheet.cells(figure)
        for time, span in enumerate(sheet.spans[figure.stock]):
            for term in terms:
                sources = places(sheet, Figure(*term[1:4]), term, span)
                found[cells[:, time]] |= True if sources is None else hidden[sources]
    return found
