"""What it costs a reader when a cell is hidden: of two cells that protect as much, the cheaper one is."""

from __future__ import annotations

import numpy as np

from dashboard.privacy.sheet import Figure, Sheet
from dashboard.privacy.times import length

# What it costs to hide a cell of a month: a total more than a code, the programme more than a centre.
COSTS = {"programme": 1000.0, "region": 100.0, "centre": 1.0}
COST_OF_TOTAL = 10.0
COST_OF_KEY_FIGURE = 10.0


def costs(sheet: Sheet) -> np.ndarray:
    """Return what it costs to hide each cell."""
    of_unit = np.array([COSTS[sheet.tree.level(unit)] for unit in sheet.units])
    of_time = {stock: np.ones(sheet.times) for stock in (True, False)}
    for stock, spans in sheet.spans.items():
        # Long periods are hidden last.
        of_time[stock][: len(spans)] = [max(length(span, stock), 1) for span in spans]
    return np.concatenate(
        [_cost(figure) * np.outer(of_unit, of_time[figure.stock]).ravel() for figure in sheet.figures]
    )


def _cost(figure: Figure) -> float:
    if figure.split is not None:
        return 1.0
    return COST_OF_TOTAL * (COST_OF_KEY_FIGURE if figure.definition.key else 1.0)
