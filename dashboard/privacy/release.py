"""A release: every cell that readers of a protected profile can ever be shown of one load."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from typing import NamedTuple

import numpy as np

from dashboard.indicators.figures import Figures
from dashboard.indicators.identities import difference
from dashboard.periods import Period
from dashboard.privacy.deciding import Decision, decide, drafted
from dashboard.privacy.known import places
from dashboard.privacy.profiles import Profile, Reader
from dashboard.privacy.published import HIDDEN, NOT_RECORDED, SHOWN, Cell
from dashboard.privacy.sheet import MISSING, STATES, Figure, Sheet, Span

# In a draft a table may be hidden by so much more than in the end: others are taken out beside it.
IN_DRAFT = 1.2


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


def decided(figures: Figures, profile: Profile) -> Decided:
    """Decide what readers of a protected profile may see of some figures, and prove it."""
    sheet = Sheet(figures, Reader(profile))
    # Tables that are hidden for the most part are taken out: the others are shown the better for it.
    sheet.take_out_above(IN_DRAFT * profile.most_hidden, drafted(sheet))
    decision = decide(sheet)
    # What is proved stays proved where less is told.
    sheet.take_out_above(profile.most_hidden, decision.hidden)
    return Decided(sheet, replace(decision, hidden=decision.hidden | sheet.withheld))


def released(of: Decided) -> Release:
    """Return what was decided without anything that is hidden."""
    sheet, decision = of
    hidden = decision.hidden | _derived(sheet, decision.hidden)
    states = np.where(hidden, STATES.index(HIDDEN), sheet.states)
    numbers = np.concatenate([sheet.numbers, sheet.typical])
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
