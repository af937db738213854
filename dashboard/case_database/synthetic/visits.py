"""What becomes of planned visits: made, attempted, cancelled; calls between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.case_database.synthetic.assignments import Dispatch
from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.visit_plans import Plans
from dashboard.case_database.synthetic.workers import Staff
from dashboard.case_database.synthetic.world import World

COMPLETED, ATTEMPTED, CANCELLED = (
    code("visit", "outcome", word) for word in ("completed", "attempted", "cancelled")
)
CLOSED = code("visit_plan", "waive_reason", "closed")
IN_PERSON = {"home": 0.85, "centre": 0.10, "other_in_person": 0.05}
ATTEMPTS = {"not_home": 0.66, "family_ill": 0.1, "weather": 0.04, "safety": 0.06, "other": 0.14}
CANCELLATIONS = {
    "family_cancelled": 0.40,
    "family_ill": 0.21,
    "worker_cancelled": 0.14,
    "worker_ill": 0.12,
    "no_worker": 0.03,
    "weather": 0.04,
    "other": 0.06,
}


@dataclass(frozen=True)
class Visits:
    """Rows of visits before they are recorded; `plan`: row of the planned visit, or NONE."""

    family: np.ndarray
    worker: np.ndarray
    plan: np.ndarray
    day: np.ndarray
    mode: np.ndarray
    outcome: np.ndarray
    reason: np.ndarray


def visits(
    world: World, drawn: Families, people: Staff, served: Dispatch, planned: Plans, part: int
) -> Visits:
    """Draw what became of each planned visit."""
    random = world.dice("visit", part)
    count = planned.family.size
    chance = _chance(world, drawn, planned, random)
    dice = random.random(count)
    made, late = dice < chance, random.random(count) < 0.09
    day = _apart(world, planned, made, _visit_days(world, planned, late, random))
    worker = _workers(people, drawn, served, planned.family, day, random)
    made &= worker != NONE
    in_person = _rows(planned, made, day, worker, COMPLETED)
    in_person = _replace(in_person, mode=choose(random, in_person.day.size, "visit", "mode", IN_PERSON))
    failed = _failures(world, drawn, planned, people, worker, made & late, ~made, random)
    found = _joined([in_person, failed, _duplicates(in_person, random), _calls(world, in_person, random)])
    return _kept(world, drawn, planned, found)


def _chance(world: World, drawn: Families, planned: Plans, random: np.random.Generator) -> np.ndarray:
    """Return the share of planned visits that are made, for each planned visit."""
    family = planned.family
    quality = world.quality(drawn.centre[family], planned.due)
    habits = world.dice("families' habits").beta(9, 2.2, drawn.count) / 0.785
    age = planned.due - drawn.birth[family]
    stage = np.select([age < 0, age < 183, age < 365], [0.98, 1.06, 1.0], 0.92)
    chance = quality * habits[family] * stage * world.days.season(planned.due)
    chance = np.where(planned.waived < NEVER, 0.0, np.minimum(chance, 0.98))
    # A few visits go on although the family is closed.
    return np.where(planned.waive_reason == CLOSED, 0.012, chance)


def _visit_days(world: World, planned: Plans, late: np.ndarray, random: np.random.Generator) -> np.ndarray:
    count = planned.due.size
    usual = planned.due + np.clip(random.normal(0, 1.3, count).round(), -3, 3).astype(np.int64)
    spread = planned.opens + (random.random(count) * (planned.closes - planned.opens)).astype(np.int64)
    usual = np.where(planned.milestone == NONE, usual, spread)
    wait = random.random(count) * (planned.expires - planned.closes)
    return world.days.working(np.where(late, planned.closes + 1 + wait.astype(np.int64), usual))


def _apart(world: World, planned: Plans, made: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the days with the second of two visits on one day moved to the next."""
    rows = np.flatnonzero(made)
    rows = rows[np.lexsort((day[rows], planned.family[rows]))]
    same = (np.diff(planned.family[rows]) == 0) & (np.diff(day[rows]) == 0)
    second = rows[1:][same]
    moved = world.days.working(day[second] + 1)
    day[second] = np.where(moved <= planned.expires[second], moved, day[second])
    return day


