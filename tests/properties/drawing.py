"""Small programmes for property tests: drawn family by family, so that Hypothesis can shrink them.

Days are drawn as distances from the newest event, and lie close to the ends of
months and to one another, where figures turn.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from dashboard.case_database.contract import codes

LATEST = date(2026, 6, 30)
CENTRES = ("A", "B", "C")
WORKERS = {"A": ("A1", "A2"), "B": ("B1",), "C": ("C1",)}
LINES = {"A": "LA", "B": "LB", "C": "LC"}

Rows = dict[str, list[dict]]

# Back from the newest event: the ends of the months, and any day of a year and a half.
BACK = st.one_of(st.sampled_from([0, 1, 29, 30, 31, 60, 61, 90, 91, 181]), st.integers(0, 540))
SHORT = st.integers(0, 40)


def day(back: int) -> str:
    return str(LATEST - timedelta(days=back))


def earlier(*days: str) -> str:
    return min(days)


def after(start: str, days: int) -> str:
    """Return a day some days after another, but not after the newest event."""
    return str(min(date.fromisoformat(start) + timedelta(days=days), LATEST))


@st.composite
def histories(draw: st.DrawFn, start: str, values: tuple[str, ...]) -> list[tuple]:
    """Draw (value, first day, day after the last or None) without a gap."""
    steps = draw(st.lists(st.tuples(st.sampled_from(values), st.integers(1, 150)), max_size=2))
    last = draw(st.sampled_from(values))
    rows = []
    for value, length in steps:
        end = after(start, length)
        if end == start:
            break
        rows.append((value, start, end))
        start = end
    return [*rows, (last, start, None)]


@st.composite
def families(draw: st.DrawFn, key: str, centre: str | None = None, referred: bool = True) -> Rows:
    """Draw one family with all its rows; its centre's own workers and budget serve it."""
    centre = centre or draw(st.sampled_from(CENTRES))
    start = day(draw(BACK))
    family = {"case_id": key}
    rows: Rows = {
        "case_file": [family | {
            "org_id": centre, "intake_on": start, "opened_on": after(start, draw(SHORT)),
            "entry_stage": draw(st.sampled_from(codes("case_file", "entry_stage"))),
        }],
        "case_status": [
            family | {"status": status, "valid_from": first, "valid_to": end}
            for status, first, end in draw(
                histories(start, ("active", "active", "waiting", "outreach", "paused", "closed"))
            )
        ],
        "case_level": [
            family | {
                "level": level, "valid_from": first, "valid_to": end,
                "alternate_schedule": draw(st.sampled_from([False, False, False, True])),
            }
            for level, first, end in draw(histories(start, codes("case_level", "level")))
        ],
    }
    if draw(st.booleans()):
        worker = draw(st.sampled_from(WORKERS[centre]))
        rows["case_assignment"] = [family | {"worker_id": worker, "valid_from": start}]
    rows |= draw(kin(family, start))
    rows |= draw(visits(key, family, centre, start))
    rows |= draw(grants(key, family, centre, start))
    rows |= draw(case_work(key, family, start))
    if referred:
        rows["referral"] = [draw(referrals(f"R{key}", centre, start))]
        rows["case_file"][0]["referral_id"] = f"R{key}"
    return rows


@st.composite
def kin(draw: st.DrawFn, family: dict, start: str) -> Rows:
    key = family["case_id"]
    children = [
        family | {
            "child_id": f"{key}k{n}", "birth_on": day(back),
            "with_family_from": after(day(back), draw(st.sampled_from([0, 0, 5]))),
        }
        for n, back in enumerate(draw(st.lists(st.integers(0, 800), max_size=2)))
    ]
    due = draw(st.none() | st.integers(-120, 200))
    if due is None:
        return {"child": children}
    ended = draw(st.none() | BACK)
    pregnancy = family | {
        "pregnancy_id": f"{key}p", "due_on": day(due), "ended_on": None if ended is None else day(ended),
        "result": "ongoing" if ended is None else "live_birth",
    }
    return {"child": children, "pregnancy": [pregnancy]}


