"""What stands side by side: centres, for who sees none their regions, else nothing."""

from __future__ import annotations

import worlds
from asking import EVERY_PERIOD, OPEN, Question, ask

from dashboard.privacy.profiles import Profile
from dashboard.sentences.claims import families, grants, visits
from dashboard.sentences.headlines.visits import weak_centres

ABOVE_CENTRES = Profile("above_centres", 0, 10, ("programme", "region"), EVERY_PERIOD)
TREE = [
    {"org_id": "P", "level": "programme"},
    {"org_id": "R", "parent_id": "P", "level": "region", "area_code": "28"},
    {"org_id": "S", "parent_id": "P", "level": "region", "area_code": "41"},
    {"org_id": "A", "parent_id": "R", "level": "centre", "area_code": "28110"},
    {"org_id": "B", "parent_id": "S", "level": "centre", "area_code": "41110"},
]


def asking(address, profile: Profile, unit: str = "P") -> Question:
    return ask(worlds.write(address, org_unit=TREE), unit=unit, profile=profile)


def test_centres_stand_side_by_side_where_they_are_seen(duckdb_address) -> None:
    question = asking(duckdb_address, OPEN)
    assert question.beneath == ("A", "B")
    assert not question.by_region


def test_regions_stand_side_by_side_for_who_sees_no_centre(duckdb_address) -> None:
    question = asking(duckdb_address, ABOVE_CENTRES)
    assert question.beneath == ("R", "S")
    assert question.by_region
    assert not question.single
    assert visits.by_centre(question) == "Visit dose by region"
    assert families.capacity(question, question.across("C2")) == "Capacity in use by region"
    assert grants.off_plan(question) == ""
    assert weak_centres(question) is None


def test_a_region_whose_centres_are_not_seen_stands_alone(duckdb_address) -> None:
    question = asking(duckdb_address, ABOVE_CENTRES, "R")
    assert question.beneath == ("R",)
    assert question.single
