"""Profiles and readers: what each kind of reader may see, decided by the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.periods import add_months, month_end
from dashboard.snapshot import Units


@dataclass(frozen=True)
class Rounding:
    """The multiples to which counts, and amounts of money, are rounded."""

    counts: int
    money: int


@dataclass(frozen=True)
class Profile:
    """How figures are protected for one kind of reader.

    `small_cell`: fewer distinct families than this are hidden (0: nothing is).
    `smallest_base`: a share needs a denominator of this many. `levels`: the
    levels of units that may be seen. `periods`: the kinds of period. `coarse`:
    of a level, the kinds of period in which codes of a split are told, where
    they are not told in all. `most_hidden`: a table of which a larger part would
    be hidden is not told at this detail. `rounding`: of every number told.
    """

    name: str
    small_cell: int
    smallest_base: int
    levels: tuple[str, ...]
    periods: tuple[str, ...]
    coarse: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    most_hidden: float = 0.4
    rounding: Rounding | None = None

    def kinds(self, level: str, total: bool) -> tuple[str, ...]:
        """Return the kinds of period in which totals, or codes, of a level of units are told."""
        return self.periods if total else self.coarse.get(level, self.periods)

    @property
    def protected(self) -> bool:
        return self.small_cell > 0


EVERY_LEVEL = ("programme", "region", "centre")
EVERY_PERIOD = ("month", "quarter", "half", "year", "ytd")
# A code of a month is a handful of families, and what months and units add up to gives it away.
CODES_BY_QUARTER = {
    "programme": ("quarter", "half", "year", "ytd"),
    "region": ("quarter", "half", "year", "ytd"),
    "centre": ("quarter", "half", "year"),
}

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("own_centre", 0, 10, ("centre",), EVERY_PERIOD),
        Profile("presenting", 5, 10, EVERY_LEVEL, EVERY_PERIOD, CODES_BY_QUARTER),
        Profile("regional", 5, 10, EVERY_LEVEL, EVERY_PERIOD, CODES_BY_QUARTER),
        Profile(
            "headquarters",
            11,
            20,
            ("programme", "region"),
            ("quarter", "half", "year", "ytd"),
            rounding=Rounding(counts=5, money=100_000),
        ),
    )
}


@dataclass(frozen=True)
class Reader:
    """One reader: a profile, and the units in scope with all beneath them.

    `scope` holds org_ids; an empty scope is the whole programme.
    """

    profile: Profile
    scope: frozenset[str] = frozenset()

    def units_seen(self, tree: Units) -> tuple[str, ...]:
        """Return the org_ids that this reader may see, in the order of the tree."""
        scope = self.scope or {tree.programme}
        within = {id_ for root in scope if root in tree for id_ in (root, *tree.descendants(root))}
        levels = self.profile.levels
        return tuple(id_ for id_ in tree.ids if id_ in within and tree.level(id_) in levels)

    def last_day_seen(self, as_of: date) -> date:
        """Return the as-of day, or before it the last day of a month that is over."""
        if not self.profile.protected or month_end(as_of) == as_of:
            return as_of
        return month_end(add_months(as_of.replace(day=1), -1))
