"""Advances: money that a centre received beforehand and has still to account for."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count
from dashboard.indicators.tally import Tally
from dashboard.messages import N_

AGES = ("le30", "31_60", "gt60")

ADVANCES_TO_SETTLE = Indicator(
    id="G8",
    name=N_("Advances to settle"),
    tile=N_("To settle"),
    nature="stock",
    measure="money",
    meaning=N_(
        "How much of the money advanced to centres was due for settlement before the last "
        "day of the period, but has not been accounted for."
    ),
    counted=N_(
        "Of each advance past its due day, the amount less what was spent and handed back "
        "in settlements accepted by the day."
    ),
    not_counted=N_("Advances not yet due; settlements handed in, but not accepted by the day."),
    source=N_("Advances and their settlements."),
    better="less",
    splits={"age": AGES},
    adds_up=Sums(by_codes=("age",)),
    needs=("advance",),
)

INDICATORS = (ADVANCES_TO_SETTLE,)


def _advances_to_settle(cubes: Cubes) -> Compute:
    query = "unsettled_advances_by_unit_and_month"
    unsettled = Tally(cubes, query, "unsettled", {"age": ("age", AGES)})

    # An advance is the centre's: no family stands behind it.
    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        return count(unsettled.day(unit, span, split, code))

    return compute


ARITHMETIC = {"G8": _advances_to_settle}
