"""What is no secret of a snapshot: its load, units, targets and rates, but no count of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.periods import Period, month_end
from dashboard.snapshot import Load, Units
from dashboard.snapshot.snapshot import Rate, Target


@dataclass(frozen=True)
class Public:
    """What every reader may know of one snapshot.

    Attributes:
        recorded_by: the day up to which a month's last day must lie for its
            visits to be recorded.
        tables: of an indicator the tables of the contract that it is counted from.
    """

    load: Load
    as_of: date
    first_month: date
    synthetic: bool
    currency: str
    units: Units
    targets: tuple[Target, ...]
    rates: tuple[Rate, ...]
    areas: tuple[str, ...]
    recorded_by: date
    tables: dict[str, frozenset[str]]

    def codes(self, indicator_id: str, split: str) -> tuple[str, ...]:
        """Return the codes of a split in the order they are shown.

        Raises:
            KeyError: the indicator has no such split.
        """
        return INDICATORS[indicator_id].splits[split] or self.areas

    def target(self, indicator_id: str, unit: str, period: Period) -> Target | None:
        """Return the target that binds on the day: of the unit, else of the nearest above."""
        day = period.last_day(self.as_of)
        for org_id in (unit, *self.units.ancestors(unit)):
            valid = [
                target
                for target in self.targets
                if target.indicator_id == indicator_id
                and target.org_id == org_id
                and target.valid_from <= day
                and (target.valid_to is None or target.valid_to > day)
            ]
            if valid:
                return max(valid, key=lambda target: target.valid_from)
        return None

    def provisional(self, period: Period) -> bool:
        """Return whether visits of the period's last month are still being recorded.

        A month is provisional until as many days have passed after its end as
        it takes, in the last six months, until 90 % of visits are recorded.
        """
        return month_end(period.last) > self.recorded_by


def public(figures: Figures) -> Public:
    """Return what is no secret of the snapshot of some figures."""
    snapshot = figures.snapshot
    return Public(
        load=snapshot.load,
        as_of=snapshot.as_of,
        first_month=snapshot.first_month,
        synthetic=snapshot.synthetic,
        currency=snapshot.currency,
        units=snapshot.units,
        targets=snapshot.targets,
        rates=snapshot.rates,
        areas=snapshot.areas,
        recorded_by=figures.recorded_by,
        tables={id_: figures.tables(id_) for id_ in INDICATORS},
    )
