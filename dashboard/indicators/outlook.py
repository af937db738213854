"""Outlook: the caseload points that savers can carry in 90 days, and those that will ask for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Tally
from dashboard.messages import N_

PARTS = ("now", "waiting", "births", "leaving", "ceiling")
# A centre with fewer offers in a year takes the acceptance of the programme.
ENOUGH_OFFERS = 10

CAPACITY_OUTLOOK = Indicator(
    id="C6",
    name=N_("90-day capacity outlook"),
    tile=N_("Room in 90 days"),
    nature="stock",
    measure="points",
    base="points",
    meaning=N_(
        "How many caseload points will be free in 90 days, or missing, if the families "
        "waiting accept a place as often as families did in the last year. Below 0 there "
        "will be too few savers."
    ),
    counted=N_(
        "Points of the families on the programme, of those expected from the waiting list and "
        "added by births, less those of families that leave by age."
    ),
    out_of=N_(
        "Points that savers in service can carry who are still there in 90 days, with a "
        "certificate that lasts until then."
    ),
    not_counted=N_("Families that will be referred in these 90 days, and savers still in training."),
    source=N_(
        "Status, levels, pregnancies and children of the families; referrals; workers, their "
        "capacity and certificates."
    ),
    splits={"part": PARTS},
    public_base=True,
    adds_up=Sums(
        identities=(
            "C6 = C6.part=now + C6.part=waiting + C6.part=births - C6.part=leaving",
            "C6.part=ceiling = C6/D",
        )
    ),
)

INDICATORS = (CAPACITY_OUTLOOK,)


class Outlook:
    """Points of each unit and all beneath it on the day of each month, by part."""

    def __init__(self, cubes: Cubes) -> None:
        expected = "points_expected_by_centre_and_month"
        self._points = {
            "now": cubes.rolled(expected, "points"),
            "waiting": cubes.roll_up(_waiting(cubes)),
            "births": cubes.rolled(expected, "born"),
            "leaving": cubes.rolled(expected, "leaving"),
            "ceiling": cubes.rolled("points_ceiling_by_centre_and_month", "points"),
        }
        self._families = {
            "now": cubes.rolled(expected, "families"),
            "waiting": cubes.rolled("points_waiting_by_centre_and_month", "families"),
            "births": cubes.rolled(expected, "families_born"),
            "leaving": cubes.rolled(expected, "families_leaving"),
        }
        self._without_saver = Tally(cubes, "caseload_points_by_centre_and_month", "without_saver")

    def points(self, part: str, unit: int, span: Span) -> float:
        return float(self._points[part][unit, span.day])

    def families(self, part: str, unit: int, span: Span) -> tuple[float, ...]:
        """Return the numbers of families that the points of a part tell."""
        if part == "ceiling":
            return ()
        found = float(self._families[part][unit, span.day])
        # Beside the points of families with a saver, all points tell the rest.
        return (found, self._without_saver.day(unit, span)) if part == "now" else (found,)


def _waiting(cubes: Cubes) -> np.ndarray:
    """Return the points expected from the families that wait in each unit itself."""
    decided = cubes.own("offers_of_a_year_by_centre_and_month", "decided")
    accepted = cubes.own("offers_of_a_year_by_centre_and_month", "accepted")
    own = np.divide(accepted, decided, out=np.zeros_like(accepted), where=decided > 0)
    all_decided, all_accepted = decided.sum(axis=0), accepted.sum(axis=0)
    of_all = np.divide(all_accepted, all_decided, out=np.zeros_like(all_accepted), where=all_decided > 0)
    acceptance = np.where(decided >= ENOUGH_OFFERS, own, of_all[np.newaxis, :])
    return cubes.own("points_waiting_by_centre_and_month", "points") * acceptance


def _capacity_outlook(cubes: Cubes) -> Compute:
    outlook = Outlook(cubes)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if code is not None:
            families_behind = outlook.families(code, unit, span)
            return count(outlook.points(code, unit, span), families_behind)
        now, waiting, births, leaving, ceiling = (outlook.points(part, unit, span) for part in PARTS)
        needed = now + waiting + births - leaving
        found = share(needed, ceiling, families=outlook.families("now", unit, span))
        return replace(found, value=ceiling - needed)

    return compute


ARITHMETIC = {"C6": _capacity_outlook}
