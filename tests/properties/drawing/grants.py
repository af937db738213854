"""Grants of a family: requests, decisions and payments."""

from __future__ import annotations

from hypothesis import strategies as st

from dashboard.case_database.contract import codes
from properties.drawing.days import BACK, SOON, after, day
from properties.drawing.homes import Home
from properties.drawing.rows import Rows, maybe, mostly, together

DECISIONS = ("approved", "approved", *codes("grant_decision", "decision"))


@st.composite
def grants(draw: st.DrawFn, family: dict, home: Home, start: str) -> Rows:
    requested = draw(st.lists(BACK, max_size=3))
    return together(
        *(
            draw(requests(family, f"{family['case_id']}g{n}", home, max(start, day(back))))
            for n, back in enumerate(requested)
        )
    )


@st.composite
def requests(draw: st.DrawFn, family: dict, key: str, home: Home, requested: str) -> Rows:
    rows: Rows = {
        "grant_request": [
            family
            | {
                "request_id": key,
                "requested_on": requested,
                "category": draw(st.sampled_from(codes("grant_request", "category"))),
                "urgency": draw(st.sampled_from(codes("grant_request", "urgency"))),
            }
        ]
    }
    waited = draw(mostly(st.sampled_from([1, 3, 5]) | SOON))
    if waited is None:
        return rows
    decided, decision = after(requested, waited), draw(st.sampled_from(DECISIONS))
    granted = decision in ("approved", "partial")
    rows["grant_decision"] = [
        {
            "request_id": key,
            "decided_on": decided,
            "decision": decision,
            "line_id": draw(st.sampled_from(home.lines)),
            "approved": 80 if granted else 0,
            "reason": None if granted else draw(maybe(st.sampled_from(codes("grant_decision", "reason")))),
        }
    ]
    amounts = draw(st.lists(st.sampled_from([80, 80, 50, 30]), max_size=2)) if granted else []
    rows["grant_payment"] = [draw(payments(key, n, amount, decided)) for n, amount in enumerate(amounts)]
    return rows


@st.composite
def payments(draw: st.DrawFn, request: str, number: int, amount: int, decided: str) -> dict:
    paid = after(decided, draw(st.sampled_from([0, 2, 5]) | SOON))
    status = draw(st.sampled_from(("paid", "paid", "paid", "scheduled", "failed", "returned")))
    returned = status == "returned"
    return {
        "payment_id": f"{request}y{number}",
        "request_id": request,
        "scheduled_on": paid,
        "paid_on": None if status in ("scheduled", "failed") else paid,
        "amount": amount,
        "status": status,
        "returned": draw(st.sampled_from([amount, 10])) if returned else 0,
        "returned_on": after(paid, draw(SOON)) if returned else None,
        "receipt_confirmed_on": draw(mostly(SOON.map(lambda days: after(paid, days)))),
    }
