"""Marks of messages: they are named where they are told of, and translated where a reader sees them.

It stands beneath every room, so that a definition needs no catalogue to have words.
"""

from __future__ import annotations

# A message and the context it stands in; a message in one and in many, and its context or "".
InContext = tuple[str, str]
Counted = tuple[str, str, str]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for the catalogues."""
    return message


def NP_(context: str, message: str) -> InContext:  # noqa: N802 - as N_, with a context
    """Mark a message with its context for the catalogues."""
    return context, message


def NN_(one: str, many: str) -> Counted:  # noqa: N802 - as N_, of what is counted
    """Mark a message that is counted."""
    return "", one, many


def NNP_(context: str, one: str, many: str) -> Counted:  # noqa: N802 - as NN_, with a context
    """Mark a message that is counted, with its context."""
    return context, one, many
