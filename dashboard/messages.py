"""Marks of messages: they are named where they are told of, and translated where a reader sees them.

It stands beneath every room, so that a definition needs no catalogue to have words.
"""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for the catalogues."""
    return message


def NP_(context: str, message: str) -> tuple[str, str]:  # noqa: N802 - as N_, with a context
    """Mark a message with its context for the catalogues."""
    return context, message
