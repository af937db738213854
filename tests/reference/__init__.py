"""The indicators once more, written from the contract alone.

Plain and slow on purpose: dicts, loops over days, exact fractions. It shares
nothing with the product but the list of columns, so that an error in one is
not an error in both.

    tables = without_errors(from_folder(folder))
    indicator_rows(tables, as_of, first_month, last_month, levels)
"""

from __future__ import annotations

from datetime import date

from . import (
    advances,
    case_management,
    caseload,
    continuity,
    family_months,
    grants,
    identification,
    milestones,
    outlook,
    paid_unseen,
    quality,
    reach,
    requests,
    savers,
    visits,
)
from .days import month_end
from .figures import Figure, share_reached
from .rows import Row, Tables, from_folder, from_rows
from .rules import newest_load, without_errors
from .scene import Scene, World

__all__ = ["from_folder", "from_rows", "indicator_rows", "without_errors"]

# indicator -> (facts of the scene, each with its unit; figures of some facts)
INDICATORS = {
    "C1": (caseload.active_families, caseload.count_active),
    "C1n": (caseload.new_families, caseload.count_all),
    "C1x": (caseload.closed_families, caseload.count_closed),
    "C1s": (case_management.served_families, caseload.count_all),
    "C2": (caseload.places, caseload.share_of_places),
    "C3": (caseload.caseloads, caseload.share_points),
    "C4": (case_management.assessments, share_reached),
    "C5": (case_management.plans, share_reached),
    "C6": (outlook.outlook, outlook.room_ahead),
    "O4": (case_management.endings, share_reached),
    "V1": (visits.planned_visits, visits.share_of_plans),
    "V2": (visits.doses, visits.share_of_dose),
    "V3": (family_months.family_months, family_months.share_with_enough),
    "V4": (visits.overdue_visits, visits.count_overdue),
    "V5": (visits.visible_families, visits.share_unseen),
    "V6": (milestones.newborns, milestones.share_seen),
    "V7": (milestones.milestone_visits, milestones.share_on_time),
    "V8": (continuity.anniversaries, continuity.share_retained),
    "V9": (continuity.visitors, continuity.share_by_one),
    "R1": (identification.new_referrals, identification.count_referrals),
    "R2": (identification.contacts, identification.share_contacted),
    "R3": (identification.meetings, share_reached),
    "R4": (identification.offers_of_the_period, identification.share_accepted),
    "R5": (identification.waiting_families, identification.count_waiting),
    "G1": (grants.paid_in_the_year, grants.sum_paid),
    "G2": (grants.budgets, grants.share_used),
    "G3": (grants.budgets, grants.pace),
    "G4": (requests.unpaid_requests, requests.sum_unpaid),
    "G5": (requests.requested, requests.count_decisions),
    "G6": (requests.due_payments, requests.share_in_time),
    "G7": (paid_unseen.paid_and_visited, paid_unseen.count_unseen),
    "G8": (advances.unsettled, advances.sum_unsettled),
    "Q2": (quality.recorded_visits, quality.share_in_time),
    "Q3": (family_months.planned_and_expected, family_months.share_planned),
    "S1": (savers.savers, savers.count_savers),
    "S2": (savers.certified_savers, savers.share_certified),
    "S3": (savers.sessions, share_reached),
    "S4": (savers.observed_savers, share_reached),
}


def indicator_rows(
    tables: Tables,
    as_of: date | None,
    first_month: date,
    last_month: date,
    levels: tuple[str, ...] = ("programme", "region", "centre"),
    loaded: Tables | None = None,
) -> dict[tuple[str, str, str | None], Figure]:
    """Return (indicator, unit, split) -> Figure, of tables without errors.

    `loaded` are the tables with the rows in error, for Q1.
    """
    as_of = as_of or newest_load(tables)["latest_event_on"]
    day = min(month_end(last_month), as_of)
    flow, stock = World(tables, as_of), World(tables, day)
    beneath = _beneath(tables)
    scene = Scene(tables, flow, stock, first_month, day, as_of, last_month, beneath)
    rows_of_units = [u for u in tables["org_unit"] if u["level"] in levels]
    units = [row["org_id"] for row in rows_of_units]
    of_facts = {
        (indicator, unit, split): figure
        for indicator, (look, figures) in INDICATORS.items()
        for unit, facts in _by_unit(look(scene), units, beneath).items()
        for split, figure in _figures(indicator, figures, facts, scene).items()
    }
    return of_facts | _of_each_unit(scene, loaded or tables, rows_of_units)


def _of_each_unit(scene: Scene, loaded: Tables, units: list[Row]) -> dict:
    """R6, whose districts overlap, and Q1, a figure of the programme alone."""
    return {("R6", unit["org_id"], None): reach.per_births(scene, unit) for unit in units} | {
        ("Q1", unit["org_id"], None): quality.filled_values(loaded)
        for unit in units
        if unit["level"] == "programme"
    }


def _by_unit(facts: list, units: list[str], beneath: dict) -> dict[str, list]:
    return {unit: [fact for fact in facts if fact["unit"] in beneath[unit]] for unit in units}


def _figures(indicator, figures, facts, scene) -> dict[str | None, Figure]:
    if indicator != "R1":
        return figures(facts)
    referrals = scene.everything["referral"]
    areas = {row["area_code"] for row in referrals} - {None}
    return figures(facts, tuple(sorted(areas)))


def _beneath(tables: Tables) -> dict[str, set[str]]:
    """Unit -> itself and all units beneath it."""
    parents = {row["org_id"]: row["parent_id"] for row in tables["org_unit"]}
    beneath: dict[str, set[str]] = {unit: set() for unit in parents}
    for unit in parents:
        above: str | None = unit
        while above is not None:
            beneath[above].add(unit)
            above = parents[above]
    return beneath
