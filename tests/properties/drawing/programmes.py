"""A whole programme: its units, staff, money, referrals and families."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from dashboard.case_database.contract import TABLES
from properties.drawing.days import BACK, day
from properties.drawing.families import families, referrals
from properties.drawing.homes import DISTRICTS, HOMES, LINES, UNITS, WORKERS, Home
from properties.drawing.money import money
from properties.drawing.rows import Rows, maybe, together
from properties.drawing.staff import staff

OPTIONAL = tuple(name for name, table in TABLES.items() if not table.required)
# Most of these are there, for counting many takes no longer than counting none.
FAMILIES = 10
PRESENT = st.sampled_from([False, True, True, True, True])
REGULAR = {"level": "regular", "weight": 1, "max_gap_days": 30}


@dataclass(frozen=True)
class Programme:
    """The rows of a programme; `without` are the optional tables that its database lacks."""

    rows: Rows
    without: tuple[str, ...] = ()


def with_more(programme: Programme, rows: Rows) -> Programme:
    """Return a programme with more rows, except of tables that it lacks."""
    kept = {table: of_table for table, of_table in rows.items() if table not in programme.without}
    return replace(programme, rows=together(programme.rows, kept))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Draw a programme with some families, served from anywhere."""
    held = [
        draw(families(f"F{n}", served_from_anywhere(draw(st.sampled_from(sorted(HOMES))))))
        for n in range(FAMILIES)
        if draw(PRESENT)
    ]
    without = draw(st.sampled_from([(), (), (), *((name,) for name in OPTIONAL)]))
    parts = (UNITS, draw(service_levels()), draw(places()), draw(staff()), draw(money()), draw(nobodys()))
    return with_more(Programme({}, without), together(*parts, *held))


def served_from_anywhere(org_id: str) -> Home:
    return Home(org_id, tuple(WORKERS), (*LINES, None))


@st.composite
def service_levels(draw: st.DrawFn) -> Rows:
    """Draw the levels, of which the regular one may have changed on a day."""
    changed = draw(maybe(BACK.map(day)))
    return {
        "service_level": [
            {"level": "intensive", "visits_per_month": 4, "weight": 2, "max_gap_days": 14},
            {"level": "step_down", "visits_per_month": 1, "weight": 0.5, "max_gap_days": 45},
            REGULAR | {"visits_per_month": 2, "valid_to": changed},
            *([REGULAR | {"visits_per_month": 3, "weight": 1.5, "valid_from": changed}] if changed else []),
        ]
    }


@st.composite
def places(draw: st.DrawFn) -> Rows:
    """Draw what the centres can take and how many are born in their districts."""
    capacity = {centre: draw(maybe(BACK)) for centre in ("A", "B", "C")}
    return {
        "org_capacity": [
            {"org_id": centre, "valid_from": day(back), "max_active_cases": draw(st.integers(0, 3))}
            for centre, back in capacity.items()
            if back is not None
        ],
        "area_births": [
            {"area_code": district, "year": draw(st.sampled_from([2025, 2026])), "births": 200}
            for district in DISTRICTS
            if draw(st.booleans())
        ],
    }


@st.composite
def nobodys(draw: st.DrawFn) -> Rows:
    """Draw referrals that no family came of; some are of a family known already."""
    rows = []
    for n in range(draw(st.integers(0, 3))):
        home = HOMES[draw(st.sampled_from(sorted(HOMES)))]
        again = draw(st.sampled_from([None, None, f"N{n - 1}"])) if n else None
        rows.append(draw(referrals(f"N{n}", home, day(draw(BACK)))) | {"duplicate_of": again})
    return {"referral": rows}
