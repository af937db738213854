"""The organisation tree: one programme, its regions, their centres, and their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

LEVELS = ("programme", "region", "centre")

# The contract names Chinese by its language, the pages by its script as well.
CONTRACT_LANGUAGES = {"zh_Hans": "zh"}
FALLBACK = ("en", "ko")


@dataclass(frozen=True)
class Unit:
    """One unit; `names` and `short_names` are language of the contract to name."""

    org_id: str
    parent_id: str | None
    level: str
    area_code: str | None = None
    launched_on: date | None = None
    closed_on: date | None = None
    names: dict[str, str] = field(default_factory=dict)
    short_names: dict[str, str] = field(default_factory=dict)


class Units:
    """The units in the order of the tree: each one before those beneath it."""

    def __init__(self, units: Iterable[Unit]) -> None:
        found = {unit.org_id: unit for unit in sorted(units, key=_order)}
        beneath: dict[str | None, list[str]] = {}
        for unit in found.values():
            parent = unit.parent_id if unit.parent_id in found else None
            beneath.setdefault(parent, []).append(unit.org_id)
        self._children = {id_: tuple(beneath.get(id_, ())) for id_ in found}
        self.ids: tuple[str, ...] = _walk(beneath.get(None, []), self._children)
        self._units = {id_: found[id_] for id_ in self.ids}
        self._descendants = {id_: _walk([id_], self._children)[1:] for id_ in self.ids}

    def __contains__(self, org_id: object) -> bool:
        return org_id in self._units

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    @property
    def programme(self) -> str:
        """Return the unit at the root of the tree."""
        return self.ids[0]

    def level(self, org_id: str) -> str:
        return self._units[org_id].level

    def parent(self, org_id: str) -> str | None:
        return self._units[org_id].parent_id

    def children(self, org_id: str) -> tuple[str, ...]:
        return self._children[org_id]

    def descendants(self, org_id: str) -> tuple[str, ...]:
        """Return every unit beneath this one, without itself, in tree order."""
        return self._descendants[org_id]

    def ancestors(self, org_id: str) -> tuple[str, ...]:
        """Return the parent, its parent, and so on, nearest first."""
        found: list[str] = []
        parent = self._units[org_id].parent_id
        while parent in self._units:
            found.append(parent)
            parent = self._units[parent].parent_id
        return tuple(found)

    def centres(self, org_id: str) -> tuple[str, ...]:
        """Return the centres beneath this unit, or itself where it is one."""
        return self.of_level("centre", (org_id, *self._descendants[org_id]))

    def of_level(self, level: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
        chosen = self.ids if among is None else among
        return tuple(id_ for id_ in chosen if self._units[id_].level == level)

    def area_code(self, org_id: str) -> str | None:
        return self._units[org_id].area_code

    def launched_on(self, org_id: str) -> date | None:
        return self._units[org_id].launched_on

    def name(self, org_id: str, language: str) -> str:
        """Return the full name in a language, else English, Korean, or the key itself."""
        return _named(self._units[org_id].names, language) or org_id

    def short_name(self, org_id: str, language: str) -> str:
        """Return the name for charts and filters, else the full name."""
        return self._short(org_id, language)[0]

    def language_of_name(self, org_id: str, language: str) -> str:
        """Return the language of the contract that the short name is in (empty: it is the key)."""
        return self._short(org_id, language)[1]

    def _short(self, org_id: str, language: str) -> tuple[str, str]:
        unit, own = self._units[org_id], CONTRACT_LANGUAGES.get(language, language)
        kinds = (unit.short_names, unit.names)
        tried = [(own, names) for names in kinds] + [(code, names) for names in kinds for code in FALLBACK]
        return next(((names[code], code) for code, names in tried if names.get(code)), (org_id, ""))


def _order(unit: Unit) -> tuple[int, str]:
    return (LEVELS.index(unit.level), unit.org_id)


def _walk(roots: Iterable[str], children: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    # Without recursion: nobody has said how deep a tree may be.
    found: list[str] = []
    next_ones = [*roots][::-1]
    while next_ones:
        found.append(next_ones.pop())
        next_ones += children[found[-1]][::-1]
    return tuple(found)


def _named(names: dict[str, str], language: str) -> str | None:
    for code in (CONTRACT_LANGUAGES.get(language, language), *FALLBACK):
        if names.get(code):
            return names[code]
    return None
