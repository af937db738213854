"""R1 and R5."""

from __future__ import annotations

from dashboard.case_database.contract import codes

from .days import median
from .figures import Figure, count, split
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
    funnel = {
        f"funnel={step}": count(sum(step in fact["steps"] for fact in facts))
        for step in STEPS
    }
    return {
        None: count(len(facts)),
        **split(rows, "source", sources, lambda row: row["source"]),
        **split(rows, "stage", stages, lambda row: row["stage_at_referral"]),
        **split(rows, "area", areas, lambda row: row["area_code"]),
        **funnel,
    }


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
