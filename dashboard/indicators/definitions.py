"""What an indicator is: its definition in words first, before any arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

# A figure of an indicator: split and code, both None for the total.
Part = tuple[str | None, str | None]
TOTAL: Part = (None, None)


def parts(split: str, *codes: str) -> tuple[Part, ...]:
    """Return the figures of some codes of a split."""
    return tuple((split, code) for code in codes)


@dataclass(frozen=True)
class Sums:
    """What adds up among the figures of an indicator.

    Whoever sees all but one of the figures of a sum knows the last one too, so
    privacy hides by what is said here.

    Attributes:
        by_codes: splits whose codes add up to the total.
        also: what else adds up: a figure, and its parts.
        never: figures of which those of units or periods are no parts of that
            of the whole (a longest wait, a median).
        over_time: whether figures of months add up to that of the quarter. Not
            so where a figure looks back beyond its period, or counts whoever
            was there once in any of its months. A stock never does.
        numbers_of: the id of an indicator whose total is told by this one too.
    """

    by_codes: tuple[str, ...] = ()
    also: tuple[tuple[Part, tuple[Part, ...]], ...] = ()
    never: tuple[Part, ...] = ()
    over_time: bool = True
    numbers_of: str | None = None


@dataclass(frozen=True)
class Indicator:
    """One indicator of the contract.

    Attributes:
        id: short id of the contract (V2), data rather than name.
        name: name in the glossary's words (a message).
        tile: the name in at most 16 Latin characters, for a tile (a message).
        nature: stock (on the day), flow (in the period) or cohort.
        measure: what the value is measured in: a name of MEASURES.
        measures: where a split or one of its codes has another measure, by
            "dimension" or "dimension=code".
        base: of a share or gap, what its numerator and denominator count.
        typical: measure of median and 90th percentile (days, money), or None.
        ranks: which of "median" and "p90" stand on the total (None) and on the
            codes of a split.
        has_total: whether there is a figure without a split.
        programme_only: whether it is one figure of the whole database, told
            of the programme alone.
        counted, out_of, not_counted, unknown: numerator, denominator, what is
            in neither, and missing, in words (messages; None: there is none).
        meaning: what it says, in one or two sentences (a message).
        source: the records it is counted from (a message).
        better: "more", "less" or None where neither direction is good as such.
        splits: dimension to its codes, in the order they are shown; no codes
            where the database decides them (area): ask `Figures.codes`.
        adds_up: which of its figures are sums of others.
        pages_only: splits that pages draw and the machine output leaves out.
        needs: optional tables without which there is no figure.
        families: whether numerator and denominator count families, so that
            each of them and their difference is a cell of its own.
    """

    id: str
    name: str
    tile: str
    nature: str
    measure: str
    meaning: str
    counted: str
    source: str
    out_of: str | None = None
    not_counted: str | None = None
    unknown: str | None = None
    better: str | None = None
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adds_up: Sums = Sums()
    pages_only: tuple[str, ...] = ()
    measures: dict[str, str] = field(default_factory=dict)
    base: str | None = None
    typical: str | None = None
    ranks: dict[str | None, tuple[str, ...]] = field(default_factory=dict)
    has_total: bool = True
    programme_only: bool = False
    needs: tuple[str, ...] = ()
    families: bool = False
    reviewed: date = date(2026, 5, 12)

    @property
    def adds_up_over_time(self) -> bool:
        return self.nature != "stock" and self.adds_up.over_time

    @property
    def share(self) -> bool:
        return self.measure == "share"

    def measure_of(self, split: str | None = None, code: str | None = None) -> str:
        """Return the measure of the total, or of one code of a split."""
        of_split = self.measures.get(split or "", self.measure)
        return self.measures.get(f"{split}={code}", of_split)
