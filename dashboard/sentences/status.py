"""On track, at risk or off track: a shape and a word, only against a target with a named basis."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_, Words
from dashboard.indicators.definitions import Indicator
from dashboard.privacy.desk import Target
from dashboard.privacy.published import Cell

GOOD, WARN, BAD = "good", "warn", "bad"
SEVERITY = {BAD: 0, WARN: 1, GOOD: 2}
SHAPES = {GOOD: "●", WARN: "◆", BAD: "■"}
NAMES = {GOOD: N_("On track"), WARN: N_("Watch"), BAD: N_("Off track")}


@dataclass(frozen=True)
class Status:
    """`kind` is good, warn or bad; the shape and the word say the same without colour."""

    kind: str
    shape: str
    word: str


def remark(kind: str, text: str) -> Status:
    """Return a status that says something else than its name."""
    return Status(kind, SHAPES[kind], text)


def status(kind: str, words: Words) -> Status:
    return Status(kind, SHAPES[kind], words.gettext(NAMES[kind]))


def judged(cell: Cell, indicator: Indicator, target: Target | None) -> str | None:
    """Return good, warn or bad, or None where nothing may be judged.

    A provisional target has nobody who stands for it, so nothing is judged by it.
    Between target and amber limit is at risk; beyond the limit is off track.
    Without an amber limit everything short of the target is at risk.
    """
    if target is None or target.target is None or target.basis == "provisional":
        return None
    if not cell.shown:
        return None
    if indicator.better not in ("more", "less"):
        return None
    sign = 1 if indicator.better == "more" else -1
    if sign * cell.value >= sign * target.target:
        return GOOD
    if target.amber is None or sign * cell.value >= sign * target.amber:
        return WARN
    return BAD
