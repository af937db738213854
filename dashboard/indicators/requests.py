"""Grant requests: decided and why, paid when due, and approved but not yet paid."""

from __future__ import annotations

from dataclasses import replace

from dashboard.case_database.contract import codes
from dashboard.indicators.cubes import Cubes, Span
from dashboard.indicators.definitions import Indicator, Sums
from dashboard.indicators.result import Compute, Result, count, share
from dashboard.indicators.tally import Days, Families, Firsts, Largest, Tally
from dashboard.messages import N_

# What the queries call all decisions, or all ages, together.
ALL = "all"
AGES = ("le7", "8_14", "gt14")
DECISIONS = (*codes("grant_decision", "decision"), "undecided")
REASONS = codes("grant_decision", "reason")
# A reason for each request, or why there is none.
# What became of a grant whose deadline has passed: N, the rest of D, and M.
RESULTS = ("on_time", "late", "unknown")

APPROVED_NOT_PAID = Indicator(
    id="G4",
    name=N_("Approved, not yet paid"),
    tile=N_("Not yet paid"),
    nature="stock",
    measure="money",
    meaning=N_(
        "How much money families have been promised, but have not yet received, "
        "on the last day of the period."
    ),
    counted=N_("Of each grant approved by the day, the amount approved less what was paid of it."),
    not_counted=N_("Grants of which a payment came back."),
    source=N_("Grant requests, decisions and payments."),
    better="less",
    splits={"age": AGES},
    adds_up=Sums(by_codes=("age",)),
)

REQUESTS_AND_DECISIONS = Indicator(
    id="G5",
    name=N_("Requests and decisions"),
    tile=N_("Grant requests"),
    nature="flow",
    measure="requests",
    meaning=N_("How many grants were requested in the period, what was decided, and how long it took."),
    counted=N_("Grant requests made in the period, whatever was decided."),
    not_counted=N_("Days until the decision are counted for requests with a decision."),
    source=N_("Grant requests and decisions."),
    splits={"decision": DECISIONS, "reason": REASONS},
    adds_up=Sums(
        by_codes=("decision",),
        # A reason is given where a grant is declined or approved in part, and
        # sometimes where a request is withdrawn.
        identities=("G5.reason=* ~ G5.decision=partial + G5.decision=rejected",),
    ),
    typical="days",
    ranks={None: ("median",)},
)

PAID_ON_TIME = Indicator(
    id="G6",
    name=N_("Paid on time"),
    tile=N_("Paid on time"),
    nature="cohort",
    measure="share",
    base="grants",
    meaning=N_(
        "How many of the grants approved in the period reached the family in full within 5 days "
        "of the request in an emergency, and within 10 days otherwise."
    ),
    counted=N_("Grants paid in full by that day, with their receipt confirmed."),
    out_of=N_("Grants approved in the period, in full or in part, whose deadline has passed."),
    not_counted=N_("Grants that were declined or withdrawn, or whose deadline is still to come."),
    unknown=N_("Grants paid in full by that day, of which the family has not confirmed receipt."),
    source=N_("Grant requests, decisions and payments."),
    better="more",
)

INDICATORS = (APPROVED_NOT_PAID, REQUESTS_AND_DECISIONS, PAID_ON_TIME)


def _approved_not_paid(cubes: Cubes) -> Compute:
    query, splits = "unpaid_approvals_by_centre_and_month", {"age": ("age", (*AGES, ALL))}
    unpaid, families = (Tally(cubes, query, name, splits) for name in ("unpaid", "families"))
    largest = Largest(cubes, "unpaid", (*AGES, ALL))

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        age = code or ALL
        behind = families.day(unit, span, "age", age)
        sum_ = count(unpaid.day(unit, span, "age", age), (behind,))
        return replace(sum_, largest=largest.day(unit, span, age))

    return compute


def _requests_and_decisions(cubes: Cubes) -> Compute:
    query = "grant_requests_by_centre_and_month"
    splits = {"decision": ("decision", DECISIONS), "reason": ("reason", REASONS)}
    requests = Tally(cubes, query, "requests", splits)
    families = Firsts(cubes, "families_requesting_by_centre_and_month", "families", "outcome")
    days = Days(cubes, "grant_decisions_by_centre_and_month", "days_to_decision", "requests")

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        behind = families.count(unit, span, code or ALL)
        found = count(requests.sum(unit, span, split, code), (behind,))
        if split:
            return found
        decided = days.sum(unit, span)
        return replace(found, median=days.median(decided), ranked=int(decided.sum()))

    return compute


def _paid_on_time(cubes: Cubes) -> Compute:
    query = "grants_paid_on_time_by_centre_and_month"
    grants = Tally(cubes, query, "grants", {"result": ("result", RESULTS)})
    families = Families(cubes, query, "result", RESULTS)

    def compute(unit: int, span: Span, split: str | None, code: str | None) -> Result:
        on_time, late, unknown = (grants.sum(unit, span, "result", name) for name in RESULTS)
        *behind, missing = (families.at_least(unit, span, name) for name in RESULTS)
        return share(on_time, on_time + late, unknown, tuple(behind), missing)

    return compute


ARITHMETIC = {
    "G4": _approved_not_paid,
    "G5": _requests_and_decisions,
    "G6": _paid_on_time,
}
