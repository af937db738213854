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
    """What adds up among the figures of an indicator, and what its figures tell beside others.

    Whoever sees all but one of the figures of a sum knows the last one too, so
    privacy hides by what is said here. How the texts are written is said in
    `identities`.

    Attributes:
        by_codes: splits whose codes add up to the total.
        identities: what else holds among figures of one unit and period, also
            with those of other indicators.
        tells: differences of figures that count something of their own, so that
            they are never below 0, but for families that move; where they count families, few are not told.
        not_less: differences of figures that are never below 0 and tell of nobody:
            visits less the families to whom they were due.
        made_of: of a split that is reckoned from other figures: those that have
            to be shown for it to be.
        never: figures of which those of units or periods are no parts of that
            of the whole (a longest wait, a median).
        over_time: whether figures of months add up to that of the quarter. Not
            so where a figure looks back beyond its period, or counts whoever
            was there once in any of its months. A stock never does.
        at_end: splits (None: the total) of a flow that are told of the end of
            the period: they look back twelve months from there.
        in_period: figures of a stock that are told of the whole period.
    """

    by_codes: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    not_less: tuple[str, ...] = ()
    made_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    never: tuple[Part, ...] = ()
    over_time: bool = True
    at_end: tuple[str | None, ...] = ()
    in_period: tuple[Part, ...] = ()


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
        public_base: whether the denominator is no secret: places, births, budgets.
        of_staff: whether it tells of the people who work in a unit.
        key: whether it is a key figure: its total is hidden last.
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
    public_base: bool = False
    of_staff: bool = False
    key: bool = False
    reviewed: date = date(2026, 5, 12)

    @property
    def adds_up_over_time(self) -> bool:
        return self.nature != "stock" and self.adds_up.over_time

    def is_stock(self, split: str | None = None, code: str | None = None) -> bool:
        """Return whether a figure is told of the last day of the period, whatever its length."""
        if self.nature == "stock":
            return (split, code) not in self.adds_up.in_period
        return split in self.adds_up.at_end

    @property
    def share(self) -> bool:
        return self.measure == "share"

    def measure_of(self, split: str | None = None, code: str | None = None) -> str:
        """Return the measure of the total, or of one code of a split."""
        of_split = self.measures.get(split or "", self.measure)
        return self.measures.get(f"{split}={code}", of_split)
