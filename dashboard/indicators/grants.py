"""Grants: what was paid, how much of the budget that is, and where the year will end."""

from __future__ import annotations

from dashboard.case_database.contract import codes
from dashboard.indicators.definitions import N_, Indicator

CATEGORIES = codes("grant_request", "category")

NET_GRANTS_PAID = Indicator(
    id="G1",
    name=N_("Net grants paid"),
    tile=N_("Net grants paid"),
    nature="flow",
    measure="money",
    meaning=N_("How much money reached families in the period, less what came back."),
    counted=N_("Payments made in the period, less what was returned of them."),
    not_counted=N_("Payments that are only scheduled, or that failed."),
    source=N_("Grant requests, decisions and payments."),
    splits={"category": CATEGORIES, "families": ("12m",)},
    measures={"families": "families"},
    typical="money",
)

BUDGET_USED = Indicator(
    id="G2",
    name=N_("Budget used"),
    tile=N_("Budget used"),
    nature="stock",
    measure="share",
    meaning=N_(
        "How much of this fiscal year's budget has been paid out by the last day of the period."
    ),
    counted=N_("Net payments since 1 January on the budget lines of the year."),
    out_of=N_("Newest approved amount of each of these lines."),
    not_counted=N_("Grants that are approved, but not yet paid."),
    unknown=N_("Net payments of these days on decisions that name no budget line."),
    source=N_("Budget lines and their versions; grant decisions and payments."),
    splits={"category": CATEGORIES},
)

PACE_AND_FORECAST = Indicator(
    id="G3",
    name=N_("Pace and year-end forecast"),
    tile=N_("Budget pace"),
    nature="stock",
    measure="gap",
    meaning=N_(
        "Whether spending runs ahead of the plan or behind it, and where the year will end "
        "if the last three months go on. More than 10 points off is worth a question."
    ),
    counted=N_("Budget used, less the share of the budget that was planned by the day."),
    out_of=N_("Newest approved amount of each budget line of the year."),
    not_counted=N_("A line without monthly phases is planned evenly over the days of the year."),
    source=N_("Budget lines, versions and phases; grant decisions and payments."),
    splits={"part": ("planned_share",), "forecast": ("median", "low", "high")},
    measures={"part": "share", "forecast": "money"},
)

INDICATORS = (NET_GRANTS_PAID, BUDGET_USED, PACE_AND_FORECAST)
