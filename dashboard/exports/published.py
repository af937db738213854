"""Every cell that a reader can get, for a machine that looks for what they give away together."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dashboard.indicators.registry import INDICATORS
from dashboard.measures import plain
from dashboard.periods import Period
from dashboard.privacy.desk import Desk
from dashboard.privacy.published import Published


def lines(desk: Desk) -> Iterator[str]:
    """Yield the cells of all units, periods and splits of a reader, a JSON object a line.

    An object has `indicator`, `split` and `code` (null: the total), `unit`,
    `period` (as in links), `state`, and the numbers of the cell: null where
    there is none, shares 0 to 1, money in the database's currency.
    """
    for published in _everything(desk):
        for cell in published.cells:
            row = {
                "indicator": published.indicator.id,
                "split": None if cell.code is None else published.split,
                "code": cell.code,
                "unit": cell.unit,
                "period": cell.period.code,
                "state": cell.state,
                **{name: plain(number) for name, number in cell.numbers._asdict().items()},
            }
            yield json.dumps(row, ensure_ascii=False) + "\n"


def _everything(desk: Desk) -> Iterator[Published]:
    periods = [period for kind in desk.kinds for period in desk.periods(kind)]
    for id_, indicator in INDICATORS.items():
        for split in ((None,) if indicator.has_total else ()) + tuple(indicator.splits):
            yield desk.publish(id_, desk.units, periods, split)
    yield from _as_loaded(desk, periods)


def _as_loaded(desk: Desk, periods: list[Period]) -> Iterator[Published]:
    """Yield what is told of the records themselves, which is the same in every period."""
    if periods:
        yield desk.broken_rules(desk.units, periods[0])
        yield desk.left_out(desk.units, periods[0])
