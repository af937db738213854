"""Whether anything may be shown at all: the tree of the units, and the newest load."""

from __future__ import annotations

from datetime import date

from .rows import Row, Tables, day_of
from .rules import _first_by_key, newest_load, without_errors

EARLIEST, LATEST = date(2015, 1, 1), date(2099, 12, 31)


def refused(tables: Tables) -> bool:
    """Whether the database is refused instead of shown."""
    return not (load_can_be(tables) and is_a_tree(tables) and every_family_has_its_unit(tables))


def load_can_be(tables: Tables) -> bool:
    """The newest load has its number and its days, and no event after its own day."""
    if all(row["load_id"] is None for row in tables["data_load"]):
        return False
    load = newest_load(tables)
    if load["loaded_at"] is None or load["latest_event_on"] is None:
        return False
    return EARLIEST <= load["latest_event_on"] <= day_of(load["loaded_at"]) <= LATEST


def is_a_tree(tables: Tables) -> bool:
    """From each unit the way up leads over a region at most to the one programme."""
    units = {
        key[0]: row
        for key, row in _first_by_key("org_unit", tables["org_unit"]).items()
        if key[0] is not None
    }
    ways = {unit: _levels_up(unit, units) for unit in units}
    tops = [unit for unit, way in ways.items() if way == ["programme"]]
    allowed = (
        ["programme"],
        ["region", "programme"],
        ["centre", "programme"],
        ["centre", "region", "programme"],
    )
    return len(tops) == 1 and all(way in allowed for way in ways.values())


def _levels_up(unit: str, units: dict[str, Row]) -> list[str | None]:
    """The levels from a unit to the top; one more than there can be where it goes round."""
    levels: list[str | None] = []
    above: str | None = unit
    while above is not None and len(levels) < 4:
        levels.append(units.get(above, {}).get("level"))
        above = units.get(above, {}).get("parent_id")
    return levels


def every_family_has_its_unit(tables: Tables) -> bool:
    """No unit is left out that has families, nor the programme."""
    kept = {row["org_id"] for row in without_errors(tables)["org_unit"]}
    lost = [row for row in tables["org_unit"] if row["org_id"] is not None and row["org_id"] not in kept]
    with_families = {row["org_id"] for row in tables["case_file"]}
    return not any(row["level"] == "programme" or row["org_id"] in with_families for row in lost)
