"""The desk: one reader asks for figures, and gets what this reader may see.

A protected reader gets cells of a release, which was decided for all readers of
the profile over everything that they can ask: so no two questions together tell
what one of them hides. No count of the snapshot can be reached from such a desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from dashboard.case_database.contract import SEOUL
from dashboard.indicators.record_quality import LEFT_OUT
from dashboard.indicators.registry import INDICATORS
from dashboard.kept import Kept
from dashboard.periods import KINDS, MONTHS, Period, month_end
from dashboard.privacy.profiles import Reader
from dashboard.privacy.public import Public
from dashboard.privacy.published import _SEAL, Cell, Published
from dashboard.privacy.record_quality import RecordQuality
from dashboard.snapshot import Units
from dashboard.snapshot.snapshot import Rate, Target


class Cells(Protocol):
    """Where a desk gets its cells: a release, or a centre's own figures."""

    def cell(self, indicator_id: str, unit: str, period: Period, split: str | None, code: str | None) -> Cell:
        """Return a cell; `split` and `code` are None for the total."""
        ...


class OutOfScope(KeyError):  # noqa: N818 - a question refused is no fault of the program
    """A unit or a period that this reader may not see, or that there is not."""


class Desk:
    """What one reader may see of the figures of one snapshot.

    Attributes: units (org_ids in tree order), home (the widest of them), kinds
    (of period), as_of (last day that this reader sees), kept (what pages made of
    its answers).
    """

    def __init__(self, public: Public, cells: Cells, records: RecordQuality, reader: Reader) -> None:
        self.reader = reader
        self._public = public
        self._cells = cells
        self._records = records
        self.tree: Units = public.units
        self.units = reader.units_seen(self.tree)
        self.home = self.units[0] if self.units else self.tree.programme
        self.kinds = tuple(kind for kind in KINDS if kind in reader.profile.periods)
        self.as_of = reader.last_day_seen(public.as_of)
        # A cache of a method would hold the desk itself, and the desk the cache: neither would ever go.
        self._published = Kept(4096)
        self.kept = Kept()

    @property
    def synthetic(self) -> bool:
        return self._public.synthetic

    @property
    def load(self) -> int:
        return self._public.load.number

    @property
    def loaded_at(self) -> date:
        return self._public.load.loaded_at.date()

    @property
    def today(self) -> date:
        """Today, where the cases are."""
        return datetime.now(SEOUL).date()

    @property
    def currency(self) -> str:
        return self._public.currency

    def rate(self, quote: str, day: date) -> Rate | None:
        """Return the database's newest rate of a currency on or before a day, or None."""
        rates = self._public.rates
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
        while period.last >= self._public.first_month:
            if self._may_see(period):
                found.append(period)
            period = period.earlier(step)
        return tuple(found)

    def kinds_told(self, unit: str, part: str | None) -> tuple[str, ...]:
        """Return the kinds of period in which totals (None) or parts of a unit are told, shortest first."""
        told = self.reader.profile.kinds(self.tree.level(unit), part is None)
        return tuple(kind for kind in self.kinds if kind in told)

    def codes(self, indicator_id: str, split: str) -> tuple[str, ...]:
        return self._public.codes(indicator_id, split)

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
        return self._records.rules(chosen, period)

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
        read = every if indicator_id is None else self._public.tables[indicator_id]
        return self._records.left_out(chosen, period, [name for name in every if name in read])

    def target(self, indicator_id: str, unit: str, period: Period) -> Target | None:
        return self._public.target(indicator_id, unit, period)

    def provisional(self, period: Period) -> bool:
        """Return whether the period's visits are still being recorded."""
        return self._public.provisional(period)

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
            # A total is a cell of its own table, whatever split it stands beside.
            self._cells.cell(indicator_id, unit, period, None if code is None else split, code)
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
