"""Savers: who is in service, trained, gone, and how they are supervised."""

from __future__ import annotations

from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums, parts
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Firsts, LastVisits, Tally
from dashboard.messages import N_

SAVERS_IN_SERVICE = Indicator(
    id="S1",
    key=True,
    name=N_("Savers in service"),
    tile=N_("Savers"),
    nature="stock",
    measure="savers",
    meaning=N_("How many parenting savers can be sent to families on the last day of the period."),
    counted=N_("Savers who are trained and cleared for dispatch by the day, and have not left."),
    not_counted=N_("Case managers, supervisors, coordinators, and savers still in training."),
    source=N_("Workers, their capacity, and their training."),
    splits={"measure": ("fte", "trained", "left_12m", "per_supervisor")},
    measures={"measure=fte": "fte", "measure=per_supervisor": "ratio"},
    of_staff=True,
    adds_up=Sums(
        identities=("S1.measure=fte = C3/D", "S1.measure=per_supervisor ~ S1"),
        in_period=parts("measure", "trained"),
    ),
)

CERTIFIED_AND_IN_DATE = Indicator(
    id="S2",
    name=N_("Certified and valid"),
    tile=N_("Certified"),
    nature="stock",
    measure="share",
    base="savers",
    meaning=N_(
        "How many of the savers who serve families hold a certificate that is valid "
        "on the last day of the period."
    ),
    counted=N_("Savers with a certificate that is neither expired nor revoked on the day."),
    out_of=N_("Savers to whom a family on the programme is assigned on the day."),
    not_counted=N_("Savers without a family."),
    source=N_("Certificates, assignments and status history of the families; visits."),
    better="more",
    splits={
        "cert": ("expiring_60", "uncertified_visits"),
        "valid": ("lasting", "expiring", "none"),
    },
    pages_only=("valid",),
    measures={"cert": "savers", "valid": "savers"},
    of_staff=True,
    adds_up=Sums(
        in_period=parts("cert", "uncertified_visits"),
        identities=(
            "S2 = S2.valid=lasting + S2.valid=expiring",
            "S2/D = S2 + S2.valid=none",
            "S2.cert=expiring_60 = S2.valid=expiring",
        ),
    ),
)

INDICATORS = (SAVERS_IN_SERVICE, CERTIFIED_AND_IN_DATE)


def _savers_in_service(cubes: Cubes) -> Compute:
    query = "savers_by_centre_and_month"
    savers, fte, supervised = (Tally(cubes, query, name) for name in ("savers", "fte", "supervised"))
    supervisors = cubes.own("supervisors_by_unit_and_month", "supervisors")
    left = Tally(cubes, "savers_left_by_centre_and_month", "savers")
    trained = Firsts(cubes, "savers_trained_by_centre_and_month", "savers")

    # Figures about staff: no family stands behind them.
    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if code == "fte":
            return count(fte.day(unit, span))
        if code == "trained":
            return count(trained.count(unit, span))
        if code == "left_12m":
            return count(left.at(unit, span.window))
        if code == "per_supervisor":
            return share(supervised.day(unit, span), float(supervisors[unit, span.day]))
        return count(savers.day(unit, span))

    return compute


def _certified_and_in_date(cubes: Cubes) -> Compute:
    query = "savers_certified_by_centre_and_month"
    savers, certified, expiring = (Tally(cubes, query, name) for name in ("savers", "certified", "expiring"))
    uncertified = LastVisits(cubes, "savers_uncertified_by_centre_and_month", "savers")

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        if code == "uncertified_visits":
            return count(uncertified.count(unit, span))
        number, valid, ending = (each.day(unit, span) for each in (savers, certified, expiring))
        if code is None:
            return share(valid, number)
        return count({"lasting": valid - ending, "none": number - valid}.get(code, ending))

    return compute


ARITHMETIC = {"S1": _savers_in_service, "S2": _certified_and_in_date}
