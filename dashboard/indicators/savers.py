"""Savers: who is in service, trained, gone, and how they are supervised."""

from __future__ import annotations

from dashboard.indicators.definitions import N_, Indicator

SAVERS_IN_SERVICE = Indicator(
    id="S1",
    name=N_("Savers in service"),
    tile=N_("Savers"),
    nature="stock",
    measure="savers",
    meaning=N_(
        "How many parenting savers can be sent to families on the last day of the period."
    ),
    counted=N_("Savers who are trained and cleared for dispatch by the day, and have not left."),
    not_counted=N_("Case managers, supervisors, coordinators, and savers still in training."),
    source=N_("Workers, their capacity, and their training."),
    splits={"measure": ("fte", "trained", "left_12m", "per_supervisor")},
    measures={"measure=fte": "fte", "measure=per_supervisor": "ratio"},
)

INDICATORS = (SAVERS_IN_SERVICE,)
