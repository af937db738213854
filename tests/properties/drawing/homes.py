"""The units of every drawn programme, and who and what serves the families of each."""

from __future__ import annotations

from dataclasses import dataclass

from properties.drawing.rows import Rows


@dataclass(frozen=True)
class Home:
    """A unit that holds families, with the savers and the budget lines that they may meet."""

    org_id: str
    workers: tuple[str, ...]
    lines: tuple[str | None, ...]


# The region R holds families, savers and money of its own beside its centres; D has nothing.
HOMES = {
    "A": Home("A", ("A1", "A2"), ("LA", None)),
    "B": Home("B", ("B1",), ("LB", None)),
    "C": Home("C", ("C1",), ("LC", None)),
    "R": Home("R", ("R1",), ("LR", None)),
}
WORKERS = {worker: home.org_id for home in HOMES.values() for worker in home.workers}
LINES = {line: home.org_id for home in HOMES.values() for line in home.lines if line}
DISTRICTS = ("28110", "28120", "41111")

UNITS: Rows = {
    "org_unit": [
        {"org_id": "P", "level": "programme"},
        {"org_id": "R", "parent_id": "P", "level": "region", "area_code": "28"},
        {"org_id": "S", "parent_id": "P", "level": "region", "area_code": "41"},
        {"org_id": "A", "parent_id": "R", "level": "centre", "area_code": "28110"},
        {"org_id": "B", "parent_id": "R", "level": "centre", "area_code": "28120"},
        {"org_id": "D", "parent_id": "R", "level": "centre"},
        {"org_id": "C", "parent_id": "S", "level": "centre", "area_code": "41111"},
    ],
    "org_label": [],
}
