"""Referrals: those that became families, and those that did not."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.case_database.synthetic.columns import NEVER, NONE, choose, code, refer, table
from dashboard.case_database.synthetic.days import number
from dashboard.case_database.synthetic.families import Families
from dashboard.case_database.synthetic.keys import keys
from dashboard.case_database.synthetic.places import districts
from dashboard.case_database.synthetic.world import World

HOTLINE_SINCE = number("2024-07-19")
OTHERS = 0.7
"""Referrals that did not become a family, for each that did."""
ELSEWHERE = ("11500", "11530")
"""Districts outside both regions."""
SOURCES = {
    "community_centre": 0.20,
    "health_centre": 0.20,
    "hotline_1308": 0.15,
    "hospital": 0.12,
    "family_centre": 0.11,
    "self": 0.08,
    "outreach": 0.06,
    "shelter": 0.04,
    "school": 0.01,
    "other": 0.03,
}
DECISIONS = {
    "declined": 0.44,
    "ineligible": 0.22,
    "unreachable": 0.22,
    "referred_on": 0.17,
    "pending": 0.01,
}


def areas(world: World, centre: np.ndarray, subject: str) -> pa.Array:
    """Draw districts: mostly that of the centre, else one nearby, outside, or not known."""
    random = world.dice(subject)
    names = sorted(place["code"] for place in districts(world.days))
    own = np.array([names.index(c.area_code) for c in world.centres])[centre]
    near = np.clip(own + random.choice([-2, -1, 1, 2], centre.size), 0, len(names) - 1)
    same_region = np.array([name[:2] for name in names])
    near = np.where(same_region[near] == same_region[own], near, own)
    outside = len(names) + random.integers(0, len(ELSEWHERE), centre.size)
    dice = random.random(centre.size)
    drawn = np.select([dice < 0.86, dice < 0.955, dice < 0.97], [own, near, outside], NONE)
    return refer(pa.array([*names, *ELSEWHERE]), drawn)


def referral(world: World, drawn: Families) -> tuple[pa.Table, pa.Array]:
    """Return the referrals, and the key of each family's own (empty for a few)."""
    random = world.dice("referral")
    known = np.flatnonzero(random.random(drawn.count) >= 0.02)
    other = _others(drawn, random)
    centre = np.concatenate([drawn.centre[known], drawn.centre[other]])
    count, came = centre.size, known.size
    received = np.concatenate(
        [
            drawn.intake[known] - 1 - np.minimum(random.gamma(2, 5, came), 50).astype(int),
            world.days.working(drawn.intake[other] - random.integers(0, 16, other.size)),
        ]
    )
    received = np.clip(received, world.launched[centre], world.days.until)
    decision = choose(random, count, "referral", "decision", DECISIONS)
    decision[:came] = code("referral", "decision", "accepted")
    steps = _steps(world, received, decision, random)
    latest = np.concatenate([drawn.intake[known], np.full(other.size, NEVER)])
    steps = {name: np.where(day < NEVER, np.minimum(day, latest), day) for name, day in steps.items()}
    ids = keys("R", count, 6, world.seed)
    built = _table(world, ids, centre, received, decision, steps, _stages(drawn, known, other, random))
    row = np.full(drawn.count, NONE)
    row[known] = np.arange(came)
    return built, refer(ids, row)


def _others(drawn: Families, random: np.random.Generator) -> np.ndarray:
    """Return families whose centre and time a referral without a family shares."""
    return random.integers(0, drawn.count, int(drawn.count * OTHERS))


def _stages(drawn: Families, known: np.ndarray, other: np.ndarray, random: np.random.Generator) -> np.ndarray:
    family = np.concatenate([known, other])
    words = ("pregnant", "postpartum_lt6m", "infant_6_24m", "unknown")
    pregnant, young, infant, unknown = (code("referral", "stage_at_referral", w) for w in words)
    age = drawn.intake[family] - drawn.birth[family]
    stage = np.select([drawn.prenatal[family], age < 183], [pregnant, young], infant)
    return np.where(random.random(family.size) < 0.035, unknown, stage)


def _steps(
    world: World, received: np.ndarray, decision: np.ndarray, random: np.random.Generator
) -> dict[str, np.ndarray]:
    """Draw the way of each referral: attempt, contact, meeting, offer, decision."""
    count = received.size
    slow = random.random(count) < 0.16
    attempt = world.days.working(received + random.geometric(0.75, count) - 1)
    contact = attempt + np.where(slow, random.integers(2, 15, count), random.geometric(0.8, count) - 1)
    face = world.days.working(contact + 1 + random.gamma(2, 2.4, count).astype(int))
    offer = world.days.working(face + random.geometric(0.4, count) - 1)
    decided = world.days.working(offer + random.geometric(0.3, count) - 1)
    word = {name: code("referral", "decision", name) for name in DECISIONS}
    unreachable = decision == word["unreachable"]
    never_offered = np.isin(decision, [word["ineligible"], word["referred_on"], word["unreachable"]])
    met = ~unreachable & ~((decision == word["declined"]) & (random.random(count) < 0.3))
    met &= ~(never_offered & (random.random(count) < 0.5))
    decided = np.where(unreachable, received + 21 + random.integers(0, 15, count), decided)
    return {
        "first_attempt_on": attempt,
        "first_contact_on": np.where(unreachable, NEVER, contact),
        "first_face_on": np.where(met, face, NEVER),
        "offered_on": np.where(met & ~never_offered, offer, NEVER),
        "decided_on": np.where(decision == word["pending"], NEVER, decided),
    }


def _table(
    world: World,
    ids: pa.Array,
    centre: np.ndarray,
    received: np.ndarray,
    decision: np.ndarray,
    steps: dict[str, np.ndarray],
    stage: np.ndarray,
) -> pa.Table:
    random = world.dice("referral details")
    count = centre.size
    source = choose(random, count, "referral", "source", SOURCES)
    hotline = code("referral", "source", "hotline_1308")
    early = (source == hotline) & (received < HOTLINE_SINCE)
    source = np.where(early, code("referral", "source", "self"), source)
    steps = {name: world.days.known(day) for name, day in steps.items()}
    open_still = steps["decided_on"] >= NEVER
    decision = np.where(open_still, code("referral", "decision", "pending"), decision)
    ineligible = decision == code("referral", "decision", "ineligible")
    met = (steps["first_face_on"] < NEVER) | ineligible
    orgs = pa.array([c.org_id for c in world.centres])
    return table(
        "referral",
        referral_id=ids,
        org_id=refer(orgs, centre),
        received_on=received,
        area_code=areas(world, centre, "referral area"),
        source=source,
        stage_at_referral=stage,
        duplicate_of=refer(ids, _duplicates(centre, received, decision, random)),
        eligible=np.where(met, (~ineligible).astype(np.int8), NONE),
        decision=decision,
        **steps,
    )


def _duplicates(
    centre: np.ndarray, received: np.ndarray, decision: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    """Return for a few referrals the row of the one before in the centre; NONE for most."""
    found = np.full(centre.size, NONE)
    order = np.lexsort((received, centre))
    follows = np.flatnonzero(centre[order][1:] == centre[order][:-1]) + 1
    again = follows[random.random(follows.size) < 0.09]
    # Only what was passed on can be a second referral, and never of another duplicate.
    passed_on = decision[order] == code("referral", "decision", "referred_on")
    again = again[passed_on[again] & ~passed_on[again - 1]]
    found[order[again]] = order[again - 1]
    return found
