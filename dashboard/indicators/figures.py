"""Every figure of a snapshot: any indicator, unit, period and code, in microseconds.

The figures are unprotected. `privacy` alone may hand them on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard.case_database import queries
from dashboard.indicators.cubes import Cubes
from dashboard.indicators.registry import ARITHMETIC, INDICATORS
from dashboard.indicators.result import Compute, Result
from dashboard.periods import Period
from dashboard.snapshot import Snapshot


class Noting(dict[str, pd.DataFrame]):
    """The counts of a snapshot by query, which note what is taken from them."""

    def __init__(self, counts: Mapping[str, pd.DataFrame]) -> None:
        super().__init__(counts)
        self._taken: set[str] = set()

    def __getitem__(self, query: str) -> pd.DataFrame:
        self._taken.add(query)
        return super().__getitem__(query)

    def taken(self) -> frozenset[str]:
        """Return the queries taken since the last time this was asked."""
        found, self._taken = frozenset(self._taken), set()
        return found


class Figures:
    """The figures of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._queries: dict[str, frozenset[str]] = {}
        self._compute: dict[str, Compute] = {}
        counts = Noting(snapshot.counts)
        self._cubes = Cubes(replace(snapshot, counts=counts))
        for id_, arithmetic in ARITHMETIC.items():
            self._compute[id_] = arithmetic(self._cubes)
            self._queries[id_] = counts.taken()

    @property
    def as_of(self) -> date:
        return self.snapshot.as_of

    def not_recorded(self, indicator_id: str) -> bool:
        """Return whether the database lacks an optional table that the indicator needs."""
        return bool(self.snapshot.not_recorded.intersection(INDICATORS[indicator_id].needs))

    def tables(self, indicator_id: str) -> frozenset[str]:
        """Return the tables of the contract that an indicator is counted from."""
        return frozenset().union(*(queries.tables_behind(query) for query in self._queries[indicator_id]))

    def codes(self, indicator_id: str, split: str) -> tuple[str, ...]:
        """Return the codes of a split in the order they are shown.

        Raises:
            KeyError: the indicator has no such split.
        """
        return INDICATORS[indicator_id].splits[split] or self.snapshot.areas

    def result(
        self,
        indicator_id: str,
        unit: str,
        period: Period,
        split: str | None = None,
        code: str | None = None,
    ) -> Result:
        """Return one figure; `code` is one of `codes`, or None for the total."""
        cubes = self._cubes
        compute = self._compute[indicator_id]
        return compute(cubes.unit_index[unit], cubes.span(period), split, code)

    @property
    def recorded_by(self) -> date:
        """The day up to which a month's last day must lie for its visits to be recorded."""
        return self._cubes.recorded_by
