"""Classes of figures that are shaded: where each begins, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.i18n.words import Words

# Shares at which a class ends, and records at which one begins.
SHARES = (0.5, 0.6, 0.7, 0.8)
RECORDS = (10, 100, 1_000, 10_000)


def class_labels(limits: Sequence[float], words: Words) -> list[str]:
    """Return the words of classes of shares: "< 50", "50–59" and so on to "≥ 80%"."""
    whole = [words.fmt.number(limit * 100) for limit in limits]
    below = [words.fmt.number(limit * 100 - 1) for limit in limits]
    between = [words.fmt.span(low, high) for low, high in zip(whole[:-1], below[1:], strict=True)]
    return [f"< {whole[0]}", *between, f"≥ {words.fmt.percent(limits[-1])}"]


def class_of(count: float) -> int:
    """Return the class of a number of records, 1 to 5."""
    return 1 + sum(count >= limit for limit in RECORDS)


def count_labels(words: Words) -> list[str]:
    """Return the words of classes of records: 1–9, 10–99 and so on."""
    starts = (1, *RECORDS)
    labels = [
        words.fmt.span(words.fmt.number(low), words.fmt.number(high - 1))
        for low, high in zip(starts, RECORDS, strict=False)
    ]
    return [*labels, f"≥ {words.fmt.number(RECORDS[-1])}"]
