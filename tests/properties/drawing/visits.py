"""Visits of a family, planned and made."""

from __future__ import annotations

from hypothesis import strategies as st
from properties.drawing.days import SOON, after, away
from properties.drawing.homes import Home
from properties.drawing.rows import Rows, maybe

from dashboard.case_database.contract import codes

# From the intake on; those made lie close together, so that some months have enough.
DISTANCES = st.integers(0, 60) | st.integers(0, 240)
MODES = ("home", "home", "centre", "video", "phone")
OUTCOMES = ("completed", "completed", "completed", "attempted", "cancelled")


@st.composite
def visits(draw: st.DrawFn, family: dict, home: Home, start: str) -> Rows:
    planned = [
        draw(plans(family, n, away(start, distance), start))
        for n, distance in enumerate(draw(st.lists(DISTANCES, max_size=4)))
    ]
    keys = [None, *(plan["plan_visit_id"] for plan in planned)]
    made = [
        draw(visits_made(family, n, after(start, distance), home, keys))
        for n, distance in enumerate(draw(st.lists(DISTANCES, max_size=8)))
    ]
    return {"visit_plan": planned, "visit": made}


@st.composite
def plans(draw: st.DrawFn, family: dict, number: int, due: str, created: str) -> dict:
    milestone = draw(maybe(st.sampled_from(codes("visit_plan", "milestone"))))
    return family | {
        "plan_visit_id": f"{family['case_id']}v{number}",
        "kind": "milestone" if milestone else "routine", "milestone": milestone,
        "due_on": due, "window_from": away(due, -3), "window_to": away(due, 3),
        "expires_on": away(due, 10), "created_on": created,
        "waived_on": draw(st.sampled_from([None, None, None, after(created, 20)])),
    }


@st.composite
def visits_made(
    draw: st.DrawFn, family: dict, number: int, visited: str, home: Home, plan_keys: list[str | None]
) -> dict:
    outcome = draw(st.sampled_from(OUTCOMES))
    return family | {
        "visit_id": f"{family['case_id']}m{number}", "worker_id": draw(st.sampled_from(home.workers)),
        "plan_visit_id": draw(st.sampled_from(plan_keys)),
        "visited_on": visited, "recorded_on": after(visited, draw(st.sampled_from([0, 3, 4]) | SOON)),
        "mode": draw(st.sampled_from(MODES)), "outcome": outcome,
        "reason": None if outcome == "completed" else draw(st.sampled_from(codes("visit", "reason"))),
    }
