"""The tables of the synthetic case database, made one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import numpy as np
import pyarrow as pa

from dashboard.case_database.contract import TABLES
from dashboard.case_database.synthetic import (
    advances,
    assignments,
    budgets,
    capacities,
    care,
    case_files,
    centres,
    children,
    families,
    grants,
    histories,
    payments,
    practice,
    reference,
    referrals,
    units,
    visit_plans,
    visit_records,
    visits,
    workers,
)
from dashboard.case_database.synthetic.columns import NONE
from dashboard.case_database.synthetic.days import MONTHS, Days
from dashboard.case_database.synthetic.histories import Levels, Stretches
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.world import World, dice
from dashboard.sizes import FEWEST_FAMILIES

Some = TypeVar("Some", bound=Stretches)

UNTIL = date(2026, 6, 30)
"""The last day of the data unless another is asked for."""

PART = 20_000
"""Families whose visits are made at once: what bounds the memory."""


def generate(families: int, seed: int, until: date = UNTIL) -> dict[str, pa.Table]:
    """Return all tables of the contract, in its order.

    Args:
        families: rows of `case_file`, at least FEWEST_FAMILIES.
        seed: the same seed gives the same rows.
        until: last day of the data.
    """
    found: dict[str, list[pa.Table]] = {}
    for name, rows in parts(families, seed, until):
        found.setdefault(name, []).append(rows)
    return {name: pa.concat_tables(found[name]).unify_dictionaries() for name in TABLES}


def parts(
    families: int, seed: int, until: date = UNTIL, months: int = MONTHS
) -> Iterator[tuple[str, pa.Table]]:
    """Yield (table, rows) as they are made; large tables come in several parts."""
    rows = 0
    days = Days(until, months)
    for name, made in _facts(families, seed, days):
        rows += made.num_rows
        yield name, made
    yield "data_load", reference.data_load(days, rows)


def _facts(count: int, seed: int, days: Days) -> Iterator[tuple[str, pa.Table]]:
    if count < FEWEST_FAMILIES:
        raise ValueError(f"The number of families is {count}: expected at least {FEWEST_FAMILIES}.")
    world = World(seed, days, centres.centres(days, count, dice(seed, "centres")))
    yield from _reference(world)
    drawn = families.families(world, count)
    people = workers.staff(world, drawn)
    served = assignments.dispatch(world, drawn, people)
    kids = children.children(world, drawn)
    status, levels = histories.statuses(world, drawn), histories.levels(world, drawn)
    yield "org_capacity", units.org_capacity(days, world.centres, _load(world, drawn))
    yield from _staff(world, people)
    yield from _cases(world, drawn, status, levels)
    yield "case_assignment", assignments.case_assignment(world, drawn, people, served)
    yield "pregnancy", children.pregnancy(world, drawn)
    yield "child", children.child(world, drawn, kids)
    yield from care.tables(world, drawn, kids)
    yield from _money(world, drawn)
    yield from _visits(world, drawn, people, served, kids, status, levels)


def _reference(world: World) -> Iterator[tuple[str, pa.Table]]:
    yield "org_unit", units.org_unit(world.centres)
    yield "org_label", units.org_label(world.centres)
    yield "service_level", reference.service_level(world.days)
    yield "area_births", reference.area_births(world.days, world.dice("area_births"))
    yield "fx_rate", reference.fx_rate(world.days, world.dice("fx_rate"))
    yield "indicator_target", reference.indicator_target(world.days)
    yield "training_course", practice.training_course()


def _load(world: World, drawn: families.Families) -> np.ndarray:
    """Return the families in service on the last day, by centre."""
    served = (drawn.serves <= world.days.until) & (drawn.leaves > world.days.until)
    return np.bincount(drawn.centre[served], minlength=len(world.centres))


def _staff(world: World, people: workers.Staff) -> Iterator[tuple[str, pa.Table]]:
    yield "worker", workers.worker(world, people)
    yield "worker_capacity", capacities.worker_capacity(world, people)
    yield "training_record", practice.training_record(world, people)
    yield "certification", practice.certification(world, people)
    yield "supervision", practice.supervision(world, people)


def _cases(
    world: World, drawn: families.Families, status: Stretches, levels: Levels
) -> Iterator[tuple[str, pa.Table]]:
    found, own = referrals.referral(world, drawn)
    yield "referral", found
    area = referrals.areas(world, drawn.centre, "case area")
    yield "case_file", case_files.case_file(world, drawn, own, area)
    yield "case_status", histories.case_status(world, drawn, status)
    yield "case_level", histories.case_level(world, drawn, levels)
    yield "closure", case_files.closure(world, drawn)


def _money(world: World, drawn: families.Families) -> Iterator[tuple[str, pa.Table]]:
    lines = budgets.lines(world)
    found = grants.grants(world, drawn)
    paid = payments.payments(world, found)
    centre = drawn.centre[found.family]
    line = budgets.line_of(world, lines, centre, found.category, found.scheduled)
    on_line = line[paid.request]
    named = on_line != NONE
    spent = np.bincount(on_line[named], paid.net[named], lines.year.size)
    amount = budgets.amounts(world, lines, spent)
    by_centre = np.bincount(centre[paid.request], paid.net, len(world.centres))
    ids = keys("Q", found.family.size, 6, world.seed)
    yield "budget_line", budgets.budget_line(world, lines)
    yield "budget_version", budgets.budget_version(world, lines, amount)
    yield "budget_phase", budgets.budget_phase(world, lines, amount)
    yield "grant_request", grants.grant_request(drawn, found, ids)
    yield "grant_decision", grants.grant_decision(world, found, lines, line, ids)
    yield "grant_payment", payments.grant_payment(world, paid, ids)
    yield from advances.advances(world, by_centre).items()


def _visits(
    world: World,
    drawn: families.Families,
    people: workers.Staff,
    served: assignments.Dispatch,
    kids: children.Children,
    status: Stretches,
    levels: Levels,
) -> Iterator[tuple[str, pa.Table]]:
    planned_before = visited_before = 0
    for part, first in enumerate(range(0, drawn.count, PART)):
        some_levels = _between(levels, first, first + PART)
        some_status = _between(status, first, first + PART)
        planned = visit_plans.plans(world, drawn, kids, some_levels, some_status, part, planned_before)
        made = visits.visits(world, drawn, people, served, planned, part)
        visit, content = visit_records.recorded(world, drawn, people, planned, made, part, visited_before)
        planned_before += planned.family.size
        visited_before += visit.num_rows
        yield "visit_plan", visit_plans.visit_plan(drawn, kids, planned)
        yield "visit", visit
        yield "visit_content", content


def _between(rows: Some, first: int, last: int) -> Some:
    """Return the stretches of the families from `first` up to before `last`."""
    start, end = np.searchsorted(rows.family, (first, last))
    return type(rows)(**{name: column[start:end] for name, column in rows.__dict__.items()})
