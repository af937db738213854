"""The small line of a tile, as the address of a picture: Streamlit removes drawings from HTML."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.charts.theme import TOKENS

WIDTH, HEIGHT = 120, 26  # units of the drawing; the page stretches it to the tile


def sparkline(points: Sequence[float | None], target: float | None, provisional: int, theme: str) -> str:
    """Return a `data:` address of a line of months, for an `img` with an empty `alt`.

    Args:
        points: published values, time forwards; None where there is none to show.
        target: on the same scale, or None.
        provisional: how many of the last months may still change; they are dashed.
        theme: whose colours are written into it.
    """
    known = [value for value in points if value is not None]
    token = TOKENS[theme]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
    ]
    if known:
        low, high = min([*known, *targets(target)]), max([*known, *targets(target)])
        places = [
            None if value is None else (x_at(n, len(points)), y_at(value, low, high))
            for n, value in enumerate(points)
        ]
        parts += target_line(target, low, high, token["ink3"])
        parts += [*lines(places, provisional, token["accent"]), *ring(places, token)]
    return "data:image/svg+xml," + quote("".join([*parts, "</svg>"]))


def targets(target: float | None) -> list[float]:
    return [] if target is None else [target]


def x_at(place: int, count: int) -> float:
    return 5 + (WIDTH - 10) * place / max(1, count - 1)


def y_at(value: float, low: float, high: float) -> float:
    """Return the height of a value on the line's own scale; a level line runs through the middle."""
    return HEIGHT / 2 if high == low else HEIGHT - 5 - (HEIGHT - 10) * (value - low) / (high - low)


def target_line(target: float | None, low: float, high: float, colour: str) -> list[str]:
    if target is None:
        return []
    y = f"{y_at(target, low, high):.1f}"
    style = f'stroke="{colour}" stroke-width="1.5" stroke-dasharray="2 4" vector-effect="non-scaling-stroke"'
    return [f'<line x1="0" x2="{WIDTH}" y1="{y}" y2="{y}" {style}/>']


def lines(places: Sequence[tuple[float, float] | None], provisional: int, colour: str) -> list[str]:
    """Return a piece from each month to the next where both are there, dashed where provisional."""
    first_open = len(places) - provisional
    drawn = []
    for dash, chosen in (
        ("", range(1, first_open)),
        (' stroke-dasharray="4 3"', range(max(1, first_open), len(places))),
    ):
        between = ((places[n - 1], places[n]) for n in chosen)
        steps = [(start, stop) for start, stop in between if start and stop]
        path = "".join(f"M{a[0]:.1f},{a[1]:.1f}L{b[0]:.1f},{b[1]:.1f}" for a, b in steps)
        if path:
            drawn.append(
                f'<path d="{joined(path)}" fill="none" stroke="{colour}" stroke-width="2.25" '
                f'stroke-linejoin="round" vector-effect="non-scaling-stroke"{dash}/>'
            )
    return drawn


def joined(path: str) -> str:
    """Return a path whose pieces that meet are one line, so that corners and dashes run on."""
    pieces = [piece.split("L") for piece in path.split("M")[1:]]
    text, end = "", None
    for start, stop in pieces:
        text += f"L{stop}" if start == end else f"M{start}L{stop}"
        end = stop
    return text


def ring(places: Sequence[tuple[float, float] | None], token: dict[str, str]) -> list[str]:
    """Return the open ring of the last month: two round caps, which stay round when stretched."""
    if not places or places[-1] is None:
        return []
    x, y = places[-1]
    return [
        f'<path d="M{x:.1f},{y:.1f}h.01" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round" vector-effect="non-scaling-stroke"/>'
        for colour, width in ((token["accent"], 9), (token["card"], 4))
    ]
