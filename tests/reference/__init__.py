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
    caseload,
    continuity,
    family_months,
    grants,
    identification,
    milestones,
    paid_unseen,
    quality,
    requests,
    savers,
    visits,
)
from .days import month_end
from .figures import Figure
from .rows import Tables, from_folder, from_rows
from .rules import newest_load, without_errors
from .scene import Scene, World

__all__ = ["from_folder", "from_rows", "indicator_rows", "without_errors"]

# indicator -> (facts of the scene, each with its unit; figures of some facts)
INDICATORS = {
    "C1": (caseload.active_families, caseload.count_active),
    "C1n": (caseload.new_families, caseload.count_all),
    "C1x": (caseload.closed_families, caseload.count_closed),
    "C2": (caseload.places, caseload.share_of_places),
    "C3": (caseload.caseloads, caseload.share_points),
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
    scene = Scene(tables, flow, stock, first_month, day, as_of, last_month)
    beneath = _beneath(tables)
    units = [u["org_id"] for u in tables["org_unit"] if u["level"] in levels]
    figures_of_all = {
        (indicator, unit, split): figure
        for indicator, (look, figures) in INDICATORS.items()
        for unit, facts in _by_unit(look(scene), units, beneath).items()
        for split, figure in _figures(indicator, figures, facts, scene).items()
    }
    return figures_of_all | _of_the_database(loaded or tables, units)


def _of_the_database(loaded: Tables, units: list[str]) -> dict:
    """Q1, which is a figure of the programme alone."""
    return {
        ("Q1", row["org_id"], None): quality.filled_values(loaded)
        for row in loaded["org_unit"]
        if row["level"] == "programme" and row["org_id"] in units
    }


def _by_unit(facts: list, units: list[str], beneath: dict) -> dict[str, list]:
    return {
        unit: [fact for fact in facts if fact["unit"] in beneath[unit]]
        for unit in units
    }


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
