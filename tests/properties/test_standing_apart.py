"""What a figure does not depend on: other centres, later rows, the day it is asked, the engine."""

from __future__ import annotations

from datetime import date, timedelta

import worlds
from hypothesis import given, settings
from hypothesis import strategies as st
from properties import drawing
from properties.asking import amounts, ask, figures_of, parts, period, result, written

from dashboard.indicators import machine
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS

PERIODS = ("2026-06", "2026-Q2", "2026")
LATER = drawing.LATEST + timedelta(days=45)
# Their words make a centre look at others: acceptance of the programme, districts of any centre.
LOOK_ELSEWHERE = ("C6", "R6", "Q1")
STOCK_DAYS = (date(2026, 3, 31), date(2026, 4, 30))


def every(figures: Figures, units: tuple[str, ...], periods: tuple[str, ...] = PERIODS) -> dict:
    """Return every figure with its ranks."""
    found = {}
    for part in parts(figures):
        for unit in units:
            for code in periods:
                each = result(figures, part, unit, period(code))
                found[part, unit, code] = (*amounts(each), each.median, each.p90)
    return found


@given(drawing.programmes(3), drawing.families("New", centre="A"))
def test_a_family_of_one_centre_changes_no_other_centre(rows, family):
    before, now = ask(rows), ask(drawing.together(rows, family))
    others = ("B", "C", "S")
    kept, found = every(before, others), every(now, others)
    # A district that nobody came from before is a new row, not a changed one.
    changed = {key[0] for key in kept if found[key] != kept[key]}
    assert {part for part in changed if part[0] not in LOOK_ELSEWHERE} == set()


@given(drawing.programmes())
def test_a_stock_on_a_past_day_stays_as_it_was(rows):
    with written(rows) as engine:
        then = {day: figures_of(engine, day) for day in STOCK_DAYS}
        now = figures_of(engine)
    for day, figures in then.items():
        code = f"{day:%Y-%m}"
        for part in parts(figures):
            # A stock's splits may count what happens in a period: that is read as it stands now.
            if INDICATORS[part[0]].nature != "stock" or part[:2] in FLOWS_OF_STOCKS or part[0] == "Q1":
                continue
            for unit in ("P", "R", "A", "C"):
                old, new = (result(each, part, unit, period(code)) for each in (figures, now))
                assert amounts(old) == amounts(new), (part, unit, code)
                assert (old.value, old.median) == (new.value, new.median), (part, unit, code)


FLOWS_OF_STOCKS = {("S1", "measure"), ("S2", "cert")}


@st.composite
def later_rows(draw: st.DrawFn, rows: drawing.Rows) -> drawing.Rows:
    """Draw what happens after the newest event: new rows, and ends and outcomes of old ones."""
    moved = {table: [dict(row) for row in of_table] for table, of_table in rows.items()}
    happened = str(LATER - timedelta(days=draw(st.integers(0, 40))))
    for payment in moved.get("grant_payment", []):
        if payment["status"] == "paid" and draw(st.booleans()):
            payment |= {"status": "returned", "returned": payment["amount"], "returned_on": happened}
    for plan in moved.get("visit_plan", []):
        plan["waived_on"] = draw(st.sampled_from([None, happened]))
    for pregnancy in moved.get("pregnancy", []):
        if pregnancy["ended_on"] is None:
            pregnancy |= {"ended_on": happened, "result": "live_birth"}
    for referral in moved.get("referral", []):
        if referral["decision"] == "pending":
            referral |= {"decision": "accepted", "decided_on": happened}
    for session in moved["supervision"]:
        session["held_on"] = session.get("held_on") or happened
    for certificate in moved["certification"]:
        certificate["revoked_on"] = happened
    for family in moved.get("case_file", []):
        key = {"case_id": family["case_id"]}
        if not any(row["case_id"] == family["case_id"] for row in moved.get("closure", [])):
            moved.setdefault("closure", []).append(key | {"closed_on": happened})
        for table, rest in (("visit", {"visited_on": happened, "recorded_on": happened,
                                       "visit_id": f"late{family['case_id']}", "worker_id": "A1"}),
                            ("grant_request", {"request_id": f"late{family['case_id']}",
                                               "requested_on": happened})):
            moved.setdefault(table, []).append(key | rest)
    moved.setdefault("case_file", []).append({"case_id": "Late", "intake_on": happened, "opened_on": happened})
    moved.setdefault("case_status", []).append({"case_id": "Late", "valid_from": happened})
    moved.setdefault("referral", []).append({"referral_id": "Late", "received_on": happened})
    moved["budget_version"].append({"line_id": "LA", "approved_on": happened, "amount": 5})
    moved["org_capacity"].append({"org_id": "B", "valid_from": happened, "max_active_cases": 9})
    moved["settlement"].append(
        {"settlement_id": "late", "advance_id": "2", "settled_on": happened, "spent": 1, "accepted_on": happened}
    )
    moved["data_load"] = [{"latest_event_on": str(LATER)}]
    return moved


@given(st.data(), drawing.programmes(3))
def test_what_happens_later_changes_nothing(data, rows):
    units = ("P", "R", "A", "B", "C")
    later = data.draw(later_rows(rows))
    kept, found = every(ask(rows), units), every(ask(later, drawing.LATEST), units)
    # Q1 is of the database as it was loaded, whatever the day.
    assert {key for key in kept if found[key] != kept[key] and key[0][0] != "Q1"} == set()


@settings(max_examples=5)
@given(rows=drawing.programmes())
def test_both_engines_say_the_same(new_schema, rows):
    def printed(engine):
        return machine.jsonl(machine.indicator_rows(engine, None, date(2026, 4, 1), date(2026, 6, 1)))

    with written(rows) as engine:
        of_duckdb = printed(engine)
    engine = worlds.write(new_schema(), **rows)
    assert printed(engine) == of_duckdb
    engine.dispose()
