"""What a page needs beyond the question: theme, pages to link to, and what is kept between runs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, TypeVar

from dashboard.privacy.desk import Desk
from dashboard.sentences.asked import Asked

T = TypeVar("T")


class Kept:
    """The last few thousand things made for one reader's desk.

    One for each desk, so nothing made for one reader can reach another. The
    oldest unused goes first.
    """

    def __init__(self, most: int = 3000) -> None:
        self._most = most
        self._things: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under the key, or make it now."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            self._things[key] = made
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return made


@lru_cache(maxsize=64)
def kept_of(unused_desk: Desk) -> Kept:
    """Return what is kept for a desk, and so for all readers of one profile, scope and load."""
    return Kept()


@dataclass(frozen=True)
class Scene:
    """One run of one reader's page.

    Attributes: asked, theme (light or dark), pages (name to Streamlit's page),
    kept (of this reader's desk).
    """

    asked: Asked
    theme: str
    pages: Mapping[str, Any]
    kept: Kept

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What a thing made for this run depends on, beside its own name."""
        asked = self.asked
        second = asked.second.language if asked.second else None
        spoken = (asked.words.language, second, asked.exchange)
        return (asked.unit, asked.period, asked.compare, *spoken, self.theme)

    @property
    def link(self) -> dict[str, str]:
        """The choices as a link carries them."""
        asked = self.asked
        more = {
            "with": asked.second.language if asked.second else None,
            "currency": asked.exchange.quote if asked.exchange else None,
        }
        return {
            "unit": asked.unit,
            "period": asked.period.code,
            "compare": asked.compare,
            "lang": asked.words.language,
            **{name: code for name, code in more.items() if code},
        }

    @cached_property
    def second(self) -> Scene | None:
        """The same run in the second language, or None."""
        asked = self.asked.in_second
        return replace(self, asked=asked) if asked else None

    def make(self, name: str, build: Callable[[Asked], T]) -> T:
        """Return what `build` makes of the question, kept under a name."""
        return self.kept.get((name, *self.key), lambda: build(self.asked))
