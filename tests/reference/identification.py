"""R1 to R5."""

from __future__ import annotations

from datetime import date, timedelta

from dashboard.case_database.contract import codes

from .days import median, p90
from .figures import Figure, count, reached, split
from .rows import Row
from .scene import Scene, valid_row

STEPS = ("contacted", "met", "eligible", "offered", "accepted", "first_visit")


def new_referrals(scene: Scene) -> list[Row]:
    world = scene.flow
    families = world.by("case_file", "referral_id")
    return [
        {
            "unit": row["org_id"],
            "row": row,
            "steps": _steps(row, families[row["referral_id"]], scene),
        }
        for row in world.tables["referral"]
        if row["duplicate_of"] is None and scene.in_period(row["received_on"])
    ]


def _steps(row: Row, families: list[Row], scene: Scene) -> set[str]:
    """The steps that the referral has reached by the as-of day."""
    visited = any(scene.flow.completed[family["case_id"]] for family in families)
    reached = {
        "contacted": row["first_contact_on"] is not None,
        "met": row["first_face_on"] is not None,
        "eligible": row["eligible"] is True,
        "offered": row["offered_on"] is not None,
        "accepted": row["decision"] == "accepted",
        "first_visit": visited,
    }
    return {step for step in STEPS if reached[step]}


def count_referrals(facts: list[Row], areas: tuple) -> dict[str | None, Figure]:
    rows = [fact["row"] for fact in facts]
    sources = codes("referral", "source")
    stages = codes("referral", "stage_at_referral")
    funnel = {f"funnel={step}": count(sum(step in fact["steps"] for fact in facts)) for step in STEPS}
    return {
        None: count(len(facts)),
        **split(rows, "source", sources, lambda row: row["source"]),
        **split(rows, "stage", stages, lambda row: row["stage_at_referral"]),
        **split(rows, "area", areas, lambda row: row["area_code"]),
        **funnel,
    }


def _passed(scene: Scene, row: Row, days: int) -> bool:
    return row["received_on"] + timedelta(days=days) < scene.as_of


def _within(row: Row, event: str, days: int) -> bool:
    deadline = row["received_on"] + timedelta(days=days)
    return row[event] is not None and row[event] <= deadline


def contacts(scene: Scene) -> list[Row]:
    """New referrals whose 2 days have passed: contacted in them, or unknown."""
    facts = []
    for referral in new_referrals(scene):
        row = referral["row"]
        if not _passed(scene, row, 2):
            continue
        contact, decision = row["first_contact_on"], row["decision"]
        unknown = contact is None and decision not in ("pending", "unreachable")
        days = (contact - row["received_on"]).days if contact else None
        within = None if unknown else _within(row, "first_contact_on", 2)
        facts.append({"unit": row["org_id"], "reached": within, "days": days})
    return facts


def share_contacted(facts: list[Row]) -> dict[str | None, Figure]:
    days = [fact["days"] for fact in facts if fact["days"] is not None]
    return {None: reached(facts, median=median(days), p90=p90(days))}


def meetings(scene: Scene) -> list[Row]:
    """New referrals with a contact, not ineligible, whose 14 days have passed."""
    rows = [referral["row"] for referral in new_referrals(scene)]
    return [
        {"unit": row["org_id"], "reached": _within(row, "first_face_on", 14)}
        for row in rows
        if row["first_contact_on"] is not None and row["decision"] != "ineligible" and _passed(scene, row, 14)
    ]


def offers(referrals: list[Row], first: date, last: date) -> list[Row]:
    """What became of the offers made in these days; no duplicates."""
    return [
        {
            "unit": row["org_id"],
            "pending": row["decision"] == "pending",
            "reached": row["decision"] == "accepted",
        }
        for row in referrals
        if row["duplicate_of"] is None
        and row["offered_on"] is not None
        and first <= row["offered_on"] <= last
    ]


def offers_of_the_period(scene: Scene) -> list[Row]:
    return offers(scene.flow.tables["referral"], scene.start, scene.day)


def share_accepted(facts: list[Row]) -> dict[str | None, Figure]:
    pending = [fact for fact in facts if fact["pending"]]
    decided = [fact for fact in facts if not fact["pending"]]
    return {None: reached(decided), "decision=pending": count(len(pending))}


def waiting_families(scene: Scene) -> list[Row]:
    world, day = scene.stock, scene.day
    rows = {f: valid_row(world.statuses[f], day) for f in world.families}
    return [
        {"unit": world.centre(family), "waited": (day - row["valid_from"]).days}
        for family, row in rows.items()
        if row and row["status"] == "waiting"
    ]


def count_waiting(families: list[Row]) -> dict[str | None, Figure]:
    waited = [family["waited"] for family in families]
    return {
        None: count(len(waited), median=median(waited)),
        "waited=over_14": count(sum(days > 14 for days in waited)),
        "waited=longest": count(max(waited, default=None)),
    }
