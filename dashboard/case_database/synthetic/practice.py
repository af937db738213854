"""How savers learn and are accompanied: training, certificates, supervision."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.capacities import supervisors
from dashboard.case_database.synthetic.columns import NEVER, NONE, code, refer, table
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.workers import Staff
from dashboard.case_database.synthetic.world import World, runs

# Course: core, hours, months until repeated (NONE: never), days from engagement to start and end.
COURSES = {
    "CORE-1": (True, 40.0, NONE, 3, 12),
    "CORE-2": (True, 24.0, 24, 15, 30),
    "INFANT-1": (False, 12.0, NONE, 80, 90),
    "SAFETY-1": (False, 6.0, 12, 120, 121),
}
CERTIFICATE = "HV-1"
CERTIFIED_FOR = 730
"""Days for which a certificate is valid."""


def training_course() -> pa.Table:
    core, hours, months, *_unused = zip(*COURSES.values(), strict=True)
    return table("training_course", course_code=list(COURSES), is_core=core, hours=hours, valid_months=months)


def training_record(world: World, people: Staff) -> pa.Table:
    """Return the courses of the savers; some are still on them, a few fail one at first."""
    random = world.dice("training_record")
    savers = np.flatnonzero(people.is_saver)
    parts = []
    for place, (core, _hours, _months, start, end) in enumerate(COURSES.values()):
        takes = savers[random.random(savers.size) < (1.0 if core else 0.6)]
        parts.append(
            (
                takes,
                np.full(takes.size, place),
                people.engaged[takes] + start,
                people.engaged[takes] + end,
            )
        )
    row, course, start, end = (np.concatenate(column) for column in zip(*parts, strict=True))
    kept = (start <= world.days.until) & (start < people.ended[row])
    row, course, start, end = row[kept], course[kept], start[kept], end[kept]
    end = world.days.known(np.where(end < people.ended[row], end, NEVER))
    count = row.size
    done = end < NEVER
    optional = course >= 2
    broken_off = optional & (random.random(count) < 0.03)
    end, done = np.where(broken_off, NEVER, end), done & ~broken_off
    failed = done & optional & (random.random(count) < 0.05)
    passed, in_progress, fails, withdrawn = (
        code("training_record", "result", w) for w in ("passed", "in_progress", "failed", "withdrawn")
    )
    gone = broken_off | (~done & (people.ended[row] <= world.days.until))
    before = np.clip(random.normal(48, 12, count), 5, 90).round(2)
    after = np.clip(before + random.normal(28, 9, count), before, 100).round(2)
    return table(
        "training_record",
        worker_id=refer(people.keys, row),
        course_code=refer(pa.array(list(COURSES)), course),
        started_on=start,
        completed_on=end,
        result=np.select([failed, done, gone], [fails, passed, withdrawn], in_progress),
        competence_pre=before,
        competence_post=np.where(done, after, np.nan),
    )


def certification(world: World, people: Staff) -> pa.Table:
    """Return the certificates: renewed after two years, by some too late, of a few revoked."""
    random = world.dice("certification")
    savers = np.flatnonzero(people.is_saver)
    first = people.ready[savers] - 2
    # Some brought a certificate from an earlier post.
    brought = random.random(savers.size) < 0.35
    first = np.where(brought, first - random.integers(100, 640, savers.size), first)
    parts = []
    for _unused in range(3):
        revoked = np.where(random.random(savers.size) < 0.008, first + 300, NEVER)
        kept = (first <= world.days.until) & (first < people.ended[savers])
        parts.append((savers[kept], first[kept], revoked[kept]))
        late = random.random(savers.size) < 0.14
        renewal = np.where(late, random.integers(5, 70, savers.size), -random.integers(0, 25, savers.size))
        first = first + CERTIFIED_FOR + renewal
    row, issued, revoked = (np.concatenate(column) for column in zip(*parts, strict=True))
    return table(
        "certification",
        worker_id=refer(people.keys, row),
        cert_code=[CERTIFICATE] * row.size,
        issued_on=issued,
        expires_on=issued + CERTIFIED_FOR,
        revoked_on=world.days.known(revoked),
    )


def supervision(world: World, people: Staff) -> pa.Table:
    """Return the sessions of savers: individual, in the group, and observed visits."""
    random = world.dice("supervision")
    savers = np.flatnonzero(people.is_saver & (people.ready <= world.days.until))
    parts = []
    for kind, every in (("individual", 14), ("group", 30), ("observed_visit", 88)):
        last = np.minimum(people.ended[savers], world.days.until + 20)
        row, place = runs(np.maximum((last - people.ready[savers]) // every, 0))
        due = world.days.working(people.ready[savers][row] + (place + 1) * every)
        parts.append((savers[row], np.full(row.size, code("supervision", "kind", kind)), due))
    row, kind, due = (np.concatenate(column) for column in zip(*parts, strict=True))
    count = row.size
    turnover = np.array([c.character.turnover for c in world.centres])[people.centre[row]]
    held = random.random(count) < np.where(turnover > 2, 0.58, 0.86)
    day = world.days.working(due + random.integers(-2, 6, count))
    day = np.where(held & (day < people.ended[row]), day, NEVER)
    day = world.days.known(np.where(day < people.ready[row], due, day))
    there = day < NEVER
    observed = there & (kind == code("supervision", "kind", "observed_visit"))
    return table(
        "supervision",
        supervision_id=keys("S", count, 6, world.seed),
        worker_id=refer(people.keys, row),
        supervisor_id=refer(people.keys, supervisors(people)[row]),
        due_on=due,
        held_on=day,
        kind=kind,
        minutes=np.where(there, random.integers(30, 91, count), NONE),
        observation_pct=np.where(observed, np.clip(random.normal(81, 9, count), 30, 100).round(2), np.nan),
    )
