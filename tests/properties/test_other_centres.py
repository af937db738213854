"""What a centre does is its own, and what a region holds itself counts in it like a centre's."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from properties.asking import ask, changed, everything
from properties.drawing import HOMES, Programme, Rows, families, programmes, with_more

PERIODS = ("2026-06", "2026-Q2", "2026")
FEW_OFFERS = "the programme's acceptance, where the centre has few offers of its own"
# What looks at other centres by its definition.
LOOK_ELSEWHERE = {
    "Q1": "one figure of the whole database",
    "R6": "referrals from the centre's districts, whichever centre received them",
    "C6 total": FEW_OFFERS,
    "C6 part=waiting": FEW_OFFERS,
}


@given(programmes(), families("New", HOMES["A"]))
def test_a_family_of_one_centre_changes_no_other_centre(programme: Programme, family: Rows) -> None:
    others = ("B", "C", "D", "S")
    before = everything(ask(programme), others, PERIODS)
    now = everything(ask(with_more(programme, family)), others, PERIODS)
    assert {key for key in changed(before, now) if not key[0].is_in(LOOK_ELSEWHERE)} == set()


@given(programmes())
def test_a_region_counts_what_it_holds_itself(programme: Programme) -> None:
    above = ("P", "R", "A", "B", "C")
    held_by_region = everything(ask(programme), above, PERIODS)
    held_by_centre = everything(ask(moved_to_a_centre(programme)), above, PERIODS)
    assert changed(held_by_region, held_by_centre) == set()


def moved_to_a_centre(programme: Programme) -> Programme:
    """Return the programme with all that the region R holds held by its empty centre D."""
    return replace(
        programme,
        rows={
            table: [
                row | {"org_id": "D"} if table != "org_unit" and row.get("org_id") == "R" else row
                for row in rows
            ]
            for table, rows in programme.rows.items()
        },
    )
