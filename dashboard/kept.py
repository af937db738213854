"""What was made once and is looked up again. It belongs to whoever holds it, and goes with them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from cachetools import LRUCache

T = TypeVar("T")


class Kept:
    """The last few thousand things made under a key; the one unused for longest goes first."""

    def __init__(self, most: int = 3000) -> None:
        self._things: LRUCache[Hashable, Any] = LRUCache(most)
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under the key, or make it now: twice where two ask at once."""
        with self._lock:
            if key in self._things:
                return self._things[key]
        made = make()
        with self._lock:
            self._things[key] = made
        return made
