"""A table in the place of a picture, as data: what a chart could not say."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.sentences.status import Status


@dataclass(frozen=True)
class Head:
    """Head of a column: its words, whether figures stand beneath it, and the kind of status that it has."""

    text: str
    number: bool = False
    kind: str = ""


@dataclass(frozen=True)
class Name:
    """What a line is about, and a sentence beneath that."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class Number:
    """A figure as text; `hidden`: the word for a hidden one; `rank`: its class of shade, 1 to 5 (0: none)."""

    text: str
    hidden: bool = False
    rank: int = 0


Field = Name | Number | Status


@dataclass(frozen=True)
class Grid:
    """Heads and lines of fields.

    Attributes:
        kind: rules, shades (wide, lines by classes of shade) or plain.
        remark: what is said beneath the lines.
    """

    kind: str
    heads: tuple[Head, ...]
    lines: tuple[tuple[Field, ...], ...]
    remark: str = ""
