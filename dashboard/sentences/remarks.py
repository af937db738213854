"""Remarks side by side in one line of text; each is a phrase of its own in every language."""

from __future__ import annotations


def apart(*remarks: str) -> str:
    """Return remarks with a dot between them, empty ones left out."""
    return " · ".join(remark for remark in remarks if remark)
