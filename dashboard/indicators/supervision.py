"""Supervision: sessions held of those due, and savers watched at work."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Tally
from dashboard.messages import N_

SUPERVISION_HELD = Indicator(
    id="S3",
    name=N_("Supervision held"),
    tile=N_("Supervision"),
    nature="flow",
    measure="share",
    base="sessions",
    meaning=N_("How many of the supervision sessions that were due took place."),
    counted=N_("Sessions held, on time or later."),
    out_of=N_("Individual and group sessions due in the period."),
    not_counted=N_("Observed visits, and sessions that are not yet due."),
    source=N_("Supervision of the workers."),
    better="more",
    splits={"session": ("held", "not_held")},
    pages_only=("session",),
    measures={"session": "sessions"},
    of_staff=True,
    adds_up=Sums(identities=("S3 = S3.session=held", "S3/D = S3 + S3.session=not_held")),
)

OBSERVED_VISITS = Indicator(
    id="S4",
    name=N_("Observed visits"),
    tile=N_("Observed visits"),
    nature="stock",
    measure="share",
    base="savers",
    meaning=N_("How many of the savers at work had someone observe a visit in the last 90 days."),
    counted=N_("Savers with an observed visit in the 90 days to the last day of the period."),
    out_of=N_("Savers in service with at least 5 completed visits in these 90 days."),
    not_counted=N_("Savers with fewer visits."),
    source=N_("Supervision of the workers; visits."),
    better="more",
    splits={"observed": ("observed", "not_yet")},
    pages_only=("observed",),
    measures={"observed": "savers"},
    of_staff=True,
    adds_up=Sums(identities=("S4 = S4.observed=observed", "S4/D = S4 + S4.observed=not_yet")),
)

INDICATORS = (SUPERVISION_HELD, OBSERVED_VISITS)


# Figures about staff: no family stands behind them.
def _supervision_held(cubes: Cubes) -> Compute:
    query = "supervisions_by_centre_and_month"
    sessions, held = (Tally(cubes, query, name) for name in ("sessions", "held"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number, whole = held.sum(unit, span), sessions.sum(unit, span)
        if split is None:
            return share(number, whole)
        return count(number if code == "held" else whole - number)

    return compute


def _observed_visits(cubes: Cubes) -> Compute:
    query = "savers_observed_by_centre_and_month"
    savers, observed = (Tally(cubes, query, name) for name in ("savers", "observed"))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        number, whole = observed.day(unit, span), savers.day(unit, span)
        if split is None:
            return share(number, whole)
        return count(number if code == "observed" else whole - number)

    return compute


ARITHMETIC = {"S3": _supervision_held, "S4": _observed_visits}
