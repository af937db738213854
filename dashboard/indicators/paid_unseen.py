"""Grants and visits together: families paid that nobody saw, and seen that wait for a decision."""

from __future__ import annotations

import numpy as np

from dashboard.indicators.arithmetic import Compute
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import N_, Indicator
from dashboard.indicators.result import Result, count
from dashboard.indicators.tally import Firsts

PAID_UNSEEN = Indicator(
    id="G7",
    name=N_("Paid but not seen"),
    tile=N_("Paid, not seen"),
    nature="flow",
    measure="families",
    meaning=N_(
        "How many families received a grant while nobody visited them: not in the 30 days before "
        "the payment, not on its day, and not in the 30 days after it."
    ),
    counted=N_("Families with such a payment in the period, each family once."),
    not_counted=N_("Payments that came back, failed or are only scheduled."),
    source=N_("Grant requests and payments; visits of the families."),
    better="less",
    splits={"mirror": ("undecided",)},
    families=True,
)

INDICATORS = (PAID_UNSEEN,)


class LastVisits:
    """Families in a state on the day, visited in the period: by month of their last visit.

    A family had a visit in the period where its last one by the day is not
    before it, so that each family counts once in any period.
    """

    def __init__(self, cubes: Cubes, query: str) -> None:
        self._members = cubes.members
        rows = cubes.snapshot.counts[query]
        self._units = cubes.units_of(rows["org_id"])
        self._months = cubes.months_of(rows["month"])
        self._visited = cubes.months_of(rows["last_visit_month"])
        self._families = rows["families"].to_numpy(dtype=np.int64)

    def count(self, unit: int, span: Span) -> float:
        """Return how many there are, each once."""
        members = self._members[unit]
        own = (self._units >= members.start) & (self._units < members.stop)
        visited = self._visited >= max(span.first, 1)
        return float(self._families[own & visited & (self._months == span.day)].sum())


def _paid_unseen(cubes: Cubes) -> Compute:
    unseen = Firsts(cubes, "families_paid_unseen_by_centre_and_month", "families")
    undecided = LastVisits(cubes, "families_undecided_by_centre_and_month")

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = (undecided if split == "mirror" else unseen).count(unit, span)
        return count(number, (number,))

    return compute


ARITHMETIC = {"G7": _paid_unseen}