def _workers(
    people: Staff,
    drawn: Families,
    served: Dispatch,
    family: np.ndarray,
    day: np.ndarray,
    random: np.random.Generator,
) -> np.ndarray:
    """Return the family's saver on the day, sometimes a colleague, NONE where there is nobody."""
    posts = people.savers
    post = served.post(family, day)
    stands_in = np.flatnonzero(random.random(family.size) < 0.06)
    centre = drawn.centre[family[stands_in]]
    others = posts.open_on(centre, day[stands_in])
    post[stands_in] = posts.first[centre] + random.integers(0, 2**31, stands_in.size) % others
    return posts.on(post, day)


def _failures(
    world: World,
    drawn: Families,
    planned: Plans,
    people: Staff,
    worker: np.ndarray,
    postponed: np.ndarray,
    missed: np.ndarray,
    random: np.random.Generator,
) -> Visits:
    """Draw what is recorded where no visit in person was made in time."""
    count = planned.family.size
    what = random.random(count)
    tried = (postponed & (what < 0.6)) | (missed & (what < 0.6))
    tried &= planned.waived == NEVER
    apart = missed & (what >= 0.6) & (what < 0.86) & (planned.waived == NEVER)
    someone = worker != NONE
    office = people.managers.worker[people.managers.first[drawn.centre[planned.family]], 0]
    who = np.where(someone, worker, office)
    day = world.days.working(planned.due)
    went = _rows(planned, tried & someone & (random.random(count) < 0.45), day, who, ATTEMPTED)
    went = _replace(went, reason=choose(random, went.day.size, "visit", "reason", ATTEMPTS))
    stopped = tried.copy()
    stopped[went.plan] = False
    off = _rows(planned, stopped, day, who, CANCELLED)
    reason = choose(random, off.day.size, "visit", "reason", CANCELLATIONS)
    nobody = code("visit", "reason", "no_worker")
    off = _replace(off, reason=np.where(someone[off.plan], reason, nobody))
    called = _rows(planned, apart & someone, day, who, COMPLETED)
    modes = choose(random, called.day.size, "visit", "mode", {"video": 0.4, "phone": 0.6})
    # A call is no visit: it belongs to no planned one.
    called = _replace(called, mode=modes, plan=np.full(called.day.size, NONE))
    return _joined([went, off, called])


def _rows(planned: Plans, happens: np.ndarray, day: np.ndarray, worker: np.ndarray, outcome: int) -> Visits:
    plan = np.flatnonzero(happens)
    home = np.full(plan.size, code("visit", "mode", "home"), dtype=np.int8)
    return Visits(
        planned.family[plan],
        worker[plan],
        plan,
        day[plan],
        home,
        np.full(plan.size, outcome, dtype=np.int8),
        np.full(plan.size, NONE, dtype=np.int8),
    )


def _replace(rows: Visits, **columns: np.ndarray) -> Visits:
    return Visits(**{**rows.__dict__, **columns})


def chosen(rows: Visits, which: np.ndarray) -> Visits:
    """Return those of the rows that `which` chooses."""
    return Visits(**{name: column[which] for name, column in rows.__dict__.items()})


def _joined(parts: list[Visits]) -> Visits:
    names = Visits.__dataclass_fields__
    return Visits(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})


def _duplicates(made: Visits, random: np.random.Generator) -> Visits:
    """Return a few visits that were recorded twice."""
    again = np.flatnonzero(random.random(made.day.size) < 0.0012)
    rows = chosen(made, again)
    return _replace(rows, plan=np.full(again.size, NONE))


def _calls(world: World, made: Visits, random: np.random.Generator) -> Visits:
    """Return calls between visits, which belong to no planned one."""
    after = np.flatnonzero(random.random(made.day.size) < 0.25)
    rows = chosen(made, after)
    day = world.days.working(rows.day + random.integers(2, 6, after.size))
    mode = choose(random, after.size, "visit", "mode", {"phone": 0.85, "video": 0.15})
    return _replace(rows, plan=np.full(after.size, NONE), day=day, mode=mode)


def _kept(world: World, drawn: Families, planned: Plans, found: Visits) -> Visits:
    """Leave out what lies after the last day, before service, or (nearly always) after closure."""
    plan = np.maximum(found.plan, 0)
    goes_on = (found.plan != NONE) & (planned.waive_reason[plan] == CLOSED)
    waived_first = (found.plan != NONE) & (planned.waived[plan] <= found.day)
    inside = (found.day <= world.days.until) & (found.day >= drawn.serves[found.family])
    inside &= goes_on | (~waived_first & (found.day < drawn.leaves[found.family]))
    return chosen(found, inside)
