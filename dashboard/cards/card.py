"""What a card says and shows, as data: a page, a slide, a sheet and a screen reader draw it, each in its way.

No HTML, colour or letter size stands here. A tone is a name (accent, warn,
class5) whose colour each face knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.cards.grid import Grid
from dashboard.privacy.published import Cell, Published
from dashboard.sentences.attention import Attention
from dashboard.sentences.figures import Figure
from dashboard.sentences.question import Question
from dashboard.sentences.states import Reason
from dashboard.sentences.status import Status

# What stands beside a figure: words, or a status with its shape.
Remark = str | Status


@dataclass(frozen=True)
class Chart:
    """A kind of picture, the released cells that it draws, and what else the kind asks for.

    Attributes:
        kind: of `charts.specs.KINDS`.
        settings: of the kind's `frame`: names of codes, target, tones.
    """

    kind: str
    published: Published
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Legend:
    """Labels and their tones; `steps`: classes in their order, each label on its colour."""

    entries: tuple[tuple[str, str], ...]
    steps: bool = False


@dataclass(frozen=True)
class Note:
    """A remark beneath a picture; `care`: the figure is to be read with care."""

    text: str
    care: bool = False


@dataclass(frozen=True)
class Content:
    """All that a card says and shows.

    Attributes:
        claim: the finding, or the measure's name where nothing is sure.
        figure: the number and its unit (None: the picture says it all).
        beside: what stands after it: comparison, status, target.
        unknown: how much is unknown, where it is a tenth or more.
        cell: the figure that "About" tells of.
        published: what is drawn, tabled and written to a file.
        picture: a chart, a table that says more than one, or why there is none.
        notes: remarks beneath the picture.
        legend: what the tones of the picture stand for.
        sub: a line beneath the claim, where the picture needs one.
        day: the last day covered, where it is not that of the period.
    """

    claim: str
    figure: Figure | None
    beside: tuple[Remark, ...]
    unknown: str
    cell: Cell
    published: Published
    picture: Chart | Grid | Reason
    notes: tuple[Note, ...] = ()
    legend: Legend | None = None
    sub: str = ""
    day: date | None = None


@dataclass(frozen=True)
class AttentionList:
    """What needs somebody, worst first, and what is said where that is nobody."""

    claim: str
    items: tuple[Attention, ...]
    nothing: Reason


Said = Content | AttentionList
# Returns what a card says, or None where it has nothing to say of a unit.
Maker = Callable[[Question], Said | None]


@dataclass(frozen=True)
class Card:
    """A card: its name is its address, its key and, behind that of the page, the name of its function."""

    name: str
    make: Maker


def squares(pairs: Iterable[tuple[str, str]]) -> Legend:
    """Return a legend of labels and their tones."""
    return Legend(tuple(pairs))


def steps(labels: Iterable[str]) -> Legend:
    """Return a legend of classes, from the lowest to the highest."""
    return Legend(tuple((label, f"class{rank}") for rank, label in enumerate(labels, start=1)), steps=True)
