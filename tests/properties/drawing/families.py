"""A family with all the rows that hang on it."""

from __future__ import annotations

from hypothesis import strategies as st

from dashboard.case_database.contract import codes
from properties.drawing.days import BACK, LONG_BACK, SOON, after, away, day, histories
from properties.drawing.grants import grants
from properties.drawing.homes import DISTRICTS, Home
from properties.drawing.rows import Rows, maybe, mostly, spoilt, together
from properties.drawing.visits import visits

STATUSES = ("active", "active", "active", "active", "waiting", "outreach", "paused", "assessment", "closed")
# Days since birth on the newest day: about the ages at which a stage ends, or any.
AGES = st.sampled_from([181, 365, 547, 640, 700, 731, 790]) | st.integers(0, 800)
STEPS = 4


@st.composite
def families(draw: st.DrawFn, key: str, home: Home) -> Rows:
    """Draw one family: at times one of its rows breaks a rule."""
    family = {"case_id": key}
    start = day(draw(LONG_BACK))
    opened = draw(mostly(SOON.map(lambda days: after(start, days))))
    rows = together(
        {
            "case_file": [
                family
                | {
                    "org_id": home.org_id,
                    "intake_on": start,
                    "opened_on": opened,
                    "entry_stage": draw(st.sampled_from(codes("case_file", "entry_stage"))),
                }
            ]
        },
        draw(stays(family, home, start)),
        draw(kin(family, start)),
        draw(visits(family, home, start)),
        draw(grants(family, home, start)),
        draw(case_work(family, start)),
        # Only a case that was opened is closed.
        draw(closures(family, start)) if opened else {},
    )
    if draw(st.booleans()):
        rows["referral"] = [draw(referrals(f"R{key}", home, start))]
        rows["case_file"] = [rows["case_file"][0] | {"referral_id": f"R{key}"}]
    return draw(spoilt(rows)) if draw(st.integers(0, 7)) == 7 else rows


@st.composite
def stays(draw: st.DrawFn, family: dict, home: Home, start: str) -> Rows:
    statuses = draw(histories(start, STATUSES))
    levels = draw(mostly(histories(start, codes("case_level", "level")))) or []
    savers = draw(mostly(histories(start, home.workers))) or []
    return {
        "case_status": [
            family | {"status": status, "valid_from": first, "valid_to": end}
            for status, first, end in statuses
        ],
        "case_level": [
            family
            | {
                "level": level,
                "valid_from": first,
                "valid_to": end,
                "alternate_schedule": draw(st.sampled_from([False] * 6 + [True])),
            }
            for level, first, end in levels
        ],
        "case_assignment": [
            family | {"worker_id": worker, "valid_from": first, "valid_to": end}
            for worker, first, end in savers
        ],
    }


@st.composite
def kin(draw: st.DrawFn, family: dict, start: str) -> Rows:
    children = []
    around_intake = st.integers(-30, 100).map(lambda days: after(start, days))
    for n, born in enumerate(draw(st.lists(around_intake | AGES.map(day), max_size=2))):
        joined = after(born, draw(st.sampled_from([0, 0, 0, 5])))
        children.append(
            family
            | {
                "child_id": f"{family['case_id']}k{n}",
                "birth_on": born,
                "with_family_from": joined,
                "with_family_to": draw(st.sampled_from([None, None, None, after(joined, 60)])),
            }
        )
    due = draw(maybe(st.integers(-200, 120)))
    if due is None:
        return {"child": children}
    ended = draw(maybe(BACK))
    return {
        "child": children,
        "pregnancy": [
            family
            | {
                "pregnancy_id": f"{family['case_id']}p",
                "due_on": day(due),
                "ended_on": None if ended is None else day(ended),
                "result": "ongoing" if ended is None else "live_birth",
            }
        ],
    }


@st.composite
def case_work(draw: st.DrawFn, family: dict, start: str) -> Rows:
    key = family["case_id"]
    assessed, agreed = draw(maybe(SOON)), draw(maybe(SOON))
    return {
        "assessment": []
        if assessed is None
        else [family | {"assessment_id": f"{key}a", "done_on": after(start, assessed)}],
        "care_plan": []
        if agreed is None
        else [family | {"plan_id": f"{key}c", "agreed_on": after(start, agreed)}],
    }


@st.composite
def closures(draw: st.DrawFn, family: dict, start: str) -> Rows:
    """Draw the end of a case, after every day on which it may have been opened."""
    days = draw(maybe(st.integers(50, 300)))
    return {
        "closure": []
        if days is None
        else [
            family
            | {
                "closed_on": after(start, days),
                "reason": draw(st.sampled_from(codes("closure", "reason"))),
                "handover_to": draw(maybe(st.sampled_from(codes("closure", "handover_to")))),
            }
        ]
    }


@st.composite
def referrals(draw: st.DrawFn, key: str, home: Home, start: str) -> dict:
    """Draw a referral that came some steps far; one of a family came before its intake."""
    received = away(start, -draw(SOON))
    # How far it came: nowhere, contacted, met, offered, decided.
    step = draw(st.sampled_from([0, STEPS, STEPS, 1, 2, 3]))
    decision = draw(st.sampled_from(("accepted", "accepted", *codes("referral", "decision"))))
    decided = step == STEPS and decision != "pending"
    return {
        "referral_id": key,
        "org_id": home.org_id,
        "received_on": received,
        "area_code": draw(st.sampled_from([None, *DISTRICTS])),
        "source": draw(st.sampled_from(codes("referral", "source"))),
        "stage_at_referral": draw(st.sampled_from(codes("referral", "stage_at_referral"))),
        "first_contact_on": after(received, draw(st.integers(0, 5) | SOON)) if step > 0 else None,
        "first_face_on": after(received, draw(st.integers(5, 20))) if step > 1 else None,
        "eligible": draw(st.sampled_from([True, True, False])) if step > 1 else None,
        "offered_on": after(received, draw(SOON)) if step > 2 else None,
        "decision": decision if decided else "pending",
        "decided_on": after(received, draw(SOON)) if decided else None,
    }
