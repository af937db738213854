"""Grants and visits together: families paid that nobody saw, and seen that wait for a decision."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count
from dashboard.indicators.tally import Firsts, LastVisits
from dashboard.messages import N_

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
    adds_up=Sums(over_time=False),
    families=True,
)

INDICATORS = (PAID_UNSEEN,)


def _paid_unseen(cubes: Cubes) -> Compute:
    unseen = Firsts(cubes, "families_paid_unseen_by_centre_and_month", "families")
    undecided = LastVisits(cubes, "families_undecided_by_centre_and_month", "families")

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number = (undecided if split == "mirror" else unseen).count(unit, span)
        return count(number, (number,))

    return compute


ARITHMETIC = {"G7": _paid_unseen}
