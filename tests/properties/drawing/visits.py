"""Visits of a family, planned and made."""

from __future__ import annotations

from hypothesis import strategies as st

from dashboard.case_database.contract import codes
from properties.drawing.days import BACK, SOON, after, away, day
from properties.drawing.homes import Home
from properties.drawing.rows import Rows, maybe

MODES = ("home", "home", "home", "centre", "video", "phone")
OUTCOMES = ("completed", "completed", "completed", "completed", "attempted", "cancelled")
# Days back from the newest event: most in the last months, so that some months have enough.
RECENT = st.integers(0, 95) | BACK
# Back from the newest event: due days whose window or expiry ends about then, and of the days to come.
TURNING = st.sampled_from([4, 3, 2, 10, 11, 33, 34]) | st.integers(-30, 15)
# From the due day, on either side of window and expiry.
OFF_DUE = st.sampled_from([0, -5, 3, 4, 10, 11])


@st.composite
def visits(draw: st.DrawFn, family: dict, home: Home, start: str) -> Rows:
    """Draw visits of a family, most of them by one worker."""
    workers = (draw(st.sampled_from(home.workers)),) * 4 + home.workers
    planned, made = [], []
    recent = RECENT.map(lambda back: max(start, day(back)))
    since_start = st.integers(0, 60).map(lambda days: after(start, days))
    for n, due in enumerate(draw(st.lists(recent | TURNING.map(day), max_size=4))):
        plan = draw(plans(family, n, due, start))
        planned.append(plan)
        off = draw(maybe(OFF_DUE))
        if off is not None:
            on = after(plan["due_on"], off)
            made.append(draw(visits_made(family, f"p{n}", on, workers, plan["plan_visit_id"])))
    for n, on in enumerate(draw(st.lists(recent | since_start, max_size=8))):
        made.append(draw(visits_made(family, f"m{n}", on, workers, None)))
    return {"visit_plan": planned, "visit": made}


@st.composite
def plans(draw: st.DrawFn, family: dict, number: int, due: str, created: str) -> dict:
    milestone = draw(st.none() | st.sampled_from(codes("visit_plan", "milestone")))
    return family | {
        "plan_visit_id": f"{family['case_id']}v{number}",
        "kind": "milestone" if milestone else "routine",
        "milestone": milestone,
        "due_on": due,
        "window_from": away(due, -3),
        "window_to": away(due, 3),
        "expires_on": away(due, 10),
        "created_on": created,
        "waived_on": draw(st.sampled_from([None] * 5 + [after(created, 20)])),
    }


@st.composite
def visits_made(
    draw: st.DrawFn, family: dict, key: str, on: str, workers: tuple[str, ...], plan: str | None
) -> dict:
    outcome = draw(st.sampled_from(OUTCOMES))
    return family | {
        "visit_id": f"{family['case_id']}{key}",
        "worker_id": draw(st.sampled_from(workers)),
        "plan_visit_id": plan,
        "visited_on": on,
        "recorded_on": after(on, draw(st.sampled_from([0, 3, 4]) | SOON)),
        "mode": draw(st.sampled_from(MODES)),
        "outcome": outcome,
        "reason": None if outcome == "completed" else draw(st.sampled_from(codes("visit", "reason"))),
    }
