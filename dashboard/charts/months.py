"""The axis of months: which of them are named, and runs of months in one state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from dashboard.charts.rows import Row
from dashboard.i18n.words import Words
from dashboard.periods import Period
from dashboard.privacy.published import FEW, HIDDEN, Cell

LONG_AXIS, LONGEST_AXIS = 14, 30  # months
HATCH_STEP, HATCH_LEAN = 0.28, 0.9  # months between two slants, and along one


def tick_rows(periods: Sequence[Period], words: Words) -> list[Row]:
    """Return a row for each month (quarter, half-year) that is named.

    The first is written from its place to the right; "tick_wide" ones are
    left out where the picture is narrow.
    """
    named = named_places(periods)
    middle = min(named, key=lambda place: abs(place - (len(periods) - 1) / 2))
    always = {middle, len(periods) - 1}
    return [
        {
            "role": "tick_first" if place == 0 else "tick" if place in always else "tick_wide",
            "x": place,
            "text": tick_name(periods[place], place == 0, words),
        }
        for place in named
    ]


def tick_name(period: Period, first: bool, words: Words) -> str:
    """Return a period as an axis names it: the year stands with the first month and with each January."""
    if period.kind != "month":
        return words.fmt.period(period)
    if first or period.first.month == 1:
        return words.fmt.month(period.first)
    return words.fmt.month_short(period.first)


def line_name(period: Period, words: Words) -> str:
    """Return a period as the name of a line or column of a few."""
    return tick_name(period, False, words) if period.kind != "month" else words.fmt.month_short(period.first)


def named_places(periods: Sequence[Period]) -> list[int]:
    """Return the places of the first, the last and every quarter's (half-year's, year's) first month."""
    last = len(periods) - 1
    if periods[0].kind != "month":
        return sorted({0, last})
    step = 3 if last < LONG_AXIS else 6 if last < LONGEST_AXIS else 12
    between = [
        place
        for place in range(2 * step // 3, last - step // 2)
        if (periods[place].first.month - 1) % step == 0
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


def band_rows(first: int, last: int, ends: tuple[float, float], word: str) -> list[Row]:
    """Return a band over whole months, slants across it, and its word at the foot."""
    start, end = first - 0.5, last + 0.5
    band = {"role": "band", "x": start, "x2": end, "y": ends[0], "y2": ends[1]}
    return [band, *slants(start, end, ends), {"role": "band_word", "x": (start + end) / 2, "text": word}]


def slants(start: float, end: float, ends: tuple[float, float]) -> list[Row]:
    """Return slanted rules that fill a band; Vega has no pattern to fill with."""
    rows, (bottom, top) = [], ends
    place = start - HATCH_LEAN
    while place < end:
        left, right = max(place, start), min(place + HATCH_LEAN, end)
        if right - left > 0.01:
            low, high = (bottom + (top - bottom) * (x - place) / HATCH_LEAN for x in (left, right))
            rows.append({"role": "slant", "x": left, "x2": right, "y": low, "y2": high})
        place += HATCH_STEP
    return rows


def missing_rows(cells: Sequence[Cell], ends: tuple[float, float], words: Words) -> list[Row]:
    """Return a band for each run of months that cannot be shown as a number, with the word why."""
    hidden = [
        band_rows(*run, ends, words.gettext("hidden")) for run in runs(cells, lambda c: c.state == HIDDEN)
    ]
    # Translators: months in which too few are counted for a percentage.
    few = [band_rows(*run, ends, words.gettext("too few")) for run in runs(cells, lambda c: c.state == FEW)]
    return [row for rows in hidden for row in rows] + [
        row for rows in few for row in rows if row["role"] != "slant"
    ]


def provisional_rows(
    cells: Sequence[Cell], open_from: int, ends: tuple[float, float], words: Words
) -> list[Row]:
    """Return a band for each run of open months that have a number: the others have a band of their own."""
    # Translators: months whose figures may still change, because records arrive late.
    word = words.gettext("provisional")
    open_cells = runs(cells[open_from:], lambda cell: cell.state not in (HIDDEN, FEW))
    return [
        row
        for first, last in open_cells
        for row in band_rows(first + open_from, last + open_from, ends, word)
    ]
