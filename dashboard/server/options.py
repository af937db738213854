"""Streamlit's options, from the one file that also holds the reason of each."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from dashboard.resources import OPTIONS


@cache
def options() -> dict[str, Any]:
    """Return every option by its full name, such as `theme.light.textColor`."""
    return dict(flattened(tomllib.loads(OPTIONS.read_text(encoding="utf-8")), ""))


def flattened(table: dict[str, Any], prefix: str) -> list[tuple[str, Any]]:
    """Return the leaves of nested tables with their full names."""
    leaves: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            leaves += flattened(value, f"{prefix}{key}.")
        else:
            leaves.append((f"{prefix}{key}", value))
    return leaves
