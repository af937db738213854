"""A centre's own figures: exact, for those who work there."""

from __future__ import annotations

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.periods import Period
from dashboard.privacy.profiles import Profile
from dashboard.privacy.published import EMPTY, FEW, NOT_RECORDED, NOT_SET, SHOWN, Cell


class OwnCells:
    """Cells of the readers of a profile from whom nothing is hidden."""

    def __init__(self, figures: Figures, profile: Profile) -> None:
        self._figures = figures
        self._profile = profile

    def cell(self, indicator_id: str, unit: str, period: Period, split: str | None, code: str | None) -> Cell:
        """Return a cell as it is counted."""
        if self._figures.not_recorded(indicator_id):
            return Cell(unit, period, code, NOT_RECORDED)
        result = self._figures.result(indicator_id, unit, period, split, code)
        launched = self._figures.snapshot.units.launched_on(unit)
        last = period.last_day(self._figures.as_of)
        if launched is not None and last < launched and not result.numerator:
            return Cell(unit, period, code, EMPTY)
        share = INDICATORS[indicator_id].measure_of(split, code) == "share"
        return _cell(unit, period, code, result, self._profile.smallest_base if share else 0)


def _cell(unit: str, period: Period, code: str | None, result: Result, smallest_base: int) -> Cell:
    numbers = (result.numerator, result.denominator, result.missing)
    if result.unset:
        return Cell(unit, period, code, NOT_SET, *numbers)
    if result.value is None:
        return Cell(unit, period, code, EMPTY, *numbers)
    if result.denominator is not None and result.denominator < smallest_base:
        return Cell(unit, period, code, FEW, *numbers)
    return Cell(unit, period, code, SHOWN, *numbers, result.value, result.median, result.p90)
