"""The one error for input that cannot be served: a sentence for the person who runs the program."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is what happens to the input, and says so
    """Input that cannot be served.

    The message is one English sentence: what is wrong with which thing, what
    was expected, what to do. It never holds a value of a row about a family.
    `kind` is a stable code by which a page finds its translated sentence:
    missing, unreachable, other_kind, without_table, without_column, unreadable,
    empty, or invalid for everything that only the command line meets.
    """

    def __init__(self, message: str, kind: str = "invalid") -> None:
        super().__init__(message)
        self.kind = kind