@st.composite
def visits(draw: st.DrawFn, key: str, family: dict, centre: str, start: str) -> Rows:
    planned, made = [], []
    for n, distance in enumerate(draw(st.lists(st.integers(0, 200), max_size=4))):
        due = date.fromisoformat(start) + timedelta(days=distance)
        milestone = draw(st.none() | st.sampled_from(codes("visit_plan", "milestone")))
        planned.append(family | {
            "plan_visit_id": f"{key}v{n}", "kind": "milestone" if milestone else "routine",
            "milestone": milestone, "due_on": str(due), "window_from": str(due - timedelta(days=3)),
            "window_to": str(due + timedelta(days=3)), "expires_on": str(due + timedelta(days=10)),
            "created_on": start,
        })
    for n, distance in enumerate(draw(st.lists(st.integers(0, 200), max_size=6))):
        visited = after(start, distance)
        outcome = draw(st.sampled_from(("completed", "completed", "attempted", "cancelled")))
        made.append(family | {
            "visit_id": f"{key}m{n}", "worker_id": draw(st.sampled_from(WORKERS[centre])),
            "plan_visit_id": f"{key}v{n}" if n < len(planned) else None,
            "visited_on": visited, "recorded_on": after(visited, draw(SHORT)),
            "mode": draw(st.sampled_from(("home", "home", "video"))), "outcome": outcome,
            "reason": None if outcome == "completed" else draw(st.sampled_from(codes("visit", "reason"))),
        })
    return {"visit_plan": planned, "visit": made}


@st.composite
def grants(draw: st.DrawFn, key: str, family: dict, centre: str, start: str) -> Rows:
    rows: Rows = {"grant_request": [], "grant_decision": [], "grant_payment": []}
    for n, distance in enumerate(draw(st.lists(st.integers(0, 200), max_size=2))):
        request, requested = f"{key}g{n}", after(start, distance)
        rows["grant_request"].append(family | {
            "request_id": request, "requested_on": requested, "amount": 100,
            "category": draw(st.sampled_from(codes("grant_request", "category"))),
            "urgency": draw(st.sampled_from(("emergency", "standard"))),
        })
        decided = draw(st.none() | SHORT)
        if decided is None:
            continue
        decision = draw(st.sampled_from(codes("grant_decision", "decision")))
        granted = decision in ("approved", "partial")
        rows["grant_decision"].append({
            "request_id": request, "decided_on": after(requested, decided), "decision": decision,
            "line_id": draw(st.sampled_from([LINES[centre], LINES[centre], None])),
            "approved": 80 if granted else 0, "reason": None if granted else "criteria",
        })
        for m, amount in enumerate(draw(st.lists(st.sampled_from([30, 50, 80]), max_size=2)) if granted else ()):
            paid = after(rows["grant_decision"][-1]["decided_on"], draw(SHORT))
            status = draw(st.sampled_from(("paid", "paid", "failed", "returned")))
            rows["grant_payment"].append({
                "payment_id": f"{request}y{m}", "request_id": request, "scheduled_on": paid,
                "paid_on": paid, "amount": amount, "status": status,
                "returned": amount if status == "returned" else 0,
                "returned_on": after(paid, 3) if status == "returned" else None,
                "receipt_confirmed_on": draw(st.sampled_from([None, paid])),
            })
    return rows


@st.composite
def case_work(draw: st.DrawFn, key: str, family: dict, start: str) -> Rows:
    rows: Rows = {}
    done = draw(st.none() | SHORT)
    if done is not None:
        rows["assessment"] = [family | {"assessment_id": f"{key}a", "done_on": after(start, done)}]
        rows["care_plan"] = [family | {"plan_id": f"{key}c", "agreed_on": after(start, 2 * done)}]
    closed = draw(st.none() | st.integers(50, 300))
    if closed is not None:
        rows["closure"] = [family | {
            "closed_on": after(start, closed), "reason": draw(st.sampled_from(codes("closure", "reason"))),
            "handover_to": draw(st.none() | st.sampled_from(codes("closure", "handover_to"))),
        }]
    return rows


