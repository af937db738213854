"""Budget lines and advances of the units."""

from __future__ import annotations

from hypothesis import strategies as st

from dashboard.case_database.contract import codes
from properties.drawing.days import BACK, away, day
from properties.drawing.homes import HOMES, LINES
from properties.drawing.rows import Rows, maybe, together


@st.composite
def money(draw: st.DrawFn) -> Rows:
    return together(
        *(draw(budgets(line)) for line in LINES),
        *(draw(advances(str(n))) for n in range(draw(st.integers(0, 2)))),
    )


@st.composite
def budgets(draw: st.DrawFn, key: str) -> Rows:
    """Draw a line with versions of its budget, and at times a plan of its own."""
    line, year = {"line_id": key}, draw(st.sampled_from([2026, 2026, 2025]))
    approved = draw(st.lists(BACK, max_size=2, unique=True))
    planned = draw(st.sets(st.integers(1, 12), max_size=3))
    return {
        "budget_line": [
            line
            | {
                "org_id": LINES[key],
                "fiscal_year": year,
                "category": draw(st.sampled_from(codes("budget_line", "category"))),
            }
        ],
        "budget_version": [
            line | {"approved_on": day(back), "amount": draw(st.sampled_from([300, 0, 120]))}
            for back in approved
        ],
        "budget_phase": [
            line | {"month": f"{year}-{month:02d}-01", "planned": draw(st.sampled_from([100, 0, 50]))}
            for month in sorted(planned)
        ],
    }


@st.composite
def advances(draw: st.DrawFn, key: str) -> Rows:
    advanced = day(draw(BACK))
    settled = draw(st.lists(st.sampled_from([500, 200, 90]), max_size=2))
    return {
        "advance": [
            {
                "advance_id": key,
                "org_id": draw(st.sampled_from(sorted(HOMES))),
                "advanced_on": advanced,
                "settle_due_on": away(advanced, draw(st.integers(0, 90))),
            }
        ],
        "settlement": [
            {
                "settlement_id": f"{key}t{n}",
                "advance_id": key,
                "settled_on": advanced,
                "spent": spent,
                "accepted_on": draw(maybe(BACK.map(day))),
            }
            for n, spent in enumerate(settled)
        ],
    }
