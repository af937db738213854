"""R6: referrals of a unit's districts beside the births there."""

from __future__ import annotations

from fractions import Fraction

from .figures import Figure
from .rows import Row
from .scene import Scene


def per_births(scene: Scene, unit: Row) -> Figure:
    """Referrals of a year per 1,000 births in the unit's districts."""
    districts = _districts(scene, unit)
    births = sum(_newest_births(scene, district) for district in districts)
    referrals = [
        row
        for row in scene.flow.tables["referral"]
        if row["duplicate_of"] is None and scene.a_year_to_the_end <= row["received_on"] <= scene.day
    ]
    number = Fraction(sum(1 for row in referrals if row["area_code"] in districts))
    known = {row["area_code"] for row in scene.flow.tables["area_births"]}
    received = [r for r in referrals if r["org_id"] in scene.beneath[unit["org_id"]]]
    missing = sum(1 for row in received if row["area_code"] not in known)
    value = number / births * 1000 if births else None
    return Figure(number, births, missing, value)


def _districts(scene: Scene, unit: Row) -> set[str]:
    """A unit without an area code has none, the programme has all."""
    code = unit["area_code"]
    known = {row["area_code"] for row in scene.flow.tables["area_births"]}
    if unit["level"] == "programme":
        return known
    if code is None:
        return set()
    if unit["level"] == "centre":
        return {code}
    return {district for district in known if district.startswith(code)}


def _newest_births(scene: Scene, district: str) -> int:
    """Births of the newest year that is not after the year of the day."""
    rows = [
        row
        for row in scene.flow.tables["area_births"]
        if row["area_code"] == district and row["year"] <= scene.day.year
    ]
    newest = max(rows, key=lambda row: row["year"], default=None)
    return newest["births"] if newest else 0
