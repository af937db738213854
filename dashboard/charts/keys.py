"""Keys above a picture, as HTML for the page: which colour is which outcome, side or class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from dashboard.i18n.words import Words

# Tones of rows as the variables of the style sheet.
VARIABLES = {f"category{n}": f"category-{n}" for n in range(1, 5)} | {
    f"class{n}": f"class-{n}" for n in range(1, 6)
}


def squares(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a key of squares from pairs of a label and its tone."""
    spans = (
        f'<span style="--c:var(--{VARIABLES.get(tone, tone)})">{escape(label)}</span>'
        for label, tone in pairs
    )
    return f'<div class="key squares">{"".join(spans)}</div>'


def steps(limits: Sequence[float], words: Words) -> str:
    """Return the key of five classes of shares, parted at four limits (0 to 1)."""
    spans = (
        f'<span style="--c:var(--class-{place});--on:var(--class-ink-{place})">{escape(label)}</span>'
        for place, label in enumerate(step_labels(limits, words), start=1)
    )
    return f'<div class="key steps">{"".join(spans)}</div>'


def step_labels(limits: Sequence[float], words: Words) -> list[str]:
    """Return the words of the classes: "< 50", "50–59" and so on to "≥ 80%"."""
    whole = [words.fmt.number(limit * 100) for limit in limits]
    below = [words.fmt.number(limit * 100 - 1) for limit in limits]
    between = [words.fmt.span(low, high) for low, high in zip(whole[:-1], below[1:], strict=True)]
    return [f"< {whole[0]}", *between, f"≥ {words.fmt.percent(limits[-1])}"]