@st.composite
def referrals(draw: st.DrawFn, key: str, centre: str, start: str) -> dict:
    received = str(date.fromisoformat(start) - timedelta(days=draw(SHORT)))
    step = draw(st.integers(0, 3))
    decision = draw(st.sampled_from(codes("referral", "decision"))) if step == 3 else "pending"
    decided = None if decision == "pending" else after(received, draw(SHORT))
    return {
        "referral_id": key, "org_id": centre, "received_on": received, "decision": decision,
        "area_code": draw(st.sampled_from([None, "28110", "28120", "41111"])),
        "source": draw(st.sampled_from(codes("referral", "source"))),
        "first_contact_on": after(received, draw(st.integers(0, 5))) if step > 0 else None,
        "first_face_on": after(received, draw(st.integers(5, 20))) if step > 1 else None,
        "eligible": True if step > 1 else None,
        "offered_on": after(received, draw(SHORT)) if step > 2 else None, "decided_on": decided,
    }


# What is there whoever the families are: two regions, three centres, their staff and budgets.
STANDING: Rows = {
    "org_unit": [
        {"org_id": "P", "level": "programme"},
        {"org_id": "R", "parent_id": "P", "level": "region", "area_code": "28"},
        {"org_id": "S", "parent_id": "P", "level": "region", "area_code": "41"},
        {"org_id": "A", "parent_id": "R", "level": "centre", "area_code": "28110"},
        {"org_id": "B", "parent_id": "R", "level": "centre", "area_code": "28120"},
        {"org_id": "C", "parent_id": "S", "level": "centre", "area_code": "41111"},
    ],
    "org_label": [],
    "org_capacity": [{"org_id": "A", "max_active_cases": 2}, {"org_id": "C", "max_active_cases": 0}],
    "area_births": [{"area_code": "28110", "births": 400}, {"area_code": "41111", "births": 250}],
    "worker": [
        {"worker_id": worker, "org_id": centre} for centre, names in WORKERS.items() for worker in names
    ],
    "worker_capacity": [
        {"worker_id": worker, "max_points": 2, "fte": 0.5} for names in WORKERS.values() for worker in names
    ],
    "certification": [
        {"worker_id": "A1", "expires_on": "2026-03-31"}, {"worker_id": "C1"},
    ],
    "training_course": [{}],
    "training_record": [{"worker_id": "A2", "result": "passed", "completed_on": "2026-05-31"}],
    "supervision": [
        {"supervision_id": "1", "worker_id": "A1", "due_on": "2026-05-01", "held_on": "2026-06-02"},
        {"supervision_id": "2", "worker_id": "C1", "due_on": "2026-06-30"},
        {"supervision_id": "3", "worker_id": "A1", "due_on": "2026-04-30", "held_on": "2026-04-30",
         "kind": "observed_visit"},
    ],
    "budget_line": [{"line_id": line, "org_id": centre} for centre, line in LINES.items()],
    "budget_version": [
        {"line_id": "LA"}, {"line_id": "LA", "approved_on": "2026-05-31", "amount": 700},
        {"line_id": "LC", "amount": 0},
    ],
    "budget_phase": [{"line_id": "LA"}, {"line_id": "LA", "month": "2026-06-01", "planned": 300}],
    "advance": [{"advance_id": "1", "org_id": "A"}, {"advance_id": "2", "org_id": "C", "amount": 90}],
    "settlement": [{"advance_id": "1", "spent": 450, "accepted_on": "2026-05-31"}],
}


def together(*parts: Rows) -> Rows:
    """Return the rows of several parts, table by table."""
    found: Rows = {}
    for part in parts:
        for table, rows in part.items():
            found[table] = [*found.get(table, []), *rows]
    return found


@st.composite
def programmes(draw: st.DrawFn, most: int = 4) -> Rows:
    """Draw a whole programme."""
    number = draw(st.integers(0, most))
    return together(STANDING, *(draw(families(f"F{n}")) for n in range(number)))
