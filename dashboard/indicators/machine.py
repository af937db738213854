"""Every indicator as rows for a program: the contract's machine output, unprotected."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sqlalchemy import Engine

from dashboard.indicators.definitions import Indicator
from dashboard.indicators.figures import Figures
from dashboard.indicators.registry import INDICATORS
from dashboard.indicators.result import Result
from dashboard.measures import plain
from dashboard.periods import Period
from dashboard.refusal import Refused
from dashboard.snapshot import Units, take

COLUMNS: tuple[str, ...] = (
    "indicator",
    "unit",
    "from",
    "to",
    "as_of",
    "split",
    "numerator",
    "denominator",
    "missing",
    "value",
    "median",
    "p90",
)
# What an optional table would tell that the database lacks.
EMPTY = Result(None)


def indicator_rows(
    engine: Engine,
    as_of: date | None,
    first: date,
    last: date,
    levels: Collection[str] = ("programme", "region", "centre"),
    units: Collection[str] | None = None,
) -> list[dict[str, object]]:
    """Return a row for each indicator, unit, split and code.

    Args:
        as_of: last day that counts; None: the newest event.
        first, last: first days of the first and of the last month.
        units: org_ids, of these levels; None: all.

    Raises:
        Refused: the period is none, or begins after the as-of day; there is no
            such unit; or the database cannot be read.
    """
    if first > last:
        raise Refused(
            f"The period begins in {first:%Y-%m} and ends in {last:%Y-%m}: "
            "expected --from not after --to; change one of them."
        )
    if as_of is not None:
        _check_begun(first, as_of)
    snapshot = take(engine, as_of, first_month=first, last_month=last)
    _check_begun(first, snapshot.as_of)
    chosen = _chosen(snapshot.units, levels, units)
    return list(rows(Figures(snapshot), Period(first, last, "range"), chosen))


def _chosen(tree: Units, levels: Collection[str], units: Collection[str] | None) -> tuple[str, ...]:
    """Return the units that are asked for, in the order of the tree."""
    of_levels = tuple(id_ for id_ in tree.ids if tree.level(id_) in levels)
    for unit in units or ():
        if unit not in of_levels:
            raise Refused(
                f"There is no unit '{unit}' among those of the level {' or '.join(levels)}: "
                f"expected an org_id of the table 'org_unit' such as '{tree.programme}'; "
                "change --unit or --by."
            )
    return tuple(id_ for id_ in of_levels if units is None or id_ in units)


def jsonl(rows: Iterable[dict[str, object]]) -> str:
    """Return a JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_csv(rows: Iterable[dict[str, object]]) -> str:
    """Return the rows as CSV with a header; what is null is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _check_begun(first: date, as_of: date) -> None:
    if first > as_of:
        raise Refused(
            f"The period begins in {first:%Y-%m}, after the as-of day {as_of}: "
            "expected a period that has begun; change --from or --as-of."
        )


def rows(figures: Figures, period: Period, units: Iterable[str]) -> Iterator[dict[str, object]]:
    """Yield the rows of some units from figures that are at hand."""
    for indicator in INDICATORS.values():
        for unit in units:
            if not indicator.programme_only or unit == figures.snapshot.units.programme:
                yield from _of_unit(figures, indicator, unit, period)


def _of_unit(
    figures: Figures, indicator: Indicator, unit: str, period: Period
) -> Iterator[dict[str, object]]:
    total = [(None, None)] if indicator.has_total else []
    wanted = total + [
        (split, code)
        for split in indicator.splits
        if split not in indicator.pages_only
        for code in figures.codes(indicator.id, split)
    ]
    for split, code in wanted:
        result = EMPTY
        if not figures.not_recorded(indicator.id):
            result = figures.result(indicator.id, unit, period, split, code)
        yield {
            "indicator": indicator.id,
            "unit": unit,
            "from": f"{period.first:%Y-%m}",
            "to": f"{period.last:%Y-%m}",
            "as_of": figures.as_of.isoformat(),
            "split": None if split is None else f"{split}={code}",
            **_numbers(indicator, split, result),
        }


def _numbers(indicator: Indicator, split: str | None, result: Result) -> dict[str, object]:
    numbers: dict[str, object] = {
        "numerator": plain(result.numerator),
        "denominator": plain(result.denominator),
        "missing": plain(result.missing),
        "value": plain(result.value),
    }
    ranks: dict[str, object] = {rank: plain(getattr(result, rank)) for rank in indicator.ranks.get(split, ())}
    return numbers | ranks
