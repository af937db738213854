"""Visits: made of those planned, received of those the model requires, late, and missing."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.caseload import STAGES
from dashboard.indicators.definitions import N_, Indicator

STATUSES = ("waived", "not_applicable", "done_on_time", "done_late", "missed", "overdue")

# Days late, as a page groups them: name, first day and last day (None: open).
LATE_BANDS = (
    ("d1_3", 1, 3),
    ("d4_7", 4, 7),
    ("d8_14", 8, 14),
    ("d15", 15, None),
)

PLANNED_VISITS_COMPLETED = Indicator(
    id="V1",
    name=N_("Planned visits completed"),
    tile=N_("Planned visits"),
    nature="flow",
    measure="share",
    meaning=N_(
        "How many of the planned visits were made. It says whether plans are kept, "
        "not whether enough was planned."
    ),
    counted=N_("Planned visits that were made, on time or late."),
    out_of=N_("Planned visits whose time ended in the period: made, missed or overdue."),
    not_counted=N_(
        "Visits that were waived, that fell due while the family was not active, "
        "or whose time is not yet up."
    ),
    source=N_("Visit plans, visits and status history of the families."),
    better="more",
    splits={
        "timing": ("on_time",),
        "reason": codes("visit", "reason"),
        "status": STATUSES,
    },
    measures={"reason": "visits", "status": "visits"},
)

VISIT_DOSE = Indicator(
    id="V2",
    name=N_("Visit dose received"),
    tile=N_("Visit dose"),
    nature="flow",
    measure="share",
    meaning=N_(
        "How many of the visits that the model requires the families received. "
        "Planning fewer visits does not raise it."
    ),
    counted=N_(
        "Completed visits in person, for each family and month no more than are required of it."
    ),
    out_of=N_("Visits that the families' service levels require, day by day."),
    not_counted=N_(
        "Video and phone calls; days on which a family is not active or has a schedule of its own."
    ),
    source=N_("Visits, levels and status history of the families; the service model."),
    better="more",
    splits={"stage": STAGES},
)

OVERDUE_VISITS = Indicator(
    id="V4",
    name=N_("Overdue visits"),
    tile=N_("Overdue visits"),
    nature="stock",
    measure="visits",
    meaning=N_(
        "How many planned visits are late on the last day of the period and can still be made up."
    ),
    counted=N_("Planned visits after their last day on time, not made and not yet expired."),
    not_counted=N_("Visits that were waived, or fell due while the family was not active."),
    source=N_("Visit plans, visits and status history of the families."),
    better="less",
    splits={
        "late": ("families", "longest"),
        "days": tuple(name for name, _, _ in LATE_BANDS),
    },
    pages_only=("days",),
    measures={"late=families": "families", "late=longest": "days"},
    typical="days",
)

UNSEEN_FAMILIES = Indicator(
    id="V5",
    name=N_("Families unseen too long"),
    tile=N_("Unseen families"),
    nature="stock",
    measure="share",
    meaning=N_(
        "How many families nobody has visited for longer than their service level allows."
    ),
    counted=N_("Families without a completed visit in the days that their level allows."),
    out_of=N_("Active families that have been on the programme for at least that long."),
    not_counted=N_("Families with a schedule of their own, on a break, or new."),
    source=N_("Visits, levels and status history of the families; the service model."),
    better="less",
    splits={"seen": ("never",)},
    measures={"seen": "families"},
    families=True,
)

INDICATORS = (PLANNED_VISITS_COMPLETED, VISIT_DOSE, OVERDUE_VISITS, UNSEEN_FAMILIES)
