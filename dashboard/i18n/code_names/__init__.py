"""Words of the contract's codes by subject: "table.column" to code to message."""

from __future__ import annotations

from dashboard.indicators.definitions import N_, NP_

# A message, or (context, message) where one English word has two meanings.
Marked = str | tuple[str, str]
Codes = dict[str, Marked]

__all__ = ["NP_", "N_", "Codes", "Marked"]
