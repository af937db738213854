"""The axis of months: which of them are named, and runs of months in one state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from dashboard.charts.rows import Row
from dashboard.i18n.words import Words
from dashboard.privacy.published import Cell

LONG_AXIS, LONGEST_AXIS = 14, 30  # months
HATCH_STEP, HATCH_LEAN = 0.28, 0.9  # months between two slants, and along one


def tick_rows(months: Sequence[date], words: Words) -> list[Row]:
    """Return a row for each month that is named.

    The first is written from its place to the right; "tick_wide" ones are
    left out where the picture is narrow. The year stands with the first month
    and with each January.
    """
    named = named_months(months)
    return [tick_row(place, months, named, words) for place in named]


def tick_row(place: int, months: Sequence[date], named: Sequence[int], words: Words) -> Row:
    month, last = months[place], len(months) - 1
    with_year = place == 0 or month.month == 1
    middle = min(named, key=lambda other: abs(other - last / 2))
    role = "tick_first" if place == 0 else "tick" if place in (last, middle) else "tick_wide"
    label = words.fmt.month(month) if with_year else words.fmt.month_short(month)
    return {"role": role, "x": place, "text": label}


def named_months(months: Sequence[date]) -> list[int]:
    """Return the places of the first, the last and every quarter's (half-year's, year's) first month."""
    last = len(months) - 1
    step = 3 if last < LONG_AXIS else 6 if last < LONGEST_AXIS else 12
    between = [
        place
        for place in range(2 * step // 3, last - step // 2)
        if (months[place].month - 1) % step == 0
    ]
    return sorted({0, *between, last})


def runs(cells: Sequence[Cell], alike: Callable[[Cell], bool]) -> list[tuple[int, int]]:
    """Return first and last place of each unbroken run of cells that are alike."""
    found, place = [], 0
    for same, group in groupby(cells, key=alike):
        length = len(list(group))
        if same:
            found.append((place, place + length - 1))
        place += length
    return found


def band_rows(first: int, last: int, top: float, word: str) -> list[Row]:
    """Return a band over whole months, slants across it, and its word at the foot."""
    start, end = first - 0.5, last + 0.5
    band = {"role": "band", "x": start, "x2": end, "y": 0, "y2": top}
    return [band, *slants(start, end, top), {"role": "band_word", "x": (start + end) / 2, "text": word}]


def slants(start: float, end: float, top: float) -> list[Row]:
    """Return slanted rules that fill a band; Vega has no pattern to fill with."""
    rows = []
    place = start - HATCH_LEAN
    while place < end:
        left, right = max(place, start), min(place + HATCH_LEAN, end)
        if right - left > 0.01:
            low, high = (left - place) / HATCH_LEAN, (right - place) / HATCH_LEAN
            rows.append({"role": "slant", "x": left, "x2": right, "y": low * top, "y2": high * top})
        place += HATCH_STEP
    return rows
