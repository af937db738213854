"""R6: referrals of a unit's districts beside the births there."""

from __future__ import annotations

from fractions import Fraction

from .figures import Figure
from .rows import Row
from .scene import Scene


def per_births(scene: Scene, unit: Row) -> Figure:
    """Referrals of a year per 1,000 births in the unit's districts with births by then."""
    districts = {area for area in _districts(scene, unit) if _newest_births(scene, area) is not None}
    births = sum(_newest_births(scene, area) for area in districts)
    referrals = [
        row
        for row in scene.flow.tables["referral"]
        if row["duplicate_of"] is None and scene.a_year_to_the_end <= row["received_on"] <= scene.day
    ]
    number = Fraction(sum(1 for row in referrals if row["area_code"] in districts))
    received = [row for row in referrals if row["org_id"] in scene.beneath[unit["org_id"]]]
    missing = sum(1 for row in received if _newest_births(scene, row["area_code"]) is None)
    value = number / births * 1000 if births else None
    return Figure(number, births, missing, value)


def _districts(scene: Scene, unit: Row) -> set[str]:
    """A unit without an area code has none, the programme has all."""
    code = unit["area_code"]
    listed = {row["area_code"] for row in scene.flow.tables["area_births"]}
    if unit["level"] == "programme":
        return listed
    if code is None:
        return set()
    if unit["level"] == "centre":
        return {code}
    return {district for district in listed if district.startswith(code)}


def _newest_births(scene: Scene, district: str | None) -> int | None:
    """Births of the newest year that is not after the year of the day; None where there is none."""
    years = {
        row["year"]: row["births"]
        for row in scene.flow.tables["area_births"]
        if row["area_code"] == district and row["year"] <= scene.day.year
    }
    return years[max(years)] if years else None
