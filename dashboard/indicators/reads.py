"""Which counts an indicator is made of: noted while its arithmetic takes them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


class Noting(dict[str, pd.DataFrame]):
    """The counts of a snapshot by query, which note what is taken from them."""

    def __init__(self, counts: Mapping[str, pd.DataFrame]) -> None:
        super().__init__(counts)
        self._taken: set[str] = set()

    def __getitem__(self, query: str) -> pd.DataFrame:
        self._taken.add(query)
        return super().__getitem__(query)

    def taken(self) -> frozenset[str]:
        """Return the queries taken since the last time this was asked."""
        found, self._taken = frozenset(self._taken), set()
        return found
