"""Savers and supervisors, and what is known of their training and supervision."""

from __future__ import annotations

from hypothesis import strategies as st

from properties.drawing.days import BACK, LONG_BACK, SOON, after, away, day, histories
from properties.drawing.homes import WORKERS
from properties.drawing.rows import Rows, maybe, mostly, together

ROLES = ("saver",) * 5 + ("supervisor",)
KINDS = ("individual", "group", "observed_visit")


@st.composite
def staff(draw: st.DrawFn) -> Rows:
    """Draw the workers of every unit, some of them not in service."""
    return together({"training_course": [{}]}, *(draw(workers(worker)) for worker in WORKERS))


@st.composite
def workers(draw: st.DrawFn, key: str) -> Rows:
    worker = {"worker_id": key}
    ready = draw(st.sampled_from([800, 800, 300]) | BACK)
    left = draw(st.sampled_from([None] * 4 + [-100, -60, 0, 30, 200, 400]))
    return {
        "worker": [
            worker
            | {
                "org_id": WORKERS[key],
                "role": draw(st.sampled_from(ROLES)),
                "dispatch_ready_on": day(ready),
                "ended_on": None if left is None else day(left),
            }
        ],
        "worker_capacity": draw(capacities(worker)),
        "certification": draw(certificates(worker)),
        "training_record": draw(trainings(worker)),
        "supervision": draw(sessions(worker)),
    }


@st.composite
def capacities(draw: st.DrawFn, worker: dict) -> list[dict]:
    start = draw(mostly(LONG_BACK.map(day)))
    if start is None:
        return []
    return [
        worker
        | {
            "fte": fte,
            "max_points": draw(st.sampled_from([2, 1, 0])),
            "valid_from": first,
            "valid_to": end,
            "supervisor_id": draw(maybe(st.sampled_from(sorted(WORKERS)))),
        }
        for fte, first, end in draw(histories(start, (1, 0.5)))
    ]


@st.composite
def certificates(draw: st.DrawFn, worker: dict) -> list[dict]:
    rows = []
    for n, back in enumerate(draw(st.lists(LONG_BACK, max_size=2))):
        lasts = draw(maybe(st.sampled_from([back, back + 1, back + 60, back + 61]) | st.integers(0, 600)))
        kept = draw(st.sampled_from([None] * 5 + [20, back]))
        rows.append(
            worker
            | {
                "cert_code": f"SAVER{n}",
                "issued_on": day(back),
                "expires_on": None if lasts is None else away(day(back), lasts),
                "revoked_on": None if kept is None else after(day(back), kept),
            }
        )
    return rows


@st.composite
def trainings(draw: st.DrawFn, worker: dict) -> list[dict]:
    back = draw(maybe(BACK))
    if back is None:
        return []
    result = draw(st.sampled_from(("passed", "passed", "failed", "in_progress")))
    done = None if result == "in_progress" else after(day(back), draw(SOON))
    return [worker | {"started_on": day(back), "completed_on": done, "result": result}]


@st.composite
def sessions(draw: st.DrawFn, worker: dict) -> list[dict]:
    rows = []
    for n, back in enumerate(draw(st.lists(st.integers(-30, 200), max_size=3))):
        held = draw(maybe(SOON))
        rows.append(
            worker
            | {
                "supervision_id": f"{worker['worker_id']}s{n}",
                "due_on": day(back),
                "kind": draw(st.sampled_from(KINDS)),
                "held_on": None if held is None else after(day(back), held),
            }
        )
    return rows
