"""G1, G2, G3 and, for its forecast, G4."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction

from dashboard.case_database.contract import codes

from .days import add_months, days_of_month, days_of_year, median, month_end, p90
from .figures import Figure, count, share
from .rows import Row
from .scene import Scene, World

CATEGORIES = codes("budget_line", "category")


def net_payments(world: World) -> list[Row]:
    """Each payment that left: day, net amount, family, category, line."""
    requests = {row["request_id"]: row for row in world.tables["grant_request"]}
    decisions = {row["request_id"]: row for row in world.tables["grant_decision"]}
    payments = []
    for row in world.tables["grant_payment"]:
        request = requests.get(row["request_id"])
        if row["status"] not in ("paid", "returned") or request is None:
            continue
        payments.append(
            {
                "request": row["request_id"],
                "family": request["case_id"],
                "unit": world.centre(request["case_id"]),
                "category": request["category"],
                "line": decisions.get(row["request_id"], {}).get("line_id"),
                "paid_on": row["paid_on"],
                "net": row["amount"] - row["returned"],
            }
        )
    return [payment for payment in payments if payment["paid_on"] is not None]


def total(payments: list[Row]) -> Fraction:
    return sum((payment["net"] for payment in payments), Fraction(0))


def paid_in_the_year(scene: Scene) -> list[Row]:
    """Payments of the period and of the twelve months to its end."""
    since = min(scene.start, scene.a_year_to_the_end)
    return [
        payment | {"scene": scene}
        for payment in net_payments(scene.flow)
        if since <= payment["paid_on"] <= scene.day
    ]


def sum_paid(payments: list[Row]) -> dict[str | None, Figure]:
    in_period = [p for p in payments if p["scene"].in_period(p["paid_on"])]
    by_family: dict[str, Fraction] = defaultdict(Fraction)
    for payment in payments:
        if payment["paid_on"] >= payment["scene"].a_year_to_the_end:
            by_family[payment["family"]] += payment["net"]
    supported = [net for net in by_family.values() if net > 0]
    by_category = {
        f"category={code}": count(total([payment for payment in in_period if payment["category"] == code]))
        for code in CATEGORIES
    }
    return {
        None: count(total(in_period)),
        **by_category,
        "families=12m": count(len(supported), median=median(supported), p90=p90(supported)),
    }


def budgets(scene: Scene) -> list[Row]:
    """Lines of the fiscal year with amount and payments, and payments without one."""
    world, day = scene.stock, scene.day
    payments = net_payments(world)
    this_year = [p for p in payments if date(day.year, 1, 1) <= p["paid_on"] <= day]
    versions = world.by("budget_version", "line_id")
    phases = world.by("budget_phase", "line_id")
    unpaid = _unpaid_by_line(world, payments, day)
    facts = []
    for line in world.tables["budget_line"]:
        key = line["line_id"]
        amount = _newest(versions[key])
        facts.append(
            {
                "kind": "line",
                "unit": line["org_id"],
                "category": line["category"],
                "of_the_year": line["fiscal_year"] == day.year,
                "amount": amount,
                "paid": total([p for p in this_year if p["line"] == key]),
                "planned": amount * _elapsed_share(phases[key], day),
                "unpaid": unpaid[key],
                "months": [total(_in_month(payments, key, month)) for month in _ended_months(day)],
                "day": day,
            }
        )
    without_line = [p | {"kind": "payment"} for p in this_year if p["line"] is None]
    return facts + [p | {"day": day} for p in without_line]


def _newest(versions: list[Row]) -> Fraction:
    newest = max(versions, key=lambda row: row["approved_on"], default=None)
    return newest["amount"] if newest else Fraction(0)


def _elapsed_share(phases: list[Row], day: date) -> Fraction:
    """Share of a line's year that is planned to be spent by the day."""
    of_year = [row for row in phases if row["month"].year == day.year]
    whole = sum(row["planned"] for row in of_year)
    if not whole:
        elapsed = (day - date(day.year, 1, 1)).days + 1
        return Fraction(elapsed, days_of_year(day.year))
    earlier = sum(r["planned"] for r in of_year if r["month"].month < day.month)
    running = sum(r["planned"] for r in of_year if r["month"].month == day.month)
    return (earlier + running * Fraction(day.day, days_of_month(day))) / whole


def _ended_months(day: date) -> list[date]:
    """First days of the last three months that ended on or before the day."""
    this_month = day.replace(day=1)
    newest = this_month if day == month_end(day) else add_months(this_month, -1)
    return [add_months(newest, -2), add_months(newest, -1), newest]


def _in_month(payments: list[Row], line: str, month: date) -> list[Row]:
    return [
        payment
        for payment in payments
        if payment["line"] == line and month <= payment["paid_on"] <= month_end(month)
    ]


def _unpaid_by_line(world: World, payments: list[Row], day: date) -> dict:
    """G4: approved and not yet paid, by the decision's line."""
    returned = {row["request_id"] for row in world.tables["grant_payment"] if row["status"] == "returned"}
    paid: dict[str, Fraction] = defaultdict(Fraction)
    for payment in payments:
        if payment["paid_on"] <= day:
            paid[payment["request"]] += payment["net"]
    unpaid: dict[str, Fraction] = defaultdict(Fraction)
    for row in world.tables["grant_decision"]:
        request = row["request_id"]
        if row["decision"] in ("approved", "partial") and request not in returned:
            unpaid[row["line_id"]] += max(Fraction(0), row["approved"] - paid[request])
    return unpaid


def share_used(facts: list[Row]) -> dict[str | None, Figure]:
    by_category = {
        f"category={code}": _used([f for f in facts if f["category"] == code]) for code in CATEGORIES
    }
    return {None: _used(facts), **by_category}


def _of_the_year(facts: list[Row]) -> list[Row]:
    return [fact for fact in facts if fact["kind"] == "line" and fact["of_the_year"]]


def _used(facts: list[Row]) -> Figure:
    lines = _of_the_year(facts)
    without_line = total([fact for fact in facts if fact["kind"] == "payment"])
    paid = sum((line["paid"] for line in lines), Fraction(0))
    return share(paid, sum(line["amount"] for line in lines), without_line)


def pace(facts: list[Row]) -> dict[str | None, Figure]:
    used, lines = _used(facts), _of_the_year(facts)
    planned = sum((line["planned"] for line in lines), Fraction(0))
    planned_share = planned / used.denominator if used.denominator else None
    gap = None if planned_share is None else used.value - planned_share
    return {
        None: Figure(used.numerator, used.denominator, used.missing, gap),
        "part=planned_share": Figure(None, None, None, planned_share),
        **_forecasts(facts, used.numerator + sum(line["unpaid"] for line in lines)),
    }


def _forecasts(facts: list[Row], known: Fraction) -> dict[str, Figure]:
    """Known money and, for each month to come, what the last months cost."""
    lines = [fact for fact in facts if fact["kind"] == "line"]
    months = [sum((line["months"][n] for line in lines), Fraction(0)) for n in range(3)]
    to_come = 12 - facts[0]["day"].month if facts else 0
    measures = {"median": median(months), "low": min(months), "high": max(months)}
    return {f"forecast={name}": count(known + to_come * measure) for name, measure in measures.items()}
