"""The desk: one reader asks for figures, and gets what this reader may see.

Whether a cell is hidden is decided over the whole table of an indicator: all
units, all codes that add up, and for what adds up over time all periods of a
year; never over the cells asked for. So no two questions together tell what
one of them hides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from dashboard.case_database.contract import SEOUL
from dashboard.indicators.figures import Figures
from dashboard.indicators.record_quality import LEFT_OUT
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.kept import Kept
from dashboard.periods import KINDS, MONTHS, Period, month_end
from dashboard.privacy.hiding import hidden_cells
from dashboard.privacy.profiles import Reader
from dashboard.privacy.published import (
    _SEAL,
    EMPTY,
    FEW,
    HIDDEN,
    NOT_RECORDED,
    NOT_SET,
    SHOWN,
    Cell,
    Published,
)
from dashboard.privacy.record_quality import RecordQuality
from dashboard.privacy.sums import Place, by_period, splits_with, sums_of
from dashboard.snapshot import Units
from dashboard.snapshot.snapshot import Rate, Target

# A year and the month before it: what pages draw at most.
PREPARED = 13


class OutOfScope(KeyError):  # noqa: N818 - a question refused is no fault of the program
    """A unit or a period that this reader may not see, or that there is not."""


class Desk:
    """What one reader may see of the figures of one snapshot.

    Attributes: units (org_ids in tree order), home (the widest of them), kinds
    (of period), as_of (last day that this reader sees), kept (what pages made of
    its answers).
    """

    def __init__(self, figures: Figures, reader: Reader) -> None:
        self.reader = reader
        self._figures = figures
        self.tree: Units = figures.snapshot.units
        self.units = reader.units_seen(self.tree)
        self.home = self.units[0] if self.units else self.tree.programme
        self.kinds = tuple(kind for kind in KINDS if kind in reader.profile.periods)
        self.as_of = reader.last_day_seen(figures.as_of)
        self._findings = RecordQuality(figures.snapshot, self.units, reader.profile.small_cell)
        # A cache of a method would hold the desk itself, and the desk the cache: neither would ever go.
        self._published, self._years, self._hidden = Kept(4096), Kept(256), Kept(4096)
        self.kept = Kept()

    @property
    def synthetic(self) -> bool:
        return self._figures.snapshot.synthetic

    @property
    def load(self) -> int:
        return self._figures.snapshot.load.number

    @property
    def loaded_at(self) -> date:
        return self._figures.snapshot.load.loaded_at.date()

    @property
    def today(self) -> date:
        """Today, where the cases are."""
        return datetime.now(SEOUL).date()

    @property
    def currency(self) -> str:
        return self._figures.snapshot.currency

    def rate(self, quote: str, day: date) -> Rate | None:
        """Return the database's newest rate of a currency on or before a day, or None."""
        rates = self._figures.snapshot.rates
        return next((r for r in reversed(rates) if r.quote == quote and r.rate_on <= day), None)

    def periods(self, kind: str) -> tuple[Period, ...]:
        """Return the periods of a kind that may be shown, newest first.

        Raises:
            OutOfScope: this reader sees no period of this kind.
        """
        if kind not in self.kinds:
            raise OutOfScope(kind)
        step = 12 if kind == "ytd" else MONTHS[kind]
        period = Period.containing(self.as_of, kind)
        found = []
        while period.last >= self._figures.snapshot.first_month:
            if self._may_see(period):
                found.append(period)
            period = period.earlier(step)
        return tuple(found)

    def codes(self, indicator_id: str, split: str) -> tuple[str, ...]:
        return self._figures.codes(indicator_id, split)

    def publish(
        self,
        indicator_id: str,
        units: Iterable[str],
        periods: Iterable[Period],
        split: str | None = None,
        codes: Iterable[str | None] | None = None,
    ) -> Published:
        """Return what this reader may see, in the order unit, period, code.

        Args:
            codes: of the split; None: all of them.

        Raises:
            OutOfScope: a unit or a period is not this reader's to see.
        """
        chosen = None if codes is None else tuple(codes)
        asked = (indicator_id, tuple(units), tuple(periods), split, chosen)
        return self._published.get(asked, lambda: self._publish(*asked))

    def broken_rules(self, units: Iterable[str], period: Period) -> Published:
        """Return the records that break each rule, as loaded; the period is only named.

        Raises:
            OutOfScope: a unit or the period is not this reader's to see.
        """
        chosen = tuple(units)
        self._check(chosen, (period,))
        return self._findings.rules(chosen, period)

    def left_out(self, units: Iterable[str], period: Period, indicator_id: str | None = None) -> Published:
        """Return the records in no figure, together and by table, as loaded.

        Args:
            indicator_id: of the tables that this one is counted from (None: of all).

        Raises:
            OutOfScope: a unit or the period is not this reader's to see.
        """
        chosen = tuple(units)
        self._check(chosen, (period,))
        every = LEFT_OUT.splits["table"]
        read = every if indicator_id is None else self._figures.tables(indicator_id)
        return self._findings.left_out(chosen, period, [name for name in every if name in read])

    def prepare(self) -> None:
        """Decide now what is hidden in the newest figures: it takes a moment, and is kept."""
        if not self.units or not self.reader.profile.protected:
            return
        newest = [period for kind in self.kinds for period in self.periods(kind)[:1]]
        finest = self.periods(self.kinds[0])[:PREPARED]
        for id_, indicator in INDICATORS.items():
            for split in (None, *(name for name, codes in indicator.splits.items() if codes)):
                self.publish(id_, (self.home,), (*newest, *finest), split)

    def target(self, indicator_id: str, unit: str, period: Period) -> Target | None:
        return self._figures.target(indicator_id, unit, period)

    def provisional(self, period: Period) -> bool:
        """Return whether the period's visits are still being recorded."""
        return self._figures.provisional(period)

    def _publish(
        self,
        indicator_id: str,
        units: tuple[str, ...],
        periods: tuple[Period, ...],
        split: str | None,
        codes: tuple[str | None, ...] | None,
    ) -> Published:
        self._check(units, periods)
        indicator = INDICATORS[indicator_id]
        chosen = codes or self._codes(indicator_id, split)
        cells = tuple(
            self._cell(indicator_id, unit, period, split, code)
            for unit in units
            for period in periods
            for code in chosen
        )
        return Published(_SEAL, indicator, split, cells, self.as_of, self.load)

    def _check(self, units: tuple[str, ...], periods: tuple[Period, ...]) -> None:
        for unit in units:
            if unit not in self.units:
                raise OutOfScope(unit)
        for period in periods:
            if period.kind not in self.kinds or not self._may_see(period):
                raise OutOfScope(period.code)

    def _may_see(self, period: Period) -> bool:
        # A period that still runs is for the centre itself alone.
        if self.reader.profile.protected:
            return month_end(period.last) <= self.as_of
        return period.first <= self.as_of

    def _codes(self, indicator_id: str, split: str | None) -> tuple[str | None, ...]:
        return (None,) if split is None else self.codes(indicator_id, split)

    def _cell(
        self, indicator_id: str, unit: str, period: Period, split: str | None, code: str | None
    ) -> Cell:
        if code is None:
            # A total is a cell of its own table, whatever split it stands beside.
            split = None
        state = self._not_to_show(indicator_id, unit, period)
        if not state and self._is_hidden(indicator_id, Place(unit, period, split, code)):
            state = HIDDEN
        if state:
            return Cell(unit, period, code, state)
        result = self._figures.result(indicator_id, unit, period, split, code)
        share = INDICATORS[indicator_id].measure_of(split, code) == "share"
        profile = self.reader.profile
        if 0 < result.families_missing < profile.small_cell:
            result = replace(result, missing=None)
        return _shown(unit, period, code, result, share, profile.smallest_base)

    def _not_to_show(self, indicator_id: str, unit: str, period: Period) -> str | None:
        snapshot = self._figures.snapshot
        if self._figures.not_recorded(indicator_id):
            return NOT_RECORDED
        launched = self.tree.launched_on(unit)
        before_launch = launched is not None and period.last_day(self.as_of) < launched
        if period.last < snapshot.first_month or before_launch:
            total = self._figures.result(indicator_id, unit, period)
            return None if total.numerator else EMPTY
        return None

    def _is_hidden(self, indicator_id: str, place: Place) -> bool:
        if not self.reader.profile.protected:
            return False
        indicator = INDICATORS[indicator_id]
        # What adds up over time is protected as one table for a year.
        periods = (place.period,) if indicator.nature == "stock" else self._periods_of(place.period.last.year)
        table = (indicator_id, periods, splits_with(indicator, place.split))
        if place in self._hidden.get(table, lambda: self._hide(*table)):
            return True
        same = indicator.adds_up.numbers_of
        if same is None or not self._families_behind(indicator_id, place):
            return False
        return self._is_hidden(same, place._replace(split=None, code=None))

    def _periods_of(self, year: int) -> tuple[Period, ...]:
        every = (period for kind in self.kinds for period in self.periods(kind))
        return self._years.get(year, lambda: tuple(each for each in every if each.last.year == year))

    def _families_behind(self, indicator_id: str, place: Place) -> tuple[int, ...]:
        return self._figures.result(indicator_id, place.unit, place.period, place.split, place.code).families

    def _hide(
        self, indicator_id: str, periods: tuple[Period, ...], splits: tuple[str | None, ...]
    ) -> frozenset[Place]:
        parts = [(split, code) for split in splits for code in self._codes(indicator_id, split)]
        behind = {
            place: self._families_behind(indicator_id, place)
            for place in (
                Place(unit, period, *part) for part in parts for unit in self.units for period in periods
            )
        }
        first_month = self._figures.snapshot.first_month
        sums = [*sums_of(INDICATORS[indicator_id], parts, self.units, self.tree, periods, first_month)]
        return hidden_cells(behind, sums, self.reader.profile.small_cell, by_period(sums))


def _shown(
    unit: str, period: Period, code: str | None, result: Result, share: bool, smallest_base: int
) -> Cell:
    numbers = (result.numerator, result.denominator, result.missing)
    if result.unset:
        return Cell(unit, period, code, NOT_SET, *numbers)
    if result.value is None:
        return Cell(unit, period, code, EMPTY, *numbers)
    if share and result.denominator is not None and result.denominator < smallest_base:
        return Cell(unit, period, code, FEW, *numbers)
    return Cell(unit, period, code, SHOWN, *numbers, result.value, result.median, result.p90)
