"""Days and histories near the newest event and the ends of the months before it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

LATEST = date(2026, 6, 30)
# Days back from the newest event: the ends of months and the days beside them, or any day.
BACK = st.sampled_from([0, 1, 29, 30, 31, 60, 61, 90, 91, 181, 182]) | st.integers(0, 540)
# Of things that go on for long: mostly begun some months ago.
LONG_BACK = st.sampled_from([200, 120, 400]) | BACK
# What follows soon after something, on either side of the limits in days.
SOON = st.integers(0, 40)


def day(back: int) -> str:
    """Return the day so many days before the newest event."""
    return str(LATEST - timedelta(days=back))


def away(start: str, days: int) -> str:
    """Return the day so many days after another, also after the newest event."""
    return str(date.fromisoformat(start) + timedelta(days=days))


def after(start: str, days: int) -> str:
    """Return the same, but no day after the newest event."""
    return min(away(start, days), str(LATEST))


@st.composite
def histories(draw: st.DrawFn, start: str, values: tuple[str, ...]) -> list[tuple]:
    """Draw (value, first day, day after the last or None), one upon the other."""
    rows = []
    for length in draw(st.lists(st.integers(1, 200), max_size=2)):
        end = after(start, length)
        if end == start:
            break
        rows.append((draw(st.sampled_from(values)), start, end))
        # Now and then a family leaves and comes back.
        start = after(end, draw(st.sampled_from([0, 0, 0, 1, 20])))
    open_end = draw(st.sampled_from([None, None, away(start, 1)]))
    return [*rows, (draw(st.sampled_from(values)), start, open_end)]
